"""Reading the literate cases of the analysis room: small documents written by hand, and what is found in them."""

from __future__ import annotations

import re
from pathlib import Path

from briefpack.model import Passage, Ref, Source
from briefpack.text.sentences import split

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[tuple[str, str]]:
    """The title and the indented lines of each '## ' heading of tests/cases/NAME.md."""
    page = (CASES / f"{name}.md").read_text(encoding="utf-8")
    parts = [part.split("\n", 1) for part in re.split(r"^## ", page, flags=re.MULTILINE)[1:]]
    return [(title, body) for title, body in parts]


def lines(body: str, label: str) -> list[str]:
    """What follows a label at the start of the indented lines."""
    rows = (line.strip().partition(" ") for line in body.splitlines() if line.startswith("    "))
    return [rest.strip() for name, _, rest in rows if name == label]


def source(body: str, key: str = "text") -> Source:
    """The lines labelled with a key as a source: a paragraph each, '# ' a heading, '- ' and '-- ' list items."""
    passages: list[Passage] = []
    heading, paragraph = "", 0
    for line in lines(body, key):
        if line.startswith("# "):
            heading = line[2:]
            continue
        depth = 2 if line.startswith("-- ") else 1 if line.startswith("- ") else 0
        kind = "caption" if line.startswith("photo: ") else "item" if depth else "body"
        words = line.removeprefix("photo: ")[depth + 1 if depth else 0 :]
        paragraph += 1
        sentences = enumerate(split(words), 1)
        passages += [Passage(Ref(key, paragraph, n), text, kind, heading, depth) for n, text in sentences]
    facts = dict(line.split(" ", 1) for line in lines(body, f"{key}:"))
    authors = (facts["author"],) if "author" in facts else ()
    return Source(
        key,
        f"{key}.txt",
        "0" * 64,
        tuple(passages),
        title=facts.get("title", "A title"),
        authors=authors,
        publisher=facts.get("publisher"),
        genre=facts.get("genre"),
        language=facts.get("language", "en"),
    )
