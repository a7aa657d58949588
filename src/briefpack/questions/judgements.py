"""Questions from key points: what backs a judgement, what would change it, how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.messages import quoted, say
from briefpack.model import Line, Point, Ref
from briefpack.questions import shapes
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft
from briefpack.text import words

_MOST_CLAIM = 22  # words
_MOST_POINTS = 12
_MOST_OTHERS = 30
_LEANS = re.compile(
    r"\b(?:(?:say|says|said|do|does|did|done|think|thinks|believe) so|the (?:same|latter|former))\b"
    r"|\b(?:say|says|said|think|thinks|believe|believes|argue|argues) (?:that )?(?:it|they|this|that)\b"
    r"|\b(?:that|this|these|those|it|them|so|one|will|would|could|should|may|might|must|can|do|does|did)[.?!]?$"
)
"""What points back to another sentence: 'Few of them say so in public', 'We ought to have built that'."""
_POINTS_ON = re.compile(
    r"\b(?:an?|one|two|three|four|five|the following|several|these) (?:\w+ )?"
    r"(?:rule|question|reason|thing|point|answer|problem|step|option|proposal|way)s?$"
)
"""'We would offer one proposal': what it is comes next."""
_COUNTS = re.compile(r"\W*(?:first|second|third|then|finally|lastly)(?:ly)?\b", re.IGNORECASE)
_JOINS = re.compile(r"(?:But|And|Yet|So|Still|Nor|Or),? (?=\w)")
_OWN = re.compile(r"\b(?:I|[Mm]y|me|[Mm]yself|I['’]\w+)\b")
_TO_COME = re.compile(r"\b(?:will|would|should|must|shall|could|may|might|ought|expected to|likely to)\b")
_DIGIT = re.compile(r"\d")
_BESIDE = ("emphasis", "voices", "two names")
_TURNS = re.compile(
    r"\b(?:but|yet|however|although|though|despite|instead|nevertheless|unlike|fails?|failed|wrong|flaw(?:s|ed)?|mistaken?"
    r"|critics?|criticis\w+|criticiz\w+|oppos\w+|object(?:s|ed|ions?)|den(?:y|ies|ied)|disput\w+|doubt\w*|reject\w*"
    r"|question(?:s|ed)|unlikely|not|no|never|cannot|n['’]t|warn(?:s|ed)?|sceptic\w*|skeptic\w*)\b",
    re.IGNORECASE,
)
"""Words of what turns against something."""
_REPORTS = re.compile(r"\b(?:den(?:y|ies|ied)|disputed|acknowledged|agreed|announced|rejected)\b")
"""What somebody did: nothing to object to."""


def ask(m: Material) -> Iterator[Draft]:
    """Drafts from each point, best first, and from the brief's own question."""
    for place, point in enumerate(m.brief.points[:_MOST_POINTS]):
        refs = m.known(point.refs)[:1]
        claim = claim_of(m, point)
        if refs and claim:
            yield from _one(m, point, claim)
            yield from _two(m, point, m.brief.points[place + 1 : _MOST_OTHERS])
    for key in m.sources:
        yield from _best_two(m, key)
    yield from _stand(m)


def claim_of(m: Material, point: Point, most: int = _MOST_CLAIM) -> str:
    """A point in marks, verbatim and whole in sense, or empty."""
    passage = m.text(point.refs)
    forms = (line_of(text, passage, most) for text in (point.text, point.short, passage) if text)
    return next((form for form in forms if form), "")


def line_of(text: str, passage: str, most: int) -> str:
    """Words of a passage in marks that say something by themselves, or empty."""
    if passage.rstrip().endswith((":", ",", ";")) or _COUNTS.match(text):
        return ""
    form = shapes.quoted(_JOINS.sub("", text, count=1), passage, most, fewest=5)
    return form if form and not _leans(form) else ""


def _leans(claim: str) -> bool:
    """Whether a line says nothing without the one before it, or the one after it."""
    bare = claim.strip(shapes.MARKS)
    return bool(_LEANS.search(bare) or _POINTS_ON.search(bare) or shapes.dangling(bare))


def arguable(claim: str) -> bool:
    """Whether somebody could hold the opposite of a line: a judgement in its words, nobody's own story, no report."""
    bare = claim.strip(shapes.MARKS)
    measured = _DIGIT.search(bare) and not shapes.hedge(bare)
    return shapes.weighs(bare) and not (measured or _OWN.search(bare) or _REPORTS.search(bare))


def bears(claim: str) -> bool:
    """Whether something may follow from a line: it says what will, should or may be."""
    return _TO_COME.search(claim) is not None and not _OWN.search(claim) and not _REPORTS.search(claim)


def _one(m: Material, point: Point, claim: str) -> Iterator[Draft]:
    refs = m.known(point.refs)[:1]
    slots = {"a": m.named[refs[0].source], "claim": claim}
    near, against = m.near(refs[0]), _against(m, point)
    about = (m.topic(refs), claim)
    if m.happened(refs[0]):  # 'The board voted on Sunday that …': nothing to back up or to object to
        return
    argued = m.judges(point) and arguable(claim)
    forms = [*["what would change it"], *(["strongest objection"] if against else [])] if argued else []
    forms += ["so what for us"] if argued or bears(claim) else []
    for name in forms:
        yield from m.drafts(name, slots, (*refs, *_refs(against)[:1]), (*against, *near[:2]), about)
    if argued and (word := shapes.loaded(claim)):
        one = Line(say("Points to {word}, which colours what it tells of.", word=quoted(word)), refs)
        yield from m.drafts("words that judge", slots, (*refs, *_refs(against)[:1]), (one, *against, *near[:2]), about)
    if argued:
        yield from m.drafts("how it is backed up", slots, refs, near[:4], about)
    if hedge := shapes.hedge(claim):
        slots = slots | {"hedge": quoted(hedge)}
        effect = Line(say("Sees that without {hedge} the line would say it outright.", hedge=slots["hedge"]), refs)
        yield from m.drafts("how sure it is", slots, refs, (effect, *near[:2], *against), about)


def _two(m: Material, point: Point, rest: tuple[Point, ...]) -> Iterator[Draft]:
    """The point of another source that shares most words, at least two, of those that can be quoted."""
    refs, one = m.known(point.refs)[:1], claim_of(m, point, 17)
    others = [p for p in rest if m.known(p.refs) and m.known(p.refs)[0].source != refs[0].source]
    near = sorted((p for p in others if m.shared(p.refs, refs) > 1), key=lambda p: -m.shared(p.refs, refs))
    claims = ((claim_of(m, p, 17), m.known(p.refs)[0]) for p in near)
    quotable = ((claim, key) for claim, key in claims if len(words.content(claim) & words.content(one)) > 1)
    other, key = next(quotable, ("", None)) if one else ("", None)
    if key is None:
        return
    slots = {"claim": one, "other": other, "a": m.named[refs[0].source], "b": m.named[key.source]}
    look_fors = (*m.near(refs[0])[:2], *m.near(key)[:2])
    yield from m.drafts("two lines that lean on each other", slots, (*refs, key), look_fors, (m.topic(refs),))


def _best_two(m: Material, key: str) -> Iterator[Draft]:
    """The two best points of one source that can be quoted."""
    quotable = [(point, claim) for point in m.points_of(key)[:_MOST_POINTS] if (claim := claim_of(m, point, 17))]
    if len(quotable) > 1:
        (one, claim), (two, other) = quotable[:2]
        refs = (*m.known(one.refs)[:1], *m.known(two.refs)[:1])
        look_fors = (*m.near(refs[0])[:2], *m.near(refs[1])[:2], *_elsewhere(m, one)[:1], *_elsewhere(m, two)[:1])
        slots = {"a": m.named[key], "claim": claim, "other": other}
        yield from m.drafts("which line matters more", slots, refs, look_fors, (m.topic(refs),))


def _stand(m: Material) -> Iterator[Draft]:
    """The question of the brief, answered from its two sources with the best points."""
    issue = shapes.question(m.brief.question)
    asked = words.content(issue)
    best = {key: _nearest(points, asked) for key in m.sources if (points := m.points_of(key))}
    keys = tuple(best)
    if not issue or not keys:
        return
    chosen = [best[key] for key in keys] if len(keys) > 1 else list(m.points_of(keys[0])[:3])
    refs, look_fors = [m.known(p.refs)[0] for p in chosen], [m.point_says(p) for p in chosen]
    slots = {"issue": issue, "a": m.named[keys[0]]}
    if len(keys) > 1:
        yield from m.drafts("where do you stand", slots | {"b": m.named[keys[1]]}, refs[:2], look_fors[:3])
    else:
        yield from m.drafts("where do you stand, one source", slots, refs, look_fors)


def _nearest(points: tuple[Point, ...], asked: frozenset[str]) -> Point:
    """The point that shares most words with a question; the best one where none does."""
    return max(points, key=lambda p: len(asked & words.content(p.text)))


def _against(m: Material, point: Point) -> list[Line]:
    """The other side of a quarrel that this point is in, else what is said of the very same thing.

    What only shares the words that the whole pack is about objects to nothing.
    """
    mine = set(m.known(point.refs))
    apart = [t for t in m.brief.tensions if t.kind not in _BESIDE and mine & set(t.refs)]
    lines = [m.says(s.refs, s.text, s.voice) for t in apart for s in t.sides if not mine & set(s.refs)]
    turning = [p for p in _nearest_others(m, point) if m.tied(p.refs, point.refs) > (not _TURNS.search(p.text))]
    return [line for line in (*lines, *(m.point_says(p) for p in turning[:2])) if line]


def _elsewhere(m: Material, point: Point) -> list[Line]:
    """The other side of a tension that this point is in, else the points of other sources nearest to it."""
    mine = set(m.known(point.refs))
    sides = [s for t in m.brief.tensions if mine & set(t.refs) for s in t.sides if not mine & set(s.refs)]
    lines = [m.says(s.refs, s.text, s.voice) for s in sides]
    return [line for line in (*lines, *(m.point_says(p) for p in _nearest_others(m, point)[:2])) if line]


def _nearest_others(m: Material, point: Point) -> list[Point]:
    """Points that share two words with this one, those that share most first."""
    mine = set(m.known(point.refs))
    others = [
        p for p in m.brief.points if m.known(p.refs) and not mine & set(p.refs) and m.shared(p.refs, point.refs) > 1
    ]
    return sorted(others, key=lambda p: -m.shared(p.refs, point.refs))


def _refs(lines: list[Line]) -> list[Ref]:
    return [line.refs[0] for line in lines]
