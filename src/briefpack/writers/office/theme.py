"""The look as an Office theme: re-colouring it is one click in PowerPoint and in Word."""

from __future__ import annotations

from briefpack.model import Look
from briefpack.writers.office.xml import escape, filled, shipped

_ROLES = ("ink", "paper", "accent2", "tint", "accent", "mark", "muted", "rule", "tint2")


def theme(look: Look) -> bytes:
    """The look's colours and fonts."""
    colours = {role: look.colour(role) for role in _ROLES}
    fonts = {slot: escape(look.font(slot).deck) for slot in ("head", "body")}
    return filled("office", "theme.xml", name=escape(look.name), scripts=_scripts(), **colours, **fonts)


def _scripts() -> str:
    """The theme's fonts for other scripts."""
    lines = shipped("office", "scripts.txt").splitlines()
    pairs = (line.split(" ", 1) for line in lines if not line.startswith("#"))
    return "".join(f'<a:font script="{script}" typeface="{font}"/>' for script, font in pairs)
