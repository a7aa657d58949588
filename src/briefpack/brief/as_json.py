"""A Brief as plain data for brief.json."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from briefpack.model import Brief, Ref

SCHEMA_FILE = Path(__file__).with_name("brief.schema.json")
VERSION = 1


def to_json(brief: Brief) -> dict[str, Any]:
    """The brief as dicts, lists and strings; a reference is 'globe 7.2'."""
    return {"version": VERSION, **_plain(brief), "settings": dict(brief.settings)}


def _plain(value: Any) -> Any:
    if isinstance(value, Ref):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
