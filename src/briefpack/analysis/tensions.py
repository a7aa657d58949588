"""Where documents, or voices in one, pull against each other.

Each form of tension is a small finder of its own. Likeness of words only proposes a pair: it takes opposed
judgements, a denial, a doubt or another number as well, and what is printed are the two statements, verbatim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from briefpack.analysis import _across, _divided, _stances, _then_now, _within
from briefpack.analysis._camps import facing
from briefpack.analysis._contraries import contraries
from briefpack.analysis._counts import counts
from briefpack.analysis._emphasis import emphasis
from briefpack.analysis._matters import Matters
from briefpack.analysis._opposed import opposed
from briefpack.analysis._parting import parted
from briefpack.analysis._subjects import Subjects
from briefpack.analysis._treated import treated
from briefpack.analysis._turns import answers
from briefpack.model import Brief, Ref, Source, Tension

_MOST = 12
_BESIDE = 6
"""Pairs of documents that do not quarrel, at most."""
_HIGHEST = 4.95
_STEP = 0.2
"""How much of what a pair weighs beyond a sure one counts, so that none passes those whose form says what they are."""
_SURE = 4.7
"""Weight of a tension that is told before what several sources treat."""
_MOST_SURE = 7
_LESS = 1.0
"""What two views weigh less that are brought together by words in common only."""
_OF_A_FORM = 24
_ANSWERED = ("denied", "doubt", "voices")
_PLAIN = ("contrast", "numbers", "denied")
"""Kinds whose heading says more than that one claims and another denies."""
_OF_A_PASSAGE = 2
"""Tensions in which one passage may stand."""

_Form = Callable[[tuple[Source, ...], Brief, Subjects], Iterator[Tension]]
_FORMS: tuple[tuple[_Form, float], ...] = (
    (_across.two_names, 7.0),
    (_across.equated, 7.0),
    (_across.renamed, 6.5),
    (_within.denials, 6.0),
    (_then_now.then_and_now, 6.0),
    (_divided.dissents, 6.0),
    (_divided.divided, 6.0),
    (_within.denials_elsewhere, 5.0),
    (_within.two_hands, 5.0),
    (_within.doubts, 5.0),
    (_within.replies, 4.5),
)
"""Each form with how sure a sign of a tension it is; `opposed` weighs its pairs itself, on the same scale."""


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Tension, ...]:
    """At most twelve tensions, the surest first; then documents that merely say different things."""
    subjects = Subjects(sources, found)
    weighed = [(weight, one) for form, weight in _FORMS for one in islice(form(sources, found, subjects), _OF_A_FORM)]
    weights, matters = _stances.weights(sources), Matters(sources, found, subjects)
    weighed += _below(counts(sources, found, matters, weights))
    weighed += _below(answers(sources, found, matters, weights))
    weighed += _behind(_below(opposed(sources, found, subjects, matters, weights)))
    told = list(_told(weighed, found, weights))
    plain = {one.refs: place for place, (_, one) in enumerate(told) if one.kind in _PLAIN}
    for weight, one in chain.from_iterable(form(sources, found, matters, weights) for form in (contraries, facing)):
        if one.refs in plain:
            told[plain[one.refs]] = weight, told[plain[one.refs]][1]
        else:
            told.append((weight, one))
    ranked = sorted(told, key=lambda pair: -pair[0])
    made = _chosen(one for weight, one in ranked if weight >= _SURE)[:_MOST_SURE]
    by_form = {one.refs: one for _, one in reversed(ranked)}
    more = (by_form.get(one.refs, one) for one in _shown(treated(sources, found, matters, weights), found, weights))
    made += islice(_apart(more, made), _MOST - len(made))
    made = _chosen(chain(made, (one for _, one in ranked)))
    beside = islice(_apart(emphasis(sources, found, matters, weights), made), min(_BESIDE, _MOST - len(made)))
    return (*made, *beside)


def _told(
    weighed: Iterable[tuple[float, Tension]], found: Brief, weights: dict[str, float]
) -> Iterator[tuple[float, Tension]]:
    """Those that show that they pull apart; what merely stands side by side weighs less than all."""
    for weight, one in weighed:
        told = parted(one, found, weights)
        if told:
            yield (weight if told is one else 0.0), told


def _shown(pairs: Iterable[Tension], found: Brief, weights: dict[str, float]) -> Iterator[Tension]:
    return (told for one in pairs if (told := parted(one, found, weights)))


def _apart(beside: Iterator[Tension], made: list[Tension]) -> Iterator[Tension]:
    """Those whose passages and matters stand nowhere yet."""
    told, matters = {ref for one in made for ref in one.refs}, {_matter(one) for one in made}
    for one in beside:
        if not told & set(one.refs) and _matter(one) not in matters:
            told.update(one.refs)
            matters.add(_matter(one))
            yield one


def _matter(one: Tension) -> str:
    """'the levy' of 'What each source says of the levy' and of 'Two views: the levy'."""
    return one.text.rpartition(": ")[2].removeprefix("What each source says of ")


def _below(pairs: Iterable[tuple[float, Tension]]) -> Iterator[tuple[float, Tension]]:
    """Pairs brought together by their words stand behind those whose form says what they are."""
    for weight, one in pairs:
        yield min(weight, _SURE + _STEP * max(weight - _SURE, 0.0), _HIGHEST), one


def _behind(pairs: Iterable[tuple[float, Tension]]) -> Iterator[tuple[float, Tension]]:
    """Opposite words of one thing stay where they are; two views that only share their words go behind."""
    return ((weight - _LESS * (one.kind == "voices"), one) for weight, one in pairs)


def _chosen(ranked: Iterator[Tension]) -> list[Tension]:
    """The best that say something new, each passage in at most two of them."""
    made: list[Tension] = []
    used: Counter[Ref] = Counter()
    for one in ranked:
        if len(made) == _MOST:
            break
        if not _known(one, made) and all(used[ref] < _OF_A_PASSAGE for ref in one.refs):
            made.append(one)
            used.update(one.refs)
    return made


def _known(one: Tension, made: list[Tension]) -> bool:
    """The same matter is told already, more than half of its passages stand in one tension, or its answer does.

    'The mill denies such a leak' goes against one charge.
    """
    refs, answer = set(one.refs), _answer(one)
    return any(
        one.text == other.text or len(refs & set(other.refs)) * 2 > len(refs) or (answer and answer == _answer(other))
        for other in made
    )


def _answer(one: Tension) -> Ref | None:
    """The passage that answers another of its own text."""
    first, *_, last = one.sides
    return last.refs[0] if one.kind in _ANSWERED and first.source == last.source else None
