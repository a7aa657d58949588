"""What a reference manager says of the documents: CSL-JSON, as Zotero exports it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from briefpack.errors import UsageError

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
Facts = tuple[tuple[str, str | tuple[str, ...]], ...]


def facts(text: str, where: str, clean: Callable[[str], str]) -> dict[str, Facts]:
    """What each item says of its document, by the item's id; UsageError where the text is no list of items."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise UsageError(f"{where}: is no JSON: export it from Zotero as 'CSL JSON'") from None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise UsageError(f"{where}: is no list of CSL-JSON items: export it from Zotero as 'CSL JSON'")
    return {str(item.get("id", "")): _facts(item, clean) for item in found}


def _facts(item: Mapping[str, Any], clean: Callable[[str], str]) -> Facts:
    """The fields that a source has; what is not said is left to the document."""
    address = _text(item.get("URL"), clean)
    told: dict[str, str | tuple[str, ...]] = {
        "title": _text(item.get("title"), clean),
        "authors": tuple(name for name in (_author(one, clean) for one in _list(item.get("author"))) if name),
        "publisher": _text(item.get("container-title"), clean) or _text(item.get("publisher"), clean),
        "published": _date(item.get("issued")),
        "url": address if address.startswith(("https://", "http://")) and " " not in address else "",
    }
    return tuple((key, value) for key, value in told.items() if value)


def _author(name: object, clean: Callable[[str], str]) -> str:
    if not isinstance(name, dict):
        return ""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return _text(name.get("literal"), clean) or " ".join(filter(None, (_text(name.get(part), clean) for part in parts)))


def _date(issued: object) -> str:
    """'2025-05-06' of {"date-parts": [[2025, 5, 6]]}, numbers or strings; as far as there is such a day."""
    rows = _list(issued.get("date-parts")) if isinstance(issued, dict) else []
    parts = [str(part).zfill(2) for part in _list(rows[0])[:3]] if rows else []
    exact = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next(filter(is_date, exact), "")


def is_date(text: str) -> bool:
    """A day, a month or a year that exists: 2024-05-16, 2024-05, 2024."""
    try:
        return bool(date.fromisoformat((text + "-01-01")[:10])) and _DATE.fullmatch(text) is not None
    except ValueError:
        return False


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object, clean: Callable[[str], str]) -> str:
    return clean(value) if isinstance(value, str) else ""
