"""Bibliographies as files for reference managers: CSL-JSON, BibTeX, RIS."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from briefpack.citing.record import PAPER, REPORT, Record, csl
from briefpack.text.authors import Name

_TEX = str.maketrans({mark: f"\\{mark}" for mark in "&%$#_"} | {"{": "\\{", "}": "\\}", "\\": "\\textbackslash{}"})
_URL = str.maketrans({mark: f"%{ord(mark):X}" for mark in "{}\\"})
"""What would end the field of an address, or be a command of TeX."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_RIS = {PAPER: "NEWS", REPORT: "RPRT"}
_BIB = {PAPER: "article", REPORT: "techreport"}


def csl_json(records: Iterable[Record]) -> str:
    """A list of CSL-JSON items."""
    return json.dumps([csl(one) for one in records], ensure_ascii=False, indent=1) + "\n"


def bibtex(records: Iterable[Record]) -> str:
    """BibTeX, in UTF-8; a title keeps its capitals."""
    return "\n".join(_entry(one) for one in records)


def ris(records: Iterable[Record]) -> str:
    """RIS, with its line ends."""
    return "".join(f"{tag}  - {value}\r\n" for one in records for tag, value in _lines(one))


def _entry(one: Record) -> str:
    house = {PAPER: "journal", REPORT: "institution"}.get(one.kind, "howpublished")
    fields = {
        "author": " and ".join(_tex_name(name) for name in one.authors),
        "title": f"{{{_tex(one.title)}}}",
        house: _tex(one.house),
        "year": str(one.date[0]) if one.date else "",
        "month": _MONTHS[one.date[1] - 1] if len(one.date) > 1 else "",
        "day": str(one.date[2]) if len(one.date) > 2 else "",
        "url": one.url.translate(_URL),
        "langid": one.language,
    }
    rows = (f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields.items() if value)
    return f"@{_BIB.get(one.kind, 'misc')}{{{one.key},\n" + ",\n".join(rows) + "\n}\n"


def _tex_name(name: Name) -> str:
    if name.literal:
        return f"{{{_tex(name.family)}}}"
    return ", ".join(part for part in (_tex(name.last), _tex(name.suffix), _tex(name.given)) if part)


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _lines(one: Record) -> Iterator[tuple[str, str]]:
    yield "TY", _RIS.get(one.kind, "ELEC")
    for name in one.authors:
        yield "AU", name.family if name.literal else f"{name.last}, {name.given}".rstrip(", ")
    yield "TI", one.title
    if one.house:
        yield ("PB" if one.kind == REPORT else "T2"), one.house
    if one.date:
        yield "PY", str(one.date[0])
        yield (
            "DA",
            "/".join((str(one.date[0]), *(f"{part:02}" for part in one.date[1:]), *([""] * (4 - len(one.date))))),
        )
    if one.url:
        yield "UR", one.url
    yield "LA", one.language
    yield "ID", one.key
    yield "ER", ""
