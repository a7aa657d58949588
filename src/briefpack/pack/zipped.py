"""A pack as one file to send: everything for a colleague, and for each audience what is handed out, without keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath

from briefpack import archives
from briefpack.model import Brief, Look, Notice
from briefpack.pack import indexed, offers
from briefpack.pack.bench import Bench

_LONGEST = 60
"""Characters of a file's name; a longer title is cut at a word."""
_FOR_ALL = ("sources.html",)
_TAKEN = re.compile(r"con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]")
"""Names that Windows keeps for devices, whatever their ending."""


def add(bench: Bench, told: Brief, files: Mapping[str, bytes], looks: Mapping[str, Look]) -> None:
    """Add the archives to the bench; each holds one folder, named like the file, with an index to open first."""
    slug = name(told.title)
    look = next(iter(looks.values()))
    _add(bench, slug, {**files, indexed.INDEX: indexed.page(bench, told, files, look)}, "everything")
    for audience, own in looks.items():
        handed = {one: data for one, data in files.items() if one in _FOR_ALL or _handed_out(one, audience)}
        page = indexed.handed_out(bench, told, handed, audience, own)
        _add(bench, f"{slug}-{audience}", {**handed, indexed.INDEX: page}, "what is handed out")
    kept = dict.fromkeys(PurePosixPath(one).stem for one in sorted(files) if offers.offer(one).role == "keep")
    if kept:
        what = f"holds answers ({', '.join(kept)}): it is not to be handed out"
        bench.notices.append(Notice(what, f"{slug}.zip", f"hand out {slug}-{next(iter(looks))}.zip"))


def name(title: str) -> str:
    """The name of the archive and of the folder in it, in letters and digits of any script; no subtitle.

    >>> name("Tides and nets: how high?")
    'tides-and-nets'
    """
    plain = unicodedata.normalize("NFC", title.partition(": ")[0]).lower()
    words = (
        "".join(
            one if one.isalnum() or unicodedata.category(one)[0] == "M" else "'" if one in "'’" else " "
            for one in plain
        )
        .replace("'", "")
        .split()
    )
    slug = ""
    for word in words:
        if slug and len(slug) + 1 + len(word) > _LONGEST:
            break
        slug = f"{slug}-{word}" if slug else word[:_LONGEST]
    return "-".join(filter(None, (slug, "pack"))) if not slug or _TAKEN.fullmatch(slug) else slug


def _handed_out(one: str, audience: str) -> bool:
    """Pages as they are printed, not those to edit in Word."""
    offer = offers.offer(one)
    return offer.audience == audience and offer.role == "hand out" and one.endswith(".pdf")


def _add(bench: Bench, slug: str, files: Mapping[str, bytes], what: str) -> None:
    data = archives.zipped({f"{slug}/{name}": content for name, content in files.items()})
    bench.add(f"{slug}.zip", data, f"{what}: {len(files)} files")
