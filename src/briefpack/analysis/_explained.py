"""The forms in which a text explains a word; each gives the term and the text's own words for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefpack.analysis._glosses import glossed
from briefpack.text import words

_MEANING = 28
"""Most words of a meaning; a longer one is cut at a comma or a dash."""
_LEAST = 5
"""Fewest words of 'the ratio of debt to income'; 'the price of fame' is an aphorism."""
_LONGEST = 1200
"""Characters of a passage that is looked at; a longer one is no sentence."""
_SHORT_FORM = re.compile(r" \((?P<term>[A-Z]{2,}[\w-]*)\)|, or (?P<other>[A-Z]{2,})s?(?=[,.])")
_ASKED = re.compile(r"(?:What (?:is|are|does)|How does) (?:an? |the )?(?P<term>[^?]{3,50}?)(?: mean| work)?\?")
_ANSWER = re.compile(r" (?:means|is|are|refers to|describes) (?P<meaning>(?:an? |the |when |[a-z]+ing ).+)")
_OWNERS = re.compile(r"\b[A-Z][\w-]*s['’] $")
_BETWEEN = frozenset({"of", "and", "the", "on", "for", "in", "to", "de", "des", "du", "la"})
_WORD = r"[^\W\d_][\w’-]*(?: [^\W\d_][\w’-]*){0,2}"
_AIM = r"designed|meant|intended|aimed|[a-z]{3,}ing"
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where|when|what|how|why|as)\b|[“\"]")
_FOR_ONE = re.compile(r"\b(?:for (?:example|instance)|e\.g\.)(?:[,.]|$| )")
"""'a gatekeeper (Ruiz, for example)' says who is one, not what that is."""
_STATES = re.compile(
    r"\b(?:is|are|was|were|does|do|did|has|have|had|will|would|can|could|should|must|may|might)\b(?! been\b)"
)
_MARKED = r"[“‘\"](?P<term>[^“”‘\"]{3,40}?),?[”’\"]"


_MARKS = ("“", "‘", '"')
_BREAKS = ("–", "—", " - ", ", a ", ", an ", ", the ", ", one of the ")
_AFTER = re.compile(r" (?:of|for|in|to|that|which|who|on|at|and|by|from|with)\b")
_DASH = r"(?: ?[–—] ?| - |, )"
_GOES_ON = frozenset("is are was were has have had will would can could may might".split())
"""'In Turkish kitchens, the grain is …' goes on with its sentence, and explains no word."""
_OPENERS = frozenset("yes no well oh indeed still then now once so".split())
_THING = r"(?:a|an|the|one of the) (?P<thing>[\w’-]+(?: [\w’-]+){0,3})"
_FORMS: tuple[tuple[tuple[str, ...], str], ...] = (
    # 'Albedo refers to the share of light …', not 'The report (also) refers to a letter …'
    (
        ("refers to", "is defined as", "stands for", "is shorthand for"),
        rf"(?:^|[,;:] |\b[Tt]he term |\bthat )(?![Tt]he [a-z-]+ refers)(?P<term>[“‘]?{_WORD}[”’]?)(?<! also)"
        r" (?:refers to|is defined as|stands for|is shorthand for) (?P<meaning>.+)",
    ),
    # '“Greenwashing” means presenting …'
    (_MARKS, rf"{_MARKED} (?:means|denotes|describes) (?P<meaning>.+)"),
    # 'the so-called “nudge” strategy — designed to …', 'a “polluter pays” approach, charging …'
    (
        _MARKS,
        rf"{_MARKED} (?:\w+ )?(?P<label>\w+){_DASH}(?P<meaning>(?:{_AIM}|a|an|the|in which|under which|whereby) .+)",
    ),
    (_MARKS, rf"{_MARKED}{_DASH}(?P<meaning>(?:designed|meant|intended|aimed|in which|whereby|that is,) .+)"),
    # 'a “just transition”, the idea that nobody loses a living', 'a “bad bank”: one company for the losses of all'
    (_MARKS, rf"{_MARKED}, (?P<meaning>the (?:idea|notion|theory|belief|hope|principle|practice) (?:that|of) .+)"),
    (("”: ", "’: "), rf"\b(?:a|an|the|for|of|called) {_MARKED}: (?P<meaning>[a-z].+)"),
    # 'Co-determination means that workers sit on the board.'
    (
        (" means that ",),
        r"^(?:To illustrate, )?(?P<term>[A-Z][\w-]*(?:ism|ity|ment|ation|ance|ence|ship|cracy|hood))"
        r" means that (?P<meaning>.+)",
    ),
    # 'Arbor Day celebration on April 25, the holiday that …'
    (
        (", the ",),
        r"\b(?P<term>[A-Z][\w-]*(?: [A-Z][\w-]*){1,3})(?: [a-z]+)? on (?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),"
        r" (?P<meaning>the (?:holiday|day|festival|anniversary|feast) (?:that|which|of|on which|when) .+)",
    ),
    # 'Trio (Chad, Mali and Niger)'
    ((" (",), r"\b(?P<term>[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3}) \((?P<meaning>[A-Z][^()“\"]*(?:, | and )[^()“\"]*)\)"),
    # 'Diwali celebrations — the festival of lights', 'Diwali, the festival of …'
    (
        _BREAKS,
        rf"\b(?P<term>[A-Z][\w-]*(?: [A-Z][\w-]*){{0,3}})(?: [a-z]+)?{_DASH}(?P<meaning>{_THING}[^,–—]*)",
    ),
    # 'Herd immunity, the protection that arises when …', 'drying off, the weeks between two calves'
    (
        (", a ", ", an ", ", the "),
        r"(?:^|\b(?:of|in|on|at|for|to|with|from|by|and|during|the|a|an|studies|called) )"
        r"(?P<term>[A-Za-z][a-z-]+ [a-z-]{3,}), (?P<meaning>(?:a|an|the) (?P<thing>(?:[a-z-]+ ){0,2}?[a-z-]+)"
        r" (?:that|which|of|to|in which|by which|when|between|before|after|during)\b[^,–—]+)",
    ),
    # 'Albedo is the share of sunlight that …'
    (
        (" is ", " are "),
        rf"^(?P<term>[A-Z][a-z-]+(?: [a-z-]+)?) (?:is|are)"
        rf" (?P<meaning>{_THING} (?:of|that|which|in which|by which|for|to|used|where)\b.+)",
    ),
    # 'hypertension, or high blood pressure,'
    ((", or ",), r"\b(?P<term>[a-z-]{9,}(?: [a-z-]{5,})?), or (?P<meaning>[a-z][a-z’ -]{3,40}),"),
    # 'a gas known as radon', 'a rule called “net metering”'
    (
        ("known as", " called", " dubbed", " termed", " nicknamed"),
        r"(?<!that )(?<!which )(?<!whom )"
        r"\b(?P<meaning>(?:a|an|the) [a-z](?:(?:(?! (?:that|which|who|whom) )[^,.;“]){2,60}?|[^,.;“]{2,60}?(?=,))),?"
        r" (?:known as|called|dubbed|termed|nicknamed) (?:the )?"
        r"(?P<term>“[^”]{3,40}”|[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}|[a-z-]{4,}(?=[,.]))",
    ),
    # 'treating only the sick cows, known as selective therapy, …'
    (
        (", known as ",),
        r"(?<= )(?P<meaning>[a-z]{3,}ing (?:(?![a-z]+ing\b)[^,.;:“”]){4,70}), known as"
        r" (?P<term>[a-z][a-z -]{3,40})(?=[,.])",
    ),
    # 'This is called the tipping problem: nobody pays first'
    (
        (": ",),
        r"\b(?:is|are|was) (?:called|known as|termed|dubbed) (?:the )?"
        r"(?P<term>“[^”]{3,40}”|[a-z][a-z-]+(?: [a-z-]+){0,3}): (?P<meaning>.+)",
    ),
    # 'a “tontine”, a term that means …'
    (
        ("”",),
        r"“(?P<term>[^“”]{3,40}?),?”,? (?:which|a (?:term|word) (?:that|which)) (?:means|describes) (?P<meaning>.+)",
    ),
)
"""What must stand in a text before a form is tried on it, and the form."""
_SIGNS = frozenset(sign for signs, _ in _FORMS for sign in signs)


def explained(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of a term and its meaning, verbatim and without its full stop."""
    if len(text) > _LONGEST:
        return
    yield from _short_forms(text)
    present = {sign for sign in _SIGNS if sign in text}
    for signs, form in _FORMS if present else ():
        if present.isdisjoint(signs):
            continue
        for found in _compiled(form).finditer(text):
            meaning, term = clause(found["meaning"]), found["term"]
            if (
                len(meaning) > 2
                and _names_thing(found)
                and _is_label(found)
                and _may_be_term(term)
                and _is_gloss(found)
            ):
                yield _whole(term, text[: found.start("term")]), meaning if len(meaning.split()) > 2 else ""
    for term, said in glossed(text):
        if len((meaning := clause(said)).split()) > 2 and _may_be_term(term):
            yield term, meaning


def _whole(term: str, before: str) -> str:
    """The term without its marks; "Tenants' Rights Watch" is not cut at its apostrophe."""
    owner = _OWNERS.search(before[-40:]) if term[:1].isupper() else None
    return (owner[0] if owner else "") + term.strip(" ,“”‘’\"'")


def asked(text: str, heading: str) -> Iterator[tuple[str, str]]:
    """'What is soil sealing?' as a heading, and under it 'Soil sealing means covering …' or 'Soil sealing is …'."""
    question = _ASKED.match(heading)
    if question is None or len(text) > _LONGEST or not text.lower().startswith(question["term"].lower()):
        return
    found = _ANSWER.match(text[question.end("term") - question.start("term") :])
    meaning = clause(found["meaning"]) if found else ""
    if len(meaning.split()) > 2:
        yield text[: len(question["term"])], meaning


def _short_forms(text: str) -> Iterator[tuple[str, str]]:
    """'the Intergovernmental Panel on Climate Change (IPCC)': the capitalised words before the brackets."""
    for found in _SHORT_FORM.finditer(text) if " (" in text or ", or " in text else ():
        before = text[: found.start()].split(" ")[-12:]
        spelled = _spelled(found["term"] or found["other"], before)
        if spelled or found["other"]:
            if spelled:
                yield found["term"] or found["other"], spelled
            continue
        taken = len(before)
        while taken and (before[taken - 1][:1].isupper() or before[taken - 1] in _BETWEEN):
            taken -= 1
        name = before[taken:]
        while name and (name[0] in _BETWEEN or name[0] == "The"):
            name = name[1:]
        if len(name) > 1:
            yield found["term"], " ".join(name)


def _spelled(short: str, before: list[str]) -> str:
    """The words before a short form whose initials it is, whatever their case: 'gross domestic product'.

    Small words count for nothing ('Office of the Rail Regulator (ORR)') unless the short form takes them
    ('Department of Health (DOH)').
    """
    return _initialled(short, before, small=False) or _initialled(short, before, small=True)


def _initialled(short: str, before: list[str], *, small: bool) -> str:
    letters = list(short.rstrip("s"))
    for taken in range(1, len(before) + 1):
        word = before[-taken]
        if letters and word[:1].upper() == letters[-1] and (small or word not in _BETWEEN):
            letters.pop()
        elif word not in _BETWEEN:
            return ""
        if not letters:
            return " ".join(before[-taken:]) if taken > 1 else ""
    return ""


def clause(said: str) -> str:
    """The words up to the end of their clause, at most 28 words; '' where no cut gives that."""
    whole = re.split(r"[;:]|\s?[–—]\s?|(?<=[a-z\d”’)])[.](?:\s|[”’\"]|$)", said.strip(), maxsplit=1)[0].strip(" ,")
    while len(whole.split()) > _MEANING:
        shorter = re.sub(r"(?:,| [–—-] |—)[^,–—]*$", "", whole)
        if shorter == whole:
            return ""
        whole = shorter.strip(" ,")
    return whole if whole.count("(") == whole.count(")") and whole.count("“") == whole.count("”") else ""


def _names_thing(found: re.Match[str]) -> bool:
    """Where a form asks for it, one of the meaning's first words says what kind of thing the term is."""
    kinds = found.groupdict().get("thing")
    if kinds is None:
        return True
    first, things = _AFTER.split(kinds)[0].split(), words.data("things-en")
    if any(word in _GOES_ON or word in words.data("names.roles") or word in words.data("persons-en") for word in first):
        return False
    known = any(word in things or word.removesuffix("s") in things for word in first)
    stated = found.string[found.end("term") : found.start("meaning")] in (" is ", " are ")
    return known and (not stated or len(found["meaning"].split()) >= _LEAST)


def _is_gloss(found: re.Match[str]) -> bool:
    """Not what goes on as a sentence behind a comma: 'Sadly, the bill passed by the house does not …'."""
    of_the = found["term"].startswith("the ") and found.string[: found.start("term")].endswith("of ")
    if _FOR_ONE.search(found["meaning"]) or (of_the and found["meaning"].startswith(("a ", "an "))):
        return False  # 'ten firms for the surface of the moon, a group that …' explains the firms
    behind = found.string[found.end("term") : found.start("meaning")].endswith(", ")
    return not (behind and _STATES.search(_RELATIVE.split(found["meaning"], maxsplit=1)[0]))


def _may_be_term(term: str) -> bool:
    """Not 'similar states', 'recent weeks': words that only point at things the text has named."""
    if term != term.lower() and (term[:1] in '“‘"' or term[1:] != term[1:].lower()):
        return True
    row, times = term.lower().split(), words.data("times-en")
    plain = len(row) == 2 and row[0] in ("the", "a", "an") and row[1] in words.data("common-en")
    return (
        not plain
        and row[0] not in _OPENERS
        and row[0] not in words.data("generic-en")
        and all(word.removesuffix("s") not in times for word in row)
    )


def _is_label(found: re.Match[str]) -> bool:
    """Where a form asks for it, the word after the marks is a label ('approach')."""
    label = found.groupdict().get("label")
    return label is None or label in words.data("labels-en")


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form)
