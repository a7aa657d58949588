"""Lines that are a page's furniture by their words alone."""

from __future__ import annotations

import re

from briefpack.text.lists import knows
from briefpack.text.plain import fold, plain

_LISTS = (
    ("clean-navigation", "navigation"),
    ("clean-share", "share buttons"),
    ("clean-subscribe", "newsletter or cookie notice"),
    ("clean-agency", "agency line"),
    ("clean-editor", "editor's line"),
    ("clean-copyright", "copyright line"),
    ("clean-platform", "platform line"),
    ("clean-promotion", "own-publication promotion"),
    ("clean-contact", "contact details"),
)
_BEGINNINGS = ("clean-related", "clean-end", "clean-after", "people-about")
_LONGEST_LINE = 30  # words of a line that a list may drop
_LONGEST_BEGINNING = 12
_MOST_BUTTONS = 9
FILED = "reference number"
_FILED = re.compile(
    r"(?:(?:Our|Your) )?(?:reference|ref|file|docket)[.:]?(?: (?:no|number)[.:]?)? (?=\S*\d)[A-Z\d]\S*", re.IGNORECASE
)
"""'Reference QH/W/0731', 'Our ref: 24-118': where an office keeps it."""
_DECORATION = " .:>»›→←|•·*_-–—▼▲\xa0"


def listed(text: str) -> str:
    """Why a line is furniture by its words alone; empty if no list knows it."""
    if len(text.split()) > _LONGEST_LINE:
        return ""
    bare = _bare(text) or text.strip()
    if _is_row(bare.split()):
        return "share buttons"
    if _FILED.fullmatch(bare):
        return FILED
    return next((why for name, why in _LISTS if knows(name, bare)), "")


def _is_row(buttons: list[str]) -> bool:
    """'Share Tweet Pin Email', 'Facebook WhatsApp X Email': buttons beside one another."""
    return 2 < len(buttons) < _MOST_BUTTONS and all(
        word[0].isupper() and knows("clean-share", word) for word in buttons
    )


def begins_another(text: str) -> bool:
    """Whether a line opens what stands behind articles: 'Related stories', '34 comments', 'About the author'."""
    if len(text.split()) > _LONGEST_BEGINNING:
        return False
    bare = _bare(text)
    return any(knows(name, bare) for name in _BEGINNINGS)


def _bare(text: str) -> str:
    return fold(plain(text).strip(_DECORATION))
