"""Role cards: people and bodies that say or do something in the sources, and what that is; nothing is made up."""

from __future__ import annotations

import re
from typing import Any

from briefpack.compose.select import actors
from briefpack.compose.select.sides import country
from briefpack.compose.select.statements import Statement, fitting, plain_fact, statement
from briefpack.compose.select.stock import Stock
from briefpack.compose.wording import capital
from briefpack.messages import quoted
from briefpack.model import Organisation, Person, Quote, Ref
from briefpack.text.names import short

MOST = 8
"""Cards of a set: two sheets of four."""
FEWEST = 3
"""With fewer there is nobody to talk to."""
_SAID = 38
"""Words of what somebody says or does."""
_MOST_SAID = 2
_FEWEST_WORDS = 5
"""Of words that say something by themselves."""
_PAST = re.compile(r"(?:then|late)[ -]", re.IGNORECASE)

Card = dict[str, Any]


def cards(stock: Stock) -> list[Card]:
    """Those with most to say first: {name, role, said, other}; none where fewer than three have something."""
    found = [card for person in stock.brief.people if (card := _of_person(stock, person))]
    found += [card for body in _bodies(stock) if (card := _of_body(stock, *body))]
    found.sort(key=lambda card: (-len(card["said"]), -card["named"]))
    found = found[:MOST]
    names = {card["name"] for card in found}
    return [{**card, "other": _other(stock, card["name"], names)} for card in found] if len(found) >= FEWEST else []


def _of_person(stock: Stock, person: Person) -> Card | None:
    role = capital(actors.spelt(person.role) or person.group)
    bodies = {body.name for body in stock.brief.organisations} | {person.group}
    if not role or _PAST.match(person.role) or _wrote(stock, person.name):
        return None
    said = _quoted(stock, person.name)
    if person.does and len(person.does.split()) <= _SAID:
        said.append(statement(f"{person.name} {person.does}.", person.does_refs, "did"))
    said += _judged(stock, person.name)
    line = statement(role, _said_of(stock, person)[:1], "from" if person.role in bodies else "role")
    return _card(person.name, line, _apart(said), len(person.refs))


def _said_of(stock: Stock, person: Person) -> list[Ref]:
    """The passages that give the role, else those that name the person."""
    return [ref for ref in person.refs if person.role and person.role in stock.passages[ref].text] or list(person.refs)


def _bodies(stock: Stock) -> list[tuple[str, Organisation | None]]:
    """Organisations, then countries and seats of government that a source lets speak for themselves."""
    bodies: list[tuple[str, Organisation | None]] = [(body.name, body) for body in stock.brief.organisations]
    known = {form for body in stock.brief.organisations for form in (body.name, *body.aka)}
    voices = (side.voice for tension in stock.brief.tensions for side in tension.sides)
    return bodies + [(voice, None) for voice in dict.fromkeys(voices) if country(voice) and voice not in known]


def _of_body(stock: Stock, name: str, body: Organisation | None) -> Card | None:
    if _wrote(stock, name):
        return None
    role = statement(capital(body.role), body.refs[:1], "role") if body and body.role else None
    said = _apart([*_quoted(stock, name), *_judged(stock, name), *_as_side(stock, name)])
    return _card(name, role, said, len(body.refs) if body else 0)


def _card(name: str, role: Statement | None, said: list[Statement], named: int) -> Card | None:
    return {"name": name, "role": role, "said": said[:_MOST_SAID], "named": named} if said else None


def _wrote(stock: Stock, name: str) -> bool:
    """Whether the name stands over a source: an author or publisher is no party to the matter."""
    return any(name == source.publisher or name in source.authors for source in stock.brief.sources)


def _quoted(stock: Stock, name: str) -> list[Statement]:
    """Words of one's own; words from the middle of a sentence stand in the sentence that tells of them."""
    quotes = [quote for quote in stock.brief.quotes if quote.speaker == name and len(quote.text.split()) <= _SAID]
    lines = [_told(stock, quote, name) for quote in sorted(quotes, key=lambda quote: not _whole(quote))]
    return [line for line in lines if line]


def _told(stock: Stock, quote: Quote, name: str) -> Statement | None:
    if _whole(quote):
        return statement(quoted(quote.text), quote.refs, "said")
    known = [stock.passages[ref] for ref in quote.refs[:1] if ref in stock.passages]
    fits = fitting(known[0].text, quote.refs[:1], _SAID) if known else None
    whole = fits and short(name) in fits[0] and quote.text.strip(" .,") in fits[0]
    return statement(*fits, "did") if fits and whole else None


def _whole(quote: Quote) -> bool:
    return len(quote.text.split()) >= _FEWEST_WORDS and quote.text[:1].isupper()


def _judged(stock: Stock, name: str) -> list[Statement]:
    """Points that are this voice's, in words that name it."""
    points = [point for point in stock.brief.points if point.voice == name]
    fits = [(fitting(point.short or point.text, point.refs, _SAID), point) for point in points]
    return [statement(*fit, "held") for fit, point in fits if fit and point.voiced and short(name) in fit[0]]


def _as_side(stock: Stock, name: str) -> list[Statement]:
    """What a body is told to say or do in a conflict, where the sentence names it."""
    sides = [side for tension in stock.brief.tensions for side in tension.sides if side.voice == name]
    fits = [fitting(side.text, side.refs, _SAID) for side in sides if plain_fact(side.text)]
    return [statement(*fit, "did") for fit in fits if fit and short(name) in fit[0]]


def _apart(said: list[Statement]) -> list[Statement]:
    """Each passage once: a quotation stands before the sentence that holds it."""
    kept: list[Statement] = []
    seen: set[str] = set()
    for line in said:
        if not seen & set(line["refs"]):
            kept.append(line)
            seen.update(line["refs"])
    return kept


def _other(stock: Stock, name: str, names: set[str]) -> str:
    """Another card's name that stands on the other side of a conflict; empty where there is none."""
    for tension in stock.brief.tensions:
        voices = [side.voice for side in tension.sides]
        others = [voice for voice in voices if voice != name and voice in names]
        if name in voices and others:
            return others[0]
    return ""
