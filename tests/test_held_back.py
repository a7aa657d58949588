"""No document of a pack stands in the program or its other tests: what measures a rule must not have made it.

Three signs are looked for: eight words in a row, two words of a name ('Ada Holm', 'Nordia Shipping'), and five words in
a row of an open pack or a worked example that are not everybody's English. 'By the end of the year' is: it stands in two
packs. So is 'at the head of the' of one pack only, since it has less than two runs of three words that no other pack
has. A page or a test that works on an example by its name may quote it; the program may not. A name counts where one of its words is a name only: not
'Supreme Court', whose words every pack uses in small letters too, and not what the program's own lists of places,
countries, given names and days hold. Allowed are lines that web pages of all houses carry (text/data/clean-*.txt), since
they are data about pages and say nothing of a topic, and the pairs of `EVERYWHERE`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from workshop import EXAMPLE

ROOT = Path(__file__).parents[1]
PACKS = ROOT / "tests" / "quality" / "packs"
DATA = ROOT / "src" / "briefpack" / "text" / "data"
SEEDS = ROOT / "seeds"
LOOKED_AT = ("src/briefpack", "tests", "templates", "docs")
KINDS = {".py", ".md", ".txt", ".yaml", ".j2", ".html"}
RUN, SHORT, SHORTEST = 8, 5, 3
EVERYDAY = {
    "what you need to know": "the headline of every explainer",
    "from left to right and": "how any picture is read",
    "on the first day and": "of any stay",
    "was paid for by the": "of any study",
    "have asked the council to": "of any petition",
}
LEAST_OWN = 2
"""Of the three runs of three words in five words, these at least stand in no other pack."""
EVERYWHERE = {"Facebook WhatsApp": "buttons of a web page"}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAME = re.compile(r"(?<![^\W_])([A-ZÀ-Þ][\w’'-]+)(?= ([A-ZÀ-Þ][\w’'-]+))")


def documents() -> Iterator[str]:
    for path in sorted(PACKS.glob("*/*")):
        if path.name != "reference.yaml":
            yield plain(path)


@cache
def plain(path: Path) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8")))


def packs() -> dict[str, list[str]]:
    """The texts of every pack of tests/quality and of every worked example, with what its pack.yaml asks."""
    found: dict[str, list[str]] = {}
    for path in sorted([*PACKS.glob("*/*"), *SEEDS.glob("*/*")]):
        if path.name != "reference.yaml":
            found.setdefault(path.parent.name, []).append(plain(path))
    for path in sorted(ROOT.glob("packs/*/pack.yaml")):
        asked = re.findall(r"^(?:title|question): (.*)$", path.read_text(encoding="utf-8"), flags=re.M)
        found.setdefault(path.parent.name, []).extend(asked)
    return found


def files() -> Iterator[Path]:
    for folder in LOOKED_AT:
        for path in sorted((ROOT / folder).rglob("*")):
            known = path.suffix in KINDS and not path.name.startswith("clean-")
            if known and not {"quality", "golden", "__pycache__", "node_modules"} & set(path.relative_to(ROOT).parts):
                yield path


@cache
def words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def runs(text: str, length: int = RUN) -> set[str]:
    said = words(text)
    return {" ".join(row) for row in zip(*(said[at:] for at in range(length)), strict=False)}


def owners(texts: dict[str, list[str]], length: int) -> dict[str, str]:
    """The pack that alone has a run of so many words, or '' where two have it."""
    found: dict[str, str] = {}
    for pack, documents_ in texts.items():
        for run in set().union(*(runs(text, length) for text in documents_)):
            found[run] = "" if run in found else pack
    return found


def taken(text: str, fives: dict[str, str], threes: dict[str, str]) -> list[tuple[str, str]]:
    """The open packs whose words a text has, each with the words; 'held-' packs are looked through for long runs only."""
    return sorted(
        (pack, run)
        for run in (runs(text, SHORT) & fives.keys()) - EVERYDAY.keys()
        if (pack := fives[run])
        and not pack.startswith("held-")
        and sum(bool(threes[part]) for part in runs(run, SHORTEST)) >= LEAST_OWN
    )


def quotable(path: Path, text: str) -> set[str]:
    """The worked examples that a page or a test builds, and may quote; the program may not."""
    if path.is_relative_to(ROOT / "src"):
        return set()
    first = {EXAMPLE.name} if re.search(r"\bEXAMPLE\b", text) else set()
    return first | {folder.name for folder in SEEDS.iterdir() if folder.name in text}


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


def test_no_words_of_an_open_pack_stand_in_the_program_or_in_a_case() -> None:
    texts = packs()
    fives, threes = owners(texts, SHORT), owners(texts, SHORTEST)

    for path in files():
        text = path.read_text(encoding="utf-8")
        may = quotable(path, text)
        found = [each for each in taken(text, fives, threes) if each[0] not in may]
        assert found == [], f"{path.relative_to(ROOT)} has words of an open pack: write others of the same form"


def test_a_phrase_and_a_name_of_a_pack_would_be_seen() -> None:
    texts = [
        "The council of Aldermoor sold the old ferry to Petra Quillfeather on Monday, and the council regretted it."
    ]

    assert "council of aldermoor sold the old ferry to" in runs(texts[0])
    assert own_names(texts) == {"Petra Quillfeather"}
    assert names("as Petra Quillfeather's lawyer said") & own_names(texts)


def test_five_words_of_one_pack_would_be_seen_and_everybody_s_english_would_not() -> None:
    texts = {
        "ferry": ["Nobody polishes a heron twice. At the head of the queue it rained by the end of the year."],
        "mill": ["It rained by the end of the year. He stood at the head of a queue, the head of the mill."],
        "held-hill": ["Moles whistle under frozen gravel."],
    }
    fives, threes = owners(texts, SHORT), owners(texts, SHORTEST)

    assert taken("'Nobody polishes a heron twice': a rule", fives, threes) == [
        ("ferry", "nobody polishes a heron twice")
    ]
    assert taken("It rained by the end of the year, at the head of the queue.", fives, threes) == []
    assert taken("Moles whistle under frozen gravel.", fives, threes) == []
