"""A paragraph as its quotations need it: verbs of speech and ends of sentences, found once and looked up by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from briefpack.analysis._heads import opens
from briefpack.analysis._paragraphs import Paragraph
from briefpack.analysis._speakers import NOBODY, Speaker, Speakers
from briefpack.text import words
from briefpack.text.speech import Said

_ABBREVIATED = frozenset("Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Prof Rev Hon St Jr Sr Mme Adv Cllr".split())
_LONGEST = 5
"""Letters of an abbreviation, and one more that shows a longer word."""
_STOP = re.compile(r"[.!?]”?\s+")
_VERB = re.compile(r"(?:, [^.“”]{1,80},)? (?:has |had |also |still |\w+ly )?(?P<verb>[a-z]+)\b")
"""'Silva, a nurse, also declined': the verb of a name that opens its sentence."""
_PRONOUNS = ("", "he", "she", "it", "they")
_ASKS = ("asked", "asks")
_LAST_WORD = re.compile(r"[^\W\d_]*$")


def _stops(text: str) -> list[int]:
    """Where sentences begin after a stop; none ends after a title or an initial."""
    return [match.end() for match in _STOP.finditer(text) if _ends(text, match.start())]


def _ends(text: str, stop: int) -> bool:
    word = _LAST_WORD.search(text[max(stop - _LONGEST, 0) : stop])
    last = word.group() if word else ""
    return last not in _ABBREVIATED and not last[-1:].isupper()


class Reading:
    """A paragraph with the speakers of its verbs."""

    def __init__(self, paragraph: Paragraph, speakers: Speakers) -> None:
        self.paragraph = paragraph
        self.speakers = speakers
        self._pairs = tuple(zip(paragraph.said, speakers.of(paragraph.said, paragraph), strict=True))
        self._starts = [one.start for one in paragraph.said]
        self._stops = _stops(paragraph.hidden) if paragraph.quoted else []

    def said_between(self, first: int, last: int) -> tuple[tuple[Said, Speaker], ...]:
        """The verbs that begin from `first` on and before `last`, with their speakers."""
        return self._pairs[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def last_said(self, place: int) -> tuple[Said, Speaker] | None:
        """The last verb before a place in the sentence there."""
        index = bisect_left(self._starts, place) - 1
        while index >= 0 and self._pairs[index][0].end > place:
            index -= 1
        return self._pairs[index] if index >= 0 and self._starts[index] >= self.sentence_start(place) else None

    def sentence_start(self, place: int) -> int:
        """Where the sentence around a quotation begins; a quotation before it may belong to the same sentence."""
        index = bisect_right(self._stops, place) - 1
        first = self.paragraph.starts[self.paragraph.index(place)]
        return max(first, self._stops[index] if index >= 0 else 0)

    def sentence_end(self, place: int) -> int:
        """Where the sentence around a place ends."""
        index = bisect_right(self._stops, place)
        return self._stops[index] if index < len(self._stops) else len(self.paragraph.hidden)

    def stands_alone(self, place: int) -> bool:
        """Whether a quotation opens a sentence that is not the paragraph's first."""
        return place > 0 and self.sentence_start(place) == place

    def reported_before(self, place: int) -> Speaker:
        """Who speaks in the sentence before: its last verb of speech, without a quotation in between; not who asks."""
        hidden = self.paragraph.hidden
        first = self.sentence_start(hidden.rfind(" ", 0, place))
        before = hidden[first:place]
        if "”" in before:
            return NOBODY
        return self._reporting(first, place)

    def reported_last(self) -> Speaker:
        """Who speaks in the last sentence of the paragraph; a he or she only of whom it is known."""
        end = len(self.paragraph.hidden)
        pair = self.last_said(end - 1)
        if pair and pair[0].subject.lower() in _PRONOUNS and not pair[1].gender:
            return NOBODY
        return self._reporting(self.sentence_start(end), end)

    def _reporting(self, first: int, place: int) -> Speaker:
        """Who speaks between two places, or alone opens the sentence there and declines or doubts; not who asks."""
        pair = self.last_said(max(place - 1, 0))
        if pair:
            return pair[1] if pair[0].verb not in _ASKS else NOBODY
        met = [one for one in self.paragraph.people if first <= one.start < place]
        head = met[0] if len(met) == 1 and opens(self.paragraph, met[0]) else None
        verb = _VERB.match(self.paragraph.hidden, head.end, place) if head else None
        told = head is not None and verb is not None and verb["verb"] in words.data("speech.before")
        return self.speakers.called(head) if head and told else NOBODY
