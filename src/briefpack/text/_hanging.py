"""Sentences whose last words lean: 'Only the port has one.', 'The mayor, a nurse, denied it.'."""

from __future__ import annotations

import re

from briefpack.text import denying, words
from briefpack.text.sieves import Sieve

_ONE = re.compile(
    r"[^,;:]*\b(?:has|have|had|is|was|needs?|needed|wants?|wanted|owns?|owned|uses?|used|gets?|got|builds?|built|buys?"
    r"|bought) (?:only |just |even |also |ever |yet )?(?:one|none|any)[.!]?$"
)
"""'Only the port has one.': one of what, stood before; 'Most towns have a well, and Aston has none' says it."""
_ONE_HERE = re.compile(r"\b(?:and|but|while|although|who|which|that|where|if)\b")
_APPOSED = re.compile(
    r"(?<=\w)(?:, (?:(?:an?|the|its|his|her|their|our|who|whose|now|then|former|aged)\b[^,;:]*|\d+))+,"
)
_ANSWERING = ("denials-en", "contesting-en", "answering-en")
_OBJECT = Sieve(
    " ".join(denying.verbs(*_ANSWERING)),
    rf"^(?:[\w’'.-]+ ){{1,7}}(?:{denying.either(*_ANSWERING)}) (?:"
    r"(?:it|them|this|so)\b(?: (?:flatly|outright|too|all))?(?:[.!;,]|$| and\b| but\b| in\b| on\b)"
    rf"|(?P<that>{denying.THAT}))",
)
"""'The minister flatly denied it.': what, stood before."""
_ANSWERS = re.compile(
    r"(?:[\w’'.-]+ ){1,8}(?:disagree[sd]?|agree[sd]?|refuse[sd]?|object(?:s|ed)|dissent(?:s|ed)|demur(?:s|red)"
    r"|concur(?:s|red)|did not|does not|do not)[.!]?$"
)
"""'Ana Silva disagreed.': with what, stood before."""
_COMPARED = re.compile(
    r"\b(?:is|are|was|were|be|been|seems?|looks?|remains?|just|quite) (?:just |quite |almost |nearly )?as"
    r" (?!well\b|before\b|usual\b|planned\b|expected\b|follows\b|yet\b|such\b|one\b|ever\b|it\b)[a-z]+[.!]?$"
    r"|\b(?:has|have|had|gives?|gave|offers?|offered|sees?|saw|tells?|told|draws?|drew|takes?|took|cites?|cited)"
    r" (?:an? )?(?:quite |very |rather )?(?:another|other|different) [a-z]+[.!]?$"
)
"""'Opinions are as mixed.', 'The board has other figures.': as what, than which, stood before."""
_NOT_THAT = re.compile(r"Not (?:the|an?|by|for|to|with|from|[A-Z][\w’'-]+)\b(?! (?:least|minute|moment|bit)\b)")
"""'Not the mayor, and not her deputy.': who then, was asked before."""
_BY_WHOSE = re.compile(
    r"(?:By|In|On|To) (?:its|his|her|their) (?:own )?(?:reckoning|count|estimate|view|account|opinion|telling|reading"
    r"|calculations?|figures|mind|judge?ment)\b"
)
"""'By their estimate this fare is no gift.': by whose, stood before."""

_OF_THE_KIND = re.compile(
    r"[\w’'-]+(?: [\w’'-]+)? (?:is|are|was|were|(?:can|could|will|would|may|might) be)"
    r" nothing of the (?:kind|sort)[.!]?$"
)
"""'Growers are nothing of the sort.'; 'The free offer was nothing of the sort.' says of what."""
_FOR_IT = re.compile(
    r"(?:[\w’'-]+ ){1,4}(?:(?:was|were|is|are|has been|have been|will be|would be) (?:not |ever |never |also )?)"
    r"[a-z]+(?:ed|en|t|d|ne) (?:for|about|of|from|on|with|against|by) (?:it|them)[.!]?$"
)
_OF = re.compile(r" (?:of|in|at|that|who|which|and|or|for|from|with|on) ")
"""'No ticket was issued for it.': its subject is another thing."""


_SAYS_IT = Sieve(
    "it they",
    r"^(?P<who>[^,;:“”\"()]{4,70}?) (?:say|says|said|believe|believes|believed|think|thinks|thought|warn|warns|warned"
    r"|fear|fears|feared|argue|argues|argued) (?:that )?(?P<what>it|they) (?P<then>.+)",
)
_FALSE_SUBJECT = re.compile(
    r"(?:is|was|would be|will be|may be|might be|could be|seems|seemed|takes|took) [^,;]*\b(?:to|that|whether|how|if"
    r"|for|who|when|before|until)\b"
)
"""'said it was time to leave': 'it' is no thing."""
_THING_OF = re.compile(r"\b(?:of|from|at|for|in|on|with|who|whose|and|the)\b|['’]s\b")
_OF_MANY = re.compile(r"\b(?:and|of|from|at|for|in|on|with|who|whose|members?|group|team)\b|[a-z]s\b")


def hangs(sentence: str) -> bool:
    """Whether its end, or an answer in it, needs the sentence before."""
    if _OF_THE_KIND.match(sentence) or _is_for_it(sentence):
        return True
    if _NOT_THAT.match(sentence) or _BY_WHOSE.match(sentence) or _COMPARED.search(sentence):
        return True
    if _ONE.match(sentence) and not _ONE_HERE.search(sentence):
        return True
    plain = _plain(sentence)
    found = _OBJECT.search(plain)
    return bool((found and not found["that"]) or _ANSWERS.match(plain))


def says_of_it(sentence: str) -> bool:
    """'Analysts say it will fail.', 'The negotiator Ana Ruiz said they would leave.': what, who, stood before."""
    found = _SAYS_IT.search(sentence)
    if not found:
        return False
    row = found["who"].split()
    somebody = any(word.lower() in words.data("names.roles") for word in row)
    if found["what"] == "they":
        return somebody and row[-1][0].isupper() and not _OF_MANY.search(found["who"])
    if _FALSE_SUBJECT.match(found["then"]):
        return False
    last = row[-1].lower()
    many = len(row) < 4 and last.endswith("s") and last.removesuffix("s") in words.data("names.roles")
    named = somebody and len(row) > 2 and all(word[0].isupper() for word in row[-2:])
    return many or (named and not _THING_OF.search(found["who"]))


def _plain(sentence: str) -> str:
    return _APPOSED.sub("", sentence) if sentence.count(",") > 1 else sentence


def _is_for_it(sentence: str) -> bool:
    """'Nobody was blamed for it.'; 'The owner of the mill was blamed for it.' has a thing that it may mean."""
    return bool(_FOR_IT.match(sentence)) and not _OF.search(sentence.rsplit(" ", 2)[0])


def answers_that(sentence: str) -> bool:
    """'The ranger rejects that.': a whole answer beside what it answers, and no statement without.

    Not 'The ranger denies that in winter the pass is shut.', which says what it denies.
    """
    return bool(_OBJECT.search(_plain(sentence)))
