"""Checked shapes: what may stand in a slot of a skeleton. What does not fit comes back empty."""

from __future__ import annotations

import re
from functools import cache

from briefpack import messages
from briefpack.messages import say
from briefpack.text import clauses, lists, sentences, words
from briefpack.text.plain import fold, plain

_NAME = re.compile(r"[^\W_][\w.'’&-]*(?: [^\W_][\w.'’&-]*| & [^\W_][\w.'’&-]*){0,7}")
_SUPERLATIVE = re.compile(r"the (?:[a-z]+est|most [a-z]+|least [a-z]+)")
"""'the likeliest': of what, nobody says."""
_DOUBLE = re.compile(r'["“”„‟«»]')
_DANGLING = re.compile(
    r"\W*(?:it|they|this|that|these|those|he|she|his|her|their|its|such|but|so|yet|"
    r"ils?|elles?|cela|ceci|er|sie|es|dies|diese[mnrs]?|ella|ellos|esto|eso)\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
MARKS = "“”«»\u00a0"
"""What stands around words of a passage in a question."""
# A comma before one of these opens an addition: what stands before it is said in full.
# Not 'if', 'unless', 'but', 'though', 'except': "It will hold, but only if …" may not end at the comma.
_ADDS = re.compile(r"\s(?:and|as|while|with|which|because|including|after|following|where)\b")
_MODAL = re.compile(r"\b(?:should|would|could|might|must|shall|will|can|may|to|not)$")
_ADDED = re.compile(r", (?:and|or|but|nor) ")
_CUT = re.compile(r";(?=\s)|\s[–—](?=\s)|,(?=\s)")
_TERM = 4
"""Words of an expression in marks that a cut leaves whole."""
_ASIDE = re.compile(r"\s[–—]\s[^–—“”]+\s[–—](?=\s)")
"""What stands between two dashes: 'On 2 April — a day before the vote — the mayor resigned'."""
_DASH = re.compile(r"\s[–—]\s")
# Words that say how sure a statement is; in small letters, for 'May' is a month.
_HEDGE = re.compile(
    r"\b(?:is (?:un)?likely to|are (?:un)?likely to|(?:highly |very )?(?:un)?likely|could(?! not)|may(?! not)|might|"
    r"reportedly|allegedly|apparently|seems to|appears to|(?:is|are) expected to|probably|possibly|perhaps|"
    r"almost certainly|suggests? that)\b"
)
_NO_VERB = re.compile(r"(?<!\bnot )(?<!\bto )(?<!\bwould )(?<!\bwill )(?<!\bdo )\bmatter\b")
"""'dark matter', 'another matter'."""
_FEWEST = 6  # words of an excerpt


def name(text: str) -> str:
    """A name as it can stand in a sentence: 'Patricia M. Kim', 'the Supreme Court'; up to eight words."""
    bare = fold(text)
    first = bare.split(" ")[0].lower() if bare else ""
    fits = (
        _NAME.fullmatch(bare) and not bare.endswith((".", "-", "'", "’", "&")) and first not in words.data("no-name-en")
    )
    starts = (first in ("the", "a", "an") and not _SUPERLATIVE.fullmatch(bare.lower())) or not bare[:1].islower()
    return bare if fits and starts and not bare.isdigit() and len(bare) > 1 else ""


def phrase(text: str, most: int = 9) -> str:
    """A short noun phrase without stops, marks or brackets: 'the size of the harvest'."""
    bare = fold(text).rstrip(".")
    odd = re.search(r"[.?!;:()\[\]{}<>|*_#\\\"„«»]", bare) or not re.search(r"[^\W\d_]{2}", bare)
    first = bare.split(" ")[0].lower() if bare else ""
    return bare if not odd and first not in words.data("no-name-en") and 1 <= len(bare.split()) <= most else ""


def question(text: str, most: int = 26) -> str:
    """One question, capital to mark: 'Can the two be pulled apart?'."""
    bare = fold(text)
    whole = bare.endswith("?") and bare.count("?") == 1 and bare[:1].isupper() and not re.search(r"[.!]\s", bare)
    first = re.split(r"[ '’]", bare)[0].lower()
    return (
        bare
        if whole
        and not _DOUBLE.search(bare)
        and first not in words.data("no-name-en") - {"who", "what", "which"}
        and 3 <= len(bare.split()) <= most
        else ""
    )


def quoted(text: str, passage: str, most: int = 26, fewest: int = 1) -> str:
    """Words of a passage between quotation marks, at most so many; cut at a clause where there are more."""
    bare = excerpt(fold(text), most).rstrip(" .,;:–—-")
    fits = bare and plain(bare) in plain(passage) and not _DOUBLE.search(bare) and not bare.endswith(("?", "!", "…"))
    return messages.quoted(bare) if fits and fewest <= len(bare.split()) <= most else ""


def excerpt(text: str, most: int) -> str:
    """The longest opening of a statement that ends where a clause ends and keeps its sense; empty if there is none."""
    if len(text.split()) <= most:
        return text
    best = _whole_sentences(text, most)
    dashes = len(_DASH.findall(text))
    for cut in _CUT.finditer(text):
        head = text[: cut.start()]
        if len(head.split()) > most:
            break
        inside = (
            cut[0] not in ",;" and dashes > 1
        )  # 'In May — a week before the vote — it fell': no cut at the second dash
        if not inside and (cut[0] != "," or _ADDS.match(text, cut.end())) and _is_said(head):
            best = max(best, head, key=len)
    return best if len(best.split()) >= _FEWEST else ""


def _is_said(head: str) -> bool:
    """Whether the head of a statement says something: it has its verb, and nothing waits at its end.

    Not 'Shares in Nordia Holdings', 'By August, the Office should', 'The bank denied it, and the mayor'.
    """
    added = _ADDED.split(head)
    waits = _MODAL.search(head) is not None
    return (
        not waits and clauses.carries(head) and clauses.complete(head) and (len(added) < 2 or clauses.holds(added[-1]))
    )


def _whole_sentences(text: str, most: int) -> str:
    """The first sentence of several, where it is short enough."""
    first, *rest = sentences.split(text) or ("",)
    return first if rest and len(first.split()) <= most else ""


def clip(text: str, most: int = 28, few: int = 18) -> str:
    """A statement for the key: whole, cut at a clause, or its first few words; what is cut ends in '[…]'."""
    bare = fold(text)
    if len(bare.split()) <= most:
        return bare
    if not (whole := excerpt(bare, most)) and len((bare := _ASIDE.sub(" […]", bare, count=1)).split()) <= most:
        return bare
    kept = (whole or " ".join(bare.split()[:few])).rstrip(" .,;:–—")
    closing = next((mark for mark, is_open in _open_marks(kept) if is_open), "")
    rest = bare[len(kept) :].split(closing, 1) if closing else [""]
    if len(rest) > 1 and len(rest[0].split()) <= _TERM and bare.startswith(kept):
        kept = kept + rest[0]  # “coalition of the willing” is an expression: half of it would be another
    elif len(rest) > 1:
        return f"{kept} […]{closing}"  # somebody's words go on: the marks must not close as if they ended here
    return f"{kept}{closing} […]"


def around(text: str, part: str, most: int = 28) -> str:
    """The words of a text around a part of it, which they hold: '[…] was dug in 1911, still runs dry'."""
    bare = fold(text)
    at = plain(bare).lower().find(plain(part).lower())
    if at < 0:
        return ""
    row, first = bare.split(), len(bare[:at].split())
    size = len(part.split())
    start = max(min(first - (most - size) // 2, len(row) - most), 0)
    end = max(start + most, first + size)
    kept = " ".join(row[start:end])
    held = plain(part).lower() in plain(kept).lower()
    return f"{'[…] ' if start else ''}{kept}{' […]' if end < len(row) else ''}" if held else ""


def _open_marks(text: str) -> tuple[tuple[str, bool], ...]:
    """Each closing mark, and whether it is still to come."""
    pairs = (("“", "”"), ("«", "\u00a0»"))
    return (
        *((close, text.count(start) > text.count(close[-1])) for start, close in pairs),
        ('"', text.count('"') % 2 == 1),
    )


def dangling(text: str) -> bool:
    """Whether a sentence leans on the one before it, 'She hopes …', or is none: 'walk-in hours in every town;'."""
    return _DANGLING.match(text) is not None or text.rstrip()[-1:] in ("", ",", ";", ":")


def marked(text: str) -> str:
    """Verbatim words between marks, or bare where they hold marks of their own.

    A sentence out of a longer quotation has one mark only; it gets both: '“It will hold.' as '“It will hold.”'.
    """
    odd = text.count("“") != text.count("”") or text.count('"') % 2 == 1
    bare = text.strip('“”"') if odd else text
    return bare if _DOUBLE.search(bare) else messages.quoted(bare)


def hedge(text: str) -> str:
    """The first words that say how sure a statement is: 'is likely to'; empty where it is said outright."""
    found = _HEDGE.search(text)
    return found[0] if found else ""


def loaded(text: str) -> str:
    """The first word that colours what it tells of, outside marks: 'a hollow promise', not 'it could fall'."""
    found = _first("loaded-en", text.strip(MARKS))
    return found[0] if found else ""


def weighs(text: str) -> bool:
    """Whether a word of judgement, hedge or prediction stands in it, outside quotation marks."""
    return _first("judging-en", text) is not None


def _first(name: str, text: str) -> re.Match[str] | None:
    return _any_of(name).search(_NO_VERB.sub("", re.sub(r"“[^”]*”|\"[^\"]*\"", "", text)))


def role(text: str) -> str:
    """A role as it can stand in brackets behind a name: 'chief economist at the bank'."""
    bare = fold(text).strip(" ,;:")
    odd = re.search(r"[()\[\]{}\"“”«»?!;:|]|\.\s", bare)
    return bare if bare and not odd and len(bare.split()) <= 12 else ""


def day(iso: str) -> str:
    """An ISO date as it is said: '6 May 2025', 'May 2025', '2025'; empty for decades and odd forms."""
    found = _ISO.fullmatch(iso)
    if not found or not 1 <= int(found[2] or 1) <= 12:
        return ""
    month = messages.spoken().months[int(found[2]) - 1] if found[2] else ""
    return " ".join(part for part in (found[3] and _day(int(found[3])), month, found[1]) if part)


def when(iso: str) -> str:
    """The same inside a sentence: 'le 6 mai 2025'."""
    told = day(iso)
    return messages.spoken().day.format(day=told) if told and len(iso) > len("2025-05") else told


def _day(number: int) -> str:
    return messages.spoken().first if number == 1 else str(number)


def count(number: int) -> str:
    """A small number in words: 'three'; digits above twelve."""
    words = messages.spoken().numbers
    return words[number] if 0 <= number < len(words) else str(number)


def listed(names: tuple[str, ...]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    if len(names) < 2:
        return "".join(names)
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def capital(text: str) -> str:
    """With a capital where it opens a sentence."""
    return text[:1].upper() + text[1:]


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lists.load(name)))})\b")  # in small letters: 'May 9'
