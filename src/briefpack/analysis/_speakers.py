"""Who speaks: from the subject of a verb of speech to a person, a body or the words that the text has."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from briefpack.analysis._paragraphs import Paragraph
from briefpack.analysis.people import mentioned
from briefpack.model import Brief, Organisation, Person
from briefpack.text import lists, names
from briefpack.text.names import Mention, Token
from briefpack.text.speech import Said


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whose words a text gives."""

    name: str = ""
    role: str = ""
    gender: str = ""
    """'f', 'm' or '' where nothing tells."""
    person: bool = False

    def __bool__(self) -> bool:
        return bool(self.name)


NOBODY = Speaker()
_MEMORY = 3
"""People that a pronoun may still mean."""


class _Heads:
    """The people who open the sentences of a paragraph, by place."""

    def __init__(self, mentions: list[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]

    def between(self, start: int, end: int) -> list[Mention]:
        """Those named from `start` on and before `end`."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class Speakers:
    """The speakers of one source, read from its beginning to its end."""

    def __init__(self, found: Brief) -> None:
        self._people = mentioned(found.people)
        self._bodies = _forms(found.organisations)
        self._recent: list[Speaker] = []
        self._body = NOBODY

    def of(self, said: tuple[Said, ...], paragraph: Paragraph) -> tuple[Speaker, ...]:
        """The speaker of each verb of a paragraph; pronouns mean whoever spoke or acted last."""
        found: list[Speaker] = []
        place, subjects = 0, _Heads([m for m in paragraph.people if _opens(paragraph, m.start)])
        for one in said:
            self._note_subjects(subjects, place, one.start)
            speaker = self._participle(said, found, paragraph) if _shares(one) else self._resolve(one.subject)
            found.append(speaker)
            if speaker.person:
                self._note(speaker)
            elif speaker.name and speaker.name in self._bodies:
                self._body = speaker
            place = one.end
        self._note_subjects(subjects, place, len(paragraph.text))
        return tuple(found)

    def named(self, phrase: str) -> Speaker:
        """The speaker that a phrase names ('Ana Silva, mayor'), nobody if it names none."""
        return self._person(phrase) or self._institution(names.tokens(phrase), phrase)

    def _participle(self, said: tuple[Said, ...], found: list[Speaker], paragraph: Paragraph) -> Speaker:
        """'Ana Silva resigned on Monday, saying …': the subject of the sentence, or its last speaker."""
        one = said[len(found)]
        first = paragraph.starts[paragraph.index(one.start)]
        for earlier, speaker in zip(reversed(said[: len(found)]), reversed(found), strict=True):
            if earlier.start < first:
                break
            if speaker.name:
                return speaker
        opening = [m for m in paragraph.people if first <= m.start < one.start]
        return self._known(opening[0].name) if opening else NOBODY

    def _note_subjects(self, subjects: _Heads, start: int, end: int) -> None:
        """A person who opens a sentence is whom 'she' means next."""
        for mention in subjects.between(start, end):
            self._note(self._known(mention.name))

    def _note(self, speaker: Speaker) -> None:
        """Keep whoever spoke or acted in mind, the last few only."""
        if speaker:
            self._recent = [*(one for one in self._recent[-_MEMORY:] if one.name != speaker.name), speaker]

    def _resolve(self, subject: str) -> Speaker:
        word = subject.lower()
        if word in _SHE or word in _HE:
            return self._pronoun("f" if word in _SHE else "m")
        row = names.tokens(subject)
        if not row or word in _VAGUE:
            return NOBODY
        return self._person(subject) or self._institution(row, subject) or _unnamed(row, subject)

    def _pronoun(self, gender: str) -> Speaker:
        return next((one for one in reversed(self._recent) if one.gender in ("", gender)), NOBODY)

    def _person(self, phrase: str) -> Speaker:
        """The people of a phrase, but not 'Silva' in "Silva's lawyer"."""
        kept = [m for m in names.people(phrase) if phrase[m.end : m.end + 2] not in ("'s", "’s")]
        known = [speaker for m in kept if (speaker := self._known(m.name)).name]
        if len(known) == 2 and " and " in phrase[kept[0].end : kept[1].start + 1]:
            return Speaker(f"{known[0].name} and {known[1].name}")
        if known:
            return known[0] if len(known) == 1 or " of " in phrase else known[-1]
        full = [m for m in kept if m.evidence]
        return Speaker(full[0].name, full[0].role, names.gender(full[0].name, full[0].role), True) if full else NOBODY

    def _known(self, name: str) -> Speaker:
        person = self._people.get(names.fold(name))
        return of_person(person) if person else NOBODY

    def _institution(self, row: tuple[Token, ...], phrase: str) -> Speaker:
        """'the Astra news agency', 'Oslo'; 'the agency' is the last body that spoke and is one."""
        if any(token.kind == "role" and not token.upper for token in row):
            return NOBODY
        forms = [form for form in self._bodies if form in phrase]
        if forms:
            return self._bodies[max(forms, key=len)]
        bare = [token for token in row if token.text.lower() not in ("the", "a", "an")]
        if len(bare) == 1 and bare[0].text in lists.load("speech.nouns") and row[0].text.lower() == "the":
            last = self._body
            return last if bare[0].text in last.name.lower() else NOBODY
        if bare and all(token.kind in ("country", "owner") for token in bare):
            return Speaker(phrase.removeprefix("the ").removeprefix("The "))
        return NOBODY


def of_person(person: Person) -> Speaker:
    """A person of the brief as a speaker."""
    about = " ".join((person.role, *person.aka))
    return Speaker(person.name, person.role, names.gender(person.name, about), person=True)


def _forms(organisations: tuple[Organisation, ...]) -> dict[str, Speaker]:
    table = {}
    for body in organisations:
        speaker = Speaker(body.name, body.role)
        table.update(dict.fromkeys((body.name, *body.aka), speaker))
    return table


def _opens(paragraph: Paragraph, place: int) -> bool:
    """Whether a name stands at the head of its sentence, a title before it aside."""
    first = paragraph.starts[paragraph.index(place)]
    before = paragraph.hidden[first:place]
    return before.count(" ") < 6 and not any(mark in before for mark in "”;:") and not _BY.intersection(before.split())


def _shares(said: Said) -> bool:
    """'… said, and warned …', '…, adding …': the subject is that of the verb before."""
    return not said.subject or said.verb.endswith("ing")


def _unnamed(row: tuple[Token, ...], phrase: str) -> Speaker:
    """'a spokesperson for the port', 'residents', 'Nordia': speakers of whom the text gives no more."""
    text = phrase.removeprefix("As ").removeprefix("as ").strip()
    if len(row) > 12 or not text:
        return NOBODY
    nouns = lists.load("speech.nouns")
    head = next((token for token in row if token.kind == "role" or token.text.lower() in nouns), None)
    capital = all(token.upper or token.text in ("of", "and", "the", "for") for token in row)
    if head is None and not (capital and any(token.kind in ("cap", "body") for token in row)):
        return NOBODY
    return replace(NOBODY, name=text[0].upper() + text[1:])


_SHE = frozenset({"she", "elle", "ella", "lei", "ela"})
_HE = frozenset({"he", "il", "él", "lui", "ele", "er"})
_VAGUE = frozenset("it they we i you this that who which one some many others on ils elles sie es".split())
_BY = frozenset({"by", "with", "against", "to", "for", "from", "of"})
