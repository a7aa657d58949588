"""Who speaks: from the subject of a verb of speech to a person, a body or the words that the text has."""

from __future__ import annotations

import re
from dataclasses import replace

from briefpack.analysis import _heads as heads
from briefpack.analysis._heads import Head, Heads
from briefpack.analysis._paragraphs import Paragraph
from briefpack.analysis._strangers import Stranger
from briefpack.analysis._voicebook import NOBODY, Speaker, Voicebook
from briefpack.text import bodies, lists, names, words
from briefpack.text.names import Mention, Token
from briefpack.text.speech import Said

__all__ = ["NOBODY", "Speaker", "Speakers"]

_MEMORY = 3
"""People that a pronoun may still mean."""
_BACK = 8
"""Verbs before a participle among which its subject is looked for."""


class Speakers:
    """The speakers of one source, read from its beginning to its end."""

    def __init__(self, book: Voicebook, turns: frozenset[str] = frozenset()) -> None:
        self._book = book
        self._turns = turns
        self._recent: list[Speaker] = []
        self._here: set[str] = set()
        """Who spoke or acted in this paragraph."""
        self._body = NOBODY
        self._spoke: tuple[Speaker, int] = (NOBODY, 0)
        """The last speaker and the paragraph where that was, if a person."""
        self._thing = NOBODY
        """The last speaker if it was no person: what 'it' and 'they' mean."""

    def of(self, said: tuple[Said, ...], paragraph: Paragraph) -> tuple[Speaker, ...]:
        """The speaker of each verb of a paragraph; pronouns mean whoever spoke or acted last."""
        found: list[Speaker] = []
        self._book.read(paragraph.people)
        self._here = set()
        place, subjects = 0, Heads(paragraph)
        for one in said:
            self._note_subjects(subjects.between(place, one.start))
            speaker = self._resolve(one.subject) if one.subject else self._participle(said, found, paragraph)
            if one.subject.lower() in _SHE | _HE:
                speaker = self._nearest(speaker, one, paragraph) or self._going_on(one, paragraph)
            writes = one.verb not in _OF_WRITINGS or _is_writing(one.subject)
            if not writes:
                speaker = NOBODY
            found.append(speaker)
            beside = (*_BESIDE, " that ") if one.weak else _BESIDE
            if not paragraph.hidden.endswith(beside, 0, one.subject_start):
                self._note_speaker(speaker)
                self._spoke = (speaker, paragraph.passages[0].ref.paragraph) if speaker.person else (NOBODY, 0)
            place = one.end
        self._note_subjects(subjects.between(place, len(paragraph.text)))
        return tuple(found)

    def named(self, phrase: str) -> Speaker:
        """The speaker that a phrase names ('Ana Silva, mayor'), nobody if it names none."""
        return self._book.person(phrase) or self._institution(names.tokens(phrase), phrase)

    def called(self, mention: Mention) -> Speaker:
        """The speaker of a name that the text has."""
        return self._book.known(mention.name, mention.address)

    def opening(self, phrase: str) -> Speaker:
        """The speaker that the words before a quotation begin with: 'She', 'Ana Silva', 'The report'."""
        first = phrase.split(" ", 1)[0]
        return self._pronoun(first.lower()) or self.named(phrase)

    def labelled(self, label: str) -> Speaker:
        """Who a turn of an interview belongs to: 'SILVA:'."""
        name = label.title()
        return self._book.person(name) or (replace(NOBODY, name=name) if label in self._turns else NOBODY)

    def talking(self, label: str) -> Speaker:
        """Who a turn of a talk belongs to: 'ANA SILVA', 'Silva', 'Mayor Ana Silva'; a name nobody knows by itself."""
        name = label.title() if label.isupper() else label
        known = self.named(name)
        return known or (replace(NOBODY, name=name) if " " in name and name[:1].isupper() else NOBODY)

    def _participle(self, said: tuple[Said, ...], found: list[Speaker], paragraph: Paragraph) -> Speaker:
        """'Ana Silva resigned on Monday, saying …': the subject of the sentence, or its last speaker."""
        now = len(found)
        one = said[now]
        first = paragraph.starts[paragraph.index(one.start)]
        opening = [m for m in paragraph.people if first <= m.start < one.start and heads.opens(paragraph, m)]
        speaker = self._book.known(opening[0].name, opening[0].address) if opening else NOBODY
        if speaker and one.verb.endswith("ing"):
            return speaker
        for back in range(now - 1, max(now - 1 - _BACK, -1), -1):
            if said[back].start < first:
                break
            if found[back].name:
                return found[back]
        before = paragraph.hidden[first : min(one.start, first + 200)]
        pronoun = _PRONOUN.search(before)
        return speaker or self.opening(pronoun.group() if pronoun else before.partition(",")[0])

    def _note_subjects(self, heads: list[Head]) -> None:
        """Whoever opens a sentence or acts in it is whom 'she' means next; of two whom she may mean, neither."""
        for head in heads:
            first, beside = self._acting(head.who), self._acting(head.beside)
            self._note(first)
            if first and beside and _alike(first, beside):
                self._note(_both(beside, first))

    def _acting(self, one: Mention | Stranger | None) -> Speaker:
        if isinstance(one, Stranger):
            return Speaker(_STRANGER + one.gender, gender=one.gender, told=bool(one.gender))
        return self._book.known(one.name, one.address, merely=False) if one else NOBODY

    def _note_speaker(self, speaker: Speaker) -> None:
        self._thing = NOBODY if speaker.person else speaker
        if speaker.person:
            self._note(speaker)
        elif speaker.name and self._book.is_body(speaker.name):
            self._body = speaker

    def _note(self, speaker: Speaker) -> None:
        """Keep whoever spoke or acted in mind, the last few only."""
        if speaker:
            self._recent = [*(one for one in self._recent[-_MEMORY:] if one.name != speaker.name), speaker]
            self._here.add(speaker.name)

    def _resolve(self, subject: str) -> Speaker:
        word = subject.lower()
        row = names.tokens(subject)
        if not row or word in _VAGUE:
            return NOBODY
        if word in _PRONOUNS:
            return self._pronoun(word)
        return (
            self._book.person(subject)
            or self._institution(row, subject)
            or self._by_office(row)
            or _unnamed(row, subject)
        )

    def _pronoun(self, word: str) -> Speaker:
        if word in ("it", "they"):
            return self._thing
        if word not in _SHE and word not in _HE:
            return NOBODY
        return _meant(self._recent, _gender(word), self._here)

    def _nearest(self, speaker: Speaker, one: Said, paragraph: Paragraph) -> Speaker:
        """Somebody whom this paragraph names before the pronoun may be meant rather than who spoke in an earlier one.

        '… and Silva stood beside the door, he named it …' is Silva's; with two whom it may mean it is nobody's.
        """
        gender = _gender(one.subject.lower())
        if speaker.name in self._here or not self._here.isdisjoint((_STRANGER, _STRANGER + gender)):
            return speaker
        before = [m for m in paragraph.people if m.start < one.start and heads.may_act(paragraph, m)]
        met = [(m, self._book.known(m.name, m.address)) for m in before]
        fitting = [(m, known) for m, known in met if known and known.gender in ("", gender)]
        if not fitting:
            return speaker
        alone = len({known.name for _, known in fitting}) == 1
        return fitting[0][1] if alone and any(heads.acts(paragraph, m) for m, _ in fitting) else NOBODY

    def _going_on(self, one: Said, paragraph: Paragraph) -> Speaker:
        """'He added' is whoever spoke last, in this paragraph or the one before, if that may be a he."""
        spoke, number = self._spoke
        near = paragraph.passages[0].ref.paragraph - number < 2
        fits = near and one.verb in _ADDING and spoke.gender in ("", _gender(one.subject.lower()))
        return spoke if fits else NOBODY

    def _by_office(self, row: tuple[Token, ...]) -> Speaker:
        """'the senator' is the last person whose role says so."""
        if len(row) != 2 or row[0].text.lower() != "the" or row[1].kind != "role":
            return NOBODY
        office = row[1].text.lower()
        return next((one for one in reversed(self._recent) if _holds(one.role, office)), NOBODY)

    def _institution(self, row: tuple[Token, ...], phrase: str) -> Speaker:
        """'the Astra news agency', 'Oslo'; 'the agency' is the last body that spoke and is one."""
        if any(token.kind == "role" and not token.upper for token in row):
            return NOBODY
        body = self._book.body(row, phrase)
        found = bodies.find(phrase) if body else ()
        beyond = max((one.end for one in found), default=0)
        officer = any(token.kind == "role" and token.start >= beyond for token in row) if found else False
        if body and not officer:
            return body
        bare = [token for token in row if token.text.lower() not in ("the", "a", "an")]
        if len(bare) == 1 and bare[0].text in words.data("speech.nouns") and row[0].text.lower() == "the":
            last = self._body
            return last if bare[0].text in last.name.lower() else NOBODY
        if bare and all(token.kind in ("country", "owner") for token in bare):
            return Speaker(phrase.removeprefix("the ").removeprefix("The "))
        return NOBODY


def _gender(pronoun: str) -> str:
    return "f" if pronoun in _SHE else "m"


def _alike(first: Speaker, second: Speaker) -> bool:
    return first.gender == second.gender or not (first.gender and second.gender)


def _both(first: Speaker, second: Speaker) -> Speaker:
    """Two whom one pronoun may mean: nobody's, and in the way of whoever was named before them."""
    known = [one for one in (first, second) if one.gender]
    gender = known[0].gender if known else ""
    return Speaker(f"{first.name} and {second.name}", gender=gender, told=all(one.told for one in known))


def _meant(recent: list[Speaker], gender: str, here: set[str]) -> Speaker:
    """Whom 'he' or 'she' means: the last one of that gender, or the last one of whom nothing is known.

    Nobody where two may be meant: one of whom nothing is known is passed over for nobody else, and is not taken where
    one of that gender stands as near (`here`, in this paragraph). Nor does a given name alone let a pronoun pass over
    its bearer to somebody of whom nothing is known. Nobody either where it is a stranger, or one of two.
    """
    passed = False
    for place, one in enumerate(reversed(recent), 1):
        if one.gender in ("", gender) and not one.person:
            return NOBODY
        if one.gender == gender:
            return one
        if not one.gender:
            rivals = {other.name for other in recent[:-place] if other.gender == gender}
            return NOBODY if passed or (rivals & here if one.name in here else rivals) else one
        passed = passed or not one.told
    return NOBODY


def _is_somebody(row: tuple[Token, ...]) -> bool:
    """'a spokesman for the port', 'my successor': one human being, whom 'he' or 'she' may mean next."""
    first = row[0].text.lower()
    head = next((token for token in row if token.kind == "role"), None)
    return first in _ONE and head is not None and not head.text.endswith("s") and row[-1].kind != "body"


def _is_writing(subject: str) -> bool:
    """'The statement read “…”', not 'The banner read “…”'."""
    return bool(subject) and subject.split()[-1].lower() in words.data("speech.nouns")


def _holds(role: str, office: str) -> bool:
    row = [word.lower() for word in role.split()]
    return office in row or _SHORT_OFFICES.get(office, "-") in row


def _unnamed(row: tuple[Token, ...], phrase: str) -> Speaker:
    """'a spokesperson for the port', 'residents', 'Nordia': speakers of whom the text gives no more."""
    text = phrase.removeprefix("As ").removeprefix("as ").strip()
    fronted = row[0].text.lower() in words.data("prepositions-en") and row[1:2] and row[1].text.endswith("ing")
    if len(row) > 12 or not text or fronted or not _NOT_IN_ONE.isdisjoint(token.text.lower() for token in row):
        return NOBODY
    nouns = lists.load("speech.nouns")
    head = any(token.kind == "role" or token.text.lower() in nouns for token in row)
    capital = all(token.upper or token.text in ("of", "and", "the", "for") for token in row)
    proper = capital and any(token.kind in ("cap", "body") for token in row)
    led = row[0].text.lower() in _DETERMINERS or "owner" in (token.kind for token in row[:4])
    if not (head or proper or led) or row[-1].text in _TIMES or row[-1].text.endswith("ed"):
        return NOBODY
    return replace(NOBODY, name=text[0].upper() + text[1:], person=_is_somebody(row), gender=names.gender("", text))


_STRANGER = "a stranger"
"""The name of whoever has none, among those whom a pronoun may mean."""
_ADDING = ("added", "adds", "continued", "continues", "concluded", "concludes", "went on", "goes on")
_BESIDE = (" as ", " than ")
"""'… were used, as the union has alleged': who says so beside the sentence is not whom 'he' means next."""
_OF_WRITINGS = ("read", "reads")
_SHE = frozenset({"she", "elle", "ella", "lei", "ela"})
_HE = frozenset({"he", "il", "él", "lui", "ele", "er"})
_PRONOUNS = _SHE | _HE | {"it", "they"}
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_VAGUE = frozenset("we i you this that who which one some many others on ils elles sie es these those what".split())
_SHORT_OFFICES = {
    "senator": "sen.",
    "governor": "gov.",
    "representative": "rep.",
    "general": "gen.",
    "professor": "prof.",
    "doctor": "dr.",
}
_DETERMINERS = frozenset(
    "the a an his her their its my our one two three four five several some many most another".split()
)
_ONE = frozenset("a an my our one another".split())
_NOT_IN_ONE = frozenset(
    "who which that is was were are has have had be been he she it they we i you when while because as if not to but "
    "than then there".split()
)
"""Words that stand in a clause, not in the name of a speaker: 'Forced to defend an architect who'."""
_TIMES = frozenset("day days week weeks month months year years morning evening night time times end hour".split())
