"""No document of tests/quality/packs stands in the program or its other tests: what measures a rule must not have made it.

Two signs are looked for: eight words in a row, and two words of a name ('Ada Holm', 'Nordia Shipping'). Shorter runs
are everybody's English ('by the end of the year'). A name counts where one of its words is a name only: not
'Supreme Court', whose words every pack uses in small letters too, and not what the program's own lists of places,
countries, given names and days hold. Allowed are lines that web pages of all houses carry (text/data/clean-*.txt), since
they are data about pages and say nothing of a topic, and the pairs of `EVERYWHERE`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKS = ROOT / "tests" / "quality" / "packs"
DATA = ROOT / "src" / "briefpack" / "text" / "data"
LOOKED_AT = ("src/briefpack", "tests", "templates", "docs")
KINDS = {".py", ".md", ".txt", ".yaml", ".j2", ".html"}
RUN = 8
EVERYWHERE = {"Facebook WhatsApp": "buttons of a web page"}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAME = re.compile(r"(?<![^\W_])([A-ZÀ-Þ][\w’'-]+)(?= ([A-ZÀ-Þ][\w’'-]+))")


def documents() -> Iterator[str]:
    for path in sorted(PACKS.glob("*/*")):
        if path.name != "reference.yaml":
            yield html.unescape(re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8")))


def files() -> Iterator[Path]:
    for folder in LOOKED_AT:
        for path in sorted((ROOT / folder).rglob("*")):
            known = path.suffix in KINDS and not path.name.startswith("clean-")
            if known and not {"quality", "golden", "__pycache__", "node_modules"} & set(path.relative_to(ROOT).parts):
                yield path


def runs(text: str) -> set[str]:
    found = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
    return {" ".join(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def names(text: str) -> set[str]:
    """'Ada Holm', and every pair of words of a longer name, without what follows an apostrophe."""
    return {" ".join(re.sub(r"['’]s?$", "", word) for word in found.groups()) for found in _NAME.finditer(text)}


def own_names(texts: list[str]) -> set[str]:
    """The names of which one word at least is no word of the language and stands in no list of the program."""
    usual = {word for text in texts for word in re.findall(r"[^\W\d_]+", text) if word.islower()}
    lists = [*DATA.glob("names.*.txt"), *DATA.glob("dates.*.txt")]
    listed = {word.lower() for path in lists for word in re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8"))}
    known = usual | listed
    pairs = {pair for text in texts for pair in names(text)}
    return {pair for pair in pairs if any(word.lower() not in known for word in pair.split())} - set(EVERYWHERE)


def test_no_words_of_a_pack_stand_outside_the_packs() -> None:
    texts = list(documents())
    said, named = {run for text in texts for run in runs(text)}, own_names(texts)

    for path in files():
        text = path.read_text(encoding="utf-8")
        found = sorted((runs(text) & said) | (names(text) & named))
        assert found == [], f"{path.relative_to(ROOT)} has words or a name of a quality pack: invent an example"


def test_a_phrase_and_a_name_of_a_pack_would_be_seen() -> None:
    texts = [
        "The council of Aldermoor sold the old ferry to Petra Quillfeather on Monday, and the council regretted it."
    ]

    assert "council of aldermoor sold the old ferry to" in runs(texts[0])
    assert own_names(texts) == {"Petra Quillfeather"}
    assert names("as Petra Quillfeather's lawyer said") & own_names(texts)
