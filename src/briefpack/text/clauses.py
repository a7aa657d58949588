"""Finite verbs and where a clause begins, told from words alone.

Two answers, for two needs. Where a verb would forbid a deletion, what may be finite counts; where a
verb must carry what is left, only what cannot be anything else: in 'the bridge built in May' and
'the man arrested after the riot' the verbs are participles.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefpack.text import entries, words

_WORD = re.compile(r"[\w’'-]+")
_NOT = ("n't", "n’t")
_OBJECT = re.compile(
    r"\b(?P<verb>[a-z]+) (?:(?:down|off|back|away|over|out|up) (?:the|an?|his|her|its|their|two)|the|an?|his|her|its"
    r"|their|our|that|to|up|out|him|them|it|himself|herself|itself|themselves"
    r"|[A-Z][\w’'-]+)\b"
)
_SUBJECT = re.compile(
    r"\b(?:he|she|they|we|it|who|which)(?: (?:also|later|then|[a-z]+ly))? (?P<verb>[a-z]+)\b", re.IGNORECASE
)
_OPENS = re.compile(r"(?:, |\b(?:that|which|who|whose|where|when|while|because|after|before|as|if|than|said|says)\b)")
_MEASURE = re.compile(
    r"\b(?:(?:a|one|the|each|every) (?:day|week|month|year|hour|minute|moment|decade)"
    r"|(?:day|week|month|year|hour|minute|second|decade)s)$"
)
"""'a year after', 'hours after': the measure belongs to what follows."""
_LONE = re.compile(r", [a-z’'-]+$")
"""'… people dead, buried': the last word is one of a row, or opens what goes."""
_MAY = re.compile(r"\b(?:may|MAY)\b")
"""Not the month."""
_PRESENT = frozenset("are am can cannot could may might must shall should will would".split())


def is_finite(word: str) -> bool:
    """True for a form that is finite wherever it stands: 'was', 'went', 'wants'."""
    return word in words.data("finite-en") or word.endswith(_NOT)


def may_be_finite(word: str) -> bool:
    """True as well for what may be a participle ('accused', 'built') or a noun ('plans')."""
    return is_finite(word) or _in_ed(word) or any(word in words.data(name) for name in _MAYBE)


def is_past(word: str) -> bool:
    """True for a past form, and for 'has' and 'have', which tell what has happened."""
    known = word in ("was", "has") or (is_finite(word) and not word.endswith("s") and word not in _PRESENT)
    return known or _past(word)


@lru_cache(maxsize=16384)
def carries(clause: str) -> bool:
    """True where the clause has a verb that is finite for certain."""
    row = _WORD.findall(clause)
    if any(is_finite(word) for word in row):
        return True
    if any(_past(found["verb"]) for found in _OBJECT.finditer(clause)):
        return True
    return any(may_be_finite(found["verb"]) for found in _SUBJECT.finditer(clause))


def holds(clause: str) -> bool:
    """True where a word may be finite."""
    return any(may_be_finite(word) for word in _WORD.findall(clause))


def last(head: str) -> str:
    """The head's last clause: of 'He said that the man arrested' what follows 'that'."""
    found = list(_OPENS.finditer(head))
    return head[found[-1].end() :] if found else head


def tells(clause: str) -> bool:
    """True where a clause tells what happened, so that its time, cause and aim may go: not 'sales rise after rain'."""
    row = _WORD.findall(clause)
    place = next((place for place, word in enumerate(row) if may_be_finite(word) or word == "have"), None)
    if place is None:
        return False
    going = row[place] in ("is", "are") and any(word.endswith("ing") for word in row[place + 1 : place + 3])
    return going or is_past(row[place])


def complete(head: str) -> bool:
    """False where the last word waits for another: 'PizzaExpress keeps', 'celebrated ten', 'hours'."""
    row = _WORD.findall(head[-40:])
    if (
        not row
        or row[-1] in words.data("speech.verbs")
        or row[-1] in words.data("hanging-en")
        or row[-1].endswith(_NOT)
        or participle(row[-1])
    ):
        return False
    return not (_MEASURE.search(head) or _LONE.search(head)) and row[-1] not in (
        "recently",
        "merely",
        "largely",
        "partly",
        "mainly",
    )


def names(head: str) -> bool:
    """True where the head's last part may be a subject: not 'In the summer of 2010'."""
    first = head.rpartition(", ")[2].split(" ", 1)[0].lower()
    return first not in words.data("prepositions-en")


def survives(part: str) -> bool:
    """True where a negation, hedge, condition or quantity stands in a part, which must then stay."""
    return entries.holds(part, "survives-en") or "n't" in part or "n’t" in part or bool(_MAY.search(part))


def participle(word: str) -> bool:
    """'making', 'citing'; not 'evening', 'including'."""
    return len(word) > 4 and word.endswith("ing") and word.lower() not in words.data("nouns-ing-en")


def _past(word: str) -> bool:
    return _in_ed(word) or word in words.data("past-en") or word in words.data("dates.past")


def _in_ed(word: str) -> bool:
    return (
        len(word) > 4
        and word.islower()
        and word.endswith("ed")
        and "-" not in word
        and not word.endswith(("eed", "hundred"))
    )


_MAYBE = ("verbs-en", "past-en", "present-en", "dates.past")
