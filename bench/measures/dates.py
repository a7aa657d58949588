"""Dates in running text, as TempEval-3 scores them, on TimeBank and AQUAINT (github jspotter/TempEval-3).

Found are the dates that events are made of, by `briefpack.text.dates.find`; it knows no 'now' and no lengths of time.
Counted are the TIMEX3 of type DATE ('now' among them); the day of a document's creation is given, never counted.
`relaxed` is the F of the extents, where an overlap is enough; `value` is that F times the share of right values among
the overlapping ones (the task's own rule). `all.*` wants all four types (DATE, TIME, DURATION, SET), most of which are
no dates. A date found on a time of another type is neither wanted nor wrong, but in `all.*`.
Each document is cut into sentences by the product's splitter. Where the two notations say the same in other
letters ours is rewritten (Monday to Sunday as 1998-W07, July to September as 1998-Q3, 197X as 197), nothing else is.
`even.*` and `odd.*` are the halves of the files in order of their names: misses were read on the even half only.
Licence: TimeBank 1.2 and AQUAINT come from the LDC's newswire, free for research; never copied here.
Peers on this corpus or on the task's own test set (Platinum): HeidelTime .90 relaxed / .78 value (Platinum),
SUTime .90 / .67; the first prototype of these rules .67 / .44 (TimeBank and AQUAINT).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefpack.text import dates, sentences

FOLDER = "TempEval-3"
_TIMEX = re.compile(r"<TIMEX3(?P<facts>[^>]*)>(?P<words>.*?)</TIMEX3>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "tonight": "TNI"}


@dataclass(frozen=True, slots=True)
class Timex:
    """One time, annotated or found."""

    start: int
    end: int
    kind: str
    value: str

    def overlaps(self, other: Timex) -> bool:
        """True where they share a letter."""
        return self.start < other.end and other.start < self.end


Pair = tuple[tuple[Timex, ...], tuple[Timex, ...]]
"""What a document has annotated, and what was found."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file: its text without tags, the day of its creation and its annotated times."""

    text: str
    created: str
    gold: tuple[Timex, ...]


def measure(folder: Path) -> dict[str, float]:
    """The scores over DATE, over either half of the files, and over all types."""
    pairs = [(one.gold, tuple(found(one))) for one in documents(folder)]
    calendar = [_dates_only(*pair) for pair in pairs]
    parts = {"": calendar, "even.": calendar[::2], "odd.": calendar[1::2], "all.": pairs}
    return {f"{name}{key}": score for name, part in parts.items() for key, score in scored(part).items()}


def documents(folder: Path) -> Iterator[Document]:
    """The corpus in order of file names."""
    for path in sorted((folder / "data/TBAQ-cleaned").rglob("*.tml")):
        if not path.name.startswith("._"):
            yield _document(path.read_text("utf-8"))


def found(document: Document) -> Iterator[Timex]:
    """What the product finds, sentence by sentence."""
    for paragraph in re.finditer(r"\S(?:.|\n(?!\s*\n))*", document.text):
        text, place = re.sub(r"\s", " ", paragraph[0]), 0
        for sentence in sentences.split(text):
            place = text.index(sentence, place)
            for one in dates.find(sentence, published=document.created):
                start = paragraph.start() + place
                yield Timex(start + one.start, start + one.end, "DATE", timex_value(one))
            place += len(sentence)


def timex_value(dated: dates.Dated) -> str:
    """Our value in the letters of TIMEX3: weeks, quarters, halves, seasons, decades, parts of a day."""
    words = dated.words.lower()
    start, end = dated.date, dated.until
    season = next((_SEASONS[word] for word in words.split() if word in _SEASONS), "")
    if len(start) == 10 and len(end) == 10:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
        year, week, weekday = first.isocalendar()
        if (last - first).days == 7 - weekday and weekday in (1, 6):
            return f"{year}-W{week:02}" + ("-WE" if weekday == 6 else "")
    if len(start) == 7 and len(end) == 7 and start[:4] == end[:4]:
        first_month, months = int(start[5:]), int(end[5:]) - int(start[5:]) + 1
        return {3: f"{start[:4]}-Q{first_month // 3 + 1}", 6: f"{start[:4]}-H{first_month // 6 + 1}"}.get(months, start)
    century = re.match(r"(\d\d)th century", words)
    if century:
        return str(int(century[1]) - 1)
    part = next((_PARTS[word] for word in words.split() if word in _PARTS and len(start) == 10), "")
    return start.replace("X", "") + (f"-{season}" if season and len(start) == 4 else "") + part


def scored(pairs: Iterable[Pair]) -> dict[str, float]:
    """Precision, recall and F of the extents, and F of the values."""
    wanted = made = hit = right = true = 0
    for gold, system in pairs:
        matched = [(one, next((other for other in system if one.overlaps(other)), None)) for one in gold]
        wanted, made = wanted + len(gold), made + len(system)
        hit += sum(other is not None for _, other in matched)
        right += sum(other is not None and one.value == other.value for one, other in matched)
        true += sum(any(one.overlaps(other) for other in gold) for one in system)
    precision, recall = true / max(made, 1), hit / max(wanted, 1)
    relaxed = 2 * precision * recall / max(precision + recall, 1e-9)
    return {
        "precision": precision,
        "recall": recall,
        "relaxed": relaxed,
        "value": relaxed * right / max(hit, 1),
    }


def _dates_only(gold: tuple[Timex, ...], system: tuple[Timex, ...]) -> Pair:
    """DATE wanted; found ones that lie on a time of another type only are left out."""
    wanted = tuple(one for one in gold if one.kind == "DATE")
    others = [one for one in gold if one.kind != "DATE"]
    spared = [one for one in system if any(map(one.overlaps, others)) and not any(map(one.overlaps, wanted))]
    return wanted, tuple(one for one in system if one not in spared)


def _document(raw: str) -> Document:
    created = re.search(r"<DCT>.*?value=\"(\d{4}-\d\d-\d\d)", raw, re.DOTALL)
    body = raw[raw.index("<TEXT>") + len("<TEXT>") : raw.index("</TEXT>")]
    gold, text, place = [], "", 0
    for match in _TIMEX.finditer(body):
        text += _plain(body[place : match.start()])
        words = _plain(match["words"])
        kind, value = (re.search(rf'{name}="([^"]*)"', match["facts"])[1] for name in ("type", "value"))
        gold.append(Timex(len(text), len(text) + len(words), kind, value))
        text, place = text + words, match.end()
    return Document(text + _plain(body[place:]), created[1] if created else "", tuple(gold))


def _plain(text: str) -> str:
    text = _TAG.sub("", text)
    for entity, letter in _ENTITIES.items():
        text = text.replace(entity, letter)
    return text
