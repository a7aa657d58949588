"""A deck page kept to the slides and minutes that were asked for, and what is said of it."""

from __future__ import annotations

from briefpack import compose, page
from briefpack.compose import budget as budgets
from briefpack.errors import FitError
from briefpack.layout import slides
from briefpack.model import Audience, Brief, Budget, Deck, Look, Notice


def kept(text: str, told: Brief, audience: Audience, look: Look, budget: Budget) -> tuple[str, tuple[str, ...]]:
    """The page within the budget, and a sentence for each slide that was left out."""
    if not budget.asked:
        return text, ()
    whole = page.parse(text)
    deck = compose.deck(whole, told, audience)
    gone = budgets.left_out(deck, _spans(deck, look), audience, budget)
    if not gone:
        return text, ()
    titles = [(deck.slides[at].kind, deck.slides[at].title.text) for at in gone]
    said = tuple(f"slide {title!r} ({kind}): left out to keep to {budget.asked}" for kind, title in titles)
    return page.render(budgets.without(whole, gone)), said


def told_of(said: tuple[str, ...], deck: str, budget: Budget) -> tuple[Notice, ...]:
    """One notice that tells what was left out."""
    if not said:
        return ()
    many = "one slide was" if len(said) == 1 else f"{len(said)} slides were"
    return (Notice(f"{many} left out to keep to {budget.asked}; report.json says which", deck),)


def overrun(deck: Deck, look: Look, audience: Audience, budget: Budget, name: str) -> tuple[Notice, ...]:
    """A notice where a deck is longer than asked for: a person's page, or nothing but slides that always stay."""
    if not budget.asked:
        return ()
    spans = _spans(deck, look)
    many = sum(spans)
    time = budgets.minutes(deck, spans, audience, range(len(deck.slides)))
    over = [f"{many} slides"] if 0 < budget.slides < many else []
    over += [f"about {time:.0f} minutes"] if 0 < budget.minutes < time else []
    if not over:
        return ()
    return (Notice(f"takes {' and '.join(over)}, more than the {budget.asked} asked for", name, "shorten deck.md"),)


def _spans(deck: Deck, look: Look) -> tuple[int, ...]:
    """Slides that each takes up; one each where a slide cannot be placed, which is said when it is."""
    try:
        return slides.spans(deck, look)
    except FitError:
        return (1,) * len(deck.slides)
