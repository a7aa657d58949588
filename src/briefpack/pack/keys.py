"""What pack.yaml may say: its keys, and what each value is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefpack import settings
from briefpack.model.source import GENRES
from briefpack.pack import bibliography, handout_kinds, mixing

AUDIENCES = ("students", "policy")
PAPERS = ("a4", "letter")

_LONGEST = 150
"""Characters of a title or question; more does not fit a title slide."""


def _line(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST


_LANGUAGE = settings.Like("a code of two letters such as 'en'", lambda code: bool(re.fullmatch("[a-z][a-z]", code)))
LINE = settings.Like(f"a line of at most {_LONGEST} characters", _line)
SOURCE = {
    "file": settings.Like(
        "the name of a document beside it", lambda name: bool(name) and name.isprintable(), needed=True
    ),
    "key": settings.Like(
        "lower-case letters, digits and '-', such as 'globe'", lambda key: bool(re.fullmatch("[a-z0-9][a-z0-9-]*", key))
    ),
    "title": settings.Like("the title, or no line at all", lambda title: bool(title.strip())),
    "authors": (str,),
    "publisher": str,
    "published": settings.Like("a date such as 2024-05-16, 2024-05 or 2024", bibliography.is_date),
    "genre": settings.OneOf(GENRES),
    "language": _LANGUAGE,
    "url": settings.Like(
        "an address that begins with https:// or http://", lambda url: bool(re.fullmatch(r"https?://\S+", url))
    ),
}
SLIDES, MINUTES = (3, 200), (5, 600)
"""Fewest and most slides and minutes that a budget may name."""


def _between(least: int, most: int) -> settings.Like:
    return settings.Like(
        f"a whole number from {least} to {most}",
        lambda text: text.isdecimal() and len(text) < 5 and least <= int(text) <= most,
    )


TEMPLATE_NAME = settings.Like(
    "the name of a template, such as 'students' or 'pol-302'", lambda name: bool(name.strip()) and name.isprintable()
)
DETAILS = ("course", "teacher", "institution", "date")
KNOWN: Mapping[str, object] = {
    "title": LINE,
    "question": LINE,
    "audiences": (str,),
    "audiences+": (str,),
    "template": TEMPLATE_NAME,
    "paper": settings.OneOf(PAPERS),
    "language": _LANGUAGE,
    **dict.fromkeys(DETAILS, str),
    "bibliography": settings.Like(
        "the name of a CSL-JSON file beside it", lambda name: bool(name) and name.isprintable()
    ),
    "nlp": bool,
    "large print": bool,
    "slides": _between(*SLIDES),
    "minutes": _between(*MINUTES),
    "questions": mixing.KNOWN,
    "handout": settings.Like(handout_kinds.SAYS, handout_kinds.fits),
    "as of": settings.Like("a date such as 2024-05-16, 2024-05 or 2024", bibliography.is_date),
    "look": settings.Like(
        "the name of a look, or a .pptx, a .potx or a _brand.yml beside it",
        lambda look: bool(look.strip()) and look.isprintable(),
    ),
    "logo": settings.Like("the name of a PNG or JPEG beside it", lambda name: bool(name) and name.isprintable()),
    "sources": (SOURCE["file"], SOURCE),
}
INHERITED = (
    "logo",
    "audiences",
    "audiences+",
    "paper",
    *DETAILS,
    "large print",
    "slides",
    "minutes",
    "handout",
    "look",
    "language",
)
"""What a pack gets from its course, where it does not say so itself."""
TEMPLATE: Mapping[str, object] = {
    "name": str,
    "label": LINE,
    "extends": TEMPLATE_NAME,
    **{key: KNOWN[key] for key in INHERITED},
}
"""What the template.yaml of a course may say."""
