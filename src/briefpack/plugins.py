"""What other packages add: readers, finders, askers, writers, templates, each under an entry point.

    [project.entry-points."briefpack.readers"]
    srt = "briefpack_extras.srt"

reader   a module with ENDINGS (('.srt',)) and read(data, name) -> readers.blocks.Document
finder   find(sources, brief) -> items of the brief, each with references that resolve
asker    ask(material) -> drafts of questions
writer   write(kit) -> {file name: bytes}
template a package whose folder holds folders of templates (nothing of it is run)

A plugin that fails, or takes too long, is named in a notice, and the build goes on without it. Each call runs in a
copy of the process (`limits.within`), since nothing else can stop code that sleeps or works in C; without a plugin no
copy is made. What a call leaves behind in memory is gone with it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING, Any

from briefpack import limits
from briefpack.model import Brief, Notice

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

SECONDS = 30
"""What one call of a plugin may take."""
FAILED = "failed and was left out"
GROUPS = {
    "readers": "reads a format",
    "finders": "finds items of the brief",
    "askers": "asks questions",
    "writers": "writes files",
    "templates": "holds course templates",
}


@dataclass(frozen=True, slots=True)
class Plugin:
    """One entry point."""

    group: str
    """'readers'."""
    name: str
    package: str
    """'briefpack-extras 1.0'."""
    point: EntryPoint

    def __str__(self) -> str:
        return f"plugin '{self.name}' of {self.package}"


@dataclass(frozen=True, slots=True)
class Kit:
    """What a writer gets for one audience."""

    brief: Brief
    audience: str
    products: tuple[Any, ...]
    """The typed products as they were finished: Deck, Summary, QuestionSet."""


@dataclass(slots=True)
class Guard:
    """Calls plugins; one that fails is named once and not called again."""

    notices: list[Notice] = field(default_factory=list)
    late: set[object] = field(default_factory=set)
    """Those that had to be ended."""
    _failed: set[object] = field(default_factory=set)

    def load(self, plugin: Plugin) -> Any:
        """What the entry point names; None where it cannot be loaded.

        It is loaded in a copy first: a module may hang, or end the program, while it is imported.
        """
        import sys

        if plugin.point.module not in sys.modules and not self.attempt(
            plugin, lambda: bool(plugin.point.load()) or True
        ):
            return None
        with redirect_stdout(sys.stderr):  # what it prints is no answer of ours
            return self._tried(plugin, plugin.point.load)

    def call(self, plugin: Plugin, name: str, *arguments: object) -> Any:
        """What a function of a plugin gives; None where it failed."""
        loaded = self.load(plugin)
        if loaded is None:
            return None
        made = getattr(loaded, name, loaded)
        return self.attempt(plugin, lambda: made(*arguments))

    def fail(self, plugin: Plugin | str, why: str) -> None:
        """Name a plugin that gave what cannot be used."""
        if plugin not in self._failed:
            self.hear(plugin, Notice(f"{plugin} {FAILED}: {why}", do="update it, or take the package away"))

    def hear(self, plugin: Plugin | str, notice: Notice) -> None:
        """Keep what was said of a plugin elsewhere, once; one that failed there is not called here."""
        if notice not in self.notices:
            self.notices.append(notice)
        if FAILED in notice.what:
            self._failed.add(plugin)

    def attempt(self, plugin: Plugin | str, step: Callable[[], Any]) -> Any:
        """What a step of a plugin, itself or as a notice names it, gives; None where it failed or took too long."""
        return self._tried(plugin, lambda: limits.within(SECONDS, step))

    def once(self, plugin: Plugin, step: Callable[[], Any]) -> tuple[Any, str]:
        """What a step gives, or why it failed, which is nobody's business but its caller's."""
        began = monotonic()
        made = tried(lambda: limits.within(SECONDS, step))
        if monotonic() - began >= SECONDS:
            self.late.add(plugin)
        return made

    def _tried(self, plugin: Plugin | str, step: Callable[[], Any]) -> Any:
        if plugin in self._failed:
            return None
        made, why = tried(step)
        if why:
            self.fail(plugin, why)
        return made


def tried(step: Callable[[], Any]) -> tuple[Any, str]:
    """What a stranger's code gives, or why it failed, on one line: it may raise anything, and the build goes on."""
    try:
        return step(), ""
    except KeyboardInterrupt:  # of the person at the keyboard
        raise
    except limits.StoppedError as stopped:
        return None, _line(str(stopped))
    except BaseException as error:
        return None, _line(limits.named(error))


def _line(why: str) -> str:
    return "".join(one if one.isprintable() else "\ufffd" for one in " ".join(why.split())[:200])


@cache
def found() -> tuple[Plugin, ...]:
    """All plugins that are installed, by group and name."""
    from importlib.metadata import entry_points

    points = ((group, point) for group in GROUPS for point in entry_points(group=f"briefpack.{group}"))
    plugins = (Plugin(group, point.name, _package(point), point) for group, point in points)
    return tuple(sorted(plugins, key=lambda one: (list(GROUPS).index(one.group), one.name, one.package)))


def of(group: str) -> tuple[Plugin, ...]:
    """The plugins of a group."""
    return tuple(plugin for plugin in found() if plugin.group == group)


def _package(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value
