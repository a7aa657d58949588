"""Does a sentence stand alone, or does it lean on its neighbour?

A statement on a slide has lost the sentence before it, so 'That hurts the harbour' says
nothing there. Where it is not certain, the answer is that it leans.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefpack.text import denying, entries, lists, words
from briefpack.text._hanging import hangs
from briefpack.text._hanging import says_of_it as says_of_it
from briefpack.text.language import LANGUAGES, detect, function_words
from briefpack.text.sieves import Sieve, words_of

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|‘[^’]*’(?!\w)")
_POINTING = Sieve("this these such those", r"\b(?:this|these|such|those)\b(?P<after>(?:\s+[\w'’-]+)?)", re.IGNORECASE)
_PRONOUN = Sieve(
    "he she his her him they their them it its",
    r"\b(?P<word>he|she|his|her|him|they|their|them|it|its)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b[a-z'’-]{3,}(?<!s)(?<!u)s\b(?!\s+(?:to|a|an|the|that|as|his|her|its|their|it)\b)|\b(?:people|women|men|children|police)\b"
)
_PHRASE = re.compile(
    r"^(?:in|on|at|by|for|with|during|after|before|under|from|without|as|at|over)\b[^,]*,\s*$", re.IGNORECASE
)
_EXPLETIVE = re.compile(
    r"it (?:is|was|will be|would be|has been|may be|might be|remains|seems|appears|became|takes|took|makes)\b"
    r"(?! (?:not |only )?(?:an?|the|our|his|her|their)\b(?! (?:\w+ )?(?:"
    + "|".join(lists.load("expletives-en"))
    + r")\b))"
    r"(?:\W+(?!as an? )\w+){0,5}?\W+(?:that|to|whether|how|why|if|who|for(?=[^.;,]* to))\b",
    re.IGNORECASE,
)
_ANSWERED = Sieve(
    "charge charges claim claims allegation allegations accusation accusations report reports offer offers"
    " proposal proposals plan plans finding findings criticism criticisms conclusion conclusions verdict verdicts",
    rf"\b(?:{denying.either()}|reject|confirm(?:s|ed)|accept(?:s|ed)?|welcom(?:es|ed)|made)"
    r" the (?:charge|claim|allegation|accusation|report|offer|proposal|plan|finding|criticism"
    r"|conclusion|verdict)s?\b(?! (?:of|that|by|to|from|made|in|as|for|on)\b)",
    re.IGNORECASE,
)
"""'The ministry denied the charge': which one stood before."""
_THAT_IS = Sieve(
    "that so",
    r"\b(?:consider|find|found|think|thought|call|deem|judge|regard|view|see|saw|make|made)(?:s|ed|d)? that "
    r"(?:(?:very |highly |quite |most |more |too |so |rather |as )?"
    r"(?:un)?(?:likely|wrong|right|true|false|enough|possible|fair)\b[^a-z]*$)"
    r"|\b(?:say|says|said|do|does|did|think|thinks|thought|believes?|hopes?) so\b(?! (?:that|far|much|many)\b)",
    re.IGNORECASE,
)
"""'Few growers think that likely', 'ministers never say so': what, stood before."""
_FURTHER = Sieve(
    "further followed",
    r"\bgo(?:es|ing|ne)? further\b(?! than\b)"
    r"|\b(?:that|which) followed\b(?! (?:a|an|the|his|her|its|their)\b| [A-Z])",
)
"""'accused of going further', 'the statements that followed': than what, and what, stood before."""
_THERE = Sieve(
    "there",
    r"(?<!\bout )\bthere\b(?!['’]s| (?:is|are|was|were|has|have|had|will|may|might|could|can|would|should|must)\b"
    r"| (?:seems?|remains?|to be)\b)",
)
"""'Some parents there accuse …': where, stood before."""
_BEFORE_IT = re.compile(
    r"(?P<subject>[\w’'-]+(?: [\w’'-]+){1,3}) it\b(?! (?:is|was|will|would|has|had|may|can|could)\b)"
)
_NO_OBJECT = frozenset(
    "said says say that if as because when while after before since once although though how why what who whose where"
    " whether the more less in on at by from until make makes made making find finds found think thinks consider"
    " considers take takes took hopes fears believes way moment point place than".split()
)
"""Words after which 'it' is no thing named before, or may be the subject: 'The court said it would rule'."""
_NUMBERED = Sieve(
    "it there",
    r"\b(?:said|says|say) (?:that )?(?:it (?:was|is)|there (?:are|were))"
    r" (?:about |some |nearly |over |at least )?[\d.,]*\d[.!]?$",
)
"""'The union said it was 900', '… says there are 310': what was, stood before."""
_LAST = Sieve("that", r"\b(?:of|than|on|about) that[.!]?$")
"""'The gain is a tenth of that.'"""
_ALONE = Sieve("alone", r"\b(?:that|this) [a-z]+ alone\b")
"""'By our count that delay alone cost a million.'"""
_ESTIMATED = Sieve(
    "estimate estimates estimated", r"\bestimat(?:e|es|ed) (?:that )?it (?:would|will|could|might|may|at)\b"
)
"""'The charity estimates that it would cost a million': what would, stands before."""
_HERE = Sieve("here", r"\bhere\b(?!['’]s| (?:is|are|and|in|at|on)\b)")
"""'The inspectors stayed three weeks here': where, only the place of printing tells."""
_SOMEBODY = r"The (?:somebody|someone|something|rest|trouble|thing|catch|snag)\b(?! (?:of|with|who|that|in)\b)"
"""'The somebody was a program': whom the sentence before looked for."""
_WHETHER = r"Whether\b(?!.*(?:,| (?:is|was|remains|depends|matters|turns|will|would|has|had|may|can)\b))"
"""'Whether the records fall under the law.': the head of a list stands before, this is no sentence."""
_EITHER_CLAUSE = (
    r"(?:If|When|While|As|Because|Although|Though|Since|Once|Until|Unless|Where) (?:it|they)\b[^,]{1,80}, (?:it|they)\b"
)
"""'When it breaks, it will break at night': neither clause says what."""
_OF_A_ROW = (
    r"(?:(?:In|Of|On|Under) )?(?:the|a) (?:first|second|third|fourth|former|latter|other)"
    r"(?:,| (?:is|was|are|were|will|would|has|had|and)\b)"
)
"""'In the fourth, a village voted', 'The third is a strike': of what, stood before."""
_PERIODS = re.compile(r"\b(?:years|months|weeks|days|hours|minutes|decades|times|seasons)\b")
_BUT = re.compile(r"(?:But|And|Yet|Or)(?: yet)?,? ")
_DEFINITE = re.compile(
    r"(?:|[^,]{3,60}, |(?:during|after|before|since|at|under|with|despite) )the (?P<words>[a-z]+(?: [a-z]+){0,2})",
    re.IGNORECASE,
)
_OWNED = re.compile(r"['’]s$")
_THAT = re.compile(r"(?P<before>\w+) that (?P<noun>[a-z]+)(?P<after>[,.;]| of\b)?")
_NAMES_IT = frozenset(
    "mention mentions mentioned cite cites cited quote quotes quoted use uses used repeat repeats repeated give gives"
    " gave forget forgets forgot know knows knew".split()
)
_NAMED_SO = frozenset("figure number sentence word line sum story part side point".split())
"""'The guild never mentions that figure': which, stood before."""
_BEFORE_THAT = frozenset("on of from for with by to at about in under behind during until since".split())
_SAYS_WHICH = frozenset("of to by from that which who in on for with between over at".split())
_OWN = re.compile(r"(?:those|that) (?:who|of|in|from|with|without|[a-z]+ed)\b", re.IGNORECASE)
_BOTH = Sieve("both", r"\bboth\b(?! (?:[\w’.,-]+ ){1,5}and\b)", re.IGNORECASE)
_CATAPHOR = re.compile(
    r"(?:by|in|after|before|while|without|when) \w+ing (?:his|her|its|their)\b[^,]*, (?:the )?[A-Z]", re.IGNORECASE
)
"""'By pooling their boats, Fiji and Tonga …': the pronoun's owner follows."""
_BARE = (
    r"It is (?:that|because|why)\b|There, |(?:Probably|Perhaps|Possibly|Certainly|Maybe|Clearly) (?:not|so)\b"
    r"|(?:Should|Were|Had) (?:it|they|he|she)\b"
    r"|(?:If|Because|Since|As|When|While|Unless) that (?:is|was|were|happens|happened|fails|failed)\b"
)
"""'It is that the form asks nobody', 'Probably not, for most': an answer without its question."""
_OPENINGS = re.compile(f"{_BARE}|{_EITHER_CLAUSE}|(?i:{_OF_A_ROW})|{_SOMEBODY}|{_WHETHER}")
_LEANING = (_ESTIMATED, _BOTH, _ANSWERED, _THERE, _HERE, _NUMBERED, _LAST, _ALONE, _THAT_IS, _FURTHER)


def leans(sentence: str, language: str = "en") -> bool:
    """True where the sentence needs the one before it to be understood.

    Of a language that is not known only the openings are looked at, in all known languages.
    """
    return _leans(sentence, _foreign(sentence) or language if language == "en" else language)


@lru_cache(maxsize=16384)
def _foreign(sentence: str) -> str:
    """The language of a sentence that opens with a word of another language: 'Elle craint …', with nobody to tell."""
    first = sentence.split(" ", 1)[0].lower()
    return (detect(sentence) or "") if first in _foreign_openings() else ""


@cache
def _foreign_openings() -> frozenset[str]:
    rows = (row for code in LANGUAGES if code != "en" for row in lists.load(f"openings-{code}"))
    return frozenset(row.split()[0] for row in rows) - function_words("en")


@lru_cache(maxsize=16384)
def _leans(sentence: str, language: str) -> bool:
    said = _without_quotations(sentence, language)
    if _opens(said, language):
        return True
    if language != "en":
        return False
    if _OPENINGS.match(said) or _takes_it(said):
        return True
    return _points(said) or dangles(said) or hangs(said) or any(form.search(said) for form in _LEANING)


def opens_leaning(sentence: str, language: str = "en") -> bool:
    """True where its very first words lean ('This is …', 'They say …'), so that nobody could read on."""
    return _opens(_without_quotations(sentence, language), language)


def _without_quotations(sentence: str, language: str) -> str:
    said = unconnected(sentence, language)
    return _QUOTED.sub("“”", said) if "“" in said or '"' in said or "‘" in said else said


@lru_cache(maxsize=16384)
def points_back(sentence: str) -> bool:
    """True where its subject is known only from before: 'The visit showed …'. A weaker sign than `leans`."""
    found = _DEFINITE.match(unconnected(sentence))
    return found is not None and _is_pointer(found["words"].lower().split())


def unconnected(sentence: str, language: str = "en") -> str:
    """The sentence without a leading connective ('However, …', 'First, …', 'But …'), capitalised again."""
    return _unconnected(sentence, language)


@lru_cache(maxsize=16384)
def _unconnected(sentence: str, language: str) -> str:
    found = _BUT.match(sentence) if language == "en" else None
    end = found.end() if found else _connective(sentence, language)
    if not end or len(sentence) - end < 12:
        return sentence
    return _unconnected(sentence[end].upper() + sentence[end + 1 :], language)


def dangles(said: str) -> bool:
    """True where the first pronoun has nothing before it that it could stand for."""
    found = _PRONOUN.search(said)
    if not found or _EXPLETIVE.match(said[found.start() :]):
        return False
    before, word = said[: found.start()], found["word"].lower()
    if _CATAPHOR.match(said):
        return False
    if word in ("he", "she", "they", "it") and _PHRASE.match(before):
        return True
    if word in ("they", "their", "them"):
        several = _PLURAL.search(_PERIODS.sub("", before)) or re.search(r"\b(?:and|those|who)\b", before[1:])
        return not (several or _names_somebody(before[1:]))
    if word in ("it", "its"):
        return len(before.split()) < 2 and not before[:1].isupper()
    person = re.search(r"\b(?:man|woman|girl|boy|who|patient|child|person|one)\b", before[1:])
    return not (person or _names_somebody(before[1:])) and not any(
        word in words.data("names.roles") for word in before.lower().split()
    )


def _takes_it(said: str) -> bool:
    """'The bank puts it at 4 per cent', 'Growers want less of it': the object is known only from before."""
    found = _BEFORE_IT.match(said) if " it" in said else None
    row = found["subject"].lower().split() if found else []
    if not row or row[0] in _NO_OBJECT - {"the"} or row[-1] in _NO_OBJECT or row[-1] in words.data("times-en"):
        return False
    return len(row) > 1 + (row[0] in ("the", "a", "an"))


def _names_somebody(before: str) -> bool:
    """Whether a capitalised word stands there that is no opening of a sentence: 'Ruiz', not 'When'."""
    return any(word.lower() not in words.data("stop-en") for word in re.findall(r"\b[A-Z][\w’'-]*", before))


def _opens(said: str, language: str) -> bool:
    if _EXPLETIVE.match(said) or _OWN.match(said):
        return False
    first, *rest = said.lower().split()[:2] or [""]
    if first in ("this", "these") and rest and rest[0].strip(",") in words.data("times-en"):
        return False
    known = (language,) if lists.load(f"openings-{language}") else LANGUAGES
    return any(entries.opens_with(said, f"openings-{code}") for code in known)


def _points(said: str) -> bool:
    """A 'this', 'these' or 'such' that points back; 'this year', 'such as' and 'those who' do not."""
    for found in _POINTING.finditer(said):
        word, after = found[0].split()[0].lower(), _OWNED.sub("", found["after"].strip().lower())
        own = {"such": ("as",), "those": ("who", "of", "in", "with", "from", "that")}.get(word, ())
        passive = word == "those" and after.endswith("ed")
        if not (passive or after in own or after in words.data("times-en")):
            return True
    return "that" in words_of(said) and any(_is_that(found) for found in _THAT.finditer(said.lower()))


def _is_that(found: re.Match[str]) -> bool:
    """'… a repetition of that flood', 'it drew that conclusion.'; no conjunction as in 'ensures that rules hold'."""
    noun = found["noun"]
    if noun in words.data("pointers-en") and found["after"] and not noun.endswith("s"):
        return True
    if found["before"] in _NAMES_IT and noun in _NAMED_SO and found["after"]:
        return True
    return found["before"] in _BEFORE_THAT and noun not in words.data("stop-en")


def _is_pointer(row: list[str]) -> bool:
    """'the proposal would …', 'the new plan, …': a noun that points back, and nothing says which."""
    for place, word in enumerate(row[:2]):
        after = row[place + 1] if place + 1 < len(row) else ""
        if word in words.data("pointers-en"):
            return after not in _SAYS_WHICH
    return False


def _connective(sentence: str, language: str) -> int:
    """Where the sentence goes on after a connective and its comma; 0 without one."""
    comma = sentence.find(", ", 0, 32)
    head = sentence[: max(comma, 0)].lower().replace("’", "'")
    return comma + 2 if head in words.data(f"connectives-{language}") else 0
