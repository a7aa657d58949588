"""Marks scaled and moved as they are: whatever a mark is, its lengths are known by the names of its fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from briefpack.layout.marks import Mark

_ACROSS = frozenset({"x", "x1", "x2"})
_DOWN = frozenset({"y", "y1", "y2"})
_LENGTHS = frozenset("w h size pitch radius pad_x pad_y side tracking before indent widths heights".split())
Held = TypeVar("Held")


def all(marks: Iterable[Mark], scale: float, x: float, y: float) -> tuple[Mark, ...]:
    """Every mark, scaled about the origin and then moved."""
    return tuple(_moved(mark, scale, x, y) for mark in marks)


def _moved(held: Held, scale: float, x: float, y: float) -> Held:
    changed: dict[str, Any] = {}
    for field in fields(held):  # type: ignore[arg-type]
        value = getattr(held, field.name)
        if field.name in _ACROSS:
            changed[field.name] = round(value * scale + x, 3)
        elif field.name in _DOWN:
            changed[field.name] = round(value * scale + y, 3)
        elif field.name in _LENGTHS:
            changed[field.name] = _length(value, scale)
        elif isinstance(value, tuple):
            changed[field.name] = _each(value, scale, x, y)
    return replace(held, **changed)  # type: ignore[type-var]


def _length(value: Any, scale: float) -> Any:
    return tuple(round(one * scale, 3) for one in value) if isinstance(value, tuple) else round(value * scale, 3)


def _each(values: tuple[Any, ...], scale: float, x: float, y: float) -> tuple[Any, ...]:
    """What a tuple holds: marks, paragraphs and cells are moved, in rows too; references and words stay."""
    return tuple(
        _each(one, scale, x, y)
        if isinstance(one, tuple)
        else _moved(one, scale, x, y)
        if is_dataclass(one) and _placed(one)
        else one
        for one in values
    )


def _placed(held: object) -> bool:
    """Whether a value has lengths, or holds what has some."""
    names = {field.name for field in fields(held)}  # type: ignore[arg-type]
    return bool(names & (_ACROSS | _LENGTHS | {"paragraphs", "marks"}))
