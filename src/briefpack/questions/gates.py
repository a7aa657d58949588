"""The gates that refuse a bad question (rubrics Q1 to Q10). A question is dropped with a reason, never repaired."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count, takewhile

from briefpack.model import Line, Passage, Question, Ref
from briefpack.text import words
from briefpack.text.plain import plain

Passages = Mapping[Ref, Passage]

_YES_NO = re.compile(
    r"[\"'(]*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b", re.IGNORECASE
)
_OPENER = re.compile(r"\b(?:why|how|what|which|who|whose|whom|where|when)\b", re.IGNORECASE)
_TASK = frozenset(
    "compare contrast explain assess evaluate weigh argue justify rank draft propose trace write list choose decide "
    "prepare name find imagine sketch rewrite summarise defend sort take answer support build quote say give show "
    "point put mark interpret".split()
)
_LEADING = re.compile(
    r"\b(?:obviously|clearly|of course|don't you|isn't it|wouldn't you|surely|everyone knows|undoubtedly|naturally)\b",
    re.IGNORECASE,
)
_DANGLING = re.compile(r"(?:it|they|this|that|these|those|he|she|his|her|their|its)\b", re.IGNORECASE)
_WHICH_TEXT = re.compile(r"\bthe (?:article|author|passage|text)\b", re.IGNORECASE)
_BROKEN = re.compile(
    r"\s{2,}|\s[,.;:?]|[,;:]{2,}|[.?!][.,;]|\?[.?]|\{|\}|\bNone\b|\bnan\b|\ba [aeio]\w|\ban [bcdfgjkpqtvwyz]\w"
    r"|(?<!')\b(\w+) \1\b(?!')|(?<!\w)'s\b|\bthe the\b|[\n\t]",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^”]*)”")
_MOST = 40  # words of a question that can be taken in when it is read aloud; the rubric allows 60
_RUN = 9  # words in a row that give an answer away


def refusal(question: Question, passages: Passages) -> str:
    """'Q3: …' for the first gate that a question fails; empty if it passes them all."""
    failed = (f"{gate}: {why}" for gate, why, passes in GATES if not passes(question, passages))
    return next(failed, "")


def sound(look_fors: tuple[Line, ...], prompt: str, passages: Passages) -> tuple[Line, ...]:
    """The look-fors with a resolving reference that say more than the question does."""
    stem = words.content(prompt)
    return tuple(
        line
        for line in look_fors
        if line.text.strip() and line.refs and all(r in passages for r in line.refs) and words.content(line.text) - stem
    )


def opening(prompt: str, most: int = 3) -> str:
    """Its first words, as sets compare them."""
    return " ".join(re.findall(r"[a-z][a-z'-]+", plain(prompt).lower())[:most])


def _asks(question: Question, _: Passages) -> bool:
    last = question.prompt.rstrip("\"'”’)]")[-1:]
    sentences = _sentences(question.prompt)
    tasks = any(_TASK & {w.lower() for w in words.words(s)[:1]} for s in sentences)
    return last in ("?", ".") and (tasks or any(_is_question(s) for s in sentences))


def _open(question: Question, _: Passages) -> bool:
    asked = [s for s in _sentences(question.prompt) if _is_question(s)]
    return not asked or not _YES_NO.match(asked[-1]) or _OPENER.search(_unquoted(question.prompt)) is not None


def _anchored(question: Question, passages: Passages) -> bool:
    if not question.refs or not all(ref in passages for ref in question.refs):
        return False
    anchors = [plain(passages[ref].text) for ref in question.refs]
    return all(any(plain(q) in text for text in anchors) for q in _QUOTED.findall(question.prompt))


def _specific(question: Question, passages: Passages) -> bool:
    paragraphs = {(ref.source, ref.paragraph) for ref in question.refs}
    around = plain(" ".join(text for place in sorted(paragraphs) for text in _paragraph(*place, passages)))
    both = words.content(around) & words.content(question.prompt)
    shared = {word for word in both if word[0].isalpha() and len(word) > 2}  # a number alone is no subject
    names = set(_names(question.prompt)) & set(_names(around))
    exact = _exact(around) & _exact(question.prompt)
    return (len(shared) >= 2 and len(exact) >= 2) or any(name.lower() in shared for name in names)


def _length(question: Question, _: Passages) -> bool:
    counted = len(re.findall(r"[a-z][a-z'-]+", plain(question.prompt).lower()))
    spaced = len(question.prompt.split())
    sentences = [s for s in re.split(r"(?<=[.?!])[\"']?\s+", question.prompt) if s]
    return counted >= 8 and spaced <= _MOST and len(sentences) <= 3 and question.prompt.count("?") <= 2


def _keyed(question: Question, passages: Passages) -> bool:
    return len(sound(question.look_fors, question.prompt, passages)) >= 2


def _keeps_quiet(question: Question, passages: Passages) -> bool:
    return not _runs(_unquoted(question.prompt)) & _runs(" ".join(passages[ref].text for ref in question.refs))


def _alone(question: Question, _: Passages) -> bool:
    return not _DANGLING.match(question.prompt) and not _WHICH_TEXT.search(question.prompt)


def _neutral(question: Question, _: Passages) -> bool:
    return not _LEADING.search(_unquoted(question.prompt))


def _clean(question: Question, _: Passages) -> bool:
    text = plain(question.prompt)
    balanced = all(question.prompt.count(a) == question.prompt.count(b) for a, b in ("()", "[]", "“”"))
    starts = re.sub(r"^[\[\"'(“‘]+", "", question.prompt)[:1].isupper()
    return (
        balanced
        and text.count('"') % 2 == 0
        and not _BROKEN.search(question.prompt)
        and not _BROKEN.search(text)
        and starts
    )


GATES: tuple[tuple[str, str, Callable[[Question, Passages], bool]], ...] = (
    ("Q3", "not anchored: a reference is missing, or a quotation is not verbatim", _anchored),
    ("Q1", "neither a question nor an instruction", _asks),
    ("Q2", "can be answered yes or no", _open),
    ("Q4", "not specific to its passages", _specific),
    ("Q5", "too short, too long, or too many sentences", _length),
    ("Q6", "fewer than two look-fors", _keyed),
    ("Q7", "gives its answer away", _keeps_quiet),
    ("Q8", "does not stand alone", _alone),
    ("Q9", "leads to an answer", _neutral),
    ("Q10", "not clean: marks, capital, agreement or a doubled word", _clean),
)


def _paragraph(source: str, number: int, passages: Passages) -> Iterator[str]:
    places = (Ref(source, number, sentence) for sentence in count(1))
    yield from (passages[ref].text for ref in takewhile(passages.__contains__, places))


def _sentences(prompt: str) -> list[str]:
    return [s.strip() for s in re.split(r"(?<=[.?!])[\"'”’]?\s+", prompt) if s.strip()]


def _is_question(sentence: str) -> bool:
    return sentence.rstrip("\"'”’)").endswith("?")


def _unquoted(text: str) -> str:
    return plain(_QUOTED.sub(" ", text))


def _names(text: str) -> list[str]:
    return re.findall(r"\b[A-Z][a-z'-]{2,}", plain(text))


def _exact(text: str) -> set[str]:
    return {
        word for word in re.findall(r"[^\W\d_][\w'-]+", plain(text).lower()) if len(word) > 2 and words.content(word)
    }


def _runs(text: str) -> set[tuple[str, ...]]:
    found = re.findall(r"[^\W\d_][\w'-]+", plain(text).lower())
    return {tuple(found[i : i + _RUN]) for i in range(len(found) - _RUN + 1)}
