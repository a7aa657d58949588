"""Whether a dated statement tells something that happened, or is to happen: not what was denied, undone or supposed."""

from __future__ import annotations

import re
from functools import lru_cache

from briefpack.text import denying, entries
from briefpack.text.dates import Dated
from briefpack.text.sieves import Sieve

_FURNITURE = re.compile(
    r"^\W*(?:(?:last|first|originally)\s+)?(?:updated|published|posted|modified|revised|reviewed|accessed|retrieved|"
    r"printed|corrected|date|issued)\b|©|\bcopyright\b|\ball rights reserved\b|"
    r"\b(?:this|the) (?:article|page|story|post|piece|column|version|web\s?site) (?:was|has been|is) (?:\w+ )?"
    r"(?:published|updated|posted|amended|corrected|last)",
    re.IGNORECASE,
)
_SHORT = 14
"""Words of a line that may be no more than a note on its own publication."""
_DATELINE = re.compile(r"^[A-Z][A-Z .,'’-]{2,40}[, ]\s?$")
_AFTER_DATELINE = re.compile(r"\s?(?:\(|--|[-–—])")
_SUPPOSED = Sieve(
    "have ve had",
    r"\b(?:would|could|should|might) (?:not |never |then |\w+ly )?(?:have|['’]ve)\b|\b(?:was|were) to have\b|"
    r"\bhad (?:it|they|he|she) not\b",
)
_DENIED = Sieve(
    "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing refutes"
    " refuted refuting disputes disputed disputing doubt doubts doubted disbelieve disbelieves evidence proof sign"
    " record true case untrue false falsely wrong wrongly",
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|"
    r"doubts?|doubted|disbelieves?|no (?:evidence|proof|sign|record)|not (?:true|the case)|untrue|false(?:ly)?|"
    r"wrong(?:ly)?)\b"
    r"[^;]*\b(?:that|having|claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?|charges?)\b"
    r"[^;]*$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:if|unless|whether|in case|provided that|as if|as though)\b[^,;]*$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:postponed|moved|delayed|rescheduled|deferred|put (?:off|back)|brought forward|shifted|changed)\b"
    r"[^;]*\bfrom\s$"
)
_MOVED_TO = re.compile(
    r"\b(?:postponed|moved|delayed|rescheduled|deferred|adjourned|put (?:off|back))\b[^;]*\b(?:to|until|till)\s$"
)
_IS_DATE = re.compile(rf"\b(?:{denying.phrases('dates.aims')})s? (?:of|for) (?:the )?$", re.IGNORECASE)
"""'The date of May 2030 is not credible': a date that is spoken of."""
_IS = re.compile(
    r"^[^.;]{0,60}?\b(?:is|was|are|were|looks?|seems?|remains?|has|had|cannot|could|will|would|may|might)\b"
)
_DOUBTED = re.compile(
    r"\b(?:unlikely|not (?:likely|expected|due|planned|scheduled|believed|thought|credible|realistic)"
    r"|impossible|unrealistic"
    r"|(?:no one|nobody|none|few|hardly anyone|hardly anybody) (?:\w+ ){0,5}?(?:believe[sd]?|thinks?|thought"
    r"|expect(?:s|ed)?|suppose[sd]?|imagine[sd]?|guess(?:es|ed)?)"
    r"|(?:never|(?:does|do|did) not|(?:doesn|don|didn)['’]t) (?:really |ever )?"
    r"(?:believed?|think|thought|expect(?:ed)?|supposed?|imagined?)"
    r"|ruled out|rules? out|ruling out)\b[^;]*$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\b(?:before|until|till|earlier than)\b[^,;]{0,30}$")
_AIRY = re.compile(r"\b(?:could|would|might|can|should)\b[^;:]*$")
_ONE_DAY = re.compile(r"(?:today|tomorrow|tonight)", re.IGNORECASE)
"""'They might sell it tomorrow': at once, on no day."""
_URGED = re.compile(
    r"\b(?:should|ought to)(?: not| also| now| instead)? (?!be (?:able|ready|complete|completed|finished"
    r"|available|open|in)\b|have\b)"
    r"[a-z]+\b[^;]*$"
)
"""'The city should close the bridge in May': what somebody asks for is not what is planned."""
_DEFINES = re.compile(
    r"(?:An?|The) (?:[\w-]+ ){1,3}(?:is|means) (?:an?|any|one|somebody|someone|anyone"
    r"|the \w+) (?:\w+ ){0,4}?(?:who|that|which)\b"
)
"""'A seasonal pass is one that runs from May to June': every year."""
_NOT = re.compile(r"\b(?:not|never|no|nobody|none|neither|without|refused|failed|declined)\b|n['’]t\b")


def is_told(text: str, dated: Dated) -> bool:
    """False for what was denied, would have been or is only asked, for datelines and 'Last updated on 3 May'."""
    before, after = text[: dated.start], text[dated.end :]
    if text.endswith("?") or is_furniture(text) or _MOVED.search(before):
        return False
    if _DATELINE.match(before) and _AFTER_DATELINE.match(after):
        return False
    if _is_spoken_of(dated, before, after) or (_DEFINES.match(text) and not dated.explicit):
        return False
    return not (_is_supposed(before, after) or _DENIED.search(before) or _OPEN.search(before))


def _is_spoken_of(dated: Dated, before: str, after: str) -> bool:
    """A date that is judged, doubted or wished for: 'a year of 2030 is not realistic', 'should reopen in May'."""
    if (_IS_DATE.search(before) and _IS.search(after)) or (_DOUBTED.search(before) and not _NOT_BEFORE.search(before)):
        return True
    clause = re.split(r"[;:]|, (?:and|but|while|which|who)\b", before)[-1]
    if _ONE_DAY.match(dated.words) and _AIRY.search(clause):
        return True
    return _URGED.search(clause) is not None


def is_furniture(text: str) -> bool:
    """'Last updated 3 May 2024', '© 2024 The Post'."""
    return len(text.split()) <= _SHORT and _FURNITURE.search(text) is not None


@lru_cache(maxsize=16384)
def is_called_off(text: str) -> bool:
    """'The summit planned for 3 May was cancelled'."""
    return entries.holds(text, "events.called-off")


def is_moved_to(before: str) -> bool:
    """'Postponed from 20 June to': the date that follows is still to come."""
    return _MOVED_TO.search(before) is not None


@lru_cache(maxsize=16384)
def is_negated(text: str) -> bool:
    """'The dam did not break on 3 May'."""
    return _NOT.search(text) is not None


def _is_supposed(before: str, after: str) -> bool:
    """'Would have opened in May', 'In May it would have opened'; what is in another clause does not count."""
    own = re.split(r"[;:]|, (?:and|but|while|which|who|although|though)\b", before)[-1]
    rest = re.split(r"[.;:]|, (?:and|but|while|which|who)\b", after)[0]
    return bool(_SUPPOSED.search(own) or (len(own.split()) < 4 and _SUPPOSED.search(rest)))
