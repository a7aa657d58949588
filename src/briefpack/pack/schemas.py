"""JSON Schemas of the settings files, made from the tables by which they are read: an editor offers what is known."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from briefpack import settings
from briefpack.compose.look import AUDIENCE, LOOK
from briefpack.errors import UsageError
from briefpack.pack import keys

TABLES: Mapping[str, tuple[str, settings.Known]] = {
    "pack": ("pack.yaml of a pack", keys.KNOWN),
    "template": ("template.yaml of a course", keys.TEMPLATE),
    "audience": ("audiences/NAME.yaml", AUDIENCE),
    "look": ("looks/NAME/look.yaml", LOOK),
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = ["string", "number", "boolean"]
"""What a file may hold where text is asked for: 'published: 2024' is text here and a number to YAML."""
_TYPES: Mapping[object, dict[str, Any]] = {
    str: {"type": _TEXT},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    list: {"type": "array"},
    dict: {"type": "object"},
    object: {},
}


def schema(name: str) -> bytes:
    """The schema of a kind of file, 'pack'; UsageError with the nearest right word."""
    if name not in TABLES:
        raise UsageError(f"there is no schema '{name[:60]}', {settings.nearest(name, TABLES)}")
    title, known = TABLES[name]
    found = {"$schema": _DRAFT, "title": f"briefpack: {title}", **_value(known)}
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _value(asked: object) -> dict[str, Any]:
    if isinstance(asked, settings.OneOf):
        return {"enum": list(asked.words)}
    if isinstance(asked, settings.Like):
        return {"type": _TEXT, "description": asked.says}
    if isinstance(asked, Mapping):
        return _keys(asked)
    if isinstance(asked, tuple):
        return {"type": "array", "items": _value(asked[0]) if len(asked) == 1 else {"anyOf": list(map(_value, asked))}}
    return dict(_TYPES[asked])


def _keys(known: settings.Known) -> dict[str, Any]:
    needed = [key for key, asked in known.items() if isinstance(asked, settings.Like) and asked.needed]
    return {
        "type": "object",
        "properties": {key: _value(asked) for key, asked in known.items() if key != "*"},
        "additionalProperties": _value(known["*"]) if "*" in known else False,
        **({"required": needed} if needed else {}),
    }
