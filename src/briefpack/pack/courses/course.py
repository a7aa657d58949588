"""What a pack is made with: its templates from near to far, its settings, its audiences and looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefpack import settings
from briefpack.errors import TemplateError, UsageError
from briefpack.model import Audience
from briefpack.pack import keys, shipped
from briefpack.pack.courses import files, layers, places
from briefpack.pack.courses.layers import Layer, Setting
from briefpack.pack.courses.places import Place

_BASE = "base"


@dataclass(frozen=True, slots=True)
class Course:
    """The templates of a pack, nearest first, and what they say."""

    layers: tuple[Layer, ...] = ()
    """The pack's own folder, then its courses, then those that ship."""
    near: tuple[Place, ...] = ()

    @property
    def own(self) -> tuple[Layer, ...]:
        """The layers before those that the set audiences are made from."""
        return tuple(layer for layer in self.layers if not layer.ground)

    @property
    def root(self) -> str:
        """The template of a set audience in which the courses end: 'students'; empty where they fit every audience."""
        found = next((layer.name for layer in self.layers if layer.ground), "")
        return "" if found == _BASE else found

    def settings(self) -> dict[str, Setting]:
        """Each setting, with the file that set it: ours, the institution's, the course's, the pack's."""
        return layers.merged(layer.settings for layer in reversed(self.layers))

    def values(self) -> dict[str, Any]:
        """The settings alone."""
        return {key: each.value for key, each in self.settings().items()}

    def load(self, name: str) -> str:
        """A template's text by the name of its layer and file, 'templates/pol-302/deck.md.j2'; else KeyError."""
        holding = (layer for layer in self.own if name.startswith(f"{layer.shown}/"))
        layer = max(holding, key=lambda one: len(one.shown), default=None)  # a course may lie inside its pack
        return layer.text(name.removeprefix(f"{layer.shown}/")) if layer else shipped.template(name)

    def over(self, audience: Audience) -> tuple[str, ...]:
        """The layers whose pages stand over those of the audience's own template.

        A course that was made from another audience's pages has none that would fit.
        """
        if self.root and self.root not in shipped.extended(audience.template):
            return tuple(layer.shown for layer in self.layers[:1] if layer.place == "pack")
        return tuple(layer.shown for layer in self.own)

    def runs_apart(self, audience: Audience) -> bool:
        """Whether a page of an audience is filled in by a template that does not ship."""
        if audience.template not in places.ours().names():
            return True
        used = self.over(audience)
        return any(layer.pages() for layer in self.own if layer.shown in used and not layer.ships)

    def unfit(self, audience: Audience) -> str:
        """The course whose pages are not used for an audience; empty where they all are."""
        used = self.over(audience)
        return next((layer.name for layer in self.own if layer.shown not in used), "")

    def audience(self, name: str) -> Audience:
        """An audience by name: the nearest file's; TemplateError where there is none."""
        return self._audience(name, self.audience_files(name), ())

    def audience_files(self, name: str) -> tuple[Path, ...]:
        """The files of an audience, nearest first; each may extend the next."""
        if not places.is_name(name):
            return ()
        wide = name not in keys.AUDIENCES
        return tuple(path for folder in self._folders("audiences", wide) if (path := folder / f"{name}.yaml").is_file())

    def audiences(self) -> tuple[str, ...]:
        """The names of all audiences, those that ship first."""
        found = [
            path.stem for folder in self._folders("audiences", wide=True) for path in sorted(folder.glob("*.yaml"))
        ]
        return tuple(dict.fromkeys((*keys.AUDIENCES, *sorted(set(found)))))

    def wanted(self) -> tuple[str, ...]:
        """The audiences that the settings ask for; UsageError with file and line for one that is not there."""
        asked = self.settings().get("audiences")
        if not asked or not asked.value:
            fitting = tuple(
                name for name in keys.AUDIENCES if not self.root or shipped.audience(name).template == self.root
            )
            return fitting or keys.AUDIENCES
        known = self.audiences()
        for name in asked.value:
            if name not in known:
                what = f"a value of 'audiences' cannot be '{name[:60]}', {settings.nearest(name, known)}"
                raise UsageError(f"{asked.where}: {what}")
        return tuple(dict.fromkeys(asked.value))

    def look_folders(self) -> tuple[Path, ...]:
        """Where looks lie besides those that ship and those of installed packages, nearest first."""
        return tuple(folder / "looks" for folder in (*(layer.folder for layer in self.own), *self._near()))

    def _folders(self, kind: str, wide: bool) -> Iterator[Path]:
        """Where files of a kind lie, nearest first; installed packages only where wide: it takes time."""
        yield from (layer.folder / kind for layer in self.own)
        yield from (folder / kind for folder in self._near())
        yield places.ours().folder / kind
        yield from (place.folder / kind for place in (places.installed() if wide else ()))

    def _near(self) -> Iterator[Path]:
        return (place.folder for place in self.near)

    def _audience(self, name: str, left: tuple[Path, ...], seen: tuple[str, ...]) -> Audience:
        """An audience from the first of these files; one that extends its own name means the next of them."""
        if not left:
            raise TemplateError(f"there is no audience '{name[:60]}', {settings.nearest(name, self.audiences())}")
        path, file = left[0], shown_audience(left[0])
        if file in seen:
            raise TemplateError(f"{file}:1: goes round in a circle with {seen[-1]}: take one 'extends' out")

        def base(other: str) -> Audience:
            files_left = left[1:] if other == name else self.audience_files(other)
            if not files_left:
                hint = settings.nearest(other, [each for each in self.audiences() if each != name])
                raise TemplateError(
                    f"{settings.place(text, file, 'extends')}: there is no audience '{other[:60]}', {hint}"
                )
            return self._audience(other, files_left, (*seen, file))

        from briefpack import compose

        text = files.whole(path)
        made = compose.audience(text, file=file, base=base)
        if made.name != name:
            what = f"calls itself '{made.name}', and the file is called '{path.name}': make them one"
            raise TemplateError(f"{settings.place(text, file, 'name')}: {what}")
        return made


def of_pack(folder: Path, told: tuple[Setting, ...]) -> Course:
    """The course of a pack folder whose pack.yaml says these things."""
    near = places.near(folder)
    asked = next((each for each in told if each.key == "template"), None)
    named = layers.chain(asked.value, near, asked.where) if asked else ()
    own = Layer("", folder, "pack", layers.with_brand(tuple(each for each in told if each.key != "template"), folder))
    return Course((own, *named), near)


def of_loose() -> Course:
    """What loose documents are made with: the audiences and looks of the folder in which the command is given."""
    return Course((), places.near(Path()))


def shown_audience(path: Path) -> str:
    """A file of an audience as a message shows it: 'audiences/students.yaml' for one that ships."""
    return f"audiences/{path.name}" if path.parent == places.ours().folder / "audiences" else files.shown(path)
