"""The gates that refuse a bad question (rubrics Q1 to Q10). A question is dropped with a reason, never repaired."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count, takewhile

from briefpack.model import Line, Passage, Question, Ref
from briefpack.questions.gate_words import spoken
from briefpack.text import words
from briefpack.text.plain import plain

Passages = Mapping[Ref, Passage]

_QUOTED = re.compile(r"[“«]\s?([^“”«»]*?)\s?[”»]")
_RUN = 9  # words in a row that give an answer away
FEWEST = 2
"""Look-fors without which a question has no key."""


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
    last = question.prompt.rstrip("\"'”’)]»\u00a0")[-1:]
    sentences = _sentences(question.prompt)
    known = spoken().tasks
    tasks = not known or any(known & {w.lower() for w in words.words(s)[:1]} for s in sentences)
    return last in ("?", ".") and (tasks or any(_is_question(s) for s in sentences))


def _open(question: Question, _: Passages) -> bool:
    asked = [s for s in _sentences(question.prompt) if _is_question(s)]
    return (
        not asked
        or not spoken().yes_no.match(asked[-1])
        or spoken().opener.search(_unquoted(question.prompt)) is not None
    )


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
    counted = len(re.findall(r"[^\W\d_][\w'-]+", plain(question.prompt).lower()))
    spaced = len([word for word in question.prompt.split() if word.strip("«»?!:;")])
    sentences = [s for s in re.split(r"(?<=[.?!])[\"']?\s+(?!»)", question.prompt) if s]
    return counted >= 8 and spaced <= spoken().most and len(sentences) <= 3 and question.prompt.count("?") <= 2


def _keyed(question: Question, passages: Passages) -> bool:
    return len(sound(question.look_fors, question.prompt, passages)) >= FEWEST


def _keeps_quiet(question: Question, passages: Passages) -> bool:
    return not _runs(_unquoted(question.prompt)) & _runs(" ".join(passages[ref].text for ref in question.refs))


def _alone(question: Question, _: Passages) -> bool:
    return not spoken().dangling.match(question.prompt) and not spoken().which_text.search(question.prompt)


def _neutral(question: Question, _: Passages) -> bool:
    return not spoken().leading.search(_unquoted(question.prompt))


def _clean(question: Question, _: Passages) -> bool:
    text = plain(question.prompt)
    balanced = all(question.prompt.count(a) == question.prompt.count(b) for a, b in ("()", "[]", "“”", "«»"))
    starts = re.sub(r"^[\[\"'(“‘«\u00a0]+", "", question.prompt)[:1].isupper()
    return (
        balanced
        and text.count('"') % 2 == 0
        and not spoken().broken.search(
            _QUOTED.sub("“”", question.prompt) if "«" in question.prompt else question.prompt
        )
        and not ("«" not in question.prompt and spoken().broken.search(text.replace(" ?", "?").replace(" :", ":")))
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
    return [s.strip() for s in re.split(r"(?<=[.?!])[\"'”’]?\s+(?!»)", prompt) if s.strip()]


def _is_question(sentence: str) -> bool:
    return sentence.rstrip("\"'”’)»\u00a0").endswith("?")


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
