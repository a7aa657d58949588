"""Which institutions, companies and alliances are named: long and short forms are one entry."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from briefpack.analysis import _forms, _proposals
from briefpack.model import Brief, Organisation, Passage, Ref, Source
from briefpack.text import bodies, names, words
from briefpack.text.bodies import Body
from briefpack.text.names import Entity


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Organisation, ...]:
    """The bodies of the sources: first those that most sources name, then those named most often."""
    entries: dict[str, _Entry] = {}
    passages = [passage for source in sources for passage in source.passages]
    for passage, body in _bodies(sources, found):
        _entry(entries, body).add(passage.ref, body)
    _drop_people(entries, found)
    _join_acronyms(entries)
    _join_parts(entries)
    _join_halves(entries)
    _join_first_words(entries)
    _recall(entries, passages)
    rows = sorted(entries.values(), key=lambda entry: (-len({ref.source for ref in entry.refs}), -len(entry.refs)))
    return tuple(entry.organisation() for entry in rows)


def _bodies(sources: tuple[Source, ...], brief: Brief) -> Iterator[tuple[Passage, Body]]:
    """What each sentence shows to be a body, and what the whole text does."""
    passages = (passage for source in sources for passage in source.passages)
    for passage, entities in zip(passages, _proposals.entities(sources, brief), strict=True):
        found = [body for body in bodies.find(passage.text) if not _in_longer(body, entities)]
        yield from ((passage, body) for body in found)
        for one in entities:
            new = all(body.end <= one.start or one.end <= body.start for body in found)
            if new and one.kind == "body" and one.weight >= _enough(one.name):
                yield passage, Body(one.start, one.end, passage.text[one.start : one.end])


def _in_longer(body: Body, entities: tuple[Entity, ...]) -> bool:
    """'NHS' inside 'NHS Wales' is no body by itself there."""
    return " " not in body.name and any(
        one.kind == "body" and one.weight >= _SURE and one.start <= body.start and body.end < one.end
        for one in entities
    )


def _enough(name: str) -> float:
    """How much must speak for a body: more for one plain word, which may be a place."""
    return _SURE if " " in name or sum(letter.isupper() for letter in name) > 1 else 2 * _SURE


@dataclass(slots=True)
class _Entry:
    """One body while being gathered."""

    name: str
    refs: list[Ref] = field(default_factory=list)
    also: dict[str, None] = field(default_factory=dict)
    role: str = ""

    def add(self, ref: Ref, body: Body) -> None:
        """Take what a mention tells."""
        self.meet(ref)
        self.role = self.role or body.role
        for form in (body.name, body.acronym):
            if form and form != self.name:
                self.also[form] = None

    def take(self, other: _Entry) -> None:
        """Take over another entry of the same body."""
        self.role = self.role or other.role
        self.also.update(dict.fromkeys((other.name, *other.also)))
        for ref in other.refs:
            self.meet(ref)

    def meet(self, ref: Ref) -> None:
        """Note a passage that names it."""
        if ref not in self.refs:
            self.refs.append(ref)

    def organisation(self) -> Organisation:
        """The finished entry."""
        return Organisation(self.name, tuple(self.refs), tuple(self.also), self.role)


def _entry(entries: dict[str, _Entry], body: Body) -> _Entry:
    return entries.setdefault(_forms.key(body.name), _Entry(body.name))


def _drop_people(entries: dict[str, _Entry], found: Brief) -> None:
    for person in found.people:
        for form in (person.name, *person.aka):
            entries.pop(_forms.key(form), None)


def _join_acronyms(entries: dict[str, _Entry]) -> None:
    """'EU' beside 'European Union' is a short form of it."""
    long = {_initials(entry.name): entry for entry in entries.values() if " " in entry.name}
    short_of = {form: entry for entry in entries.values() for form in entry.also} | long
    for key, entry in list(entries.items()):
        owner = short_of.get(entry.name)
        if owner is not None and owner is not entry and (entry.name.isupper() or entry.name in owner.also):
            owner.take(entry)
            del entries[key]


def _join_parts(entries: dict[str, _Entry]) -> None:
    """'Savings Bank' joins 'Savings Bank of Ghana' where a source that names both has the long name first."""
    table = _forms.by_part(entry.name for entry in entries.values())
    for key, entry in list(entries.items()):
        owner = entries.get(_forms.key(_forms.longer(entry.name, table)))
        if owner is not None and owner is not entry and (_forms.is_telling(entry.name) or _follows(entry, owner)):
            owner.take(entry)
            del entries[key]


def _join_halves(entries: dict[str, _Entry]) -> None:
    """'Tame Water Company' is the 'Selby and Tame Water Company' of another sentence."""
    joint = [entry for entry in entries.values() if " and " in entry.name]
    for key, entry in list(entries.items()):
        owners = [one for one in joint if one is not entry and f" and {entry.name} " in f"{one.name} "]
        if len(owners) == 1 and " " in entry.name:
            owners[0].refs[:0] = [ref for ref in entry.refs if ref not in owners[0].refs]
            owners[0].refs.sort()
            owners[0].role = owners[0].role or entry.role
            del entries[key]


def _join_first_words(entries: dict[str, _Entry]) -> None:
    """'Nordia' is 'Nordia Holdings' where no other body begins so."""
    table: dict[str, list[_Entry]] = {}
    for entry in entries.values():
        table.setdefault(_first_word(entry.name), []).append(entry)
    for key, entry in list(entries.items()):
        owners = table.get(entry.name, [])
        if len(owners) == 1 and owners[0] is not entry:
            owners[0].take(entry)
            del entries[key]


def _follows(entry: _Entry, owner: _Entry) -> bool:
    """Whether the short name stands after the long one in the sources, so that it can mean it."""
    first = {ref.source: ref for ref in reversed(owner.refs)}
    return any(ref.source in first and first[ref.source] <= ref for ref in entry.refs)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _recall(entries: dict[str, _Entry], passages: list[Passage]) -> None:
    """Later mentions by acronym, by a known short form, or by the one word that tells a body from others."""
    table = _short_forms(entries)
    places = {found[1] for passage in passages for found in _LIES_IN.finditer(passage.text)}
    for passage in passages:
        for form in _single_names(passage, places):
            entry = table.get(form)
            if entry is not None:
                entry.meet(passage.ref)
                if form != entry.name:
                    entry.also[form] = None


def _short_forms(entries: dict[str, _Entry]) -> dict[str, _Entry]:
    table: dict[str, _Entry | None] = {}
    for entry in entries.values():
        forms = {entry.name, *entry.also, _first_word(entry.name)}
        if " " in entry.name and len(_initials(entry.name)) > 1:
            forms.add(_initials(entry.name))
        for form in forms - {""}:
            table[form] = entry if table.get(form, entry) is entry else None
    return {form: entry for form, entry in table.items() if entry}


def _first_word(name: str) -> str:
    """'Rowntree' of 'Rowntree Foundation'; nothing of 'World Bank' or 'Danish Red Cross'."""
    row = names.tokens(name)
    if len(row) < 2 or row[0].kind != "cap" or row[0].text in _COMMON or row[0].text.lower().endswith(_ADJECTIVES):
        return ""
    return row[0].text


def _single_names(passage: Passage, places: Collection[str]) -> Iterator[str]:
    """Capital words that stand by themselves as a body does: acronyms, 'Rowntree said', 'at Rowntree'.

    'At Selby' is where somebody is, if 'in Selby' stands somewhere.
    """
    row = names.tokens(passage.text)
    for place, token in enumerate(row):
        if token.kind not in ("cap", "country") or (len(token.text) < 2):
            continue
        before = row[place - 1] if place else None
        after = row[place + 1] if place + 1 < len(row) else None
        alone = not (before and before.upper and before.kind != "stop")
        ends = after is None or not (after.upper and after.kind in ("cap", "body", "place", "initial"))
        speaks = after is not None and after.text in words.data("speech.verbs")
        inside = before is not None and before.text == "at" and token.text not in places
        if token.text.isupper() or (alone and ends and (speaks or inside)):
            yield token.text


_LIES_IN = re.compile(
    r"in (?<=\bin )(?=[A-Z])(?<!stake in )(?<!stakes in )(?<!share in )(?<!shares in )([A-Z]\w+)(?=[,.;:]| (?![A-Z]))"
)
_SURE = 2.5
"""How much more must speak for a body than for anything else where no sentence shows it."""
_ADJECTIVES = ("al", "an", "ic", "ive", "ed", "ese", "ish")
_COMMON = frozenset(
    "World Global United Royal First New Free Open Public Joint Inter High Trade Health Human Security Peace Climate "
    "Food Labour Labor Energy Development Research Community Defence Defense Justice Education City State "
    "Supreme Foreign Science Medical Law Press Space Water Ocean Sea Green People Women Children Workers".split()
)
