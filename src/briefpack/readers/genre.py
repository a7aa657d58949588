"""What kind of text it is, and why; nothing where it is not plain."""

from __future__ import annotations

import re

from briefpack.readers import ends, genre_signs
from briefpack.readers.blocks import Meta
from briefpack.readers.clean import Sifted

DECLARED = "declared in the document's metadata"

_OWN_WORDS = (
    ("editorial", "editorial"),
    ("opinion", "opinion"),
    ("op-ed", "opinion"),
    ("commentary", "opinion"),
    ("column", "opinion"),
    ("analysis", "analysis"),
    ("policy brief", "analysis"),
    ("report", "analysis"),
    ("explainer", "explainer"),
    ("press release", "official"),
    ("official", "official"),
    ("news", "news"),
)
_MOST_PARTS = 3  # of a label: 'Opinion | Jane Doe'
_PARTS = re.compile(r"\s*[|/›»>·•:]\s*")


def judge(meta: Meta, sifted: Sifted, publisher: str, authors: tuple[str, ...]) -> tuple[str, str]:
    """The genre and why, as a person is told; both empty where nothing plain says so. The file's word comes first."""
    own = _own(meta.kind)
    if own:
        return own, DECLARED
    return _labelled(sifted) or genre_signs.read(genre_signs.look(sifted, publisher, authors)) or ("", "")


def _own(kind: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).lower()
    return next((genre for sign, genre in _OWN_WORDS if re.search(rf"\b{sign}\b", words)), "")


def _labelled(sifted: Sifted) -> tuple[str, str] | None:
    for line in sifted.dropped:
        if line.why == ends.SECTION and (found := _label(line.text)):
            return found[0], f"labelled '{found[1]}'"
    label = re.match(r"[\w' -]{3,24}(?=\s?[:|])", sifted.title)
    genre = ends.section(label[0]) if label else None
    return (genre, f"its title begins '{label[0]}'") if label and genre else None


def _label(text: str) -> tuple[str, str] | None:
    """The genre that a label or one of its parts stands for, and that part."""
    parts = _PARTS.split(text.strip())
    parts = [text.strip(), *parts] if len(parts) <= _MOST_PARTS else []
    return next(((genre, part) for part in parts if (genre := ends.section(part))), None)
