"""How a question names a document: 'the Valley Herald report', 'the analysis by A and B', 'source 2'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from briefpack.messages import noted, say, spoken
from briefpack.model import Source
from briefpack.questions import articles, shapes
from briefpack.text.authors import is_body
from briefpack.text.lists import load
from briefpack.text.plain import fold, plain

NOUNS = {
    "news": (noted("the {publisher} report"), noted("the report by {author}")),
    "opinion": (noted("the {publisher} opinion piece"), noted("the opinion piece by {author}")),
    "editorial": (noted("the {publisher} editorial"), noted("the editorial by {author}")),
    "analysis": (noted("the {publisher} analysis"), noted("the analysis by {author}")),
    "official": (noted("the {publisher} document"), noted("the document by {author}")),
    "explainer": (noted("the {publisher} explainer"), noted("the explainer by {author}")),
}
_PLAIN = (noted("the {publisher} piece"), noted("the piece by {author}"))
_TEXT = noted("the {publisher} text")
_MOST_WORDS = 7  # of a publisher's name


_MOST_OF_A_TITLE = 9  # words
_MARKS = re.compile(r"[‘’“”«»\"()\[\]{}?!]|(?<!\w)'|'(?!\w)")
_SMALL = frozenset("and of for the in on at to de la du des et und der die das y".split())


def printed(sources: tuple[Source, ...]) -> dict[str, str]:
    """A name for each source, by key; sources that would share one are told apart by author, then date.

    One of which neither is known goes by its title, its date or, at last, its number.
    """
    forms = (_short, _with_author, _with_date, _titled, _dated, _numbered)
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


def briefly(sources: tuple[Source, ...], house: Callable[[str], str]) -> dict[str, str]:
    """A shorter name for each name of `printed` that has one of its own: 'the Valley Herald' for its 'report', 'Ruiz'.

    ``house`` puts the article before a publisher in English. Longer names come first: none is the beginning of another.
    """
    told = printed(sources)
    shorter = {told[source.key]: short for source in sources if (short := _shortest(source, told[source.key], house))}
    times = Counter(shorter.values())
    return {name: shorter[name] for name in sorted(shorter, key=len, reverse=True) if times[shorter[name]] == 1}


def _shortest(source: Source, name: str, house: Callable[[str], str]) -> str:
    """Its publisher where the name has that alone, else its author where the name has one; '' where it has neither."""
    publisher, authors = _publisher(source), _authors(source)
    if publisher and name == _short(source, 0):
        return publisher if spoken().translates else house(publisher)
    return authors if authors and name in (_by_author(source), _with_author(source, 0)) else ""


def described(source: Source) -> str:
    """What is known of a document, for the key: 'news, 6 May 2025, by Ana Ruiz'; empty where nothing is."""
    authors = _authors(source)
    by = say("by {authors}", authors=authors) if authors else ""
    genre = say(source.genre) if source.genre else ""
    return ", ".join(part for part in (genre, shapes.day(source.published or ""), by) if part)


def _short(source: Source, number: int) -> str:  # noqa: ARG001
    publisher = _publisher(source)
    return say(_form(source, publisher), publisher=publisher) if publisher else _by_author(source)


def _with_author(source: Source, number: int) -> str:
    by = "" if _body_of(source) else _authors(source)
    return (
        say("{document} by {author}", document=_short(source, number), author=by) if by and _publisher(source) else ""
    )


def _with_date(source: Source, number: int) -> str:
    date = shapes.when(source.published or "")
    short = _short(source, number)
    return say("{document} of {date}", document=short, date=date) if date and short else ""


def _titled(source: Source, number: int) -> str:  # noqa: ARG001
    """Marks inside which no gate looks for words of a passage: 'the document ‘Minutes of the meeting’'."""
    title = fold(source.title).rstrip(".")
    fits = 1 < len(title.split()) <= _MOST_OF_A_TITLE and not title.isupper() and not _MARKS.search(title)
    return say("the document ‘{title}’", title=title) if fits else ""


def _dated(source: Source, number: int) -> str:  # noqa: ARG001
    date = shapes.when(source.published or "")
    return say("the document of {date}", date=date) if date else ""


def _numbered(source: Source, number: int) -> str:  # noqa: ARG001
    return say("source {number}", number=number)


def _by_author(source: Source) -> str:
    by = _authors(source)
    return say(NOUNS.get(source.genre or "", _PLAIN)[1], author=by) if by else ""


def _authors(source: Source) -> str:
    names = tuple(name for name in map(shapes.name, source.authors) if name)
    return shapes.listed(names) if len(names) <= 2 else say("{name} and others", name=names[0])


def _publisher(source: Source) -> str:
    house = source.publisher or _body_of(source)
    first, _, _ = house.partition(", ")  # 'Ministry of Ports, Canals and Trade'
    name = shapes.name(_cased(_legal().sub("", first.strip()), source))
    bare = name[4:] if name.lower().startswith("the ") else name
    if spoken().translates:
        bare = articles.taken_over(bare) if bare != name else _as_it_writes(name, source)
    return bare if len(bare.split()) <= _MOST_WORDS else ""


def _body_of(source: Source) -> str:
    """The institution that signs a document as its author: no 'piece by Port Authority'."""
    return source.authors[0] if len(source.authors) == 1 and is_body(source.authors[0]) else ""


@cache
def _legal() -> re.Pattern[str]:
    """What a company is in law: no reader calls it so."""
    return re.compile(rf",? (?:{'|'.join(map(re.escape, load('legal-forms')))})\.?$")


def _as_it_writes(name: str, source: Source) -> str:
    """'la Ville de Valombre': with the article with which the source itself calls it."""
    return articles.placed(name, plain("\n".join(passage.text for passage in source.passages)))


def _cased(name: str, source: Source) -> str:
    """A heading in capitals as a name: 'HOUSE OF MUSIC' as 'House of Music'; 'BBC NEWS' keeps its short forms."""
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


def _form(source: Source, publisher: str) -> str:
    """'the {publisher} report'; not 'the Policy Analysis analysis'."""
    form = NOUNS.get(source.genre or "", _PLAIN)[0]
    return _TEXT if form.endswith(f" {publisher.lower().split()[-1]}") else form
