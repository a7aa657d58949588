"""First parts, clauses inside, and second clauses that may go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from briefpack.text import clauses, entries, words
from briefpack.text._cut_rules import Span, limited, limiting, told, within_another
from briefpack.text.sieves import Sieve

_FRONT = re.compile(r"(?:To (?P<aim>[a-z]+)|(?P<ing>[A-Z][a-z]+ing)|(?P<as>As)) ")
_PARTICIPLE = re.compile(r"(?<= )(?P<before>[\w’'-]+) (?P<participle>[a-z]+ing) (?P<next>[\w’'-]+)")
_NO_NOUN = frozenset(
    "by of for in from after before without while when to and or is are was were be been keep keeps kept start started"
    " begin began stop stopped on at with about against than as not the a an its his her their".split()
)
_INDEFINITE = re.compile(r"\b(?:an?|dozens of|hundreds of|thousands of|several) (?:[a-z’'-]+ ){0,3}[a-z-]+$")
_SPENT = re.compile(
    r"\b(?:spen[dt]s?|spending|keeps?|kept|caught|catch(?:es)?|finds?|found|leaves?|left|sees?|saw|hears?|heard)\b"
)
"""'has spent a career trying', 'left the boy waiting': the participle belongs to the verb."""
_NOUN_AFTER = frozenset("the a an its his her their to from".split())
_USE = Sieve("for", r"(?<=[a-z]{3}[a-rt-z]s) for [a-z]+ing\b[^,;:–—―]*(?=[.]$)")
_JOURNEY = Sieve(
    "join fly flew flying travel traveled travelled traveling travelling arrive arrived arriving gather gathered"
    " gathering me met meet return returned returning visit visited visiting come came went wint go going",
    r"\b(?:join|fly|flew|flying|travel|travell?ed|travell?ing|arriv(?:e|ed|ing)|gather(?:ed|ing)?|met?|meet"
    r"|return(?:ed|ing)?|visit(?:ed|ing)?|c[ao]me|w[ei]nt|go|going)\b"
    r"(?P<between>[^,;:–—―]*?)(?P<cut> to (?:[a-z]+) [^,;:–—―]+)(?=[.]$)",
)
_PURPOSE = re.compile(
    r"(?<=[\w’”]) to (?P<verb>[a-z]{3,}) (?:the|an?|his|her|its|their|our|that|how|more|new|for|with|about|up|out"
    r"|[A-Z]\w+)\b[^,;:–—―]*(?=[.]$)"
)
_MIDDLE = re.compile(r"(?<=[\w’”]), (?P<word>[a-z]+) (?P<next>[\w’]+)")
_PLACED = frozenset("at during after in on under".split())
_DETERMINED = frozenset("a an the his her its their".split())
_ASIDES = frozenset("including along together like who which whose where".split())
_SUBJECT = re.compile(
    r"(?:[A-Z][\w’.-]*|\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ther) (?:[\w’-]+ ){0,4}[\w’-]+)$"
)
_SECOND = re.compile(
    r"(?P<comma>,)?(?: and| then| and then) (?:(?:also|later|then|soon|finally|[a-z]+ly) )?(?P<verb>[a-z]+)"
    r"(?= (?P<next>[\w’'“\"$£€-]+))[^;:–—―]*(?=[.]$)"
)
_OBJECT = frozenset(
    "the a an his her its their our this that these those to in on at from for with up out off into over it them"
    " him me us  more new about down back away through under against how what why".split()
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\b")
"""'was drafted in Quito and signed in Lima by both': the doer belongs to both verbs."""
_LINK = re.compile(r"\b(?:that|which|who|whose|where|when|because|after|before|as|if|how|what|why|while|to|said)\b|,")
_AUXILIARIES = frozenset("is are was were has had will would".split())
_PAIRED = re.compile(r"\b(?:between|both|either)\b(?!.*\band\b)")
_THAT = re.compile(r",? and that [^;:–—―]*(?=[.]$)")
_CLAUSE = re.compile(r", (?:and|while) (?P<said>[^;:]*)(?=[.]$)")
_OWN = re.compile(r"(?:he|she|it|they|we|I|the [a-z]+|an? [a-z]+) (?:[a-z]+ly |also )?(?P<verb>[a-z]+)")
_NAMED = re.compile(r"(?:[A-Z][\w.’'-]* ){1,4}(?:[a-z]+ly |also )?(?P<verb>[a-z]+)")
_DAY = Sieve(
    "monday tuesday wednesday thursday friday saturday sunday",
    r"(?: on)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"(?= (?!and\b|or\b|to (?:[A-Z\d]|the\b|late\b|early\b|next\b)|through\b|[A-Z0-9])\w|[.]$)",
)
_KEEPS_DAY = frozenset(
    "by until till since from before after next last this every each through between for of to and or the a as"
    " early late only  not than good black super bloody ash on".split()
)
_COLON = re.compile(r": [a-z][^;:“\"–—―]*(?=[.]$)")
_AWAITS = re.compile(
    r"\b(?:is|are|was|were|be|been|this|these|following|said|says|asked|asks|simple|clear|lists?"
    r"|include[sd]?|comes?|goes|went|thing)\b"
)
_SEMICOLON = re.compile(r"; (?P<said>[^;:]*)(?=[.]$)")
_BOUND = re.compile(r"\b(?:all|any|each|every|first|last|most|few|must|should|until|less|more than|than)\b")
_LEANS = frozenset("it he she they this that these those its their his her there".split())


def fronts(sentence: str) -> Iterator[Span]:
    """'In an effort to cut costs, the clinic closed …': what only leads up to it."""
    if not _leads(sentence):
        return
    comma = sentence.find(", ")
    for _ in range(6):
        if comma < 0:
            return
        front, rest = sentence[:comma], sentence[comma + 2 :]
        if _opens(rest) and _closes(front) and not re.search(r"\d", front):
            yield Span(0, comma + 2, "opening circumstance")
            return
        comma = sentence.find(", ", comma + 2)


def _leads(sentence: str) -> bool:
    if entries.opens_with(sentence, "fronts-en"):
        return True
    found = _FRONT.match(sentence)
    return found is not None and (not found["ing"] or clauses.participle(found["ing"].lower()))


def _closes(front: str) -> bool:
    """'As rivers fell', never 'As the judge wrote'; a bare 'As a teacher' says in what role."""
    if front.startswith("As "):
        speech = any(word in words.data("speech.verbs") for word in front.split())
        return clauses.carries(front) and not speech
    return True


def _opens(rest: str) -> bool:
    """A subject and then a verb of what happened, before any comma."""
    first, _, _ = rest.partition(", ")
    row = first.split()
    place = next((place for place, word in enumerate(row) if clauses.may_be_finite(word)), 0)
    if (
        not 0 < place < 9
        or clauses.participle(row[0].lower())
        or row[0].lower() in _LEANS
        or row[0] in ("and", "or", "but", "which", "who")
    ):
        return False
    sure = clauses.carries(first) or not clauses.holds(rest[len(first) :])
    return sure and clauses.tells(first) and not limiting(rest) and not _BOUND.search(rest)


def reduced(sentence: str) -> Iterator[Span]:
    """'a visit marking the end of the war': what a thing did."""
    for found in _PARTICIPLE.finditer(sentence):
        head, tail = sentence[: found.end("before")], sentence[found.end() :]
        known = found["participle"] in words.data("tails-en") or bool(_INDEFINITE.search(head))
        known = known and found["before"] not in _NO_NOUN and clauses.participle(found["participle"])
        after = found["next"] in _NOUN_AFTER or found["next"][0].isupper()
        known = known and not found["before"].endswith("ly") and not _SPENT.search(head)
        if known and after and not re.search(r"[,;:–—―]", tail) and not limited(head) and clauses.carries(head):
            yield Span(len(head), len(sentence) - 1, "clause that says more of a thing")


def uses(sentence: str) -> Iterator[Span]:
    """'common rules for measuring the yield': what things are for."""
    for found in _USE.finditer(sentence):
        if not limited(sentence[: found.start()]):
            yield Span(*found.span(), "use")


def journeys(sentence: str) -> Iterator[Span]:
    """'is flying to Oslo to sign the lease': what for, after a verb of going or meeting and a place."""
    for found in _JOURNEY.finditer(sentence):
        if re.search(r"[A-Z]\w+$", found["between"]) and not limited(sentence[: found.start("cut")]):
            yield Span(*found.span("cut"), "aim")


def purposes(sentence: str) -> Iterator[Span]:
    """'opened a shelter to mark the day': an aim, where no word before takes 'to' as its own ('asked', 'plan')."""
    for found in _PURPOSE.finditer(sentence):
        head = sentence[: found.start()]
        own = clauses.last(head)
        verb = found["verb"] not in _OBJECT and clauses.complete(found["verb"])
        if verb and told(head) and clauses.carries(own) and not entries.holds(own, "infinitives-en"):
            yield Span(*found.span(), "aim")
            return


def middles(sentence: str) -> Iterator[Span]:
    """', led by Peru,', ', citing the cost,', ', including Volvo, Ford and Fiat,' before the verb."""
    for found in islice(_MIDDLE.finditer(sentence), 12):
        if not _is_aside(found["word"], found["next"]):
            continue
        head = sentence[: found.start()]
        for comma in islice(re.finditer(", ", sentence[found.end() :]), 4):
            end = found.end() + comma.end()
            after = re.match(r"[\w’']+", sentence[end:])
            plain = not clauses.carries(clauses.last(head)) and clauses.names(head) and bool(_SUBJECT.search(head))
            if after and plain and clauses.is_finite(after[0]) | clauses.is_past(after[0]):
                yield Span(found.start(), end - 2 * within_another(head), "aside")
                break


def _is_aside(word: str, after: str) -> bool:
    placed = word in _PLACED and (after in _DETERMINED or after[0].isupper())
    participle = word.endswith(("ed", "wn", "en")) or word in words.data("past-en")
    passive = participle and after in words.data("prepositions-en")
    return placed or passive or (word, after) == ("to", "be") or word in _ASIDES or clauses.participle(word)


def reported(sentence: str) -> Iterator[Span]:
    """'said that the levee was sound and that it would hold': the second of two things said."""
    for found in _THAT.finditer(sentence):
        head = sentence[: found.start()]
        if re.search(r"\bthat\b", head) and clauses.carries(clauses.last(head)) and not limited(head):
            yield Span(*found.span(), "second thing said")


def seconds(sentence: str) -> Iterator[Span]:
    """'struck down the law and ordered a new hearing': the second of two verbs with one subject."""
    for found in _SECOND.finditer(sentence):
        head = sentence[: found.start()]
        agent = (" by " in found[0] and _PASSIVE.search(head)) or _another_verb(found)
        if not clauses.may_be_finite(found["verb"]) or limiting(found[0]) or not clauses.complete(head) or agent:
            continue
        if (found["comma"] and clauses.holds(head)) or _follows(found, head):
            yield Span(*found.span(), "second clause")


def _another_verb(found: re.Match[str]) -> bool:
    """'a woman who was ill and is better is the rule': the second verb is the sentence's own."""
    own = _LINK.split(found[0][found.end("verb") - found.start() :], maxsplit=1)[0]
    return any(clauses.is_finite(word) for word in re.findall(r"[\w’'-]+", own))


def _follows(found: re.Match[str], head: str) -> bool:
    """Both verbs are past, the second has its own object, and no noun pair is torn: 'boats and seized cars'."""
    own = found["next"] in _OBJECT or found["next"][0].isupper() or found["next"].endswith("ly")
    own = found["verb"] in _AUXILIARIES or (own and clauses.is_past(found["verb"]))
    apart = own and not limited(head) and clauses.carries(clauses.last(head))
    last, row = head.rpartition(" ")[2], head.rpartition(", ")
    if clauses.holds(row[0]) and clauses.may_be_finite(row[2].split(" ", 1)[0]):
        return False  # 'moved to Leeds, sold the house and opened …' is a row
    return apart and not clauses.may_be_finite(last) and not _PAIRED.search(head)


def clauses_after(sentence: str) -> Iterator[Span]:
    """'Prices fell, and the bank cut its rate': a second statement; nothing of 'rivers, lakes, and a coast that …'."""
    for found in _CLAUSE.finditer(sentence):
        head, said = sentence[: found.start()], found["said"]
        row = said.split()
        verb = next((place for place, word in enumerate(row) if clauses.may_be_finite(word)), 0)
        linked = any(word in ("that", "which", "who", "where") for word in row[:verb])
        own = _OWN.match(said) or _NAMED.match(said)
        alone = ", " not in head or (own and clauses.may_be_finite(own["verb"]) and clauses.carries(clauses.last(head)))
        if verb and verb < 9 and not linked and alone and "," not in " ".join(row[:verb]) and not limiting(sentence):
            yield Span(*found.span(), "second clause")


def days(sentence: str) -> Iterator[Span]:
    """'met on Tuesday', 'said Friday night': the day of a past event that only the week's reader can place."""
    for found in islice(_DAY.finditer(sentence), 4):
        head = sentence[: found.start()]
        if (
            clauses.tells(clauses.last(head))
            and not limited(head)
            and head.rpartition(" ")[2].lower() not in _KEEPS_DAY
        ):
            yield Span(*found.span(), "day of the week")


def colons(sentence: str) -> Iterator[Span]:
    """'The talks produced one result: a truce in the north.': what the first part tells in short."""
    for found in _COLON.finditer(sentence):
        head = sentence[: found.start()]
        own = clauses.last(head)
        plain = clauses.complete(head) and clauses.holds(own) and not _AWAITS.search(own)
        if plain and len(head.split()) > 6 and not re.search(r"[;:]", head):
            yield Span(*found.span(), "what follows a colon")


def semicolons(sentence: str) -> Iterator[Span]:
    """'The vote was close; the mayor won by nine.': the second statement."""
    for found in _SEMICOLON.finditer(sentence):
        head, said = sentence[: found.start()], found["said"]
        if not re.search(r"[;:]", head) and clauses.carries(head) and clauses.carries(said) and not limiting(sentence):
            yield Span(*found.span(), "second clause")
