"""Quotations in a text, and the phrases that say whose words they are.

Marks of all usual kinds are known; an apostrophe is none. A phrase such as 'the minister, a former
nurse, told reporters' is found with its verb and its subject; who that is, the caller knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from briefpack.text import _subject, lists


@dataclass(frozen=True, slots=True)
class Span:
    """A quotation: start and end with its marks, `inner` without."""

    start: int
    end: int
    inner: str
    closed: bool = True
    """False where the paragraph ends before the closing mark: the quotation goes on in the next one."""


@dataclass(frozen=True, slots=True)
class Said:
    """A verb of speech with its subject, both as places in the text."""

    verb: str
    start: int
    """Of the verb."""
    end: int
    subject: str
    """As it stands there: 'Ana Silva', 'she'; empty where the verb before shares its own ('said … and warned')."""
    subject_start: int
    inverted: bool = False
    """True where the subject follows the verb: '… , said Ana Silva'."""
    weak: bool = False
    """True for verbs that do more than attribute: 'called', 'promised'."""


class _Form(NamedTuple):
    """A verb of speech, or the name of a source, where it stands."""

    form: str
    kind: str
    """'sources', 'verbs', 'manner' or 'claims': the list that has it."""
    start: int


def spans(text: str) -> tuple[Span, ...]:
    """The quotations of a paragraph, outermost only, in order."""
    told, text = text, _even(text)
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text)]
    if not marks:
        return ()
    found: list[Span] = []
    closings = _closings(text, marks)
    place = 0
    while True:
        opening = _OPENING.search(text, place)
        if opening is None:
            return tuple(found)
        end = closings(opening.start())
        if end < 0 and not _may_stay_open(text, opening):
            place = opening.end()
            continue
        stop = end if end >= 0 else len(text)
        place = stop + 1 if end >= 0 else stop
        found.append(Span(opening.start(), place, told[opening.end() : stop].strip(" \u00a0\u202f"), end >= 0))


def _even(text: str) -> str:
    """Plain marks as curly ones where a paragraph has both: '“Forty years," she said.'"""
    if '"' not in text or not ("“" in text or "”" in text):
        return text
    return _PLAIN.sub(lambda mark: "“" if _OPENS.match(text, max(mark.start() - 1, 0)) else "”", text)


def _may_stay_open(text: str, opening: re.Match[str]) -> bool:
    """A paragraph may end before its quotation does; a plain mark tells so only where it opens the paragraph."""
    return opening.group() in ("“", "«", "„") or (opening.group() == '"' and not text[: opening.start()].strip())


_NEAR = 80
"""Letters before a verb that may tell that it is none."""


def hide(text: str, quoted: tuple[Span, ...]) -> str:
    """The text with the words of its quotations blanked, of equal length, marks kept."""
    parts, place = [], 0
    for span in quoted:
        inside = max(span.end - span.start - 1 - span.closed, 0)
        parts += [text[place : span.start], "“", "\u2591" * inside, "”" if span.closed else ""]
        place = span.end
    return "".join([*parts, text[place:]])


def said(text: str, quoted: tuple[Span, ...] | None = None) -> tuple[Said, ...]:
    """The verbs of speech outside quotations, in order, each with its subject."""
    hidden = hide(text, spans(text) if quoted is None else quoted)
    found = [_read(hidden, form) for form in _forms_in(hidden)]
    return tuple(one for one in found if one is not None)


def _closings(text: str, marks: list[tuple[int, str]]) -> Callable[[int], int]:
    """Tells where the mark closes that opens at a place; -1 if it does not. A mark of the same kind inside nests.

    All marks are paired in one reading, so that a text of nothing but opening marks costs no more than another.
    """
    pairs: dict[int, int] = {}
    for opening, closing in _PAIRS.items():
        if opening in closing:
            pairs |= _next(text, [at for at, mark in marks if mark == opening], opening)
        else:
            pairs |= _nested(text, marks, opening, closing)
    return lambda place: pairs.get(place, -1)


def _next(text: str, places: list[int], mark: str) -> dict[int, int]:
    """Each place of a mark that opens and closes alike, to the next one that can close."""
    pairs: dict[int, int] = {}
    closing = -1
    for at in reversed(places):
        if closing >= 0:
            pairs[at] = closing
        if mark != "'" or _ends_single(text, at):
            closing = at
    return pairs


def _nested(text: str, marks: list[tuple[int, str]], opening: str, closing: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for at, mark in marks:
        if mark == opening:
            waiting.append(at)
        elif waiting and mark in closing and (opening != "‘" or _ends_single(text, at)):
            pairs[waiting.pop()] = at
    return pairs


def _ends_single(text: str, at: int) -> bool:
    """An apostrophe stands inside a word, or after an s where the quotation would be one word long."""
    after = text[at + 1 : at + 2]
    return not after.isalnum()


def _read(hidden: str, form: _Form) -> Said | None:
    verb, kind, start = form
    end = start + len(verb)
    if kind == "sources":
        return _turned(hidden, verb, start, end)
    before = hidden[max(start - _NEAR, 0) : start].rstrip()
    quoted = _quote_ends(before)
    named = verb not in _TO_WHOM and before.endswith(",") and _NAME_CLOSES.match(hidden, end)
    turned = (quoted and not verb.endswith("ing")) or named
    one = _turned(hidden, verb, start, end) if turned else None
    if one is None and (quoted or not _noun_before(before)):
        one = _straight(hidden, verb, start, end)
    return one if one is None or kind != "manner" or _touches(hidden, one) else None


def _straight(hidden: str, verb: str, start: int, end: int) -> Said | None:
    """'Ana Silva said'; 'was described by Ana Silva'; ', saying' shares the subject of the verb before."""
    weak, helped = verb in _weak(), _subject.auxiliary(hidden, start)
    if helped and not verb.endswith("ing") and helped.lower() in _PASSIVE:
        return _turned(hidden, verb, start, end) if hidden.startswith(" by ", end) else None
    left, subject = _subject.before(hidden, start)
    bare = verb.endswith("ing") and not helped and not _DIRECTLY.search(hidden[max(start - _NEAR, 0) : start])
    if bare or _SHARED.search(subject):
        subject = ""
    elif not subject or any(_forms_in(subject)):
        return None
    return Said(verb, start, end, subject, left, weak=weak)


def _turned(hidden: str, verb: str, start: int, end: int) -> Said | None:
    """'…, said Ana Silva', 'according to Ana Silva'."""
    left, subject = _subject.after(hidden, end)
    return Said(verb, start, end, subject, left, True, verb in _weak()) if subject else None


def _touches(hidden: str, one: Said) -> bool:
    """'“…,” Silva laughed', 'Silva shot back: “…”': right beside a quotation a verb of manner is one of speech."""
    head = one.start if one.inverted else one.subject_start
    if hidden[max(head - 4, 0) : head].rstrip(" ,—–-").endswith("”"):
        return True
    return bool(_QUOTE_FOLLOWS.match(hidden, one.end))


def _noun_before(before: str) -> bool:
    """'to say', 'the claims', 'their demands': no finite verb stands here."""
    last = before.rsplit(" ", 1)[-1].lower().strip("“”\"'’(")
    return last in _NO_VERB_AFTER


def _quote_ends(before: str) -> bool:
    """Whether a quotation ends right before the verb, an auxiliary between them aside: '…», a déclaré'."""
    bare = _AUXILIARY.sub("", before)
    return bare.endswith(("”", "”,", "” ,"))


def _forms_in(text: str) -> Iterator[_Form]:
    """The entries of the lists of verbs and sources that stand in a text, in order."""
    known = _forms()
    for word in _WORD.finditer(text):
        start = word.start()
        for form, kind in known.get(word.group(), ()):
            end = start + len(form)
            whole = text.startswith(form, start) and not _WORD_GOES_ON.match(text, end)
            if whole and (kind != "claims" or _THAT_FOLLOWS.match(text, end)):
                yield _Form(form, kind, start)
                break


@cache
def _forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """First word to the entries that begin with it, the longest first; a dictionary needs no compiling as a pattern."""
    table: dict[str, list[tuple[str, str]]] = {}
    for kind in ("sources", "verbs", "manner", "claims"):
        for form in lists.load(f"speech.{kind}"):
            table.setdefault(form.split()[0], []).append((form, kind))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


@cache
def _weak() -> frozenset[str]:
    return frozenset(lists.load("speech.weak"))


_PLAIN = re.compile('"')
_OPENS = re.compile(r'(?:[\s(—–]|^)"\w|^"')
_TO_WHOM = ("told", "tells")
"""After a comma and before a name they say to whom: 'Ana Silva, a nurse, told NBC News.'"""
_OPENING = re.compile(r"[“«„‹]|(?<![\w’'])[‘](?=\w)|(?<![\w.,!?])\"(?=\S)|(?<![\w’'\"])'(?=\w)|(?<=[\s(])”(?=\w)")
_PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›", "‘": "’", '"': '"', "'": "'", "”": "”"}
_NO_VERB_AFTER = frozenset(
    "to the a an his her their its our my your these those some any no such more many few several of be been being "
    "for in on at by with from into about official recent new false similar repeated public conflicting".split()
) - {"been"}
_PASSIVE = frozenset("is was were are be been being".split())
_AUXILIARY = re.compile(r"[ \u00a0](?:a|avait|s['’]est|hat|haben|ha|han)$")
_MARK = re.compile(r"[“”«»„‹›‘’\"']")
_WORD = re.compile(r"(?<![-‑\w])(?:[A-Za-z]+(?=[ ,.;])|[^\W\d_]+)")
_WORD_GOES_ON = re.compile(r"[\w’'-]")
_THAT_FOLLOWS = re.compile(r"[ ,][^.;“”]{0,60}\bthat\b")
_SHARED = re.compile(r"(?:^|[\s,])(?:and|but|then|et|und|y|e)$")
_DIRECTLY = re.compile(r"[A-Z][\w’'-]+ $")
"""'footage of Ana Silva asking': the name right before a participle is its subject."""
_NAME_CLOSES = re.compile(r" (?:[A-Z][\w.’'-]+ ){1,5}[A-Z][\w’'-]+(?:[,;]|\.\s|\.?$| (?:of|at|from|for|who)\b)")
"""'…, said Professor Ana Silva of Leeds University': the order is turned round without a quotation too."""
_QUOTE_FOLLOWS = re.compile(r"[^.;“”]{0,40}[,:]\s*“|(?: that| [^.;“”]{0,80}\bas(?: an?| the)?)?\s*“")
