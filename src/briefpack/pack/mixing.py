"""What a pack or a command asks of the questions: how many, of which levels, of which skills."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from briefpack import settings
from briefpack.errors import UsageError
from briefpack.model import Audience, QuestionMix
from briefpack.questions.skeleton import LEVELS, SKILLS
from briefpack.questions.timing import FEWEST

COUNT = (1, 40)
"""Fewest and most questions that may be asked for."""
KNOWN: settings.Known = {
    "count": settings.Like(
        f"a whole number from {COUNT[0]} to {COUNT[1]}",
        lambda text: text.isdecimal() and len(text) < 3 and COUNT[0] <= int(text) <= COUNT[1],
    ),
    "levels": (settings.OneOf(LEVELS),),
    "skills": (settings.OneOf(SKILLS),),
}
"""What may stand under 'questions:' in pack.yaml."""
USUAL = QuestionMix()
_EACH = 10
"""Minutes more of a lesson for one question more."""
_MOST, _LEAST = 12, 3
"""Questions of a lesson that nobody asked for by number."""


def told(found: Mapping[str, Any]) -> QuestionMix:
    """What stands under 'questions:'."""
    levels, skills = (_each(found.get(key, ())) for key in ("levels", "skills"))
    return QuestionMix(int(found.get("count", 0)), levels, skills)


def asked(count: int, levels: str, skills: str) -> QuestionMix:
    """The options of a command: '--levels analyse,evaluate'; UsageError names the nearest right word."""
    return QuestionMix(count, _named(levels, LEVELS, "--levels"), _named(skills, SKILLS, "--skills"))


def joined(command: QuestionMix, pack: QuestionMix) -> QuestionMix:
    """What the command says, else what the pack does."""
    return QuestionMix(command.count or pack.count, command.levels or pack.levels, command.skills or pack.skills)


def mixed(audience: Audience, minutes: int, mix: QuestionMix) -> Audience:
    """The audience with the length of lesson and the questions that were asked for.

    A longer lesson has more questions than the usual one, a shorter one fewer: one for every ten minutes.
    UsageError where so many do not fit.
    """
    long = minutes or audience.minutes
    usual = dict(audience.counts).get("questions", 0)
    more = (long - audience.minutes) // _EACH
    count = mix.count or min(max(usual + more, _LEAST), max(_MOST, usual), long // FEWEST)
    if mix.count * FEWEST > long:
        room = f"{audience.name} have {long} minutes, which hold {long // FEWEST} questions of {FEWEST} minutes"
        what = f"{room}: ask for fewer, or give it {mix.count * FEWEST} minutes ('--minutes {mix.count * FEWEST}')"
        raise UsageError(f"{mix.count} questions are too many: {what}")
    counts = {**dict(audience.counts), "questions": count}
    return replace(audience, minutes=long, counts=tuple(counts.items()), mix=mix)


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _named(given: str, known: Collection[str], option: str) -> tuple[str, ...]:
    words = [word.strip().lower() for word in given.split(",")] if given else []
    for word in words:
        if word not in known:
            raise UsageError(f"{option}: there is no {word[:40]!r}, {settings.nearest(word, known)}")
    return _each(words)
