"""What kind of text it is, where something plain says so: news, opinion, editorial, analysis, official, explainer."""

from __future__ import annotations

import re
from functools import cache

from briefpack.readers import ends
from briefpack.readers.blocks import Meta
from briefpack.readers.clean import Sifted
from briefpack.readers.people import BIOGRAPHY
from briefpack.text.lists import load
from briefpack.text.plain import plain

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
_LEAST_HEADINGS = 2
_LEAST_URGES = 2


def judge(meta: Meta, sifted: Sifted, publisher: str, authors: tuple[str, ...]) -> tuple[str, str]:
    """The genre and how it was told; both empty where nothing plain says so. The file's own word comes first."""
    own = _own(meta.kind)
    if own:
        return own, ""
    return _labelled(sifted) or _by_signs(sifted, publisher, authors) or ("", "")


def _own(kind: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).lower()
    return next((genre for sign, genre in _OWN_WORDS if re.search(rf"\b{sign}\b", words)), "")


def _labelled(sifted: Sifted) -> tuple[str, str] | None:
    for line in sifted.dropped:
        if line.why == ends.SECTION and (genre := ends.section(line.text)):
            return genre, f"labelled '{line.text.strip()}'"
    label = re.match(r"[\w' -]{3,24}(?=\s?[:|])", sifted.title)
    genre = ends.section(label[0]) if label else None
    return (genre, f"its title begins '{label[0]}'") if label and genre else None


def _by_signs(sifted: Sifted, publisher: str, authors: tuple[str, ...]) -> tuple[str, str] | None:
    headings = {plain(block.text).lower().strip(" :.") for block in sifted.kept if block.kind == "heading"}
    reasons = {line.why for line in sifted.dropped}
    if any(_says("genre-release", line.text) for line in sifted.dropped):
        return "official", "it reads as a press release"
    if _says("genre-houses-official", publisher):
        return "official", "published by an authority"
    if reasons & {"agency line", "dateline"}:
        return "news", "it carries a news agency's line"
    if len(headings.intersection(load("genre-headings-analysis"))) >= _LEAST_HEADINGS:
        return "analysis", "its headings are those of an analysis"
    if _argues(sifted, authors):
        return "opinion", "it speaks for its author"
    if _says("genre-houses-analysis", publisher):
        return "analysis", "published by an institute"
    return None


def _argues(sifted: Sifted, authors: tuple[str, ...]) -> bool:
    """Whether a signed text urges at least twice, outside quotation marks."""
    signed = bool(authors) or any(line.why == BIOGRAPHY for line in sifted.dropped)
    body = " ".join(re.sub(r"[“\"«].*?[”\"»]", "", block.text) for block in sifted.kept)
    return signed and len(_any_of("genre-opinion").findall(plain(body))) >= _LEAST_URGES


def _says(name: str, text: str) -> bool:
    return bool(_any_of(name).search(plain(text)))


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """Any entry of a list, anywhere in a text, as whole words."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(entry) for entry in load(name))})", re.IGNORECASE)
