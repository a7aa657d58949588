"""Quarto's _brand.yml as a look: its colours and fonts over a look of ours, as far as they can be read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefpack import settings
from briefpack.compose.look import LEAST_CONTRAST, bar, mixed, unreadable
from briefpack.errors import TemplateError, UsageError
from briefpack.model import Font, Look, Notice

_ROLES = {"paper": "background", "ink": "foreground", "accent2": "primary", "accent": "secondary"}
"""A role of ours to the brand's: the first colour carries the structure, the second says 'look here'."""
_GIVEN_UP = ("accent", "accent2", "ink", "paper")
"""Which role keeps our colour first, where a pair cannot be read."""
_TINTS = {"tint": 0.06, "tint2": 0.12, "rule": 0.25}
"""Roles that are the paper with so much of the first colour, where the brand has a paper of its own."""
_NAMED = {"white": "FFFFFF", "black": "000000"}
_HEX = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


@dataclass(frozen=True, slots=True)
class Brand:
    """What a _brand.yml says, as far as it is used."""

    file: str
    colours: tuple[tuple[str, str], ...]
    """Our role to six hex digits."""
    fonts: tuple[tuple[str, str], ...]
    """Our slot to a family."""
    logo: str = ""
    """The file of a logo, as the brand names it."""
    notices: tuple[Notice, ...] = ()


def brand(text: str, *, file: str) -> Brand:
    """Read a brand; TemplateError where it is no YAML that can be read, notices for values that are not understood."""
    try:
        told = settings.read(text, file=file, known={"*": object})
    except UsageError as error:
        raise TemplateError(str(error)) from None
    colours, typography = _under(told, "color"), _under(told, "typography")
    palette = {**_NAMED, **{key: str(value) for key, value in _under(colours, "palette").items()}}
    found, notices = {}, []
    for role, name in _ROLES.items():
        if name in colours:
            hexed = _hex(colours[name], palette)
            found[role] = hexed
            if not hexed:
                what = f"'{name}: {str(colours[name])[:40]}' is no colour that is understood; write it as \"#1F3A5F\""
                notices.append(Notice(what, file))
    return Brand(
        file,
        tuple((role, colour) for role, colour in found.items() if colour),
        tuple(_fonts(typography)),
        _logo(_under(told, "logo"), told.get("logo")),
        tuple(notices),
    )


def branded(base: Look, told: Brand, pages: Collection[str] = ()) -> tuple[Look, tuple[Notice, ...]]:
    """A look with a brand's colours and fonts, and what of them could not be used.

    A colour that cannot be read on its grounds, measured as WCAG 2.2 does, keeps the look's own.
    """
    wanted, notices = dict(told.colours), list(told.notices)
    while (pairs := unreadable(made := _coloured(base, wanted))) and wanted:
        ink, ground, ratio = pairs[0]
        role = next((role for role in _GIVEN_UP if role in wanted and role in (ink, ground)), next(iter(wanted)))
        what = (
            f"'{_ROLES[role]}' is not used: '{ink}' on '{ground}' has a contrast of {ratio:.1f}, under {LEAST_CONTRAST}"
        )
        notices.append(
            Notice(what, told.file, f"the colour of {base.name} stands there; choose a darker or lighter one")
        )
        del wanted[role]
    fonts = dict(made.fonts)
    for slot, family in told.fonts:
        page = family if family in pages else fonts[slot].page
        what = f"the deck asks for {family}, which must be installed where it is shown"
        pages_too = "" if page == family else f"; pages are set in {page}, since {family} cannot be embedded"
        notices.append(Notice(f"{what}{pages_too}", told.file))
        fonts[slot] = Font(family, page)
    return replace(made, name=f"{base.name}-brand", fonts=tuple(fonts.items())), tuple(dict.fromkeys(notices))


def _coloured(base: Look, wanted: Mapping[str, str]) -> Look:
    colours = {**dict(base.colours), **wanted}
    if "paper" in wanted:
        colours |= {role: mixed(colours["paper"], colours["accent2"], share) for role, share in _TINTS.items()}
        colours["panel"] = colours["paper"]
    if "accent2" in wanted:
        light = ("FFFFFF", colours["paper"])
        colours |= {"onaccent2": light[0], "mark": mixed(colours["accent2"], "FFFFFF", 0.75)}
        colours["bar"] = bar(colours, rounded=bool(base.radius))
    return replace(base, colours=tuple((role, colours[role]) for role, _ in base.colours), print=())


def _hex(value: Any, palette: Mapping[str, str]) -> str:
    """Six hex digits of a colour, or of the name that the palette gives it; empty where it is neither."""
    seen: list[str] = []
    found = str(value)
    while found in palette and found not in seen:
        seen.append(found)
        found = palette[found]
    match = _HEX.fullmatch(found)
    if not match:
        return ""
    digits = match[1].upper()
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)


def _fonts(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, slots in (("base", ("body",)), ("headings", ("head", "quote"))):
        value = told.get(key)
        family = value.get("family") if isinstance(value, dict) else value
        if family:
            yield from ((slot, str(family)) for slot in slots)


def _logo(told: Mapping[str, Any], whole: Any) -> str:
    """The medium logo, else the small, else the large one; a name may stand for an image."""
    if isinstance(whole, str):
        return whole
    images = _under(told, "images")
    found = next((told[size] for size in ("medium", "small", "large") if told.get(size)), "")
    found = found.get("light", "") if isinstance(found, dict) and "light" in found else found
    found = images.get(found, found) if isinstance(found, str) else found
    return str(found.get("path", "") if isinstance(found, dict) else found)


def _under(told: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = told.get(key)
    return value if isinstance(value, dict) else {}
