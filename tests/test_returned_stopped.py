"""A merge that is killed at any step, and two at once: page, brief and state agree, and nothing is lost."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from briefpack import pack as packs
from briefpack.pack import deck_words, outputs
from test_returned import built, edit, lines, pack, page_of, reword  # noqa: F401
from workshop import contents, run

OLD, NEW = "Housing status should be removed", "Housing status should be left out"
KEPT = ("brief.md", "pages/students/deck.md")


def statement(deck, words: str):
    return next(one for slide in deck.slides for one in lines(slide) if words in one.text)


def home(pack: Path, file: Path) -> packs.Merged:  # noqa: F811
    return packs.merge(packs.job((pack,), audiences=("students",)), file)


@contextmanager
def killed(step: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Everything that writes, moves or takes a file away stops before this step; what was asked for before."""
    done: list[str] = []

    def counted(real, name: str):
        def call(*arguments, **named):
            if len(done) == step:
                raise KeyboardInterrupt
            done.append(name)
            return real(*arguments, **named)

        return call

    with monkeypatch.context() as patched:
        patched.setattr(outputs, "write", counted(outputs.write, "write"))
        for name in ("replace", "unlink", "write_bytes"):
            patched.setattr(Path, name, counted(getattr(Path, name), name))
        yield done


@pytest.fixture
def changed(pack: Path) -> tuple[Path, Path]:  # noqa: F811
    """A pack whose page was changed by hand in OUT, too, and a deck with an edit that the brief says as well."""

    def change(deck) -> None:
        line = statement(deck, OLD)
        reword(line, line.runs[0].text.replace(OLD, NEW))

    page = pack / "out" / "students" / "deck.md"
    page.write_text(page_of(pack).replace("\n\n## ", "\n\n<!-- mine -->\n## ", 1), encoding="utf-8")
    return pack, edit(pack, change)


def test_a_merge_killed_at_any_step_is_finished_by_the_next(
    changed: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, file = changed  # noqa: F811
    monkeypatch.setattr(deck_words, "read", functools.cache(deck_words.read))
    before, page, brief = contents(pack), page_of(pack), (pack / "brief.md").read_text(encoding="utf-8")
    home(pack, file)
    after = {name: (pack / name).read_bytes() for name in KEPT}
    steps = 0
    while True:
        put_back(pack, before)
        with killed(steps, monkeypatch) as done, suppress(KeyboardInterrupt):
            home(pack, file)
        if len(done) < steps:
            break
        steps += 1
        assert page_of(pack) in (page, after[KEPT[1]].decode())
        assert (pack / "brief.md").read_text(encoding="utf-8") in (brief, after["brief.md"].decode())

        home(pack, file)

        assert {name: (pack / name).read_bytes() for name in KEPT} == after, f"step {steps}"
        assert "<!-- mine -->" in page_of(pack)
    assert steps > 10 and NEW in after["brief.md"].decode() and NEW in after[KEPT[1]].decode()


def put_back(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in contents(folder).items():
        if files.get(name) != data:
            (folder / name).unlink()
    for name, data in files.items():
        if not (folder / name).is_file():
            (folder / name).write_bytes(data)


def test_two_merges_at_once_wait_for_each_other(pack: Path) -> None:  # noqa: F811
    files = []
    for number, words in enumerate((OLD, "Every court should report")):
        made = edit(pack, lambda deck, words=words: reword(statement(deck, words), f"{words} soon."))
        files.append(made.rename(made.with_name(f"{number}.pptx")))

    with ThreadPoolExecutor(2) as both:
        done = list(both.map(lambda file: home(pack, file), files))

    assert sorted(one.taken for one in done) == [False, True]
    assert f"{OLD} soon." in page_of(pack) and "Every court should report soon." in page_of(pack)


def test_a_merge_waits_no_longer_than_a_minute_and_says_so(
    pack: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = edit(pack, lambda deck: reword(statement(deck, OLD), f"{NEW}."))
    monkeypatch.setattr(outputs, "_WAIT_SECONDS", 0.01)

    with outputs.locked(pack):
        said = run("merge", pack, file)

    assert said.exit_code == 4 and "another build has been writing here" in said.output
