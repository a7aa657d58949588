"""Entries and pointers in four styles, as Markdown: italics between stars.

APA 7, MLA 9, Chicago 18 author-date and notes, for articles, reports and web pages with and without authors;
tests hold them against pandoc's citeproc on the same CSL-JSON.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefpack.citing.record import PAGE, PAPER, REPORT, Record
from briefpack.citing.titles import capitals
from briefpack.text.authors import Name

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
_STOPS = (".", "?", "!", "…", ".”", "?”", "!”", ".*", "?*", "!*")


@dataclass(frozen=True, slots=True)
class Style:
    """How a style prints a source in the list, and points to one of its paragraphs from the text."""

    label: str
    entry: Callable[[Record], str]
    pointer: Callable[[Record, int], str]


def apa(one: Record) -> str:
    """'Ruiz, A. (2025, May 6). Title. *House*. URL'."""
    title = one.title if one.kind == PAPER or one.untitled else _slanted(one.title)
    house = _slanted(one.house) if one.kind == PAPER else _plain(one.house)
    when = f"({_apa_date(one)})"
    who = _listed([_apa_name(name) for name in one.authors], ", & ", always=True)
    head = (who, when, title) if who else (title, when)
    return _sentences(*head, "" if _is_author(one) else house) + _space(one.url)


def _apa_pointer(one: Record, paragraph: int) -> str:
    names = [name.last for name in one.authors]
    who = f"{names[0]} et al." if len(names) > 2 else " & ".join(names) or _called(one)
    return f"({who}, {one.date[0] if one.date else 'n.d.'}, para. {paragraph})"


def mla(one: Record) -> str:
    """'Ruiz, Ana. “Title.” *House*, 6 May 2025, URL.'."""
    house = _plain(one.house) if one.kind == REPORT else _slanted(one.house)
    when = " ".join(_day_first(one.date, _SHORT))
    tail = ", ".join(part for part in ("" if _is_author(one) else house, when, one.url) if part)
    return _sentences(_mla_names(one.authors), _titled(one), tail)


def _mla_pointer(one: Record, paragraph: int) -> str:
    names = [name.last for name in one.authors]
    who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names) or _called(one)
    return f"({who}, par. {paragraph})"


def chicago(one: Record) -> str:
    """'Ruiz, Ana. 2025. “Title.” *House*, May 6. URL.'."""
    year = str(one.date[0]) if one.date else "n.d."
    day = " ".join(_month_first(one.date)) if one.kind != REPORT else ""
    house = _slanted(one.house) if one.kind == PAPER else _plain(one.house)
    if not one.authors and one.kind == REPORT:
        return _sentences(_titled(one), year, house, one.url)
    if not one.authors and house:
        return _sentences(house, year, _unsigned(one), day, one.url)
    who = _listed(_inverted(one.authors), ", and ", always=True)
    told = ", ".join(part for part in ("" if _is_author(one) else house, day) if part)
    return _sentences(who or _titled(one), year, _titled(one) if who else "", told, one.url)


def _chicago_pointer(one: Record, paragraph: int) -> str:
    names = [name.last for name in one.authors]
    who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names) or one.house or _called(one)
    return f"({who} {one.date[0] if one.date else 'n.d.'}, para. {paragraph})"


def notes(one: Record) -> str:
    """The bibliography's entry: 'Ruiz, Ana. “Title.” *House*, May 6, 2025. URL.'."""
    who = _listed(_inverted(one.authors), ", and ", always=True)
    house = _slanted(one.house) if one.kind == PAPER else _plain(one.house)
    if not who and house and one.kind != REPORT:
        return _sentences(house, _unsigned(one), _american(one), one.url)
    told = ", ".join(part for part in ("" if _is_author(one) else house, _american(one)) if part)
    return _sentences(who, _titled(one), told, one.url)


def _note(one: Record, paragraph: int) -> str:
    """The note itself: 'Ana Ruiz, “Title,” *House*, May 6, 2025, para. 7, URL.'."""
    who = _listed([_straight(name) for name in one.authors], ", and ")
    title = _titled(one).removesuffix(".”")
    title = f"{title},”" if _titled(one).endswith(".”") else f"{title.removesuffix('.')},"
    house = _slanted(one.house) if one.kind == PAPER else _plain(one.house)
    parts = ("" if _is_author(one) else house, _american(one), f"para. {paragraph}", one.url)
    return f"{who + ', ' if who else ''}{title} {', '.join(part for part in parts if part)}."


STYLES = {
    "apa": Style("APA, 7th edition", apa, _apa_pointer),
    "mla": Style("MLA, 9th edition", mla, _mla_pointer),
    "chicago": Style("Chicago, 18th edition, author and date", chicago, _chicago_pointer),
    "chicago-notes": Style("Chicago, 18th edition, notes and bibliography", notes, _note),
}


def _apa_name(name: Name) -> str:
    suffix = f", {name.suffix}" if name.suffix else ""
    return name.family if name.literal else f"{name.last}, {name.initials}{suffix}"


def _straight(name: Name) -> str:
    return " ".join(part for part in (name.given, name.last, name.suffix) if part)


def _reversed(name: Name) -> str:
    suffix = f", {name.suffix}" if name.suffix else ""
    return name.family if name.literal else f"{name.last}, {name.given}{suffix}"


def _inverted(names: tuple[Name, ...]) -> list[str]:
    """The first one by the family name, the others as they are said."""
    return [_reversed(name) if place == 0 else _straight(name) for place, name in enumerate(names)]


def _mla_names(names: tuple[Name, ...]) -> str:
    if len(names) > 2:
        return f"{_reversed(names[0])}, et al."
    return ", and ".join(_inverted(names))


def _listed(names: list[str], last: str, *, always: bool = False) -> str:
    """'A', 'A, and B', 'A, B, and C'; two without a comma unless they are turned round."""
    if len(names) < 2:
        return "".join(names)
    joint = last if len(names) > 2 or always else last.removeprefix(",")
    return ", ".join(names[:-1]) + joint + names[-1]


def _apa_date(one: Record) -> str:
    if not one.date:
        return "n.d."
    day = " ".join(_month_first(one.date)) if one.kind != REPORT else ""
    return f"{one.date[0]}, {day}" if day else str(one.date[0])


def _american(one: Record) -> str:
    """'May 6, 2025', 'May 2025'; a report's year alone; 'n.d.' where none is known, but for pages."""
    day = _month_first(one.date) if one.kind != REPORT else []
    joint = ", " if len(day) > 1 else " "
    return joint.join(part for part in (" ".join(day), str(one.date[0]) if one.date else _undated(one)) if part)


def _undated(one: Record) -> str:
    return "" if one.kind == PAGE else "n.d."


def _month_first(date: tuple[int, ...]) -> list[str]:
    return [_MONTHS[date[1] - 1], *map(str, date[2:3])] if len(date) > 1 else []


def _day_first(date: tuple[int, ...], months: list[str]) -> list[str]:
    month = [months[date[1] - 1]] if len(date) > 1 else []
    return [*map(str, date[2:3]), *month, *map(str, date[:1])]


def _titled(one: Record) -> str:
    """In marks, or slanted where it stands for itself; brackets as they are."""
    title = _capital(one)
    if one.untitled:
        return title
    if one.kind == REPORT:
        return _slanted(title)
    inner = title.replace("“", "‘").replace("”", "’")
    return f"“{inner}”" if inner.endswith(_STOPS) else f"“{inner}.”"


def _unsigned(one: Record) -> str:
    """The title of what no author signed, after the newspaper's or the site's name."""
    return _slanted(_capital(one)) if one.kind == PAPER and not one.untitled else _titled(one)


def _capital(one: Record) -> str:
    return _plain(capitals(one.title, one.language))


def _called(one: Record) -> str:
    """A source without an author, by its title, shortened to four words."""
    words = _plain(one.title).split()
    short = " ".join(words[:4]).rstrip(",:;")
    return short if one.untitled else f"“{short}”"


def _is_author(one: Record) -> bool:
    """Whether the house is the author too, and need not be named again."""
    return [name.family for name in one.authors] == [one.house]


def _slanted(text: str) -> str:
    return f"*{_plain(text)}*" if text else ""


def _plain(text: str) -> str:
    """Stars in a title are stars."""
    return text.replace("*", "\\*") if "\\*" not in text else text


def _sentences(*parts: str) -> str:
    """The parts, each with a stop at its end."""
    return " ".join(part if part.endswith(_STOPS) else f"{part}." for part in parts if part)


def _space(url: str) -> str:
    return f" {url}" if url else ""
