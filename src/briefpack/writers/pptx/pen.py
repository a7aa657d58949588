"""A look in the words of DrawingML: colours by theme slot, fonts by theme slot, points as EMU."""

from __future__ import annotations

from collections.abc import Callable
from colorsys import rgb_to_hls
from dataclasses import dataclass

from briefpack.errors import WriteError
from briefpack.layout.marks import Chart
from briefpack.model import Look, Shade

SLOTS = (
    ("paper", "bg1"),
    ("ink", "tx1"),
    ("accent", "accent1"),
    ("accent2", "accent2"),
    ("mark", "accent3"),
    ("muted", "accent4"),
    ("rule", "accent5"),
    ("tint", "bg2"),
    ("tint2", "accent6"),
)
"""The roles that are theme colours: changing one in PowerPoint changes it everywhere."""

_KIN = {"panel": "paper", "onaccent": "paper", "onaccent2": "paper", "bar": "accent2"}
"""The other roles are a lighter or darker form of one of these, and follow it when it changes."""

_EMU = 12700


def _never(chart: Chart) -> str:
    raise WriteError(f"the chart {chart.name!r} stands where none can be: only slides hold charts")


def _unseen() -> str:
    raise WriteError("a logo stands where none can be: only slides hold one")


def _nowhere(target: str) -> str:
    raise WriteError(f"a link to {target} stands where none can be: only slides and notes hold links")


@dataclass(frozen=True, slots=True)
class Pen:
    """What the shapes of one deck are drawn with."""

    colours: dict[str, str]
    """Role to colour element."""
    fonts: dict[str, str]
    """Slot to typeface: a reference to the theme where it can be one."""
    language: str
    """Two-letter code of the deck."""
    enter: Callable[[str], str] = _nowhere
    """Enters a link's target among the relationships of the part that is drawn; returns its id."""
    embed: Callable[[Chart], str] = _never
    """Makes a chart a part of its own with its workbook, beside the slide that is drawn; returns its id."""

    picture: Callable[[], str] = _unseen
    """Makes the logo a part beside the slide that is drawn; returns its id."""

    def fill(self, role: str) -> str:
        """The fill of a shape; none where the role is empty."""
        return f"<a:solidFill>{self.colours[role]}</a:solidFill>" if role else "<a:noFill/>"

    def line(self, role: str, width: float, *, dash: bool = False, arrow: str = "", tag: str = "ln") -> str:
        """An outline, a connector's line or a cell's border; width in points."""
        if not role:
            return f"<a:{tag}><a:noFill/></a:{tag}>"
        parts = [self.fill(role), '<a:prstDash val="dash"/>' if dash else ""]
        parts += ['<a:headEnd type="triangle"/>'] if "<" in arrow else []
        parts += ['<a:tailEnd type="triangle"/>'] if ">" in arrow else []
        return f'<a:{tag} w="{emu(width)}">{"".join(parts)}</a:{tag}>'


def pen(look: Look, language: str) -> Pen:
    """The pen of a look, or of the template that it is built in."""
    if look.template:
        return Pen({role: _shade(shade) for role, shade in look.template.shades}, _typefaces(look), language)
    return Pen({role: _colour(role, look) for role, _ in look.colours}, _typefaces(look), language)


def emu(points: float) -> int:
    """Points in the unit of the file."""
    return round(points * _EMU)


def _typefaces(look: Look) -> dict[str, str]:
    """The quote face is named where it is neither of the theme's two."""
    theme = {look.font("body").deck: "+mn-lt", look.font("head").deck: "+mj-lt"}
    faces = {slot: theme.get(font.deck, font.deck) for slot, font in look.fonts}
    return {**faces, "head": "+mj-lt", "body": "+mn-lt"}


def _colour(role: str, look: Look) -> str:
    slots = dict(SLOTS)
    kin = role if role in slots else _KIN.get(role, "")
    same = [slot for other, slot in SLOTS if look.colour(other).upper() == look.colour(role).upper()]
    if kin and look.colour(kin).upper() == look.colour(role).upper():
        return _slot(slots[kin])
    if same:
        return _slot(same[0])
    shift = _shift(look.colour(kin), look.colour(role)) if kin else ""
    return _slot(slots[kin], shift) if shift else f'<a:srgbClr val="{look.colour(role)}"/>'


def _shade(shade: Shade) -> str:
    if not shade.slot:
        return f'<a:srgbClr val="{shade.colour}"/>'
    changes = (("lumMod", shade.mod, 100), ("lumOff", shade.off, 0))
    return _slot(shade.slot, "".join(f'<a:{name} val="{share * 1000}"/>' for name, share, no in changes if share != no))


def _slot(name: str, shift: str = "") -> str:
    return f'<a:schemeClr val="{name}">{shift}</a:schemeClr>'


def _shift(base: str, wanted: str) -> str:
    """The change of hue, saturation and luminance between two colours; empty from grey to a colour.

    A grey has no hue to start from, so such a colour is the one that has to be written as RGB.
    """
    (hue, light, strength), (hue2, light2, strength2) = _hls(base), _hls(wanted)
    if strength2 and not strength:
        return ""
    changes = (
        ("hueOff", round(((hue2 - hue + 0.5) % 1 - 0.5) * 21_600_000) if strength2 else 0),
        ("satOff", round((strength2 - strength) * 100_000) if strength2 else 0),
        ("lumOff", round((light2 - light) * 100_000)),
    )
    return "".join(f'<a:{name} val="{value}"/>' for name, value in changes if value)


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return rgb_to_hls(red, green, blue)
