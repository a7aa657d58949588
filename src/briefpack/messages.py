"""The program's own words in the language of a pack: the English text is the key, message files hold the others.

'say("Page {page} of {pages}", page=1, pages=3)' gives 'Page 1 of 3', or 'Page 1 de 3' while French is spoken. A text
without a translation stays English and is noted. 'noted' marks a text that a table holds until it is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from string import Formatter

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)  # fmt: skip
SHORT_MONTHS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
NUMBERS = tuple("no one two three four five six seven eight nine ten eleven twelve".split())
_VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"


def _english(count: int) -> int:
    return int(count != 1)


def _unknown(_: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Messages:
    """A language: its texts by the English ones, and its small habits."""

    code: str = ""
    """'fr'; empty where a pack names no language: the words are English, products take their sources' language."""
    region: str = ""
    """'fr-CA': what spelling checkers are told."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """English text to its forms: one, or as many as the language has for numbers."""
    form: Callable[[int], int] = _english
    """A number to the place of its form."""
    months: tuple[str, ...] = MONTHS
    short_months: tuple[str, ...] = SHORT_MONTHS
    numbers: tuple[str, ...] = NUMBERS
    point: str = "."
    """The mark in '1.5'."""
    thousands: str = ","
    """The mark in '1,234'."""
    first: str = "1"
    """The first day of a month: '1er'."""
    day: str = "{day}"
    """A day inside a sentence: 'le {day}'."""
    quotes: tuple[str, str] = ("“", "”")
    tied: Callable[[str], str] = str
    """A text with its spaces made such that no line breaks before '?'."""
    joins: tuple[tuple[str, str], ...] = ()
    """What two words become where a slot meets the word before it: 'de le ' is 'du '."""
    elides: tuple[str, ...] = ()
    """Words that lose their last letter before a slot that begins with a vowel: 'de Ottawa' is 'd’Ottawa'."""
    detect: Callable[[str], str | None] = _unknown
    """Which language a text of a source is in, as far as its words tell."""
    missing: dict[str, None] = field(default_factory=dict)
    """English texts that were asked for and have no translation."""

    @property
    def translates(self) -> bool:
        """Whether it speaks another language than English."""
        return self.code not in ("", "en")

    def text(self, english: str, form: int = 0) -> str:
        """The wording of an English text, its slots not yet filled."""
        forms = self.texts.get(english, ())
        if not forms and self.translates:
            self.missing[english] = None
        return forms[min(form, len(forms) - 1)] if forms else english

    def filled(self, wording: str, slots: Mapping[str, object]) -> str:
        """A wording with its slots filled, and joined as the language asks."""
        if not self.joins and not self.elides:
            return wording.format_map(slots)
        said = ""
        for before, slot, _, _ in Formatter().parse(wording):
            said += before
            if slot is not None:
                said = self._joined(said, str(slots[slot]))
        return said

    def _joined(self, before: str, value: str) -> str:
        for ends, meant in self.joins:
            word, _, start = ends[:-1].rpartition(" ")
            if value.startswith(f"{start} ") and _ends(before, f"{word} "):
                return before[: -len(word) - 1] + _cased(meant, before[-len(word) - 1 :]) + value[len(start) + 1 :]
        word = next((word for word in self.elides if _ends(before, f"{word} ")), "")
        if word and value[:1].lower() in _VOWELS and value:
            return f"{before[:-2]}’{value}"
        return before + value


def _ends(text: str, word: str) -> bool:
    """Whether a text ends with a whole word."""
    return re.search(rf"(?<![\w’'-]){re.escape(word)}$", text, re.IGNORECASE) is not None


def _cased(text: str, like: str) -> str:
    return text.capitalize() if like[:1].isupper() else text


ENGLISH = Messages()
_SPOKEN: ContextVar[Messages] = ContextVar("messages", default=ENGLISH)


@contextmanager
def speaking(language: Messages) -> Iterator[Messages]:
    """While this lasts, everything that is said is said in a language."""
    before = _SPOKEN.set(language)
    try:
        yield language
    finally:
        _SPOKEN.reset(before)


def spoken() -> Messages:
    """The language that is spoken."""
    return _SPOKEN.get()


def code() -> str:
    """'fr' while French is spoken; empty where a pack names no language."""
    return _SPOKEN.get().code


def say(text: str, /, **slots: object) -> str:
    """A text in the language that is spoken, its slots filled."""
    language = _SPOKEN.get()
    return language.filled(language.text(text), slots) if slots else language.text(text)


def counted(one: str, many: str, count: int, /, **slots: object) -> str:
    """A text that depends on a number, which also fills {count}: '1 source', '3 sources'."""
    language = _SPOKEN.get()
    forms = (one, many) if not language.texts.get(one) else ()
    wording = language.text(one, language.form(count))
    if forms:
        wording = forms[_english(count)]
    return language.filled(wording, {"count": count, **slots})


def ours(text: str) -> str:
    """A text that may be a course's own, such as its label: said where it is one of ours, else left as it is."""
    return say(text) if text in _SPOKEN.get().texts else text


def noted(text: str) -> str:
    """The text as it is: it stands in a table, and is said where it is used."""
    return text


def quoted(text: str) -> str:
    """A text between the quotation marks of the language that is spoken."""
    opening, closing = _SPOKEN.get().quotes
    return f"{opening}{text}{closing}"


def phrase(text: str) -> str:
    """A phrase of a source inside the program's own words: in its marks where these are in another language."""
    return quoted(text) if spoken().translates and text[:1] not in "“«" else text


def headed(text: str) -> str:
    """A heading that the analysis worded, 'Claim and denial: the levy'; an editor's own comes back as it is."""
    if not spoken().translates:
        return text
    for begins, said in _HEADED.items():
        if text.startswith(begins):
            return say(said, matter=_matter(text.removeprefix(begins).strip(" ?.")))
    return say(text) if text in _UNNAMED else text


def _matter(text: str) -> str:
    """'the levy' in its marks; of two names each in its own."""
    names = re.fullmatch("“([^”]+)” and “([^”]+)”", text)
    if not names:
        return phrase(text)
    one, other = names.groups()
    return say("{first} and {last}", first=quoted(one), last=quoted(other))


_UNNAMED = frozenset((noted("Two views"), noted("Then and now"), noted("Two dates"), noted("Decision and dissent")))
_HEADED = {
    "Claim and denial: ": noted("Claim and denial: {matter}"),
    "Claim and doubt: ": noted("Claim and doubt: {matter}"),
    "Two dates: ": noted("Two dates: {matter}"),
    "Two sides of one question: ": noted("Two sides of one question: {matter}"),
    "Then and now: ": noted("Then and now: {matter}"),
    "Divided: ": noted("Divided: {matter}"),
    "Two views: ": noted("Two views: {matter}"),
    "Two names, perhaps one idea: ": noted("Two names, perhaps one idea: {matter}"),
    "What each source says of ": noted("What each source says of {matter}"),
    "What the sources say of ": noted("What the sources say of {matter}"),
    "How many ": noted("How many, for {matter}?"),
}
"""How a heading of the analysis begins, and its wording."""


def tongue(text: str) -> str:
    """The language of words of a source inside a page of another language; empty where it is the page's, or unsure."""
    language = _SPOKEN.get()
    found = language.detect(text) if language.translates else None
    return found if found and found != language.code else ""
