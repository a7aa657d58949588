"""For whom does a statement ask or foretell something? 'The museum should not go to court': for the museum.

A rule on structure, not on topics: somebody is the subject of a verb that asks, allows or foretells ('must',
'could', 'can no longer', 'risks'), stands after an opening 'For …,' or bears a consequence ('harder for tenants').
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefpack.text import names, words

_FORETELLS = re.compile(
    r",? (?:also |now |still |then |therefore |soon |already |probably |no longer )?"
    r"(?:will|would|could|may|might|should|must|can|cannot|shall|ought to|needs? to|ha(?:s|ve) to|had better"
    r"|risks?|stands? to|(?:is|are) (?:likely|unlikely|expected|bound|obliged|forced) to)\b"
    r"(?! (?:say|tell|argue|claim|reply|answer that)\b)"
    r"(?! have (?!to\b|an?\b|the\b|no\b|more\b|less\b|fewer\b|enough\b|their\b|its\b)[a-z])"
)
_SEGMENT = re.compile(
    r"(?:^|[,;:—–“”\"()] ?|\b(?:that|and|but|or|if|so|means?|when|while|as|because|whether|than) )"
    r"(?P<who>[^,;:—–“”\"()]{2,70}?)$"
)
_LISTED = re.compile(r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}, ){1,6}(?:and )?$")
"""'Lima, Quito, ' before 'Bogotá and other capitals'."""
_FOR = re.compile(r"For (?P<who>[^,.;:]{3,60}(?:, [A-Z][^,.;:]{2,40}){0,3}), ")
_BORNE = re.compile(
    r"\b(?:means?|matters?|harder|easier|better|worse|bad|good|dangerous|costly|burdens?|relief|blow|risks?"
    r"|consequences|implications|warning|lesson)\b[^,.;:]{0,40}? (?:for|to|on) "
    r"(?P<who>(?:the |all |any |every |many |most |those )?[\w’'-]+(?: [\w’'-]+){0,2}?)"
    r"(?=[,.;:]| (?:who|that|and|in|of|to|by|as)\b)"
)
_LEADS = re.compile(
    r"^(?:(?:[Ii]n|[Oo]n|[Aa]t|[Bb]y) [\w ]{2,30}? (?=the |[A-Z])"
    r"|(?:(?:[Tt]hen|[Ss]o|[Yy]et|[Bb]ut|[Aa]nd|[Oo]nly|because|since|although|while|that) )+)"
)
_ASIDE = re.compile(r", (?:in|on|at|by|with|under|for|from|to|after|before|like|as|of)\b[^,]*$")
"""'Cleaning the wells, by the reckoning of villages in Chile, would …': no subject."""
_TAIL = re.compile(
    r" (?:of|in|for|at|with|from|near|by|on|who|that|which|to|under|outside|across"
    r"|below|above|along|behind|around|inside|between|over|without)\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|be|been|it|this|they|he|she|we|you|I|there|what|nothing|one|why|how|who|whether"
    r"|whatever|which|while|instance|example|said|says|asked|told|would|could|will)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 9


def bearer(sentence: str, known: Iterable[str] = ()) -> str:
    """The words of a sentence that say for whom it asks or foretells something; '' where it names nobody.

    ``known`` are names of people and bodies; countries and common groups ('patients', 'the council') are known anyway.
    """
    return _bearer(sentence, tuple(known))


@lru_cache(maxsize=16384)
def _bearer(sentence: str, known: tuple[str, ...]) -> str:
    return next((phrase for phrase in _phrases(sentence) if _somebody(phrase, known)), "")


def _phrases(sentence: str) -> Iterator[str]:
    opened = _FOR.match(sentence)
    if opened:
        yield opened["who"]
    for found in _FORETELLS.finditer(sentence):
        before = sentence[: found.start()]
        segment = _SEGMENT.search(before)
        aside = found[0].startswith(",") and _ASIDE.search(before)
        if segment and not aside:
            who = _LEADS.sub("", segment["who"])
            listed = _LISTED.search(before[: len(before) - len(who)])
            yield f"{listed[0]}{who}" if listed else who
    for found in _BORNE.finditer(sentence):
        yield found["who"]


def _somebody(phrase: str, known: tuple[str, ...]) -> bool:
    """Whether a phrase names somebody: a known name, a country or its seat, a group of people."""
    if _VERB.search(phrase) or len(phrase.split()) > _MOST_WORDS:
        return False
    first = phrase.split()[0]
    head = _TAIL.split(phrase)[0].rstrip(" ,")
    if not head or (first.endswith(("ed", "ing")) and first.islower()):
        return False
    if any(head.endswith(name) for name in known):
        return True
    last = head.split()[-1]
    return _singular(last.lower()) in words.data("bearers-en") or head in names.countries() or last in names.countries()


def _singular(word: str) -> str:
    """'parties' to 'party', 'women' to 'woman', 'boss' as it is."""
    odd = {"women": "woman", "men": "man", "children": "child", "people": "people"}
    if word in odd:
        return odd[word]
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
