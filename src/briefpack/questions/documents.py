"""How a question names a document: 'the Valley Herald report', 'the analysis by A and B', 'source 2'."""

from __future__ import annotations

import re
from collections import Counter

from briefpack.model import Source
from briefpack.questions import shapes

NOUNS = {
    "news": "report",
    "opinion": "opinion piece",
    "editorial": "editorial",
    "analysis": "analysis",
    "official": "document",
    "explainer": "explainer",
}
_PLAIN_NOUN = "piece"
_MOST_WORDS = 7  # of a publisher's name


_LEGAL = re.compile(r",? (?:S\.A\.?|Ltd\.?|Limited|Inc\.?|LLC|plc|PLC|AG|GmbH|N\.V\.?|B\.V\.?|Pty)$")
"""What a company is in law: no reader calls it so."""
_SMALL = frozenset("and of for the in on at to de la du des et und der die das y".split())


def printed(sources: tuple[Source, ...]) -> dict[str, str]:
    """A name for each source, by key; sources that would share one are told apart by author, then date, then number."""
    forms = [(_short, _with_author, _with_date, _numbered)[step] for step in range(4)]
    names: dict[str, str] = {}
    left = list(enumerate(sources, start=1))
    for form in forms:
        tried = {source.key: form(source, number) for number, source in left}
        times = Counter(tried.values())
        for key, text in tried.items():
            if text and times[text] == 1 and text not in names.values():
                names[key] = text
        left = [(number, source) for number, source in left if source.key not in names]
    return names


def described(source: Source) -> str:
    """What is known of a document, for the key: 'news, 6 May 2025, by Ana Ruiz'; empty where nothing is."""
    authors = _authors(source)
    by = f"by {authors}" if authors else ""
    return ", ".join(part for part in (source.genre or "", shapes.day(source.published or ""), by) if part)


def _short(source: Source, number: int) -> str:  # noqa: ARG001
    publisher = _publisher(source)
    return f"the {publisher} {_noun(source, publisher)}" if publisher else _by_author(source)


def _with_author(source: Source, number: int) -> str:
    by = _authors(source)
    return f"{_short(source, number)} by {by}" if by and _publisher(source) else ""


def _with_date(source: Source, number: int) -> str:
    date = shapes.day(source.published or "")
    short = _short(source, number)
    return f"{short} of {date}" if date and short else ""


def _numbered(source: Source, number: int) -> str:  # noqa: ARG001
    return f"source {number}"


def _by_author(source: Source) -> str:
    by = _authors(source)
    return f"the {_noun(source, '')} by {by}" if by else ""


def _authors(source: Source) -> str:
    names = tuple(name for name in map(shapes.name, source.authors) if name)
    return shapes.listed(names) if len(names) <= 2 else f"{names[0]} and others"


def _publisher(source: Source) -> str:
    first, _, _ = (source.publisher or "").partition(", ")  # 'Ministry of Fisheries, Oceans and Trade'
    name = shapes.name(_cased(_LEGAL.sub("", first.strip()), source))
    bare = name[4:] if name.lower().startswith("the ") else name
    return bare if len(bare.split()) <= _MOST_WORDS else ""


def _cased(name: str, source: Source) -> str:
    """A heading in capitals as a name: 'CENTRE FOR SPORT' as 'Centre for Sport'; 'BBC NEWS' keeps its short forms."""
    if not name.isupper() or len(name.split()) < 2:
        return name
    texts = [passage.text for passage in source.passages]
    return " ".join(_word(word, first=not at, texts=texts) for at, word in enumerate(name.split()))


def _word(word: str, *, first: bool, texts: list[str]) -> str:
    """A word of a name in capitals; one that its text writes so, too, or that has no vowel, is short for something."""
    if word.lower() in _SMALL and not first:
        return word.lower()
    short = re.compile(rf"\b{re.escape(word)}\b")
    kept = not re.search("[AEIOUY]", word) or any(short.search(text) for text in texts if not text.isupper())
    return word if kept else word.capitalize()


def _noun(source: Source, publisher: str) -> str:
    noun = NOUNS.get(source.genre or "", _PLAIN_NOUN)
    return noun if not publisher.lower().endswith(noun) else "text"  # not 'the Policy Analysis analysis'
