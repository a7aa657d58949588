"""Sizes of a teaching set: students read 11 points, nothing stands under 9.5."""

from __future__ import annotations

from briefpack.layout.pages.setting import Setting
from briefpack.model import Type

_CARDS = {"text": (11.0, 14.8), "quote": (11.5, 15.8), "head": (13.5, 17.5), "small": (10.4, 13.6)}
_PLAIN = {"text": (10.2, 13.6), "quote": (10.8, 14.8), "head": (12.0, 15.5), "small": (9.5, 12.4)}
"""The same in a look of hairlines, for the table of an office."""


def of(setting: Setting, role: str) -> Type:
    """Size and pitch of 'text', 'quote', 'head' or 'small'."""
    return Type(*(_PLAIN if setting.plain else _CARDS)[role])
