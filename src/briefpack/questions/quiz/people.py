"""Facts about people: who says something, and who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefpack.messages import say
from briefpack.model import Person, Quote
from briefpack.questions import shapes
from briefpack.questions.material import Material
from briefpack.questions.quiz.fact import Fact, alike, fair, lines, overlap
from briefpack.text import sentences, words
from briefpack.text.plain import plain

_MOST_QUOTED = 24  # words of a quotation in a question
_FEWEST_QUOTED = 5
_LEAST_SAID = 2  # content words of a quotation: 'Of course it is' could be anybody's
_AROUND = re.compile(r"\b(?:beside|behind|alongside|after|before|when|where|while|next to)\b")
"""'ribbon beside Transport Minister': the words around a name, no office."""
_ALIKE = 0.6  # share of words from which two quotations say the same


def speakers(m: Material) -> Iterator[Fact]:
    """Who says something: people who are quoted; others who speak in these sources stand beside them."""
    people = {p.name: p for p in m.brief.people if shapes.name(p.name)}
    spoken = [q for q in m.brief.quotes if q.speaker in people]
    voices = list(dict.fromkeys((*(q.speaker for q in spoken), *(p.name for p in people.values() if p.does), *people)))
    for quote in spoken:
        refs = m.known(quote.refs)[:1]
        said = quotable(m, quote, _MOST_QUOTED, _FEWEST_QUOTED)
        if not said or _repeated(quote, spoken) or named(people[quote.speaker], said):
            continue
        whole = len(quote.speaker.split()) > 1
        others = (n for n in voices if n != quote.speaker and (len(n.split()) > 1) == whole)
        where = m.named[refs[0].source]
        yield Fact(
            kind="speaker",
            asked=say("Who says, in {source}: {words}?", source=where, words=said),
            claimed=say(
                "In {source}, these are the words of {answer}: {words}.", source=where, words=said, answer="{answer}"
            ),
            answer=quote.speaker,
            others=tuple(n for n in others if not named(people[n], said)),
            refs=refs,
            because=lines(m.says(refs, quote.text, quote.speaker)),
            accepted=(quote.speaker.split()[-1], *people[quote.speaker].aka),
        )


def roles(m: Material) -> Iterator[Fact]:
    """Who somebody is, as the source puts it; the roles of others beside it, unless they could be the same person's."""
    bodies = {o.name for o in m.brief.organisations}
    told = [p for p in m.brief.people if shapes.name(p.name) and _is_role(p.role) and p.role not in bodies]
    for person in told:
        refs = tuple(ref for ref in m.known(person.refs) if plain(person.role) in m.texts[ref])[:1]
        if not refs:
            continue
        here = plain(" ".join(m.texts[ref] for ref in m.known(person.refs)))
        others = [p for p in told if p is not person and plain(p.role) not in here and _apart(person, p)]
        others.sort(key=lambda p: bool(p.group) != bool(person.group))  # nobody takes a consultant for a president
        where = m.named[refs[0].source]
        yield Fact(
            kind="role",
            asked=say("In which role does {source} name {name}?", source=where, name=person.name),
            claimed=say(
                "{source} names {name} in this role: {answer}.", source=where, name=person.name, answer="{answer}"
            ),
            answer=shapes.capital(shapes.role(person.role)),
            others=tuple(dict.fromkeys(shapes.capital(shapes.role(p.role)) for p in others)),
            refs=refs,
            because=lines(m.shows(refs, person.role)),
        )


def quotable(m: Material, quote: Quote, most: int, fewest: int) -> str:
    """A quotation in its marks that is a sentence or the head of one, not 'show us less of what she saw'.

    Of one that goes on through several passages the words of the first.
    """
    refs = m.known(quote.refs)
    if not refs or not quote.text[:1].isupper() or shapes.dangling(quote.text):
        return ""
    if len(words.content(quote.text)) < _LEAST_SAID:
        return ""
    said = quote.text if len(refs) == 1 else next(iter(sentences.split(quote.text)), "")
    return shapes.quoted(said, m.text(refs), most, fewest=fewest)


def named(person: Person, text: str) -> bool:
    """Whether a text names a person, by the last name too."""
    forms = (person.name, *person.aka, person.name.split()[-1])
    return any(re.search(rf"(?<!\w){re.escape(plain(form))}(?!\w)", plain(text)) for form in forms if form)


def _repeated(quote: Quote, spoken: Iterable[Quote]) -> bool:
    """Whether somebody else says nearly the same: then two answers are right."""
    return any(q.speaker != quote.speaker and alike(q.text, quote.text, _ALIKE) for q in spoken)


def _is_role(role: str) -> bool:
    """Whether it tells an office or a trade with a name in it: 'Finance Minister', not 'leader of the study'.

    A role without a name may be anybody's, somebody else's too.
    """
    words = shapes.role(role).split()
    return len(words) > 1 and not _AROUND.search(role) and any(word[:1].isupper() for word in words)


def _apart(one: Person, other: Person) -> bool:
    """Whether the role of one cannot be the other's: another trade, or the same for another country or body."""
    same = _trade(one.role) == _trade(other.role)
    told_apart = bool(one.group and other.group and one.group != other.group)
    return fair(one.role, other.role) and not overlap(one.role, other.role) and (told_apart or not same)


def _trade(role: str) -> str:
    """The head of a role: 'minister' in 'Forestry Minister for the north'."""
    head = re.split(r"\b(?:of|for|at|in|on|with|from|to)\b|,", role)[0].split()
    return head[-1].lower() if head else ""
