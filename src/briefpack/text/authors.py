"""A name as lists of sources need it: family and given names apart, or a body whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefpack.text import lists

_PARTICLES = frozenset("de del della di da dos das van von der den ter ten la le el al bin ibn du des y zu zur".split())
_OFFICES = ("ministry", "department", "office", "council", "committee", "desk", "staff", "reporters")
_AFTER = re.compile(r",? (Jr\.?|Sr\.?|II|III|IV)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in parts; a body's stands in `family` alone, whole."""

    family: str
    given: str = ""
    particle: str = ""
    """'van den' in 'Jan van den Berg', which stays before the family name."""
    suffix: str = ""

    @property
    def literal(self) -> bool:
        """Whether it is no person's: 'World Health Agency'."""
        return not self.given

    @property
    def last(self) -> str:
        """The family name with its particle: 'van den Berg'."""
        return f"{self.particle} {self.family}".strip()

    @property
    def initials(self) -> str:
        """'A. M.' of 'Ana M.', 'J.-P.' of 'Jean-Paul'."""
        return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in self.given.split())


def parted(name: str) -> Name:
    """The parts of a name as it is printed: the last word is the family name, with the particles before it."""
    text = " ".join(name.split())
    after = _AFTER.search(text)
    words = (text[: after.start()] if after else text).split(" ")
    if len(words) < 2 or is_body(text):
        return Name(text)
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES and words[first - 1].islower():
        first -= 1
    particle = " ".join(words[first:-1])
    return Name(words[-1], " ".join(words[:first]), particle, after[1] if after else "")


def is_body(name: str) -> bool:
    """Whether a name is an institution's: it holds a word such as 'Institute', 'of', 'the', or an ampersand."""
    words = name.split()
    plain = {word.lower().strip(".,") for word in words}
    return bool(plain & _bodies()) or any(word in ("of", "for", "the", "&", "and") for word in words)


@cache
def _bodies() -> frozenset[str]:
    """Words that a body is known by."""
    return frozenset(
        (*lists.load("names.nouns-body"), "ministry", "department", "office", "council", "committee", "desk")
    )
