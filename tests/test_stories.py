"""tests/cases/stories/*.md, run: what people do with a pack, told from beginning to end.

Each '## ' heading is a story, and starts in an empty folder with what the blocks above the first story made.
A block says by its first words what happens:

    ```write FILE      the file has this content
    ```change FILE     '- words' that stand in one line, '+ words' in their place; no '+': the whole line goes;
                       '  words' finds a line, '+ line' then comes after it. The search goes on from the last
                       line. In a .pptx, words on a slide.
    ```has FILE        these lines stand there in this order; '…' is any words, '! words' stand nowhere
    ```delete FILE     the file or folder goes
    ```move FILE       the file or folder goes to the place that the block names
    ```sh              '$ briefpack …' runs; the lines under it are as in 'has', of what it says;
                       '(a check fails)' where it ends with 1
"""

import contextlib
import re
import shlex
import shutil
from pathlib import Path

import pytest
from pptx import Presentation

from workshop import run

_REFUSED = "(a check fails)"
_BLOCK = re.compile(r"^```(\w+) ?(.*)\n((?:.*\n)*?)```$", re.M)
_HEADING = re.compile(r"^## ", re.M)
FOLDER = Path(__file__).parent / "cases" / "stories"


def stories(text):
    """What stands above the first heading, then each story; a '## ' inside a block is no heading."""
    inside = [range(*block.span()) for block in _BLOCK.finditer(text)]
    heads = [found.start() for found in _HEADING.finditer(text) if not any(found.start() in one for one in inside)]
    parts = zip([0, *heads], [*heads, len(text)], strict=True)
    return [text[first:last].removeprefix("## ") for first, last in parts]


TOLD = {file.stem: stories(file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.md")}
STORIES = [(name, story) for name, (_, *stories) in sorted(TOLD.items()) for story in stories]


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    """By file of stories, the folder that its opening makes; made once."""
    made = {}

    def folder(name):
        if name not in made:
            made[name] = tmp_path_factory.mktemp(name)
            with contextlib.chdir(made[name]):
                told(TOLD[name][0], made[name])
        return made[name]

    return folder


IDS = [story.partition("\n")[0] for _, story in STORIES]


@pytest.mark.parametrize("name", sorted(TOLD))
def test_every_block_of_a_file_is_run_and_every_story_says_what_to_see(name):
    opening, *stories = TOLD[name]
    fences = sum(len(re.findall(r"^ *```", part, flags=re.M)) for part in (opening, *stories))
    shown = [[line for _, body in seen(story) for line in body.splitlines() if line[:2] != "$ "] for story in stories]

    assert fences == 2 * sum(len(_BLOCK.findall(part)) for part in (opening, *stories)) > 0
    assert all(any(map(str.strip, lines)) for lines in shown) and shown
    assert all(body.strip() for story in (opening, *stories) for _, body in seen(story))


def seen(story):
    """The blocks of a story that say what is to be seen."""
    return [(verb, body) for verb, _, body in _BLOCK.findall(story) if verb in ("has", "sh")]


@pytest.mark.parametrize(("name", "story"), STORIES, ids=IDS)
def test_story(name, story, given, tmp_path, monkeypatch):
    folder = shutil.copytree(given(name), tmp_path / "desk")
    monkeypatch.chdir(folder)
    told(story, folder)


def told(text, folder):
    """Do what the blocks of a story say, one after the other."""
    for verb, name, body in _BLOCK.findall(text):
        DONE[verb](folder / name, body)


def write(path, body):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body, encoding="utf-8")


def delete(path, _):
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def move(path, body):
    target = Path(body.strip())
    target.parent.mkdir(parents=True, exist_ok=True)
    path.rename(target)


def has(path, body):
    holds(path.read_text(encoding="utf-8"), body.splitlines())


def sh(folder, body):
    nothing, *commands = re.split(r"^\$ briefpack ", body, flags=re.M)
    assert not nothing and commands, body
    for told_so in commands:
        line, *expected = told_so.splitlines()
        command, *words = shlex.split(line)
        done = run(command, *(folder / word if (folder / word).exists() else word for word in words))
        assert done.exit_code == (1 if _REFUSED in expected else 0), done.output
        holds(done.output.replace(f"{folder}/", ""), [line for line in expected if line != _REFUSED])


def holds(text, lines):
    rest = text
    for line in filter(str.strip, lines):
        if line.startswith("! "):
            assert line[2:] not in text
            continue
        found = re.search(".*".join(map(re.escape, line.strip().split("…"))), rest)
        assert found, f"'{line}' does not stand in:\n{rest}"
        rest = rest[found.end() :]


def change(path, body):
    if path.suffix == ".pptx":
        change_deck(path, body)
        return
    lines, at, struck = path.read_text(encoding="utf-8").split("\n"), 0, ""
    for mark, words in ((line[:2].ljust(2), line[2:]) for line in [*body.splitlines(), "  "]):
        if struck and mark == "+ ":
            lines[at], struck = lines[at].replace(struck, words), ""
            continue
        if struck:
            lines.pop(at)
            struck = ""
        if mark == "+ ":
            at += 1
            lines.insert(at, words)
        elif words:
            found = [number for number, line in enumerate(lines) if words in line]
            assert found, f"'{words}' stands nowhere in {path.name}"
            at = next((number for number in found if number >= at), found[0])
            struck = words if mark == "- " else ""
    path.write_text("\n".join(lines), encoding="utf-8")


def change_deck(path, body):
    """Words of one run after the other, as a person types over them on a slide."""
    deck = Presentation(str(path))
    runs = [
        one
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for one in paragraph.runs
    ]
    for old, new in re.findall(r"^- (.*)\n\+ (.*)$", body, flags=re.M):
        changed = [one for one in runs if old in one.text]
        assert changed, f"'{old}' stands on no slide"
        for one in changed:
            one.text = one.text.replace(old, new)
    deck.save(str(path))


DONE = {"write": write, "change": change, "has": has, "delete": delete, "move": move, "sh": sh}
