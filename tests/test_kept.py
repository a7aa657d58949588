"""What is kept of a page from one build to the next: never apart from it, never in the way of what a person wrote."""

import shutil
from contextlib import suppress

import pytest

from briefpack.merge import Kept, Out
from briefpack.model import Ref
from briefpack.pack import kept, outputs
from test_stories import TOLD, told
from workshop import run

OLD = Kept("old page", {Ref("a", 1, 1): "Old."})
NEW = Kept("new page", {Ref("a", 2, 1): "Old."}, (Out(("People",), "- Struck."),))


@pytest.fixture
def place(tmp_path):
    found = kept.Place(tmp_path / "brief.md", tmp_path, "brief")
    kept.save(found, b"old page", OLD, edited=False)
    return found


def test_a_state_reads_back(place):
    assert kept.load(place) == kept.State(OLD)
    kept.save(place, b"new page", NEW, edited=True)

    assert kept.load(place) == kept.State(NEW)
    assert (place.page.read_bytes(), place.before(1).read_bytes()) == (b"new page", b"old page")


STEPS = ("page waits", "state is ready", "page has moved", "state has moved")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("edited", [False, True])
def test_a_build_killed_between_page_and_state_leaves_both_old_or_both_new(place, step, edited, monkeypatch):
    calls = STEPS.index(step) + 1
    real, done = outputs.write, []

    def write(path, data):
        done.append(path)
        if len(done) > calls:
            raise KeyboardInterrupt
        real(path, data)

    monkeypatch.setattr(outputs, "write", write)
    with suppress(KeyboardInterrupt):
        kept.save(place, b"new page", NEW, edited=False)
    monkeypatch.undo()
    if edited:
        place.page.write_bytes(place.page.read_bytes() + b", mine")
    kept.recover(place)

    page, state = place.page.read_bytes(), kept.load(place).kept
    assert (page.startswith(b"old page"), state) in ((True, OLD), (False, NEW))
    assert page.endswith(b", mine") == edited
    assert not place.next.exists() and not place.ready.exists()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"page": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_state_is_told_from_none(place, damage):
    place.state.write_bytes(damage)

    assert kept.load(place) == kept.State(None, damaged=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tram")
    told(TOLD["keep-edits"][0], folder)
    return folder / "tram"


def test_a_page_is_used_as_it_stands_where_its_state_is_damaged(built, tmp_path):
    pack = shutil.copytree(built, tmp_path / "tram")
    page = pack / "brief.md"
    mine = page.read_text().replace("# A tram", "# My tram")
    page.write_text(mine)
    (pack / ".briefpack" / "brief.json").write_text("{")
    done = run("build", pack)

    assert done.exit_code == 0 and "can no longer be read" in done.output
    assert page.read_text() == mine


def test_no_kind_of_file_in_out_is_ever_written_over(built, tmp_path):
    pack = shutil.copytree(built, tmp_path / "tram")
    out = pack / "out"
    names = [p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file() and ".briefpack" not in p.parts]
    names = [name for name in names if not name.endswith((".md", "report.json"))]
    mine = {name: (out / name).read_bytes() + b"\nmine" for name in names}
    for name, data in mine.items():
        (out / name).write_bytes(data)
    run("build", pack)

    assert {name: (out / name).read_bytes() for name in names} == mine
    for name in names:
        path = out / name
        assert path.with_name(f"{path.stem}.new{path.suffix}").is_file(), name
    status = run("status", pack).output
    assert [name for name in names if f"{name}: edited by hand" not in status] == []


def test_windows_line_ends_stay(built, tmp_path):
    pack = shutil.copytree(built, tmp_path / "tram")
    page = pack / "brief.md"
    page.write_bytes(
        page.read_bytes()
        .replace(b"\n", b"\r\n")
        .replace(b"- Ruth Adeyemi: Mayor", b"- Ruth Adeyemi: mayor of Aldermoor")
    )
    herald = pack / "herald.md"
    herald.write_text(herald.read_text().replace("doubled since 2010", "doubled since 2009"))
    run("build", pack)

    data = page.read_bytes()
    assert b"mayor of Aldermoor" in data and b"since 2009" in data
    assert data.count(b"\r\n") == data.count(b"\n")


def test_a_page_that_was_not_built_cannot_be_taken_over(built, tmp_path):
    pack = shutil.copytree(built, tmp_path / "tram")

    quiz = run("edit", pack, "--page", "quiz")
    back = run("edit", pack, "--page", "deck", "--give-back")
    assert quiz.exit_code == 2 and "there is no such page" in quiz.output
    assert back.exit_code == 2 and "was not taken over" in back.output


def test_a_page_that_is_a_link_is_refused_and_stays(built, tmp_path):
    pack = tmp_path / "pack"
    shutil.copytree(built, pack)
    (pack / "brief.md").rename(tmp_path / "mine.md")
    (pack / "brief.md").symlink_to(tmp_path / "mine.md")
    before = (tmp_path / "mine.md").read_bytes()

    done = run("build", pack, "--handout", "none")

    assert done.exit_code == 4 and "is a link" in done.output
    assert (pack / "brief.md").is_symlink() and (tmp_path / "mine.md").read_bytes() == before
