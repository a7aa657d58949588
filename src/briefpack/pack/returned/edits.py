"""What somebody did to a deck, change by change, while a page takes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefpack.check import is_verbatim
from briefpack.model import Ref
from briefpack.pack.returned.compared import Compared
from briefpack.pack.returned.desk import Desk

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that somebody did to a deck."""

    slide: int
    """0 for what concerns all."""
    what: str
    """'“Output fell.” is now “Output fell by a fifth.”'"""
    old: str = ""
    new: str = ""
    refs: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"slide {self.slide}: {self.what}" if self.slide else self.what


@dataclass(slots=True)
class Placing:
    """A page with the changes that it took, and those for which it has no place."""

    base: Desk
    """The page that the deck was made of."""
    desk: Desk
    """The page of today."""
    passages: Mapping[Ref, str] = field(default_factory=dict)
    """Every passage of the documents, by its words."""
    there: set[tuple[int, str]] = field(default_factory=set)
    """What the slides of a section say by now: its line, and the words. A line may go from one to the other."""
    placed: list[Change] = field(default_factory=list)
    left: list[Change] = field(default_factory=list)
    corrected: list[Change] = field(default_factory=list)
    """Statements whose words changed: the brief may say them too."""

    def misquotes(self, text: str, refs: Iterable[Ref]) -> str:
        """What the passages of a quotation say, where it says something else; empty where it does not."""
        said = [self.passages[ref] for ref in refs if ref in self.passages]
        return "" if not said or is_verbatim(text, said) else " ".join(said)


def beyond_words(one: Compared, work: Placing) -> None:
    """What a page has no words for: pictures, and the numbers of charts."""
    if one.pictures:
        many = "a picture was added" if one.pictures == 1 else f"{one.pictures} pictures were added"
        work.left.append(Change(one.number, f"{many}: a page holds none"))
    if one.numbers_changed:
        drawn = one.was is not None and one.was.numbers
        what = (
            "the numbers of the chart were changed: they are the passage's own"
            if drawn
            else "a chart was added: a page holds none"
        )
        work.left.append(Change(one.number, what))


def short(text: str, most: int = _SHOWN) -> str:
    """A text as a list of changes shows it."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def became(old: str, new: str) -> str:
    """'“… would ruin family farms.” is now “… would wreck family farms.”': each from a little before it differs."""
    start = next((at for at, (was, now) in enumerate(zip(old, new, strict=False)) if was != now), 0)
    if start > _SHOWN // 2:
        words = old[: start - _SHOWN // 4].rfind(" ") + 1
        old, new = f"… {old[words:]}", f"… {new[words:]}"
    return f"“{short(old)}” is now “{short(new)}”"
