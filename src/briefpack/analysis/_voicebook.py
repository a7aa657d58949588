"""Who may speak in a source: its people and bodies by every form of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from briefpack.analysis._genders import Genders, genders
from briefpack.model import Brief, Organisation, Person, Source
from briefpack.text import names
from briefpack.text.names import Mention, Token


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whose words a text gives."""

    name: str = ""
    role: str = ""
    gender: str = ""
    """'f', 'm' or '' where nothing tells."""
    person: bool = False
    told: bool = False
    """Whether a text tells the gender, and not the given name alone."""

    def __bool__(self) -> bool:
        return bool(self.name)


NOBODY = Speaker()
_OFTEN = 3
"""A family name that two people share is that of the one who is named so many times as often."""


class Voicebook:
    """The people and bodies of one source; a shared family name is whose full name was read last."""

    def __init__(self, key: str, people: Iterable[Person], bodies: Iterable[Organisation], genders: Genders) -> None:
        self._genders = genders
        self._people: dict[str, list[tuple[int, Speaker]]] = defaultdict(list)
        for person in people:
            named = sum(ref.source == key for ref in person.refs)
            speaker = self._of_person(person)
            for form in {names.fold(form) for form in (person.name, *person.aka, names.short(person.name))}:
                self._people[form].append((named, speaker))
        self._bodies = {form: Speaker(one.name, one.role) for one in bodies for form in (one.name, *one.aka)}
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for form in self._bodies:
            self._by_word[_first_word(form)].append(form)
        self._read: dict[str, str] = {}

    def read(self, mentions: Iterable[Mention]) -> None:
        """Note the full names of a paragraph: later on a family name alone means the last one."""
        for mention in mentions:
            if " " in mention.name:
                self._read[names.fold(names.short(mention.name))] = mention.name

    def known(self, name: str, address: str = "", *, merely: bool = True) -> Speaker:
        """The person of a name; of two who share it the one that the form of address or the text before tells.

        `merely` takes a full name too of which the text tells nothing, since who speaks is somebody.
        """
        rows = self._people.get(names.fold(name), [])
        gender = names.gender("", address) if address else ""
        rows = [row for row in rows if not gender or row[1].gender in ("", gender)]
        if len(rows) < 2:
            return rows[0][1] if rows else self._merely_read(name) if merely else NOBODY
        first, second, *_ = sorted(rows, key=lambda row: -row[0])
        if first[0] >= _OFTEN * second[0]:
            return first[1]
        last = names.fold(self._read.get(names.fold(name), ""))
        return next((speaker for _, speaker in rows if names.fold(speaker.name) == last), NOBODY)

    def person(self, phrase: str) -> Speaker:
        """The people of a phrase, but not 'Silva' in "Silva's lawyer"."""
        kept = [m for m in names.people(phrase) if not _is_owner(m, phrase)]
        met = [(m, speaker) for m in kept if (speaker := self.known(m.name, m.address)).name]
        known = [speaker for _, speaker in met]
        if len(known) == 2 and " and " in phrase[met[0][0].end : met[1][0].start + 1]:
            return Speaker(f"{known[0].name} and {known[1].name}")
        if known:
            return known[0] if len(known) == 1 or " of " in phrase else known[-1]
        full = [m for m in kept if m.evidence]
        return self._speaker(full[0].name, full[0].role) if full else NOBODY

    def is_body(self, name: str) -> bool:
        """Whether a name is one of a body."""
        return name in self._bodies

    def body(self, row: tuple[Token, ...], phrase: str) -> Speaker:
        """The body that a phrase names, by its longest form; nobody if it names none."""
        words = dict.fromkeys(_first_word(token.text) for token in row)
        forms = [form for word in words for form in self._by_word.get(word, ()) if form in phrase]
        return self._bodies[max(forms, key=len)] if forms else NOBODY

    def _merely_read(self, name: str) -> Speaker:
        """Somebody of whom the text gives a full name and no more, if the name is no body's."""
        full = self._read.get(names.fold(names.short(name)), "")
        if not full or full in self._bodies or name in self._bodies or not full.endswith(name):
            return NOBODY
        return self._speaker(full)

    def _of_person(self, person: Person) -> Speaker:
        return self._speaker(person.name, person.role, person.aka)

    def _speaker(self, name: str, role: str = "", aka: Iterable[str] = ()) -> Speaker:
        gender = self._genders.of(name, aka, role)
        return Speaker(name, role, gender.letter, person=True, told=gender.told)


def voicebooks(sources: tuple[Source, ...], found: Brief) -> dict[str, Voicebook]:
    """The book of each source, with those only whom it names."""
    people: dict[str, list[Person]] = defaultdict(list)
    for person in found.people:
        for key in {ref.source for ref in person.refs}:
            people[key].append(person)
    bodies: dict[str, list[Organisation]] = defaultdict(list)
    for body in found.organisations:
        for key in {ref.source for ref in body.refs}:
            bodies[key].append(body)
    told = genders(sources)
    return {source.key: Voicebook(source.key, people[source.key], bodies[source.key], told) for source in sources}


def _is_owner(mention: Mention, phrase: str) -> bool:
    """'Silva' in "Silva's lawyer" and in 'a lawyer for Senator Silva' is not who speaks."""
    if phrase[mention.end : mention.end + 2] in ("'s", "’s"):
        return True
    row = [token for token in names.tokens(phrase) if token.end <= mention.start]
    while row and row[-1].kind in ("role", "honorific"):
        row.pop()
    return bool(row) and row[-1].text in _OWNED


_OWNED = frozenset("of for on with against in about".split())


def _first_word(form: str) -> str:
    row = names.tokens(form)
    return row[0].text.lower() if row else ""
