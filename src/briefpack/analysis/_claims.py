"""What a statement holds, without who says so: 'the valley was cut off for 17 days' of '…, villagers say'.

Two voices rarely use the same words for who they are, and often the same for what they say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from briefpack.analysis import _speaking
from briefpack.text import lists, words

_MARKS = str.maketrans("", "", '“”"')
_TOKEN = re.compile(r"\d[\d.,]*\d|[\w’'-]+|[,;:.!?()—–]")
_MARK = frozenset(",;:.!?()—–")
_ACCORDING = re.compile(r"^(?:But |However, |Yet )?According to [^,]{3,80}, |, according to [^,]{3,80}(?=[,.]|$)")
_BESIDE = re.compile(r"(?:his|her|its|their|the|an?) (?:[\w’'-]+ ?){1,5}$")
_DAY = re.compile(r"^(?:on \w+day |this week |last week |in an? [\w ]{3,30} |yesterday |today )?(?:that )?")
_NEGATORS = frozenset("not no never neither nor nobody cannot without hardly".split())
_ONLY = frozenset("only just merely simply doubt wonder longer".split())
_PLAIN_NOT = frozenset(("not", "never", "cannot"))
_AUXILIARY = frozenset("be been being have had a an the any yet ever always".split())
_OWNS = frozenset("has have had with needs need makes make".split())
"""'It has no ladder': what somebody lacks another may speak of without a quarrel."""
_UNSURE = frozenset("if unless whether".split())
_REACH = 6
_BREAKS = frozenset("but because until which who where while".split())
_SHORTEST = 3
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ying", "y"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_VOWELS = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class Claim:
    """The words that a statement's content is made of, cut to their roots."""

    clause: str
    roots: frozenset[str]
    denied: tuple[str, ...]
    """What it says is not so, in order."""
    sure: bool
    """Nothing in it is only supposed ('if', 'whether')."""


@lru_cache(maxsize=16384)
def claim(text: str) -> Claim:
    """Read a statement."""
    clause, denies = _said(text)
    row = [token.lower().replace("’", "'") for token in _TOKEN.findall(clause)]
    held = frozenset(found for token in row if (found := root(token)))
    denied = tuple(dict.fromkeys(_denied(row))) if not denies else tuple(filter(None, map(root, row)))
    return Claim(clause, held, denied, _UNSURE.isdisjoint(row))


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """'carried' and 'carrying' as 'carry', 'families' as 'family'; '' for what carries no content."""
    low = word.lower().removesuffix("'s")
    if len(low) < _SHORTEST or not low[0].isalpha() or low in words.data("stop-en") or low in _NEGATORS:
        return ""
    return _bare(_odd_past().get(low, low))


def _bare(low: str) -> str:
    """Without what tells number and tense."""
    for ending, end in _ENDINGS:
        bare = low[: -len(ending)]
        if low.endswith(ending) and len(bare) >= _SHORTEST and _VOWELS.search(bare) and not low.endswith(("ss", "us")):
            low = bare + end
            break
    low = low.removesuffix("e")
    return low[:-1] if len(low) > 4 and low[-1] == low[-2] and low[-1] not in "sl" else low


@cache
def _odd_past() -> dict[str, str]:
    """'sank' and 'sunk' to 'sink': pasts that no ending tells."""
    rows = (line.split() for line in lists.load("odd-pasts-en"))
    return {form: first for first, *forms in rows for form in forms}


def _said(text: str) -> tuple[str, bool]:
    """The clause that is reported, and whether the verb that reports it denies it."""
    own = _ACCORDING.sub("", text.translate(_MARKS))
    who = _speaking.before(text)
    start = own.find(who) if who else -1
    if start >= 0:
        verb, _, rest = own[start + len(who) :].lstrip(" ,").partition(" ")
        while verb in _speaking.BESIDE or verb.endswith("ly"):
            verb, _, rest = rest.partition(" ")
        if verb in _denying():
            return rest.removeprefix("that "), True
        if verb in _saying() and rest:
            return _DAY.sub("", rest, count=1), False
    return _before_speaker(own), False


def _before_speaker(own: str) -> str:
    """'The valley was cut off' of 'The valley was cut off, her aunt, Ana Ruiz, said.'"""
    parts = own.split(", ")
    for at in range(len(parts) - 1, 0, -1):
        tail = _behind().match(", ".join(parts[at:]))
        if tail:
            beside = at > 1 and (tail["who"] or "").endswith(",") and _BESIDE.match(parts[at - 1])
            return ", ".join(parts[: at - bool(beside)])
    return own


@cache
def _behind() -> re.Pattern[str]:
    """What may follow the comma behind a statement: 'villagers say in a letter', 'said Ana Ruiz, a villager'."""
    verbs = "|".join(sorted(word for word in _saying() if " " not in word))
    return re.compile(
        rf"(?:(?:{verbs}) [^,;]{{2,70}}|(?P<who>[^;]{{2,60}}?) (?:{verbs}))(?: (?:in|to|on|at|by|of) [^,;]*)?"
        r"(?:, (?:who|which|an?|the|whose) [^;]*)?[.]?$"
    )


@cache
def _saying() -> frozenset[str]:
    """Verbs behind which stands what somebody holds."""
    more = "found finds find believe believes believed expect expects expected think thinks thought hope hopes hoped"
    more += " reckon reckons reckoned estimate estimates forecast forecasts predict predicts conclude suggest suggests"
    return (words.data("speech.verbs") | set(more.split())) - words.data("framing-en") - _denying() - {"it", "put"}


@cache
def _denying() -> frozenset[str]:
    return frozenset("denied denies deny".split())


def _denied(row: list[str]) -> list[str]:
    """The roots behind each 'not' or 'no', up to the end of its clause."""
    held: list[str] = []
    for place, word in enumerate(row):
        after = row[place + 1] if place + 1 < len(row) else ""
        owns = word in ("no", "without") and (word == "without" or row[max(place - 1, 0)] in _OWNS)
        hangs = (word in _PLAIN_NOT or word.endswith("n't")) and _is_place(row, place + 1)
        if (word in _NEGATORS or word.endswith("n't")) and after not in _ONLY and not owns and not hangs:
            for token in row[place + 1 : place + 1 + _REACH]:
                if token in _MARK or token in _BREAKS:
                    break
                held.extend(filter(None, (root(token),)))
    return held


def _is_place(row: list[str], start: int) -> bool:
    """'was not on the boat', 'not because of it': no verb or judgement is denied."""
    if start > 1 and row[start - 2] in ("and", "but"):  # 'of argon and not of xenon'
        return False
    at = start
    while at < len(row) and (row[at] in _AUXILIARY or row[at].endswith("ly")):
        at += 1
    return at < len(row) and row[at] in words.data("prepositions-en")
