"""Who says so: the voice that a statement carries, or that its source lends it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from briefpack.analysis._places import unquoted
from briefpack.analysis._same import Same
from briefpack.model import Brief, Source
from briefpack.text import alone, entries, words
from briefpack.text._lowered import lowered
from briefpack.text.sieves import Sieve

_RELATIVE = re.compile(r", (?:who|which)\b[^,]*,")
_PARTICIPLE = (
    r"(?:(?:[a-z]+ly|often|long|once|never|now|sometimes|still|also|usually|first|not|yet) ){0,3}"
    r"(?:[a-z]{2,}ed|said|thought|held|seen|sold|put|told|sung|written|spoken)"
    r" (?:to|as|by|of|for|with|in|at|from|over|about|against)\b"
)
_PARTICIPLE_ASIDES = (
    re.compile(rf", {_PARTICIPLE}[^,;:]*,(?! (?:and|or|but) )"),
    re.compile(rf", {_PARTICIPLE}[^,;:]*\.$"),
    re.compile(rf"\({_PARTICIPLE}[^()]*\)"),
    re.compile(rf" [–—-] {_PARTICIPLE}[^–—]* [–—-](?= )|—{_PARTICIPLE}[^–—]*—"),
)
_PARTICIPLE_OPENS = re.compile(rf"{_PARTICIPLE}[^,;:]*, ", re.IGNORECASE)
"""'Marsh restoration, often presented as the cure, would …', 'Said to be the largest, the gates …'."""
_FRAMED = re.compile(r"\b[a-z]+(?:ed|seen|cast) as\b")
"""'A scheme presented as a cure should …'; 'Silva dismissed as a gamble the plan of …' has its holder."""
_PASSIVE = re.compile(
    r"\b(?:said|reported|thought|believed|alleged|understood|rumoured|estimated|considered|judged) to (?:be|have)\b"
    r"|\b(?:accused|suspected) of\b"
)
"""'The gates said to be the largest would …'."""
_PRONOUN = re.compile(r"(?:He|She|It|They) [a-z]")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(rf"\b(?:(?:1[5-9]|20)\d\d|{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})\b")
_PLANNED = Sieve(
    "vote votes meet meets open opens publish publishes begin begins start starts end ends expire expires takes is",
    r"\b(?:votes?|meets?|opens?|publish(?:es)?|begins?|starts?|ends?|expires?|takes place|is due)\b",
)
_PAST = re.compile(r"\b(?:[a-z]{2,}ed|was|were|had|met|held|began|won|led|took|left|made|came|went)\b")
_MAY = Sieve("may", r"\bMay\b")
"""The month; 'may' doubts."""
_ACCORDING = Sieve(
    "according words view eyes opinion judgement judgment account reckoning estimate it",
    r"\b[Aa]ccording to\b|\b[Ii]n the (?:words|view|eyes|opinion|judge?ment) of\b"
    r"|\b[Ii]n [\w.’' -]{2,40}['’]s? (?:view|opinion|words|eyes)\b"
    r"|\b[Bb]y [\w.’' -]{2,40}['’]s? (?:own )?(?:account|reckoning|estimate)\b"
    r"|\b[Aa]s [\w.’' -]{2,40} (?:puts?|has|sees|tells) it\b",
)
_BY_SOMEBODY = Sieve("by", r"\b(?:is|was|are|were|been) (?:[a-z]+ly )?(?P<verb>[a-z]+) by [^.;,]{2,80}? as\b")
"""'The tunnel was described by the engineer as a straw.'"""
_CLAUSE = re.compile(r"[;:]|, (?:but|and|yet|while|so) ")
_WORD = re.compile(r"[A-Za-z]+(?=[ ,.;])|[\w’'-]+")
_NO_SUBJECT = frozenset(
    {"be", "been", "is", "are", "was", "were", "the", "its", "a", "an", "widely", "to", "not", "never"}
)
"""Words before a verb that make it no report: 'is said', 'the claims', 'do not say so, but it worries them'."""
_ENDING = frozenset(("concluded", "concludes"))
_ARTICLES = frozenset("a an the his her its their".split())
"""'The envoy concluded a visit' says nothing."""
_IS_SO = re.compile(r"\b(?:was|were)\b(?! (?:not )?(?:[a-z]+ly )?[a-z]+ed\b)")
_OURS = re.compile(
    r"\b[Ww]e (?:think|believe|estimate|expect|judge|would|should|find|hope|fear|suspect|see)\b"
    r"|\b[Ii]n our (?:view|judge?ment|opinion)\b"
)
_BELONGS = re.compile(
    r"\b(?:around|near|behind|under|against|of|to|with|for|from|than|like) (?:the )?"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Prof)\.? |(?:[Ff]ormer )?(?:[Pp]resident|[Pp]rime [Mm]inister|[Mm]inister"
    r"|[Ss]enator|[Mm]ayor|[Gg]overnor|[Jj]udge|[Jj]ustice|[Cc]hancellor|[Dd]irector|[Kk]ing|[Qq]ueen|[Cc]hief) )*$"
)
"""'Some people around Mr. ', 'a lawyer for ': whose name follows does not speak."""
_NOBODY = frozenset("who which that whoever I We we".split())
"""Subjects of a clause inside another ('Anyone who claims …'), and the writer."""
_JUDGING_GENRES = frozenset({"opinion", "editorial", "analysis"})
_OWN_COUNT = re.compile(r"\b(?:[Ss]elon|[Dd][’']après) (?:(?:notre|nos|mon|ma|mes) \w+|nous|moi)\b")
"""'Selon notre enquête': the writer's own word."""


def voice(text: str, source: Source, found: Brief) -> tuple[str, bool]:
    """The voice to print with a statement, and whether the statement names one itself.

    An opinion's, an editorial's or an analysis' statements are its author's, but for what it
    reports as having happened. News has no voice of its own. Of any other text what does not look
    like a plain fact is its author's; where nobody is named as such, only what judges is.
    """
    if _speaks(text, found) or _named_elsewhere(text, source.language or "en"):
        return "", True
    if source.genre == "news":
        return "", False
    if source.genre in _JUDGING_GENRES:
        return ("" if reports(text) else author(source)), False
    named = source.authors or source.publisher
    return ("" if _reported(text) or not (named or judges(text)) else author(source)), False


def author(source: Source) -> str:
    """'Jane Doe', 'Jane Doe and John Roe', 'Jane Doe and others'; an editorial's is its outlet.

    Without authors it is the publisher or the file.
    """
    if source.genre == "editorial" and source.publisher:
        return source.publisher
    if len(source.authors) > 2:
        return f"{source.authors[0]} and others"
    return " and ".join(source.authors) or source.name


def names_voice(text: str, found: Brief) -> bool:
    """'X said …', '…, according to Y', 'Most economists expect …'."""
    own = _without_relatives(text)
    if _ACCORDING.search(own) or any(_verb(own, name) for name in ("reporting-en", "stating-en")):
        return True
    if _frames(own):
        return True
    view = _verb(own, "attitudes-en")
    return bool(view) and _has_holder(_CLAUSE.split(own[:view])[-1], found)


def _speaks(text: str, found: Brief) -> bool:
    """As `names_voice`, but a participle aside and 'He added that …' name nobody; a quotation is never the writer's."""
    own = unquoted(text)
    if own != text:
        return names_voice(text, found)
    opening = alone.unconnected(text)
    unowned = _PRONOUN.match(opening) and alone.dangles(opening)
    return not unowned and names_voice(_without_asides(own, found), found)


def _without_relatives(text: str) -> str:
    own = unquoted(text)
    return _RELATIVE.sub(" ", own) if ", wh" in own else own


def _without_asides(own: str, found: Brief) -> str:
    """Without participles that only tell more of a thing and name nobody, 'said to be the largest'."""
    if _PARTICIPLE_OPENS.match(own):
        own = _PARTICIPLE_OPENS.sub("", own, count=1)
    for aside in _PARTICIPLE_ASIDES:
        own = aside.sub(" ", own)
    bare = _FRAMED.search(own)
    return own if not bare or _has_holder(own[: bare.start()], found) else _FRAMED.sub("as", own)


def _frames(own: str) -> bool:
    """'Silva dismissed the plan as a gamble', 'was described by Silva as …'; not 'was described as …'."""
    place = _verb(own, "framing-en")
    if place and re.match(r"[^.;]{0,120}\bas\b", own[place:]):
        return True
    passive = _BY_SOMEBODY.search(own)
    return bool(passive and passive["verb"] in words.data("framing-en"))


def _named_elsewhere(text: str, language: str) -> bool:
    """'Selon le professeur …', '… sagte die Ministerin': by the words alone, quotations included."""
    return language != "en" and entries.holds(_OWN_COUNT.sub(" ", text), f"reporting-{language}")


def reports(text: str) -> bool:
    """A dated event without a word of judgement: 'On 3 May the court opened its hearing.'"""
    if not lowered(text).digits or not _DATED.search(text):
        return False
    return bool(_PAST.search(text) or _PLANNED.search(text)) and not judges(text)


def before_verb(text: str) -> str:
    """What stands before the verb of saying, where there is one: 'The auditor, Ana Ruiz,'; else ''."""
    own = _without_relatives(text)
    return own[: _verb(own, "reporting-en")]


def named(text: str, found: Brief) -> str:
    """The brief's name for whoever is named last in a text; a person goes before a body; '' for nobody.

    'Some people around Mr. Silva' and 'Silva's allies' name people of whom Silva is none.
    """
    persons, bodies = _forms(Same(found))
    people = [(text.rfind(form), name) for form, name in persons if form in text and not _beside(text, form)]
    if people:
        return max(people)[1]
    named_so = (form in text and not _in_longer(text, form) for form, _ in bodies)
    held = [(text.rfind(form), name) for (form, name), so in zip(bodies, named_so, strict=True) if so]
    return max(held, default=(0, ""))[1]


@lru_cache(maxsize=4)
def _forms(known: Same[Brief]) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The forms of its people's names and of its bodies', each with the name that the brief prints."""
    kinds = (known.value.people, known.value.organisations)
    return tuple(tuple((form, item.name) for item in row for form in (item.name, *item.aka)) for row in kinds)


def _in_longer(text: str, form: str) -> bool:
    """'Harrow' in 'Save Harrow Quays', which is another body than the Harrow Dock Trust."""
    return " " not in form and not form.isupper() and bool(re.search(rf"[A-Z][a-z]+ {re.escape(form)} [A-Z]", text))


def _beside(text: str, form: str) -> bool:
    """Whether a name only says to whom somebody belongs, where it stands last."""
    start = text.rfind(form)
    return bool(_BELONGS.search(text[:start])) or text[start + len(form) :].startswith(("'s ", "’s "))


def judges(text: str) -> bool:
    """True where a word of judgement, hedge or prediction stands in it."""
    return entries.holds(_MAY.sub(" ", unquoted(text)), "judging-en")


def _reported(text: str) -> bool:
    """Plain facts by their looks: numbers or a past event, and no word of judgement.

    'The count was not transparent' is no event; neither is what the writers think or ask for.
    """
    if judges(text) or _OURS.search(unquoted(text)) or text.startswith("Let "):
        return False
    return bool(lowered(text).digits or _PAST.search(_IS_SO.sub("", text)))


def _has_holder(before: str, found: Brief) -> bool:
    """A person of the brief, or a group of experts, stands before the verb."""
    if entries.holds(before, "experts-en"):
        return True
    return any(form in before for form, _ in _forms(Same(found))[0])


@lru_cache(maxsize=16384)
def _verb(own: str, name: str) -> int:
    """Where the first verb of a list ends that has a subject and is no passive ('is said to'); 0 without one."""
    known, opens = words.data(name), _first_words(name)
    plurals = _first_words("plural-en") if name == "reporting-en" else frozenset()
    if opens.isdisjoint(lowered(own).known) and plurals.isdisjoint(lowered(own).known):
        return 0
    row = _row(own)
    for place in range(1, len(row)):
        word = row[place][0]
        if word not in opens and word not in plurals:
            continue
        before = row[place - 1][0]
        plural = word in plurals and _is_plural(before)
        if word not in opens and not plural:
            continue
        after = row[place + 1][0] if place + 1 < len(row) else ""
        if word in _ENDING and after in _ARTICLES:
            continue
        forms = {word, f"{word} {after}"}
        reports = not known.isdisjoint(forms) or (plural and not words.data("plural-en").isdisjoint(forms))
        if not reports or before in _NO_SUBJECT or after == "by" or _PASSIVE.match(own, row[place].start()):
            continue
        if _subject(row, place) not in _NOBODY:
            return row[place].end()
    return 0


@lru_cache(maxsize=64)
def _row(own: str) -> tuple[re.Match[str], ...]:
    """The words of a text, which is read for one list of verbs after the other."""
    return tuple(_WORD.finditer(own))


def _is_plural(before: str) -> bool:
    """'Critics argue', 'police say'; not "the ministry's claim", 'serious doubt'."""
    plural = before.endswith("s") and len(before) > 4 and not before.endswith(("'s", "’s", "ss", "ous", "us", "is"))
    return plural or before in ("police", "people", "women", "men")


def _subject(row: Sequence[re.Match[str]], place: int) -> str:
    """The word before a verb, auxiliaries and adverbs left out: 'that' in 'that once denied'."""
    back = place - 1
    while back > 0 and row[back][0] in words.data("speech.between"):
        back -= 1
    return row[back][0]


@cache
def _first_words(name: str) -> frozenset[str]:
    return frozenset(entry.partition(" ")[0] for entry in words.data(name))
