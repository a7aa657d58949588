"""The part of a sentence that a date belongs to, as a statement that stands alone."""

from __future__ import annotations

import re

from briefpack.analysis._clause_parts import (
    FINITE,
    UNSURE,
    began_clause,
    due_clause,
    founded,
    half,
    opened_by_which,
    predicate,
    rest_of_clause,
    sentence_of,
    where_clause,
)
from briefpack.text import alone, words
from briefpack.text.dates import Dated
from briefpack.text.shorten import has_verb, shorten

WORDS = 30
"""An event's text is shortened to so many words where safe deletions get there."""


def statement(sentence: str, dated: Dated, language: str = "en") -> str:
    """What happened at the date, in the sentence's words; empty where no safe part of it says so."""
    dotted = _THOUSANDS.sub("\u00b7", sentence)
    return (
        _statement(dotted, dated, language).replace("\u00b7", ",")
        if dotted != sentence
        else _statement(sentence, dated, language)
    )


def _statement(sentence: str, dated: Dated, language: str) -> str:
    for part in (_happening, _subordinate, _planned_list, _listed, _relative):
        text = part(sentence, dated)
        if text:
            return text if stands_alone(text, language) else ""
    for part in (
        (half, predicate, founded, opened_by_which, where_clause, began_clause, due_clause) if language == "en" else ()
    ):
        text = part(sentence, dated)
        if text and stands_alone(text, language) and not alone.points_back(text):
            return text
    if is_aside(sentence, dated):
        return ""
    whole = alone.unconnected(sentence, language)
    return _short(whole, dated) if stands_alone(whole, language) else ""


def stands_alone(text: str, language: str) -> bool:
    """Without a pronoun that points elsewhere, and not in the writer's own voice ('we found in 2019')."""
    if alone.leans(text, language) or not text[:1].isupper() or _OWN.search(re.sub('[“"«][^”"»]*[”"»]', "", text)):
        return False
    it = re.search(r"\bits?\b", text)
    led = re.match(r"(?:The|An?|Each|Every|One|No)\b", text)
    return (
        it is None or bool(_SINGULAR.search(text[1 : it.start()])) or (led is not None and it.start() > led.end() + 1)
    )


def verb(text: str) -> str:
    """The first finite verb, auxiliaries aside; empty where none is known."""
    found = [match for match in FINITE.findall(text) if match not in _HELPING]
    return found[0] if found else ""


def _short(text: str, dated: Dated) -> str:
    text = re.sub(r"^([^,—–]{3,40}\d|[^,—–]{3,40}day)\s[—–]\s[^—–]*\s[—–]\s", r"\1, ", text)
    brief = shorten(text, WORDS)
    return brief if brief and dated.words in brief else text


def _happening(sentence: str, dated: Dated) -> str:
    """'… since the Nordic split of the 1930s': a noun phrase that is an event, deep in a sentence of other things."""
    found = _phrase_of_event(sentence[: dated.start])
    if not found or len(sentence[: found.start("phrase")].split()) < 4:
        return ""
    phrase = sentence[found.start("phrase") : dated.end]
    if len(phrase.split()) > 14 or not re.search(r"[A-Z]", found["phrase"][1:]) or _verb_inside(found["phrase"]):
        return ""
    bare = re.sub(r"^(?:the|an?)\s(?!(?:[\w-]+\s){0,2}[\w-]+[’']s\s)", "", phrase)
    return sentence_of(bare)


def _phrase_of_event(before: str) -> re.Match[str] | None:
    """The longest phrase at the end of a text whose noun is an event."""
    if not _LEADS_DATE.search(before):
        return None
    nouns = words.data("events.nouns")
    for place in _OPENS.finditer(before, max(len(before) - 160, 0)):
        found = _HAPPENING.match(before, place.start())
        if found and found["noun"] in nouns:
            return found
    return None


def _verb_inside(phrase: str) -> bool:
    return bool(re.search(r"\b(?:is|are|was|were|has|have|had|will|would|said|says)\b", phrase))


def _subordinate(sentence: str, dated: Dated) -> str:
    """'Since the mayor resigned in May, …', '… before the Port Stane dam broke on Friday'."""
    opening = _opening(sentence, dated)
    if opening is None:
        return ""
    clause = _with_thing(sentence[: opening.start()], sentence[opening.end() : _clause_end(sentence, dated.end)])
    if UNSURE.search(clause):
        return ""
    told = len(clause.split()) > 5 or re.search(r"[A-Z]", clause[1 : dated.start - opening.end()])
    return sentence_of(clause) if told and not re.search(r"\b(?:that|which|who)\b", clause) else ""


def _with_thing(before: str, clause: str) -> str:
    """'… who has run the mill since it was rebuilt in 2014': 'the mill was rebuilt in 2014'."""
    thing, it = _THING.search(before), re.match(r"it (?=[a-z])", clause)
    return f"{thing['thing']} {clause[it.end() :]}" if thing and it else clause


def _opening(sentence: str, dated: Dated) -> re.Match[str] | None:
    """The conjunction whose clause holds the date, a verb before it and no mark between."""
    found = list(_OPENING.finditer(sentence, 0, dated.start))
    if not found:
        return None
    inside = sentence[found[-1].end() : dated.start]
    fits = FINITE.search(inside) and not re.search(r"[,;:—–]", inside)
    return found[-1] if fits else None


def _clause_end(sentence: str, place: int) -> int:
    match = re.compile(r"[,;:—]|\s–\s|[.!?]$").search(sentence, place)
    return match.start() if match else len(sentence)


def _planned_list(sentence: str, dated: Dated) -> str:
    """'She is due to open the lab on Monday and to chair a debate on Tuesday': the half that has the date."""
    found = _DUE.match(sentence)
    if not found:
        return ""
    subject = re.sub(r",\s(?:who|which)\s.*$", "", found["subject"])
    half = "first" if dated.start < found.end("first") else "second"
    if not found.start(half) <= dated.start < found.end(half):
        return ""
    return sentence_of(f"{subject} {found['aux']} {found[half]}")


def _listed(sentence: str, dated: Dated) -> str:
    """'These gains may come from the new fees: 4 euros now and, from May 2, 6': the fees and what they are."""
    lead, mark, rest = sentence.partition(": ")
    if not mark or dated.start < len(lead) or not alone.leans(alone.unconnected(sentence)):
        return ""
    found = re.search(r"\b(?:the|a|an) (?P<phrase>(?:[\w’'-]+ ){0,4}[\w’'-]+)$", lead)
    if not _AMOUNT.match(rest):
        return ""
    if not found or re.search(r"\b(?:and|of|by|to|is|are)\b", found["phrase"]):
        return ""
    return sentence_of(f"{found['phrase']}: {rest}")


def is_bound(sentence: str, dated: Dated) -> bool:
    """Whether the date only bounds or compares: 'up from 61 per cent in 2017', 'the worst since 2011'."""
    before = sentence[: dated.start]
    return bool(_COMPARED.search(before) or _BOUND.search(before))


def is_aside(sentence: str, dated: Dated) -> bool:
    """Whether the date belongs to less than the sentence.

    In brackets, dashes or an insertion (', founded in 1998,'), in a clause that nothing could be made
    of, or a mere bound. A clause of its own that the whole shows is none: ', which opened in 1998,'.
    """
    before, after = _ACCORDING.sub("", sentence[: dated.start]), sentence[dated.end :]
    if is_bound(sentence, dated):
        return True
    if _APPOSED.match(before):
        return False
    own = _own_clause(before, after)
    if own is not None:
        return ", as " not in own[0] and _supposes(before[: own.start()])
    if before.count("(") > before.count(")"):
        return True
    if re.search(r"[—–]\s[^—–]*$", before) and re.search(r"\s[—–]\s", after):
        return True
    if _opening(sentence, dated) is not None or _clause_of_noun(before):
        return True
    if re.search(r", as [^,]*$", before) and after.startswith(","):
        return True
    if _ANNOUNCED.search(before) and after.startswith(","):
        return False
    if re.search(r", [a-z][\w’'-]*(?: [\w’'-]+){2,8} $", before) and after.startswith(","):
        return True
    return _is_inserted(before)


def _supposes(main: str) -> bool:
    """'The dam would save the mill, which …', 'She said that the mill, which …': the main clause is not of that day."""
    if UNSURE.search(main):
        return True
    told = re.search(r"\b(?P<verb>[a-z]+) that\b", main)
    return told is not None and (told["verb"].endswith("ed") or told["verb"] in words.data("speech.verbs"))


def _own_clause(before: str, after: str) -> re.Match[str] | None:
    """Where the clause of the date begins: '…, which closed in May', '…, as a committee proposed in May'."""
    found = list(_OWN_CLAUSE.finditer(before))
    clause = before[found[-1].end() :] if found else ""
    if not found or _MARK.search(clause) or not _TOOK_PLACE.search(clause):
        return None
    return found[-1] if has_verb(before[: found[-1].start()] + after) else None


def _is_inserted(before: str) -> bool:
    """', founded in', ', a port that opened in'; not 'However, the port opened in'."""
    found = _INSERTED.search(before)
    if not found:
        return False
    lead, inside = before[: found.start() + 1], found.group()
    led = len(lead.split()) < 5 and "," not in lead and re.match(r"\w, (?:an?|the|one)\b", inside) is not None
    return not led and not re.search(r"^\w, (?:an?|the|one)\b.*\b(?:was|were|is|are|has|have|had|will|would)\b", inside)


def _clause_of_noun(before: str) -> bool:
    """'records that it has collected since 2021', but not 'said that it will stop in 2021'."""
    if _TERM.search(before) or _SURVEYED.search(before):
        return False
    found = list(re.finditer(r"(?P<word>[\w’'-]+) (?P<link>that|which|who|whose) (?P<next>\w*)[^,;:—]{0,70}$", before))
    if not found or (found[-1]["link"] == "that" and found[-1]["next"] in words.data("pointers-en")):
        return False
    said = before[: found[-1].end("word")].split()[-4:]
    told = any(word in words.data("speech.verbs") for word in said) or found[-1]["word"] in _BEFORE_THAT
    return found[-1]["link"] != "that" or not told


def _relative(sentence: str, dated: Dated) -> str:
    """'Ana Silva, who led the bank until 2004, …' to 'Ana Silva led the bank until 2004'."""
    found = _WHO.search(sentence[: dated.end])
    if not found:
        return ""
    return sentence_of(f"{found['name']} {found['rest']}{rest_of_clause(sentence, dated)}")


_HAPPENING = re.compile(
    r"(?P<phrase>(?:\bthe |\ba |\ban |(?:the [\w-]+ )?\b[A-Z][\w-]*[’']s )(?:(?!LINK )[“‘]?[\w’.-]+[”’]? ){0,4}?"
    r"[“‘]?(?P<noun>(?!LINK )[\w-]+)[”’]?(?: (?:of|in|on|at|with|between|and|over|against) (?:the )?[A-Z][\w’'-]*)*"
    r" (?:of|in|on)(?: the)?(?: early| late)? )$".replace(
        "LINK", "(?:after|before|since|of|in|on|to|and|with|for|by|from|until|during|following|that|which|who)"
    )
)
"""'the split of the ', "Chad’s invasion of Mali in ": up to where the date begins."""
_OPENS = re.compile(r"\b(?:the|an?|[A-Z][\w-]*[’']s) ")
_LEADS_DATE = re.compile(r" (?:of|in|on)(?: the)?(?: early| late)? $")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
"""The comma of '310,000' parts no clauses."""
_OPENING = re.compile(r"\b(?:[Ss]ince|[Aa]fter|[Ww]hen|[Bb]efore|[Uu]ntil|[Oo]nce) (?=[A-Za-z])")
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|(?:up|down) from|(?<!later )(?<!earlier )(?<!sooner )than|"
    r"contre|versus|against|average of|gegenüber)\b[^,;]{0,40}$"
)
_AMOUNT = re.compile(r"[€£$\d]|(?:an?|one|two|three|up to|at least|about|from|between) ")
_THING = re.compile(r"\b(?P<thing>the [a-z-]+(?: [a-z-]+)?) $")
_OWN_CLAUSE = re.compile(
    r"\w\)?, (?:(?:to|in|for|of|from|under|at|by|with) )?(?:which|whose|where) |, as (?=an? |the |[A-Z])"
)
_MARK = re.compile(r"[;:—]|,(?! (?:between|since|from|until|in|on|after|and) )")
_TOOK_PLACE = re.compile(
    r"\b(?:was|were|has|had|have|did|will|\w{3,}ed|began|fell|rose|took|met|came|won|lost|said|told|found|wrote)\b"
)
_APPOSED = re.compile(
    r"(?:The )?(?:[A-Z][\w.’'-]+ ?(?:(?:of|for|and|the) (?=[\w ]*[A-Z]))*){1,8}(?:\([A-Z]+\))?, "
    r"(?:an?|the|one of|[A-Z][\w.]*[’']s) [^,]+(?:, [^,]+ and [^,]+)?, "
    r"(?:\w+ed|began|came|went|met|won|lost|took|gave|made|saw|fell|rose|left|held|became|sold|wrote|led)\b[^,]*$"
)
"""'Tom Bell, the head of the port, admitted as much in May': the verb of the sentence."""
_BOUND = re.compile(
    r"\bbefore [a-z]+ing\b[^,;]*$|\b(?:dat(?:es?|ed|ing)|go(?:es|ing)?) back to (?:the )?(?:early |late )?$|"
    r"\b(?:before|after|prior to|avant|vor)\s(?:the\s)?$|"
    r"\b(?:since|before|until)\s(?:the|an?|its|their|\w+[’']s)\s[^,;]*$|"
    r"\b(?:first|worst|best|most|least|\w+est)\b[^;]*\bsince\b[^,;]*$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"(?<=\w), according to [^,;:—“]{3,60},(?= )")
"""'The mayor, according to her office, flew home on Saturday': who says so parts no clause off."""
_TERM = re.compile(
    r"\b(?:year|term|season|week|month|session|quarter|semester|period) (?:that|which) "
    r"(?:begins|starts|opens|ends|began|started|opened|ended|runs) (?:on|in|at|from)? ?$"
)
"""'The law takes effect with the budget year that starts in April': then."""
_SURVEYED = re.compile(
    r"^(?:According to|In) (?:an?|the|its|their) (?:[\w’-]+ ){0,3}"
    r"(?:survey|study|poll|report|census|review|audit|trial) (?:that|which) [^,;]{3,60}$"
)
"""'According to a poll that the bank took in March, …': what follows is of that time."""
_ANNOUNCED = re.compile(
    r"\w, (?:announced|published|released|issued|unveiled|adopted|signed|agreed|approved|imposed|introduced|passed|"
    r"tabled|presented|delivered|handed down) (?:\w+ ){0,3}$"
)
"""'The law, passed in 1998, bans …' tells of that year too."""
_WHO = re.compile(
    r"(?P<name>(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+)(?:, \d{1,3})?(?:, (?:an?|the) [^,;—]{3,60})?"
    r", who (?P<rest>[^,;—]*)$"
)
_OWN = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y|nous|notre|wir|unser)\b")
_SINGULAR = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Ee]ach|[Ee]very|[Oo]ne|[Tt]his|[Nn]o)\b|[A-Z][a-z]|[A-Z]{2}|’s\b|'s\b")
_BEFORE_THAT = frozenset(
    "so now is was clear likely found fact shows showed show means meant believe hope reveal reveals revealed suggest"
    " suggests suggested indicate indicates indicated confirm confirms confirmed prove proves proved estimate estimates"
    " estimated conclude concludes concluded imply implies implied demonstrate demonstrates demonstrated".split()
)
_HELPING = frozenset({"is", "are", "was", "were", "has", "have", "had", "did", "will"})
_DUE = re.compile(
    r"(?P<subject>[A-Z].*?) (?P<aux>(?:is|are|was|were) (?:due|expected|set|scheduled|likely|planned) to) "
    r"(?P<first>.+?) and to (?P<second>.+?)[.]?$"
)
_INSERTED = re.compile(
    r"\w, (?:who|which|whose|whom|where|an?|the|\w+ed|built|born|held|made|known|led|signed)\b(?!.*,.*\b(?:in|on) $)"
    r"[^,;:—]*$"
)
