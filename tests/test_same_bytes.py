"""The same input gives the same bytes: other process, other hash seed, other place, other time zone."""

from workshop import EXAMPLE, contents, run_apart


def test_a_build_does_not_depend_on_process_seed_place_or_time_zone(tmp_path):
    one = run_apart("build", EXAMPLE, "--out", tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC", SOURCE_DATE_EPOCH="1")
    two = run_apart(
        "build", EXAMPLE, "--out", tmp_path / "b" / "two", PYTHONHASHSEED="77", TZ="Pacific/Auckland", folder=tmp_path
    )

    assert (one.returncode, two.returncode) == (0, 0), one.stderr + two.stderr
    first, second = contents(tmp_path / "one"), contents(tmp_path / "b" / "two")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
