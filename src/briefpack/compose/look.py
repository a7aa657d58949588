"""An audience and a look from their YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from briefpack import settings
from briefpack.compose.kinds import SECTIONS
from briefpack.errors import TemplateError, UsageError
from briefpack.model import Audience, Font, Look, Pace, PageRules, Type
from briefpack.model.colour import contrast
from briefpack.model.source import GENRES
from briefpack.questions.skeleton import LEVELS, VOICES

AUDIENCE: settings.Known = {
    "name": str,
    "extends": str,
    "label": str,
    "template": str,
    "look": str,
    "title words": int,
    "line words": int,
    "quote words": int,
    "counts": {"*": int},
    "minutes": int,
    "whom": str,
    "voice": settings.OneOf(VOICES),
    "summary": {
        "form": settings.OneOf(("question", "briefing")),
        "least words": int,
        "most words": int,
        "smallest type": float,
        "sentence words": int,
    },
    "weights": dict.fromkeys(GENRES, float),
    "leave out": {page: (settings.OneOf(tuple(kinds)),) for page, kinds in SECTIONS.items()},
    "levels": (settings.OneOf(LEVELS),),
    "levels+": (settings.OneOf(LEVELS),),
    "slides": {"*": {"minutes": float, "weight": int}},
}
_MAY_LACK = ("extends", "levels+", "whom", "voice", "summary", "weights", "leave out")
COLOURS = tuple("paper ink muted accent accent2 mark rule tint tint2 panel onaccent onaccent2 bar".split())
TYPES = tuple("display question hero number title lead body small label source".split())
FONTS = ("head", "body", "quote")
LOOK: settings.Known = {
    "name": settings.Like(
        "a word such as 'my-course'", lambda name: bool(re.fullmatch("[a-z0-9][a-z0-9-]*", name)), True
    ),
    "extends": str,
    "colours": dict.fromkeys(COLOURS, str),
    "print": dict.fromkeys(COLOURS, str),
    "types": {role: {"size": float, "pitch": float} for role in TYPES},
    "fonts": {slot: {"deck": str, "page": str} for slot in FONTS},
    "radius": float,
}
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_GROUNDS = ("paper", "tint", "tint2")
_INKS = ("ink", "muted", "accent", "accent2")
LEAST_SIZE = 12.0
"""Points: nothing on a slide is smaller."""
LEAST_CONTRAST = 4.5
"""WCAG 2.2, level AA, for text."""


_RULES = {
    "form": "form",
    "least words": "least_words",
    "most words": "most_words",
    "smallest type": "smallest",
    "sentence words": "sentence_words",
}
"""A key under 'summary' to the rule that it sets."""


def audience(text: str, *, file: str, base: Callable[[str], Audience] | None = None) -> Audience:
    """Read an audience; TemplateError names what is missing or wrong.

    One that extends another (`base` finds it) needs only what is different; a list under 'levels+' is added to it.
    """
    found = _settings(text, file, AUDIENCE)
    if base and "extends" in found:
        found = _over(found, _told(base(found["extends"])))
    _complete(found, {key: asked for key, asked in AUDIENCE.items() if key not in _MAY_LACK}, file, "")
    paces: dict[str, dict[str, Any]] = found["slides"]
    return Audience(
        name=found["name"],
        label=found["label"],
        template=found["template"],
        look=found["look"],
        title_words=found["title words"],
        line_words=found["line words"],
        quote_words=found["quote words"],
        counts=tuple(found["counts"].items()),
        minutes=found["minutes"],
        levels=tuple(found["levels"]),
        slides=tuple((kind, Pace(pace.get("minutes", 2.0), pace.get("weight"))) for kind, pace in paces.items()),
        voice=found.get("voice", "students"),
        whom=found.get("whom", ""),
        rules=_rules(found.get("summary", {})),
        weights=tuple(found.get("weights", {}).items()),
        without=tuple((page, tuple(kinds)) for page, kinds in found.get("leave out", {}).items()),
    )


def _told(made: Audience) -> dict[str, Any]:
    """An audience as its file would say it."""
    slides = {kind: {"minutes": pace.minutes} | _weight(pace) for kind, pace in made.slides}
    plain = {
        key: getattr(made, key.replace(" ", "_")) for key in AUDIENCE if key not in (*_MAY_LACK, "counts", "slides")
    }
    told = {key: getattr(made.rules, name) for key, name in _RULES.items()}
    without = {page: list(kinds) for page, kinds in made.without}
    lists = {"counts": dict(made.counts), "levels": list(made.levels), "slides": slides, "weights": dict(made.weights)}
    return {**plain, **lists, "voice": made.voice, "whom": made.whom, "summary": told, "leave out": without}


def _rules(told: dict[str, Any]) -> PageRules:
    return PageRules(**{name: told[key] for key, name in _RULES.items() if key in told})


def _weight(pace: Pace) -> dict[str, Any]:
    return {} if pace.weight is None else {"weight": pace.weight}


def _over(own: dict[str, Any], below: dict[str, Any]) -> dict[str, Any]:
    """What a file says over what it extends: keys under a key one by one, lists whole unless the key ends in '+'."""
    found = dict(below)
    for key, value in own.items():
        if key.endswith("+"):
            found[key[:-1]] = list(dict.fromkeys([*found.get(key[:-1], ()), *value]))
        elif isinstance(value, dict) and isinstance(below.get(key), dict):
            found[key] = _over(value, below[key])
        else:
            found[key] = value
    return found


def look(text: str, *, file: str, pages: Collection[str] = (), base: Callable[[str], Look] | None = None) -> Look:
    """Read a look; TemplateError names a role that is missing, or a pair of colours too close to read.

    One that extends another (`base` finds it) needs only what is different. `pages` are the families
    that pages can embed, where the caller knows them.
    """
    found = _settings(text, file, LOOK)
    _written(found, text, file)
    own = base(found["extends"]) if base and "extends" in found else None
    if own is None:
        _complete(found, {key: asked for key, asked in LOOK.items() if key not in ("extends", "print")}, file, "")
    made = _made(found, own)
    where = _Where(text, file)
    for role, colour in (*made.colours, *made.print):
        if not _HEX.fullmatch(colour):
            what = f"colour '{role}' must be six hex digits in quotation marks, found '{colour}'"
            raise TemplateError(f"{where.of(role)}: {what}")
    _readable(made, where)
    _readable(replace(made, colours=tuple({**dict(made.colours), **dict(made.print)}.items())), where)
    _large(made, where)
    for slot, font in made.fonts:
        if pages and font.page not in pages:
            what = f"'page' of '{slot}' cannot be '{font.page}', {settings.nearest(font.page, pages)}"
            raise TemplateError(f"{where.of(slot)}: {what}")
    return made


@dataclass(frozen=True, slots=True)
class _Where:
    """A look's file, to name the line of a role."""

    text: str
    file: str

    def of(self, role: str) -> str:
        """'looks/own/look.yaml:7'; the file alone where the role does not stand in it."""
        key = re.compile(rf"\s*{re.escape(role)}\s*:")
        lines = (number for number, line in enumerate(self.text.splitlines(), 1) if key.match(line))
        number = next(lines, 0)
        return f"{self.file}:{number}" if number else self.file


def _written(found: dict[str, Any], text: str, file: str) -> None:
    """Refuse a colour without a value: in 'accent: #8A1538' all from the '#' on is a remark."""
    for key, line in settings.lines(text, file=file).items():
        group, _, role = key.partition(": ")
        if group in ("colours", "print") and role and role not in found.get(group, {}):
            what = f"colour '{role}' is empty; write six hex digits in quotation marks, {role}: \"8A1538\""
            raise TemplateError(f"{file}:{line}: {what} (what follows a '#' without them is a remark)")


def _made(found: dict[str, Any], base: Look | None) -> Look:
    """The values of a file over those of the look that it extends."""
    given = _plain(found.get("colours", {}))
    colours = {**dict(base.colours if base else ()), **given}
    if base and "accent2" in given and "bar" not in given and _HEX.fullmatch(given["accent2"]):
        colours["bar"] = bar(colours, rounded=bool(base.radius))
    types = {role: asdict(size) for role, size in (base.types if base else ())}
    fonts = {slot: asdict(font) for slot, font in (base.fonts if base else ())}
    for role, given in found.get("types", {}).items():
        types[role] = {**types.get(role, {}), **given}
    for slot, given in found.get("fonts", {}).items():
        fonts[slot] = {**fonts.get(slot, {}), **given}
    return Look(
        name=found["name"],
        colours=tuple((role, colours[role]) for role in COLOURS),
        types=tuple((role, Type(**types[role])) for role in TYPES),
        fonts=tuple((slot, Font(**fonts[slot])) for slot in FONTS),
        radius=found.get("radius", base.radius if base else 0.0),
        print=tuple({**dict(base.print if base else ()), **_plain(found.get("print", {}))}.items()),
    )


def bar(colours: Mapping[str, str], *, rounded: bool) -> str:
    """The ground of the evidence strip: on accent2 where cards are rounded, else on paper."""
    return mixed(colours["accent2"], "FFFFFF", 0.2) if rounded else mixed(colours["paper"], colours["accent2"], 0.12)


def mixed(ground: str, other: str, share: float) -> str:
    """A colour with so much of another."""
    pairs = ((int(ground[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)


def _plain(colours: dict[str, str]) -> dict[str, str]:
    """'#8a1538', as web pages write it, is 8A1538."""
    return {role: colour.removeprefix("#").upper() for role, colour in colours.items()}


def _settings(text: str, file: str, known: settings.Known) -> dict[str, Any]:
    try:
        return settings.read(text, file=file, known=known)
    except UsageError as error:
        raise TemplateError(str(error)) from None


def _complete(found: dict[str, Any], known: settings.Known, file: str, under: str) -> None:
    for key, asked in known.items():
        if key != "*" and key not in found:
            raise TemplateError(f"{file}: '{under}{key}' is missing; write '{key}:' with its value")
        if isinstance(asked, dict) and key != "*":
            _complete(found[key], asked, file, f"{under}{key}: ")


def _large(made: Look, where: _Where) -> None:
    for role, size in made.types:
        if size.size < LEAST_SIZE or size.pitch < size.size:
            what = f"'{role}' must be {LEAST_SIZE:g} points or more, and its pitch no less than its size"
            raise TemplateError(f"{where.of(role)}: {what}, found {size.size:g} and {size.pitch:g}")


def unreadable(made: Look) -> list[tuple[str, str, float]]:
    """Pairs of roles, a colour on its ground, that are too close to read, with their contrast."""
    pairs = [(ink, ground) for ink in _INKS for ground in _GROUNDS]
    pairs += [("mark", "accent2"), ("onaccent", "accent"), ("onaccent2", "accent2")]
    found = ((ink, ground, contrast(made.colour(ink), made.colour(ground))) for ink, ground in pairs)
    return [each for each in found if round(each[2], 1) < LEAST_CONTRAST]


def _readable(made: Look, where: _Where) -> None:
    for ink, ground, ratio in unreadable(made):
        problem = f"'{ink}' on '{ground}' has a contrast of {ratio:.1f}, under {LEAST_CONTRAST}"
        raise TemplateError(f"{where.of(ink)}: {problem}; make one of the two darker or lighter")
