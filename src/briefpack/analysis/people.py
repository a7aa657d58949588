"""Who is named in the sources: one entry a person, whatever spellings and short forms the texts use.

A full name with evidence makes a person; later mentions by family name alone join it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from briefpack.analysis import _deeds, _genders, _interviews, _proposals, _roles
from briefpack.model import Brief, Passage, Person, Ref, Source
from briefpack.text import names
from briefpack.text.names import Entity, Mention


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Person, ...]:
    """The people of the sources: first those whom most sources name, then those named most often."""
    seen = list(_mentions(sources, found))
    known = _Known()
    for place, (ref, mention) in enumerate(seen):
        known.meet(place, ref, mention)
    for place, (ref, mention) in enumerate(seen):
        known.pair(place, ref, mention)
    for place, (ref, mention) in enumerate(seen):
        known.recall(place, ref, mention)
    rows = [entry for entry in known.entries if entry.certain]
    rows.sort(key=lambda entry: (-len({ref.source for ref in entry.refs}), -len(entry.refs), entry.place))
    return _with_deeds(rows, sources)


def _with_deeds(rows: list[_Entry], sources: tuple[Source, ...]) -> tuple[Person, ...]:
    """The finished entries, each with what the person says or does where an English passage tells it."""
    told = (source for source in sources if source.language in (None, "en"))
    talked_of = {ref for source in sources for ref in _interviews.turns(source)}
    passages = {p.ref: p for source in told for p in source.passages if p.kind != "caption" and p.ref not in talked_of}
    talked, genders = _deeds.matter(sources), _genders.genders(sources)
    people = []
    for entry in rows:
        person = entry.person()
        gender = genders.of(person.name, person.aka, person.role).letter
        named = (
            _deeds.Named(passages[ref], mention, passages.get(replace(ref, sentence=ref.sentence + 1)))
            for ref, mention in entry.mentions
            if ref in passages
        )
        deed = _deeds.best(named, talked, gender)
        people.append(_doing(person, deed) if deed else person)
    return tuple(people)


def _doing(person: Person, deed: _deeds.Deed) -> Person:
    """With the deed; its passage joins those of the person where it has a pronoun only."""
    ref = deed.passage.ref
    refs = person.refs if ref in person.refs else (*person.refs, ref)
    return replace(person, refs=refs, does=deed.text, does_refs=(ref,))


def _mentions(sources: tuple[Source, ...], found: Brief) -> Iterator[tuple[Ref, Mention]]:
    passages = (passage for source in sources for passage in source.passages)
    for passage, entities in zip(passages, _proposals.entities(sources, found), strict=True):
        for mention in _in_passage(passage, entities):
            yield passage.ref, mention


def _in_passage(passage: Passage, entities: tuple[Entity, ...]) -> Iterator[Mention]:
    """The mentions of a passage; 'his Danish counterpart' is put in words by the role of the one before."""
    before = ""
    for mention in names.people(passage.text):
        evidence = _evidence(mention, entities)
        if evidence is None:
            continue
        role = _roles.settle(mention.role, before)
        yield replace(mention, role=role, evidence=evidence)
        before = role or before


def _evidence(mention: Mention, entities: tuple[Entity, ...]) -> str | None:
    """What shows a person here or elsewhere in the text; nothing where the whole text shows something else."""
    over = [one for one in entities if one.start < mention.end and mention.start < one.end]
    if any(one.kind != "person" and one.weight >= _SURE for one in over) and mention.evidence != "address":
        return None
    if mention.evidence or not _is_full(mention.name):
        return mention.evidence
    return "text" if any(one.kind == "person" and one.weight >= _SURE for one in over) else ""


@dataclass(slots=True)
class _Entry:
    """One person while being gathered."""

    name: str
    place: int
    """Of the first mention, among all mentions."""
    certain: bool = False
    roles: list[tuple[str, Ref]] = field(default_factory=list)
    refs: list[Ref] = field(default_factory=list)
    mentions: list[tuple[Ref, Mention]] = field(default_factory=list)
    also: dict[str, None] = field(default_factory=dict)

    def add(self, place: int, ref: Ref, mention: Mention) -> None:
        """Take what a mention tells."""
        self.certain = self.certain or bool(mention.evidence)
        self.mentions.append((ref, mention))
        if mention.role:
            self.roles.append((mention.role, ref))
        if ref not in self.refs:
            self.refs.append(ref)
        forms = [mention.name]
        if mention.address and not _is_full(mention.name):
            forms.append(f"{mention.address} {mention.name}")
        self.also.update(dict.fromkeys(form for form in forms if form != self.name))
        self.place = min(self.place, place)

    def person(self) -> Person:
        """The finished entry; the passage that gives the role stands first."""
        role, where = _roles.best(self.roles)
        first = [where] if where else []
        refs = (*first, *(ref for ref in self.refs if ref not in first))
        return Person(self.name, refs, tuple(self.also), role, _roles.group(role))


class _Known:
    """The people met so far, by folded family name."""

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self._by_key: dict[str, list[_Entry]] = {}
        self._by_part: dict[str, list[_Entry]] = {}
        self._by_given: dict[str, list[_Entry]] = {}
        self._last: dict[tuple[str, str], _Entry] = {}

    def meet(self, place: int, ref: Ref, mention: Mention) -> None:
        """First reading: full names, and addressed single names, make entries."""
        if _is_full(mention.name) and mention.evidence != _COUPLE:
            self._entry_of(place, mention).add(place, ref, mention)

    def pair(self, place: int, ref: Ref, mention: Mention) -> None:
        """'Bill' of 'Bill and Hillary Clinton', unless a person of another family is called so."""
        if mention.evidence != _COUPLE:
            return
        others = self._by_given.get(mention.name.split()[0], [])
        if all(names.short(entry.name) == names.short(mention.name) for entry in others):
            self._entry_of(place, mention).add(place, ref, mention)

    def recall(self, place: int, ref: Ref, mention: Mention) -> None:
        """Second reading: a single name joins the person last called so in this source, else makes one."""
        key = names.fold(names.short(mention.name))
        if mention.evidence == _COUPLE:
            return
        if _is_full(mention.name):
            self._last[ref.source, key] = self._entry_of(place, mention)
            return
        entry = self._last.get((ref.source, key)) or self._only(key) or self._called(ref.source, mention)
        if entry is None and mention.evidence and not self._by_key.get(key):
            entry = self._new(place, mention.name, key)
        if entry is not None and (entry.certain or mention.evidence):
            entry.add(place, ref, mention)

    def _called(self, source: str, mention: Mention) -> _Entry | None:
        """'Ruth said', 'Dame Ruth': the one person of that given name, in this source or addressed so in another."""
        found = [
            entry
            for entry in self._by_given.get(mention.name, [])
            if mention.address or any(ref.source == source for ref in entry.refs)
        ]
        return found[0] if len(found) == 1 else None

    def _only(self, key: str) -> _Entry | None:
        """The person of that family name; the first certain one where several sources name more."""
        entries = self._by_key.get(key, [])
        return next((entry for entry in entries if entry.certain), entries[0] if entries else None)

    def _entry_of(self, place: int, mention: Mention) -> _Entry:
        key = names.fold(names.short(mention.name))
        for entry in self._by_key.get(key, []):
            if same_person(entry.name, mention.name) and not _of_another_age(entry.name, mention):
                return entry
        for entry in self._by_part.get(_part(mention.name), []):
            if _is_longer(entry.name, mention.name) or _is_longer(mention.name, entry.name):
                return entry
        return self._new(place, mention.name, key)

    def _new(self, place: int, name: str, key: str) -> _Entry:
        entry = _Entry(name, place)
        self.entries.append(entry)
        self._by_key.setdefault(key, []).append(entry)
        last = names.fold(name.split()[-1])
        if last != key:
            self._by_key.setdefault(last, []).append(entry)
        self._by_part.setdefault(_part(name), []).append(entry)
        if _is_full(name) and not names.is_family_first(name):
            self._by_given.setdefault(name.split()[0], []).append(entry)
        return entry


def _is_full(name: str) -> bool:
    """More than a family name: 'van der Berg' is none."""
    return " " in name and name[0].isupper()


def _of_another_age(name: str, mention: Mention) -> bool:
    """'President Luis Ortega Jr.' and 'the late general Luis Ortega': father and son."""
    young = [form.endswith(("Jr.", "Jr", "II", "III")) for form in (name, mention.name)]
    return young[0] != young[1] and bool(mention.role)


def same_person(first: str, second: str) -> bool:
    """Whether two full names of one family name may be one person's: spellings, initials, middle names."""
    one, two = _given(first), _given(second)
    if not one or not two:
        return True
    a, b = names.fold(one[0]), names.fold(two[0])
    if min(len(a), len(b)) == 1:
        return a[0] == b[0]
    if names.nicknames(one[0], two[0]):
        return True
    return a == b or (a[0] == b[0] and abs(len(a) - len(b)) < 2 and _near(a, b))


def _part(name: str) -> str:
    """The given name and the first family name, folded: 'Rosa Vega-Ruiz' and 'Rosa Vega Ruiz' share it."""
    return "".join(names.fold(word) for word in name.replace("-", " ").split()[:2])


def _is_longer(name: str, other: str) -> bool:
    """'Rosa Vega-Ruiz' and 'Rosa Vega Ruiz' are longer forms of 'Rosa Vega'; initials and particles tell nothing."""
    words, others = name.replace("-", " ").split(), other.replace("-", " ").split()
    plain = len(others) == 2 < len(words) and len(others[1]) > 2 and words[1][0].isupper()
    return plain and words[:2] == others and words[-1] not in ("Jr.", "Jr", "Sr.", "II", "III")


def _given(name: str) -> list[str]:
    kept = name.replace(names.short(name), "", 1) if not names.is_family_first(name) else name.partition(" ")[2]
    return kept.replace(".", " ").split()


def _near(a: str, b: str) -> bool:
    """One letter apart at most: 'Aleksandr' and 'Alexandr' once folded."""
    if len(a) > len(b):
        a, b = b, a
    place = next((k for k, pair in enumerate(zip(a, b, strict=False)) if pair[0] != pair[1]), len(a))
    return len(a) > 4 and (a[place:] == b[place + 1 :] or a[place + 1 :] == b[place + 1 :])


def mentioned(people: Iterable[Person]) -> dict[str, Person]:
    """Every form of every name, folded, to its person; a form that two people share is left out."""
    table: dict[str, Person | None] = {}
    for person in people:
        for form in {person.name, *person.aka, names.short(person.name)}:
            key = names.fold(form)
            table[key] = person if table.get(key, person) is person else None
    return {key: person for key, person in table.items() if person}


_SURE = 3.0
"""How much more must speak for one kind than for the next before the whole text overrules a sentence."""
_COUPLE = "couple"
