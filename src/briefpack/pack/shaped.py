"""What a stranger's code gives, held against the fields of the model: nonsense is refused before it is used."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from briefpack.text.plain import clean_text, fold


class ShapeError(Exception):
    """A field that holds something else than it should."""


def shaped(value: Any, kind: Any) -> Any:
    """A value of a kind, 'tuple[Figure, ...]', with each text on one line; ShapeError where it is of another."""
    if isinstance(kind, type) and is_dataclass(kind):
        return _item(value, kind)
    if get_origin(kind) is tuple:
        return _several(value, get_args(kind))
    if get_origin(kind) is UnionType:
        return None if value is None else shaped(value, next(one for one in get_args(kind) if one is not type(None)))
    if kind is float and type(value) is int:
        return float(value)
    if not isinstance(value, kind):
        raise ShapeError(f"{type(value).__name__} in place of {kind.__name__}")
    if kind is float and not math.isfinite(value):
        raise ShapeError(f"{value} in place of a number")
    return fold(clean_text(value)) if kind is str else value


def _item(value: Any, kind: Any) -> Any:
    hints = _hints(kind)
    if type(value) is not kind:
        raise ShapeError(f"{type(value).__name__} in place of {kind.__name__}")
    return kind(**{name: _field(value, name, hint) for name, hint in hints})


def _field(value: Any, name: str, hint: Any) -> Any:
    try:
        return shaped(getattr(value, name), hint)
    except ShapeError as problem:
        raise ShapeError(f"{type(value).__name__}.{name}: {problem}") from None


def _several(value: Any, kinds: tuple[Any, ...]) -> tuple[Any, ...]:
    if not isinstance(value, (tuple, list)):
        raise ShapeError(f"{type(value).__name__} in place of a tuple")
    if len(kinds) == 2 and kinds[1] is ...:
        return tuple(shaped(one, kinds[0]) for one in value)
    if len(value) != len(kinds):
        raise ShapeError(f"{len(value)} values in place of {len(kinds)}")
    return tuple(shaped(one, kind) for one, kind in zip(value, kinds, strict=True))


@cache
def _hints(kind: Any) -> Iterable[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind) if field.init)
