"""Jinja with nothing in reach but what a template is handed; imported when the first template is filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefpack.compose.environment import CLOSES, NAMED, OPENS, joined, printed


class _Compiled(BytecodeCache):
    """What was compiled for one audience serves the next, as long as its text is the same; kept in memory only."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment whose templates come from ``load`` by the names that ``join`` makes of what they ask for."""

    concat = staticmethod(joined)

    def __init__(self, load: Callable[[str], str], join: Callable[[str, str], str]) -> None:
        def source(name: str) -> tuple[str, str, None] | None:
            try:
                return load(name), name, None
            except KeyError:
                return None

        super().__init__(
            loader=FunctionLoader(source),
            undefined=StrictUndefined,
            autoescape=False,
            finalize=printed,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
            optimized=False,  # a filter on a constant speaks the language of the pack, not that of the first one built
        )
        self._join = join

    def join_path(self, template: str, parent: str) -> str:
        return self._join(template, parent)


class _Marked(Template):
    """A template whose blocks stand between marks that say where they come from."""

    @classmethod
    def _from_namespace(cls, environment: Any, namespace: Any, globals: Any) -> Any:
        made = super()._from_namespace(environment, namespace, globals)
        made.blocks = {name: _between(f"{made.name}|{name}", write) for name, write in made.blocks.items()}
        return made


class Marking(Sandbox):
    """The same, to find out which block prints a line."""

    template_class = _Marked


def _between(name: str, write: Callable[[Any], Iterator[str]]) -> Callable[[Any], Iterator[str]]:
    def marked(context: Any) -> Iterator[str]:
        yield f"{OPENS}{name}{NAMED}"
        yield from write(context)
        yield CLOSES

    return marked
