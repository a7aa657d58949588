"""Who spoke the words in quotation marks: PolNeAR's development part.

Corpus: PolNeAR 1.0.0 (github networkdynamics/PolNeAR), 84 articles of seven American news publishers of 2016 whose
attributions are marked by hand as source, cue and content. Peers, on some 420 quotations of it with the marks given:
rules over spaCy's parse .91 precision and .80 recall, this program's first rules .89 and .70.

A gold quotation is a stretch in quotation marks of six words or more, or of two or more where it opens with a capital
and its cue is a verb of saying, more than half of it in the content of an attribution that has a source. The program
gets the text's lines as paragraphs and finds people, bodies and quotations; its quotations are laid over the gold ones.

    precision  right speakers / speakers given to gold quotations
    recall     right speakers / gold quotations
    outside    quotations with a speaker that touch no attribution at all, as a share of all with a speaker

Right is decided on heads of phrases: 'Jane Roe, a nurse' is Roe, 'a spokesman for Roe' is a spokesman.
* A source with a name as its head: one's head is a word of the other's name; of two people joined by 'and', of both.
  Where the head is a noun and a name follows its comma ('his partner, Jane Roe,'), that name counts too.
* A source with a noun as its head ('a senior official'): the speaker, or the role that the program gives, has that head
  ('Ana Silva, Mayor' for 'the mayor'), or the speaker is who the noun stands for, settled as for a pronoun.
* A pronoun stands for the nearest named source of an attribution before it if CoreNLP, whose reading ships with the
  corpus, sees no other person named between the two and has no chain with another name, or if its chain has that name.
  A pronoun that this does not settle is left out of both figures, whatever the program answers; `unsettled`: share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefpack.analysis import organisations, people, quotes
from briefpack.model import Brief, Passage, Ref, Source
from briefpack.text.sentences import split
from measures._polnear import Article, Attribution, Line, Place, articles

FOLDER = "PolNeAR"


def measure(folder: Path) -> dict[str, float]:
    """Precision, recall and the two shares, over the whole development part."""
    return figures(outcome for article in articles(folder / "data" / "dev") for outcome in outcomes(article))


@dataclass(frozen=True)
class Outcome:
    """A quotation with the speaker that each side gives."""

    words: str
    gold: str
    """The source as marked by hand; empty where the program's quotation touches no attribution."""
    ours: str
    verdict: str
    """'right', 'wrong', 'none', 'unsettled' or 'outside'."""


def figures(rows: Iterable[Outcome]) -> dict[str, float]:
    """The figures of any number of outcomes."""
    count = Counter(row.verdict for row in rows)
    given, gold = count["right"] + count["wrong"], count["right"] + count["wrong"] + count["none"]
    return {
        "speakers.precision": count["right"] / max(given, 1),
        "speakers.recall": count["right"] / max(gold, 1),
        "speakers.quotations": gold,
        "speakers.unsettled": count["unsettled"] / max(gold + count["unsettled"], 1),
        "speakers.outside": count["outside"] / max(given + count["outside"], 1),
    }


def outcomes(article: Article) -> Iterator[Outcome]:
    """Every gold quotation with a verdict, then the program's quotations that touch no attribution."""
    ours = list(_ours(article))
    for place, words, attribution in _gold(article):
        speaker, role = next((who for who, at in ours if _shared(place, (at,)) > 0), ("", ""))
        yield Outcome(words, attribution.source, speaker, _verdict(attribution, speaker, role, article))
    marked = [place for one in article.attributions for place in one.content]
    for (speaker, _), at in ours:
        if speaker and not _shared(at, marked):
            yield Outcome(str(at), "", speaker, "outside")


def _gold(article: Article) -> Iterator[tuple[Place, str, Attribution]]:
    for line in article.lines:
        for found in _MARKED.finditer(line.text):
            place = line.origin[found.start()], line.origin[found.end() - 1] + 1
            for one in article.attributions:
                if 2 * _shared(place, one.content) > place[1] - place[0] and _is_speech(found[0], one.cue):
                    yield place, found[0], one


def _is_speech(marked: str, cue: str) -> bool:
    words = re.findall(r"\w[\w’'-]*", marked)
    return len(words) >= 6 or (len(words) > 1 and words[0][0].isupper() and bool(_SAYING.search(cue)))


def _shared(place: Place, others: Iterable[Place]) -> int:
    return sum(max(0, min(place[1], end) - max(place[0], start)) for start, end in others)


def _ours(article: Article) -> Iterator[tuple[tuple[str, str], Place]]:
    """The program's quotations, each with its speaker and the speaker's role, and its place in the file."""
    source = _source(article)
    found = Brief("", "", (source,))
    found = replace(found, people=people.find((source,), found))
    found = replace(found, organisations=organisations.find((source,), found))
    for quote in quotes.find((source,), found):
        for number in dict.fromkeys(ref.paragraph for ref in quote.refs):
            line = article.lines[number - 1]
            start = line.text.find(quote.text)
            if start >= 0:
                yield (quote.speaker, quote.role), (line.origin[start], line.origin[start + len(quote.text) - 1] + 1)


def _source(article: Article) -> Source:
    passages = [passage for number, line in enumerate(article.lines, 1) for passage in _passages(number, line)]
    return Source("text", article.name, "", tuple(passages), title=article.name, language="en", genre="news")


def _passages(number: int, line: Line) -> list[Passage]:
    return [Passage(Ref("text", number, place), text) for place, text in enumerate(split(line.text), 1)]


def _verdict(gold: Attribution, speaker: str, role: str, article: Article) -> str:
    phrases = [gold.source] if _head(gold.source)[-1] not in _PRONOUNS else []
    phrases += [
        part for part in gold.source.split(",")[1:2] if phrases and not _is_name(gold.source) and _is_name(part)
    ]
    if not phrases or not _is_name(gold.source):
        phrases += _stands_for(gold, article)
    if not phrases:
        return "unsettled"
    if not speaker:
        return "none"
    if any(_same(phrase, speaker) for phrase in phrases):
        return "right"
    return "right" if not _is_name(gold.source) and _head(gold.source)[-1] in role.lower().split() else "wrong"


def _stands_for(gold: Attribution, article: Article) -> list[str]:
    """The name that a pronoun or a noun stands for, if it is settled."""
    chain = [words for words in article.chains.get(gold.source_at, ()) if _is_name(words)]
    for one in reversed([one for one in article.attributions if one.source_at < gold.source_at]):
        if _is_name(one.source):
            if any(_same(one.source, words) for words in chain):
                return [one.source]
            between = [word.lower() for place, word in article.named if one.source_at < place < gold.source_at]
            others = [word for word in between if word not in _head(one.source)]
            return [one.source] if not chain and not others else []
    return []


def _same(phrase: str, speaker: str) -> bool:
    """Whether the heads of two phrases meet, for each of the people that the first one names."""
    core = _core(phrase)
    theirs = [_head(part) for part in core.split(" and ")] if _is_name(phrase) else [_head(phrase)]
    ours = [_head(part) for part in speaker.split(" and ")]
    return all(any(a[-1] in b or b[-1] in a for b in ours) for a in theirs)


def _is_name(phrase: str) -> bool:
    """'Jane Roe, a nurse' is one, 'Mr. Roe's lawyer' is none."""
    words = _words(phrase)
    return bool(words) and words[-1][0].isupper() and words[-1].lower() not in _PRONOUNS


def _head(phrase: str) -> list[str]:
    """The last run of words with capitals if the phrase ends in one, else its last word; in small letters."""
    words = _words(phrase) or [""]
    run = [words[-1]]
    for word in reversed(words[:-1]):
        if not word[0].isupper() or not run[0][0].isupper():
            break
        run.insert(0, word)
    return [word.lower() for word in run]


def _words(phrase: str) -> list[str]:
    """The words before an apposition, a clause or a preposition; without titles."""
    return [word for word in re.findall(r"\w[\w.’'-]*", _core(phrase)) if word not in _TITLES]


def _core(phrase: str) -> str:
    core = _TAIL.split(phrase.strip(" ,").replace("’", "'"), maxsplit=1)[0]
    return core.removesuffix("'s")


_MARKED = re.compile(r"“[^”]*”?|(?<!\w)\"[^\"]*\"?")
_SAYING = re.compile(
    r"\b(?:said|says?|saying|told|tells|added|adds|asked|asks|wrote|writes|tweeted|replied|responded|explained)\b"
)
_TAIL = re.compile(r",| -- | [–—(]|\b(?:who|which|that|whose|of|for|from|at|in|on|with|by|to)\b ")
_PRONOUNS = frozenset("he she they it i we who you that which him her them one".split())
_TITLES = frozenset("Mr. Mrs. Ms. Dr. Sen. Rep. Gov. Jr. Jr Sr. II III".split())
