"""The article of a name in the language of the pack, as the sources write it: 'la Ville de Valombre'.

text/data/articles-CODE.txt says which articles a language has; in one without such a list a name stands bare. English
has rules of its own, in `material`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefpack import messages
from briefpack.text.lists import load
from briefpack.text.plain import plain

_MOST = 20


def placed(name: str, text: str) -> str:
    """A name with the article that most of its mentions in a text (made plain) have; bare where most have none."""
    before = _before(messages.code())
    if before is None:
        return name
    counts = Counter(
        _article(before, text[max(0, found.start() - 5) : found.start()]) for found in _mentions(name, text)
    )
    best, _ = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    return _joined(best, name)


def taken_over(bare: str) -> str:
    """'le Globe and Mail' for an English 'The Globe and Mail', whose own article is left out."""
    known = _known(messages.code())
    vowel = bare[:1] in "AEIOU" and "the?" in known
    return _joined(known.get("the?" if vowel else "the", ""), bare)


def _joined(article: str, name: str) -> str:
    return f"{article}{name}" if article.endswith("’") or not article else f"{article} {name}"


def _mentions(name: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<![\w-]){re.escape(plain(name))}(?![\w-])", text))[:_MOST]


def _article(before: re.Pattern[str], text: str) -> str:
    found = before.search(text)
    return _known(messages.code())[found[1].lower()] if found else ""


@cache
def _known(code: str) -> dict[str, str]:
    return dict(line.split("|") for line in load(f"articles-{code}"))


@cache
def _before(code: str) -> re.Pattern[str] | None:
    """'… de la ', '… l'': an article right before a name; None where the language has no list."""
    own = [re.escape(word) for word in _known(code) if not word.startswith("the")]
    return re.compile(rf"(?:^|[\s(\"])({'|'.join(own)}) ?$", re.IGNORECASE) if own else None
