"""Numbers in a text with what they count: money, shares, counts, ordinals, durations.

Years, dates, times, list numbers and numbers that are part of a name ('Article 5') are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from briefpack.text import _spelled, lists, words
from briefpack.text._counted import counts as counted
from briefpack.text._lowered import lowered
from briefpack.text._paid import paid
from briefpack.text.sieves import Sieve, words_of

_PLAIN = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_MONEY = (
    r"(?:(?:US|C|A|NZ|HK|NT|N|S|R|Z|J|TT|EC)?[$€£¥₹₦₵₱₽₺₴₩]"
    r"|(?:KSh|Ksh|USh|TSh|Sh|Rs\.?|RM|Rp|CHF|USD|EUR|GBP|AUD|CAD|INR|JPY|CNY|SEK|NOK|DKK|PLN|Kč|zł|K)\s?(?=\d)|R(?=\d))"
)
_CURRENCY = (
    r"(?:(?:US|Canadian|Australian|Swiss|Hong Kong|New Zealand|Singapore|Taiwan|Jamaican|Namibian|South African|Indian"
    r"|Pakistani|Kenyan|Egyptian|Turkish|Mexican|Philippine|Danish|Norwegian|Swedish|Chinese|Japanese|Russian) )?"
    r"(?:dollars?|[Ee]uros?|pounds?|yen|yuan|rupees?|francs?|pesos?|roubles?|rubles?|kronor|kroner|krona|rand|reais"
    r"|shillings?|naira|lira|won|baht|ringgit|dirhams?|shekels?|zloty|Dollar|Franken|cents|pence)"
)
_SHARE = (
    r"(?:\s?%|[\s-]?per\s?cent(?:age points?)?\b|\spercentage points?\b"
    r"|\s(?:pour cent|por ciento|por cento|per cento|Prozent|procent)\b)"
)
_WORDS = (
    r"(?:(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|seventeen|eighteen|nineteen|thirteen"
    r"|fourteen|sixteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_BIG = (
    r"(?:(?i:eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    r"|(?i:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)(?=\s[a-z]{3,})(?!-)"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_SCALED = (
    rf"(?:(?:{_WORDS}|(?i:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)|(?i:one))(?:\sand\sa\shalf)?\s{_SCALE}"
    rf"|(?i:an?)\shundred(?=\s(?:thousand|million)\b)|(?i:(?:half )?an?)\s(?:million|billion|dozen)(?=\s[a-z]{{3}}))"
    rf"(?:\s(?:thousand|million))?(?:\sand\s{_WORDS}\b)?(?=\s|[,.;:])"
)
"""'Twenty-five thousand', 'one hundred and twenty', 'a hundred thousand', 'three and a half million'."""
_PARTS = (
    rf"(?:one|two|three|four|seven|nine)[- ](?:thirds?|quarters?|fifths?|eighths?|tenths?)(?= of\b|\b[-,. ])"
    rf"|(?:(?i:one|two|three|four|five|six|seven|eight|nine)|\d+) (?:in|out of)(?: every)? (?:{_WORDS}"
    rf"|(?!(?:1[5-9]|20)\d\d\b)\d+(?:[.,]\d+)*)(?: (?:thousand|million|billion|trillion))?\b"
    r"(?! (?:years?|months?|weeks?|days?|hours?)\b)"
    r"|\d+ (?:out )?of \d+"
    r"|[\d.]*\d (?:von|sur|van) \d[\d.]*"
    rf"|(?:{_WORDS}|\d+) times(?= (?:as|more|higher|larger|the)\b)"
    r"|(?:an?|one) (?:third|quarter|fifth|sixth|eighth|tenth)(?= of\b)"
    r"|(?<!first )(?<!second )(?<!last )(?<!other )half(?= of\b(?! one\b)| the \w+s?\b)"
)
_ATTACHED = r"(?:[kcm]m|k?g|mg|m?l|[kMGT]Wh?|[kMG]?Hz|mph|kph|ha|°?[CF])"
"""Units that may stand right behind the figures: '145km', '80mg', '15C'."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|uary|ruary|ch|il|e|y|ust|tember|ober|ember)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?"
_OPENING = r"(?=[^a-z\s,;:()“”\"'’!?]|an?\b|half|one|t[ehw]|f[io]|s[ei]|e[il]|ni|z)"
"""What any number begins with; most words of a text do not."""
_DATED = re.compile(rf"{_MONTH} {_DAY}\b|\b{_DAY} {_MONTH}\b")
_TIMED = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:a\.?m\b|p\.?m\b|o['’]clock|GMT|UTC|BST|ET\b)|\b\d{1,2}:\d\d\b", re.IGNORECASE
)
_SPELLED = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred million billion dozen half third"
    " quarter fifth sixth eighth tenth".split()
)
"""A number without digits has one of these words."""
_LONGEST = 7
"""Most words of what a number counts."""
_AROUND = 160
"""Characters before and after a number that may say what it counts."""
_NEAR = 60
"""Those of them that end in its name or in 'there are about'."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:(?: and | to |\s?[-–]\s?)(?:1[5-9]|20)\d\d)?")
_MODEL = re.compile(rf"(?:\d|\b{_WORDS}) $")
"""'Five 320 trams', '40 320 trams': the second is the model's."""
_NUMBERED = re.compile(r"\d+ of (?:1[5-9]|20)\d\d")
"""'Claim No. 8 of 2019'."""
_NAMED = re.compile(r"(?<![.!?:]\s)\b(?:[A-Z][\w’']*|No\.|no\.|Nr\.|n°|#)\s?$")
_THERE = re.compile(r"\b[Tt]here (?:are|were|is|was|have been|had been) (?:\w+ ){0,2}$")
"""'There are 310': of what the text speaks of."""
_LASTING = frozenset("lasted last lasts took take takes for after waited spent in been just well is was all".split())
_CHANGES = "rose|risen|fell|fallen|climbed|dropped|grew|grown|increased|decreased|jumped|slipped"
_MOVED = Sieve(
    f"{_CHANGES.replace('|', ' ')} reached totalled totaled hit at",
    r"(?P<what>(?:[^\W\d_][\w’'-]* ){0,7}[^\W\d_][\w’'-]*)"
    r" (?:has |have |had )?(?:"
    rf"(?:{_CHANGES})(?P<by>\b[^,;:]{{0,40}})"
    r"|(?:reached|totalled|totaled|hit|(?:stood|stands|is|are|was|were)(?: [a-z]+)? at)\b[^,;:]{0,40})$",
)
_MOVES = re.compile(rf" (?:{_CHANGES}|reached|totalled|totaled|hit|at)\b[^,;:]{{0,40}}$")
"""How what is told of a number ends: looked for first, since what it is told of may begin anywhere."""
_PUT = re.compile(
    r"\b(?:put|puts|putting|estimated?|estimates|reckon(?:s|ed)?|counted|gives?|gave|total(?:led"
    r"|ed)?)\b[^.,;:]{1,60}\b(?:at|as|was)(?: \w+){0,2} $"
    r"|\b(?:said|says) (?:it|they|there) (?:was|were)(?: \w+){0,2} $|\b(?:[Tt]urnout|toll|crowd|figure"
    r"|total|number|count|cost) (?:was|is|at|reached|stood at)(?: \w+){0,2} $"
)
"""'Engineers put the leak at 7,500', 'the mayor said it was 9,200': the number of what stands before it."""
_LEVEL = re.compile(r" (?:to|from|at)\b[^,;:]*$")
"""'Fell to 20 per cent' gives a level; 'fell by 20 per cent' says nothing of what 20 per cent is."""
_OPENS = re.compile(
    r"^(?:.*\bthat )?(?:(?:after|when|as|while|since|because|and|but|if|before|once) )?(?:(?:the|an?|its|their) )?",
    re.I,
)
_SPECIFIED = re.compile(r" (?:in|for|at|across|on|before|after|between|from|by|during|since|with|among)\b.*$")
_MEASURES = frozenset("share number rate level proportion amount percentage total count sum value cost price".split())
_GROUPED = re.compile(r"(?<=\d) (?=\d{3}\b)")
_SCALES = (
    ("crore", 1e7), ("lakh", 1e5),
    ("thousand", 1e3), ("milliard", 1e9), ("miliard", 1e9), ("miljard", 1e9), ("bn", 1e9), ("bil", 1e9), ("mill", 1e6),
    ("milj", 1e6), ("mili", 1e6), ("milh", 1e6), ("mil", 1e3), ("mn", 1e6), ("m", 1e6), ("tn", 1e12), ("tril", 1e12),
    ("k", 1e3),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed, and what stands around it."""

    value: str
    """With its unit: '$4.5 billion', '12 per cent', '75th', 'four-day'."""
    kind: str
    """'money', 'share', 'measure', 'count', 'ordinal' or 'span'."""
    amount: float
    """Its size, for ranking; 0 where it cannot be told."""
    counts: str
    """'homes', 'injuries and deaths'; empty where the text does not say it right after."""
    unit: str
    hedge: str
    start: int
    end: int


def find(text: str, language: str = "en") -> tuple[Number, ...]:
    """Every number of a text that counts or measures something, in order."""
    return _find(text, language)


@lru_cache(maxsize=16384)
def _find(text: str, language: str) -> tuple[Number, ...]:
    digits = lowered(text).digits
    if not digits and _SPELLED.isdisjoint(words_of(text)):
        return ()
    seen = text if language == "en" else _GROUPED.sub("\u00a0", text)
    dates = (_DATED, _TIMED) if language == "en" else (_DATED, _TIMED, _elsewhere())
    blocked = [found.span() for pattern in dates for found in pattern.finditer(seen)] if digits else []
    made = (
        _number(found, seen, language)
        for found in _pattern(language).finditer(seen)
        if not _within(found.span(), blocked)
    )
    return tuple(replace(n, value=text[n.start : n.end]) for n in made if n is not None)


def bounds(number: Number) -> tuple[float, float]:
    """Its least and greatest value: 17 and 19 of '17 to 19 per cent'; twice the same for a single one."""
    parts = re.split(r"\s?[-–]\s?|\sto\s|\sand\s", number.value)
    if len(parts) < 2 or not parts[1][:1].isdigit():
        return number.amount, number.amount
    scale = number.amount / (_amount(parts[0]) or 1.0)
    high = _amount(parts[1])
    low = _amount(parts[0])
    return (low, high) if low <= high else (low * max(scale, 1.0), high)


def _number(found: re.Match[str], text: str, language: str) -> Number | None:
    kind = str(found.lastgroup).rstrip("_")
    before, value = text[max(found.start() - _AROUND, 0) : found.start()], found[0].strip()
    after = text[found.end() : found.end() + _AROUND]
    owned = kind == "share" and before.endswith(("a ", "an ", "the ")) and not after.startswith(" of")
    bare = kind == "span" and value.endswith("s")
    own = "count" if " of " in value or " in " in value or owned else "measure" if bare else kind
    counts = counted(after, own, language)
    if _NUMBERED.fullmatch(value) and (not counts or _NAMED.search(before)):
        return None
    if kind == "count" and _is_name_or_year(value, before, counts, language):
        return None
    if kind == "ordinal" and (not counts or counts.split()[0].lower() in ("century", "centuries", "street", "avenue")):
        return None
    counts = counts or (paid(before, after) if kind == "money" and language == "en" else _moved(before))
    hedge = _hedge(before, language)
    if (
        kind == "span"
        and hedge.lower() == "over"
        and before.split()[-2:-1] != []
        and before.split()[-2] not in _LASTING
    ):
        hedge = ""
    return Number(value, kind, _amount(value), counts, _unit(value, kind), hedge, found.start(), found.end())


def _is_name_or_year(value: str, before: str, counts: str, language: str) -> bool:
    """A bare year, the number of a name ('Article 5'), a score ('3-1'), or one that counts nothing."""
    near = max(len(before) - _NEAR, 0)
    if _YEAR.fullmatch(value) or _MODEL.search(before, near):
        return True
    first, _, last = value.partition("-")
    if first.isdigit() and last.isdigit() and int(last) <= int(first):
        return True
    small = value.isdigit() and len(value) < 4
    if "," in value or _THERE.search(before, near):
        return False
    measured = bool(re.search(r"[°a-z]{2}|°", value.replace(" to ", " "))) or _moves(before) is not None
    measured = measured or bool(_PUT.search(before))
    return not (counts or measured) or (small and _is_named(before, language) and not _hedge(before, language))


def _is_named(before: str, language: str) -> bool:
    """'Article 5', 'Room 12'; not 'While 12 mills', 'All 14 ships'."""
    found = _NAMED.search(before, max(len(before) - _NEAR, 0))
    return found is not None and not _opens_count(found[0].strip().lower(), language)


def _opens_count(word: str, language: str) -> bool:
    return word in ("all", "these", "while") or word in words.data(f"stop-{language}")


def _moves(before: str) -> re.Match[str] | None:
    return _MOVED.search(before) if _MOVES.search(before) else None


def _moved(before: str) -> str:
    """What rose or fell to the number, or stands at it: 'cases rose to 312', 'Coverage is robust at 93 per cent'."""
    found = _moves(before)
    if not found or (found["by"] is not None and not _LEVEL.search(found["by"])):
        return ""
    whole = _OPENS.sub("", found["what"])
    head = _SPECIFIED.sub("", whole)
    told = whole if head.split(" ")[0].lower() in _MEASURES else head
    happened = any(word in words.data("dates.past") or word in words.data("verbs-en") for word in told.split())
    return told if len(told.split()) <= _LONGEST and not happened else ""


def _hedge(before: str, language: str) -> str:
    """The longest hedge that the words before a number end in, as printed; 'more than the 300' compares."""
    words_before = re.sub(r"\s(?:an?)$", "", before.rstrip())
    said = " " + words_before[-30:].lower()
    hedges = lists.load("hedges-en") + lists.load(f"hedges-{language}" if language != "en" else "")
    ends = [entry for entry in hedges if said.endswith(f" {entry}")]
    return words_before[len(words_before) - len(max(ends, key=len)) :] if ends else ""


def _unit(value: str, kind: str) -> str:
    if kind == "money":
        sign = re.search(rf"{_MONEY}|{_CURRENCY}", value)
        return sign[0] if sign else ""
    found = re.search(rf"{_SHARE}$" if kind == "share" else r"(?<=[\s-])(?:(?:cubic|square) )?[a-z]+$", value)
    return found[0].strip() if found and kind in ("share", "span", "measure") else ""


def _amount(value: str) -> float:
    found = re.search(_PLAIN, value)
    if not found:
        return _spelled.amount(value)
    digits = re.sub(r"[,\u00a0\u202f](?=\d{3})", "", found[0]).replace(",", ".")
    rest = re.sub(r"^[^a-z]*(?:st|nd|rd|th|to [\d.,]+)?[\s-]*", "", value[found.end() :].lower())
    scale = next((size for name, size in _SCALES if rest.startswith(name)), 1.0)
    known = bool(_scale().match(rest))
    return float(digits) * (scale if known else 1.0)


@cache
def _scale() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(lists.load('scales'))}|m|k)\b", re.IGNORECASE)


def _within(span: tuple[int, int], blocked: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] < end or start < span[1] <= end for start, end in blocked)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """One alternative a form, the most telling first; the last group, which is empty, names the kind.

    What begins with figures stands in it once: a pattern that repeats it for each kind takes thrice as long to compile.
    """
    scale = rf"(?:[\s-](?:{'|'.join(lists.load('scales'))})\b|(?:bn|mn|m|k|tn)\b)"
    units = "|".join(lists.load("units-en"))
    measures = "|".join(lists.load(f"measures-{language}"))
    again = rf"(?:{_MONEY})?(?:{_PLAIN})"
    spread = (
        rf"(?:(?<=[Bb]etween )(?:{_PLAIN}){scale}?\sand\s{again}"
        rf"|(?!(?:1[5-9]|20)\d\d to )(?:{_PLAIN})(?:\s?[-–]\s?{again}|\sto\s{again})?)"
    )
    measured = rf"|(?:\s(?:cubic |square |metric )?(?:{measures})|{_ATTACHED})\b(?P<measure>)" if measures else ""
    forms = (
        rf"(?<=[Bb]etween ){_MONEY}(?:{_PLAIN}){scale}?\sand\s{again}{scale}?(?P<money>)",
        rf"\b(?:(?:{_PARTS})\b|{_WORDS}\sper\s?cent\b)(?P<share>)",
        rf"(?:(?:\d+(?!-percent)|{_WORDS}|one)-(?:{units})\b(?!-old)|{_WORDS}\s(?:{units})s\b)(?P<span>)",
        r"\d+(?:st|nd|rd|th)\b(?!-)(?P<ordinal>)",
        rf"(?:{_SCALED}|{_BIG}\b)(?P<count>)",
        rf"(?:(?<=majority of )|(?<=vote of )|(?<=voted )|(?<=ruled ))(?:{_WORDS}|one)\sto\s(?:{_WORDS}|one|nil)\b"
        r"(?P<count___>)",
        rf"(?P<sign>{_MONEY}\s?)?{spread}(?(sign){scale}?(?P<money_>)|(?:{_SHARE}(?P<share_>)"
        rf"|\s?°[CF](?P<count__>)|{scale}?(?:(?:\s{_CURRENCY}\b|\s?[€£]\B)(?P<money__>){measured}|(?P<count_>))))",
    )
    return re.compile(rf"(?<![\w.,/$€£¥-]){_OPENING}(?:{'|'.join(forms)})(?![\w])")


@cache
def _elsewhere() -> re.Pattern[str]:
    """Dates in other languages: '12 septembre', '3. Mai', '4 de julio'."""
    months = "|".join(line.split()[0] for line in lists.load("dates.months"))
    return re.compile(rf"\b\d{{1,2}}(?:er|\.)? (?:de )?(?:{months})\b", re.IGNORECASE)
