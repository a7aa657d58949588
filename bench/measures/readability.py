"""Are harder versions of a text found harder? Share of pairs that the grade puts in the right order.

Corpus: OneStopEnglish (github nishkalavallabhi/OneStopEnglishCorpus, CC BY-SA 4.0; Vajjala and Lucic 2018),
189 articles that teachers rewrote at three levels. A pair is one article at two levels: elementary before
advanced, elementary before intermediate, intermediate before advanced; `readability.order` takes the first,
`readability.all_pairs` all three together. The grade is `briefpack.text.readability.grade` of the whole text,
its sentences those of `briefpack.text.sentences`; a line that does not end as a sentence is a title or a label, which
the product never counts either. Equal grades count as wrong.
"""

from __future__ import annotations

from pathlib import Path

from briefpack.text.readability import grade
from briefpack.text.sentences import split

FOLDER = "OneStopEnglishCorpus"
_TEXTS = "Texts-SeparatedByReadingLevel"
_LEVELS = ("ele", "int", "adv")
_ENDS = (".", "!", "?", '"', "”", "’", "'")
_PAIRS = (("ele", "adv"), ("ele", "int"), ("int", "adv"))


def measure(folder: Path, *, part: slice = slice(None)) -> dict[str, float]:
    """The shares; `part` takes every second article for looking at one half."""
    known = [_grades(folder / _TEXTS, name) for name in _names(folder / _TEXTS)[part]]
    shares = {f"{easy}_{hard}": _share([(row[easy], row[hard]) for row in known]) for easy, hard in _PAIRS}
    every = _share([(row[easy], row[hard]) for row in known for easy, hard in _PAIRS])
    return {
        "readability.order": shares["ele_adv"],
        "readability.ele_int": shares["ele_int"],
        "readability.int_adv": shares["int_adv"],
        "readability.all_pairs": every,
    }


def _names(texts: Path) -> list[str]:
    """Articles that stand at all three levels."""
    rows = [
        {path.name.rsplit("-", 1)[0] for path in (texts / f"{level.title()}-Txt").glob("*.txt")} for level in _LEVELS
    ]
    return sorted(set.intersection(*rows))


def _grades(texts: Path, name: str) -> dict[str, float]:
    return {level: _grade(texts / f"{level.title()}-Txt" / f"{name}-{level}.txt") for level in _LEVELS}


def _grade(path: Path) -> float:
    lines = (line.strip() for line in path.read_text("utf-8-sig", errors="replace").splitlines())
    return grade(sentence for line in lines if line.endswith(_ENDS) for sentence in split(line)) or 0.0


def _share(pairs: list[tuple[float, float]]) -> float:
    return sum(easy < hard for easy, hard in pairs) / len(pairs) if pairs else 0.0
