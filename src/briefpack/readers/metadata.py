"""What is known of a document: its own metadata, else the text's own words; what neither says stays unknown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.model import Dropped
from briefpack.readers import datelines, dates, ends, genre, imprint, own_day, people, sections, settled, titles
from briefpack.readers.blocks import Meta
from briefpack.readers.clean import Sifted
from briefpack.readers.names import small
from briefpack.text.language import LANGUAGES, detect
from briefpack.text.lists import load
from briefpack.text.plain import plain
from briefpack.text.sentences import split

_RIGHTS = re.compile(
    r"(?:(?:©|\([cC]\)|[Cc]opyright)\W*)+(?:(?:19|20)\d\d)?(?:\s?[-–]\s?(?:19|20)\d\d)?\W*"
    r"(?P<house>[A-Z][\w.'’& -]{2,60})"
)
_YEARS = re.compile(r"[ ,-]+(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?[ .]*$")

_SMALL = frozenset({"OF", "AND", "FOR", "IN", "ON", "&"})
"""Words of a name that are never short for anything."""


@dataclass(frozen=True, slots=True)
class Known:
    """The fields of a Source that describe it; None and empty where unknown."""

    title: str
    title_derived: bool
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None
    genre: str | None
    genre_reason: str
    language: str | None
    url: str | None
    worked_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A document as this room looks at it."""

    meta: Meta
    sifted: Sifted
    body: str
    dropped: dict[str, list[str]]
    """Reason to the texts dropped for it."""


def work_out(sifted: Sifted, meta: Meta) -> Known:
    """Fill in what the file or the text says. How an inferred value was found is told in ``worked_out``."""
    text = _Text(meta, sifted, " ".join(block.text for block in sifted.kept), _by_reason(sifted.dropped))
    notes: list[str] = []
    language = _language(text)
    title, derived = titles.choose(meta, sifted.title, sifted.kept, language or "en")
    publisher = _noted(notes, "publisher", *_publisher(text))
    published = _noted(notes, "date", *_published(text))
    authors = _authors(text, notes)
    kind, why = genre.judge(meta, sifted, publisher or "", authors)
    _noted(notes, "genre", kind, "" if why == genre.DECLARED else why)
    if derived:
        notes.append("title: the text has none; its first statement stands in")
    return Known(
        title, derived, authors, publisher, published, kind or None, why, language, meta.url or None, tuple(notes)
    )


def _by_reason(dropped: Sequence[Dropped]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in dropped:
        found.setdefault(line.why, []).append(line.text)
    return found


def _noted(notes: list[str], field: str, value: str | None, how: str) -> str | None:
    if value and how:
        notes.append(f"{field}: {how}")
    return value or None


def _language(text: _Text) -> str | None:
    own = text.meta.language[:2].lower()
    return detect(text.body) or (own if own in LANGUAGES or len(text.meta.language) in (2, 5) else None)


def _authors(text: _Text, notes: list[str]) -> tuple[str, ...]:
    """Those that the file names, else the byline's, else those of whom the notes on authors speak."""
    weak = "authors" in text.meta.weak
    if text.meta.authors and not weak:
        return tuple(map(small, text.meta.authors))
    bylines = [
        name for line in text.dropped.get(people.BYLINE, []) for name in people.byline(line) or people.bare_byline(line)
    ]
    if bylines:
        return tuple(dict.fromkeys(map(small, bylines)))
    imprints = [found for line in text.dropped.get(imprint.IMPRINT, []) if (found := imprint.parse(line))]
    if signed := [name for found in imprints for name in found.authors]:
        return tuple(dict.fromkeys(signed))
    told = [name for line in text.dropped.get(people.BIOGRAPHY, []) for name in people.biography_names(line)]
    if told:
        notes.append("authors: named in the notes on the authors")
        return tuple(dict.fromkeys(told))
    typed = [name for name in text.meta.authors if people.bare_byline(name)]
    if typed:
        notes.append("authors: from the file's properties")
    return tuple(typed)


def _publisher(text: _Text) -> tuple[str, str]:
    """The publisher and how it was worked out; both empty if nothing settles it."""
    if text.meta.publisher:
        return text.meta.publisher, ""
    for line in text.dropped.get(dates.PROVENANCE, []):
        house = dates.provenance_house(line)
        if house:
            return _without_acronym(house), "from the line on where it was first published"
    return (
        _agency(text)
        or _imprint(text)
        or _under_title(text)
        or _about(text)
        or _staff(text)
        or _interviewer(text)
        or _rights(text)
        or ("", "")
    )


def _without_acronym(house: str) -> str:
    return re.sub(r" \([A-Z][\w&-]*\)$", "", house)


def _agency(text: _Text) -> tuple[str, str] | None:
    named = (datelines.agency(line) for line in text.dropped.get(datelines.DATELINE, []))
    return next(((house, "from the dateline") for house in named if house), None)


def _imprint(text: _Text) -> tuple[str, str] | None:
    for line in text.dropped.get(ends.MASTHEAD, []):
        return _quiet(line.partition(" – ")[0]), "named over the title"
    found = (imprint.parse(line) for line in text.dropped.get(imprint.IMPRINT, []))
    return next(((_quiet(one.house), "") for one in found if one and one.house), None)


def _under_title(text: _Text) -> tuple[str, str] | None:
    """A house that stands by itself right under the title: '**Department of Roads and Harbours**'."""
    kept = [block for block in text.sifted.kept if block.text != text.sifted.title]
    first = kept[0] if len(kept) > 1 else None
    alone = first is not None and not first.sure and imprint.is_house(first.text)
    return (_quiet(first.text), "named under the title") if first and alone else None


def _quiet(house: str) -> str:
    """'THE EXAMPLE REVIEW' as 'The Example Review'; a name with a short word that may be initials stays."""
    parts = house.split()
    spoken = all(len(part) > 3 or part in ("THE", *_SMALL) for part in parts)
    return " ".join(_small(part, first=not n) for n, part in enumerate(parts)) if house.isupper() and spoken else house


def _small(part: str, *, first: bool) -> str:
    return part.lower() if part in _SMALL and not first else part.capitalize()


def _about(text: _Text) -> tuple[str, str] | None:
    named = (sections.house(line) for line in text.dropped.get(sections.ABOUT, []))
    return next(((house, "named in the note about it") for house in named if house), None)


def _staff(text: _Text) -> tuple[str, str] | None:
    """The organisation of 'Edited by Jane Doe, Senior Editor, Example House', in full where the text spells it out."""
    for line in text.dropped.get("editor's line", []):
        house = people.staff_line(line)
        if house:
            everything = " ".join([text.body, *text.dropped.get(people.BIOGRAPHY, [])])
            return spelt_out(house, everything), "the house of the editor named under the text"
    return None


def spelt_out(short: str, text: str) -> str:
    """'EXF Norway' as 'Example Foundation of Norway' if the text says so with those initials; else as it is."""
    acronym, _, rest = short.partition(" ")
    if not (acronym.isupper() and 2 <= len(acronym) <= 8):
        return short
    small = r"(?:(?:of|for|and|the|on|de|du|des|et|pour|la)\s){0,3}"
    words = rf"\s{small}".join(rf"{re.escape(letter)}[\w'’-]+" for letter in acronym)
    tail = rf"\s{small}{re.escape(rest)}" if rest else ""
    found = re.search(rf"\b{words}{tail}(?!\w)", text)
    return found[0].strip() if found else short


def _interviewer(text: _Text) -> tuple[str, str] | None:
    """The outlet that speakers told something, where its page names it as well, or it alone is told twice."""
    told = Counter(
        re.findall(
            r"\b(?:told|tells|interview with)\s((?:The\s)?[A-Z][\w’'&]+(?:\s(?:and|of|[A-Z][\w’'&]+)){0,4})", text.body
        )
    )
    furniture = plain(" ".join(line for lines in text.dropped.values() for line in lines))
    for outlet, count in told.most_common():
        words = outlet.split()
        named = plain(" ".join(words[:2] if words[0] == "The" else words[:1]))
        is_outlet = words[0] == "The" or outlet in load("clean-agencies")
        if is_outlet and (re.search(rf"\b{re.escape(named)}\b", furniture) or (count > 1 and len(told) == 1)):
            return outlet, f"speakers of the text told it to {outlet}"
    return None


def _rights(text: _Text) -> tuple[str, str] | None:
    for line in text.dropped.get("copyright line", []):
        found = _RIGHTS.search(line)
        if found:
            house = re.split(r"\.\s|\bAll\b|\bTous\b|\bAlle\b|\bTodos\b|,", found["house"])[0]
            house = _YEARS.sub("", house).strip(" .-")
            if house:
                return house, "from the copyright line"
    return None


def _published(text: _Text) -> tuple[str, str]:
    """The date of publication and how it was worked out; both empty if nothing settles it."""
    own = dates.iso(text.meta.published) if text.meta.published else None
    if own and "published" not in text.meta.weak:
        return own, ""
    for line in text.dropped.get(dates.PROVENANCE, []):
        first = dates.stated(line)
        if first:
            return first, "from the line on where it was first published"
    reasons = (dates.DATE_LINE, imprint.IMPRINT, people.BYLINE)
    lines = [line for why in reasons for line in text.dropped.get(why, [])]
    for line in sorted(lines, key=dates.is_update):
        if stated := dates.stated(line):
            return stated, ""
    for line in text.dropped.get(datelines.DATELINE, []):
        dated = dates.iso(line)
        if dated and len(dated) == 10:
            return dated, "from the dateline"
    sentences = [sentence for block in text.sifted.kept for sentence in split(block.text)]
    return (
        own_day.read(text.sifted.title or "", sentences)
        or dates.as_of(text.body)
        or settled.week(sentences, dates.latest(text.body))
        or (own or "", "")
    )
