"""Who answers in a talk whose answers carry no name: whom the words before the first question say was asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from briefpack.analysis._interviews import Turn
from briefpack.analysis._paragraphs import paragraphs
from briefpack.analysis._speakers import NOBODY, Speaker, Speakers
from briefpack.analysis._strangers import Stranger, is_apposed, strangers
from briefpack.model import Ref, Source
from briefpack.text import lists, names
from briefpack.text.names import Mention

_REACH = 100
"""Letters between 'We talked to' and who was asked."""
_ELSE = re.compile(r"\b(?:who|whom|whose|which|that|about|and)\b|[.;:!?”]|\b(?:of|for|by|against)\s*$")
"""What between the two shows that somebody else was asked: 'We talked to pupils of Ana Silva.'"""
_OURS = re.compile(r"(?:\b(?:[Ww]e|I)(?: have| had)? |\b(?:[Aa]n|[Tt]he|[Oo]ur) )$")
"""Who asks: 'We talked to', 'An interview with'."""
_THEM = re.compile(r" (?P<word>her|him)\b")
_OTHERWISE = re.compile(r" (?:to|with) (?!us\b|me\b|this\b)")
"""'Ana Silva talks to the lifeguard.'"""
_SUBJECT = re.compile(r"(?:, [^,.]{1,60},)?(?: has)? ")
_THEY = re.compile(r"\b(?P<word>[Ss]he|[Hh]e)(?: has)? $")
_ON = re.compile(r"\b(?:on|about|after|against|of|for|by|without)\s*$")
"""'The staff on Ana Silva': a title that names whom it is about."""
_NOT = {"f": ("he", "him"), "m": ("she", "her")}


def answers(source: Source, turns: dict[Ref, Turn], speakers: Speakers) -> Speaker:
    """The only person whom the words before the first question name, unless they say that somebody else was asked.

    Where labels tell the questions from the answers that is enough; without labels the title has to name the person,
    or the last paragraph to say that they were asked.
    """
    before = list(takewhile(lambda one: one.passages[0].ref not in turns, paragraphs(source))) if turns else []
    named = [(one, mention, speakers.named(mention.name)) for one in before for mention in one.people]
    met = [row for row in named if row[2].person]
    if len({speaker.name for _, _, speaker in met}) != 1:
        return NOBODY
    last, speaker = before[-1], met[0][2]
    intro = _Intro(last.hidden, [mention for paragraph, mention, _ in met if paragraph is last], speaker.gender)
    if any(turn.skip for turn in turns.values()):
        return NOBODY if any(intro.after_asking(one.start) for one in intro.others()) else speaker
    told = intro.says_so() or _in_title(source.title, {names.short(mention.name) for _, mention, _ in met})
    return speaker if told and not intro.others() and not intro.asks_else() else NOBODY


@dataclass(frozen=True)
class _Intro:
    """The last paragraph before the first question, and where it names the one who may answer."""

    text: str
    mentions: list[Mention]
    gender: str = ""

    def others(self) -> list[Stranger]:
        """Those without a name of whom it speaks."""
        ends = {mention.end for mention in self.mentions}
        return [one for one in strangers(self.text) if not is_apposed(self.text, one.start, ends)]

    def after_asking(self, start: int) -> bool:
        """Whether 'We talked to' stands right before a place, titles and the like aside."""
        asking = list(_form("interviewing-en").finditer(self.text, max(start - _REACH, 0), start))
        return bool(asking) and not _ELSE.search(self.text[asking[-1].end() : start])

    def says_so(self) -> bool:
        """'We talked to the lifeguard, Tom Ekberg.', 'We met him.', 'Tom Ekberg talked to us.', 'He answers us.'"""
        if any(self._means(_THEM.match(self.text, end)) for end in self._asking()):
            return True
        if any(self.after_asking(one.start) and not _owns(self.text, one) for one in self.mentions):
            return True
        return any(self._answers(found) for found in _form("interviewed-en").finditer(self.text))

    def asks_else(self) -> bool:
        """'We spoke with people in the street.'"""
        known = [one.start for one in self.mentions if self.after_asking(one.start)]
        asked = [end for end in self._asking() if not self._means(_THEM.match(self.text, end))]
        return any(not any(0 < start - end < _REACH for start in known) for end in asked)

    def _asking(self) -> list[int]:
        """Where 'We talked to' and 'An interview with' end."""
        found = _form("interviewing-en").finditer(self.text)
        return [one.end() for one in found if _OURS.search(self.text, 0, one.start())]

    def _answers(self, verb: re.Match[str]) -> bool:
        if _OTHERWISE.match(self.text, verb.end()):
            return False
        named = any(_SUBJECT.fullmatch(self.text, one.end, verb.start()) for one in self.mentions)
        return named or self._means(_THEY.search(self.text, 0, verb.start()))

    def _means(self, pronoun: re.Match[str] | None) -> bool:
        return pronoun is not None and pronoun["word"].lower() not in _NOT.get(self.gender, ())


def _in_title(title: str, named: set[str]) -> bool:
    """'Tom Ekberg: I will go to the sea'; not 'A lifeguard on Tom Ekberg', "Tom Ekberg's last summer"."""
    mentions = [one for one in names.people(title) if names.short(one.name) in named]
    told = [one for one in mentions if not _owns(title, one) and not _ON.search(title, 0, one.start)]
    return bool(told) and not _Intro(title, mentions).others()


def _owns(text: str, mention: Mention) -> bool:
    return text[mention.end : mention.end + 2] in ("'s", "’s")


@cache
def _form(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lists.load(name)))})\b", re.IGNORECASE)
