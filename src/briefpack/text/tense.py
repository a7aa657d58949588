"""Whether the words around a date speak of the past or of something still to come."""

from __future__ import annotations

import re
from functools import cache

from briefpack.text import lists

_FUTURE = (
    r"(?:will|shall|['’]ll|would|won['’]t)(?:\s+(?:not|also|then|soon))?(?:\s+(?:have\s+)?be(?:en)?)?(?:\s+\w+)?|"
    r"going to|(?:is|are|was|were)\s+(?:\w+\s+)?(?:due|expected|set|scheduled|planned|"
    r"likely|slated|poised|about(?= to)|expecting|supposed)\bBECAUSE(?:\s+to(?:\s+be)?\s+\w+)?|"
    r"(?:has|have|had) been (?:due|set|scheduled|expected|slated|supposed) to(?: be)? \w+|plan(?:s|ned|ning)? to|"
    r"(?:intend|hope|aim|want|expect|vow|promise|pledge|prepare)(?:s|d|ed)? to|"
    r"expects?|forecasts?|predicts?|promised for|planned|slated|scheduled|upcoming|effective|"
    r"(?:extended|postponed|delayed|rescheduled|adjourned|deferred|put off|put back|pushed back)"
    r"(?: from [^,;]{2,24}?)? (?:to|until|till)|"
    r"to be (?:held|published|released|signed|decided|opened|launched)|wird|werden|va|vont|sera|seront|va a|será|"
    r"(?:is|are)\s+(?:to\s+)?(?:be\s+)?(?:fly|com|go|meet|arriv|leav|visit|travel|start|begin|hold|open|launch|host|"
    r"return|vot|head|tak|mov|sail|play|appear|speak)ing|is to|are to|"
    r"(?:was|were|is) to (?:prepare|plan|agree|arrange|organise|organize)|to (?:prepare|plan|organi[sz]e)|"
    r"scheduled for|expected|planned for|dueBECAUSE"
).replace("BECAUSE", r"(?! to (?:the|an?|its|his|her|their|this|that|lack|poor|high|low|heavy|bad|rising|falling)\b)")
_PRESENT = r"is|are|am|has become|have become|remains?|seems?|can|could|may|might|looks?|est|sont|ist|sind|es|son"
_REACH = 300
"""Letters to either side of a date in which its verb is looked for."""
_DEADLINE = re.compile(r"\b(?:by|until|till|as (?:soon|early) as)(?: at least| the end of| mid| early| late)?[\s-]$")
"""'wants it locked away by January': still to come, whatever the participle before it looks like."""
_AIM = re.compile(r"\bto (?!the\b|an?\b|its\b|his\b|her\b|their\b|be\b)[a-z]{3,}\b[^,;:—]*$|\bthrough $")
"""'was called to testify on March 3': after a verb of the past, but perhaps still to come."""
_LISTED = re.compile(
    r"\b(?:listed|set|booked|scheduled|slated|adjourned|rescheduled)\b[^.;:—“]{0,60}?"
    r" for (?:the (?:week|month) (?:beginning|starting|of) )?$"
)
"""'Booked the hall for the week beginning 3 March': ahead of what the verb tells."""
_CALLED = re.compile(
    r"\b(?:(?:call|announc|plann|organi[sz]|propos|fix|arrang|summon|invit|tabl|demand|order)\w*\b[^.;:“”]{1,70}?|)"
    r"\b(?P<noun>[A-Za-z-]+) for (?:the (?:morning|afternoon|evening|night) of |early |late )?(?:\w+day(?:,"
    r"| and| or|, and) )*$"
)
"""'The union called a strike for Thursday and Friday', 'protests for 3 May': after the call."""
_EITHER = re.compile(
    r"\b(?:call|announc|plann|propos|order|agree|vote|voted|voting|back)\w* (?:(?!at |in |after |during |of "
    r"|by )\w+ ){0,4}?"
    r"(?P<noun>[a-z-]+) on $"
)
"""'Announced a strike on Thursday': nobody knows which of the two was on Thursday."""
_DUE_NOUN = re.compile(r"\s(?:deadline|election|elections|vote|referendum|hearing|trial|summit|launch)\b")
"""'Gave no reason for the Jan. 14 deadline': the nearer one."""
_STATE = re.compile(r"(?:\s(?!and\b|that\b|which\b|who\b|after\b|since\b|as\b|but\b)[\w-]+){1,4}ed|\s[\w-]+ed")
"""'Shops will stay shut on Sunday', 'will keep the gates locked': the participle is no verb of the past."""
_BEEN = re.compile(r"\b(?:had|was|were|did|rose|fell|reached|ran|sat|lasted|stayed|remained|continued|served|stood)\b")
_STARTS = re.compile(
    r"\b(?:begins|starts|opens|ends|closes|expires|resumes|reopens|reconvenes) on (?:the )?(?:\w+day,? )?$"
)
"""'The fair, which opens on 4 June, was long planned': whatever the verb of the past, the nearer one."""
_STOPS = re.compile(r"[;:—–]| - ")


@cache
def _cues() -> re.Pattern[str]:
    past = "|".join(sorted(lists.load("dates.past"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<future>{_FUTURE})|(?P<perfect>(?:has|have|had)\s+(?:\w+ly\s+)?(?:been\s+)?\w+)"
        rf"|(?P<past>{past}|\w{{2,}}ed|[Aa]fter \w+ing|a (?:été|\w+é))|(?P<present>{_PRESENT}))\b"
    )


def at(text: str, start: int, end: int) -> str:
    """'past', 'future', 'present' or 'aim' for the date at start..end; empty where no verb tells.

    The last verb before the date counts ('is due to meet on Thursday'), else the first one after it.
    'aim' is what somebody of the past was to do: the nearer side is meant.
    """
    first = _clause(text, start)
    if _LISTED.search(text, first, start) or _is_called_for(text[first:start]):
        return "future"
    if _STARTS.search(text, first, start):
        return "aim"
    cues = list(_cues().finditer(text, first, start))
    before = [match.lastgroup for match in cues]
    after = _cues().search(text, end, end + _REACH)
    kind = before[-1] if before else after.lastgroup if after else ""
    if kind == "present" and "future" in before[-3:]:
        kind = "future"
    if kind == "past" and before[-2:-1] == ["future"] and _STATE.fullmatch(text, cues[-2].end(), cues[-1].end()):
        kind = "future"
    kind = {"perfect": "past"}.get(kind or "", kind or "")
    if kind != "future" and _DEADLINE.search(text[max(start - 30, 0) : start]) and not _BEEN.search(text, first, start):
        return "future"
    if kind == "past" and (_DUE_NOUN.match(text, end) or is_either(text, start)):
        return "aim"
    return "aim" if kind == "past" and before and _AIM.search(text, cues[-1].end(), start) else kind


def is_either(text: str, start: int) -> bool:
    """Whether a date may be that of a call or of what was called: 'agreed a vote on Friday'."""
    found = _EITHER.search(text, max(start - 80, 0), start)
    return found is not None and found["noun"] in lists.load("dates.planned")


def _is_called_for(before: str) -> bool:
    """'Announced talks for 3 May'; not 'announced figures for May'."""
    found = _CALLED.search(before)
    if found is None:
        return False
    called = found.start() != found.start("noun")
    noun = found["noun"].lower()
    return noun in lists.load("dates.planned") or (called and noun not in lists.load("dates.counts-of"))


def has_verb(text: str) -> bool:
    """True where a verb stands in it that tells a tense."""
    return _cues().search(text) is not None


def _clause(text: str, start: int) -> int:
    """Where the date's clause begins; the whole sentence if nothing stands before it there."""
    first = max(start - _REACH, 0)
    stops = [match.end() for match in _STOPS.finditer(text, first, start)]
    return stops[-1] if stops and len(text[stops[-1] : start].split()) > 3 else first
