"""The blocks of the pages of a template: which file each one comes from, and those that would be shown nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefpack import settings
from briefpack.compose.environment import CLOSES, NAMED, OPENS, Load, below
from briefpack.errors import TemplateError

_MARK = re.compile(f"{OPENS}([^{NAMED}]*){NAMED}|{CLOSES}")


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page that a template further up may change."""

    name: str
    file: str
    """'templates/pol-302/deck.md.j2'."""
    line: int
    inner: bool = False
    """Whether it stands inside another block of its file."""


@dataclass(frozen=True, slots=True)
class _Page:
    blocks: tuple[Block, ...]
    extends: str
    """Empty where it extends nothing, or what it extends is worked out."""


def blocks(name: str, load: Load, folders: tuple[str, ...]) -> tuple[Block, ...]:
    """Each block of a page as it is shown, in the order of the outermost page; TemplateError for one that is not."""
    found: dict[str, Block] = {}
    for page in reversed(tuple(_chain(name, load, folders))):
        for block in page.blocks:
            if page.extends and not block.inner and block.name not in found:
                what = f"no page below has a block '{block.name}', {settings.nearest(block.name, found)}"
                raise TemplateError(f"{block.file}:{block.line}: block '{block.name}': {what}")
            found[block.name] = block
    return tuple(found.values())


def page_blocks(page: str, load: Load, folders: tuple[str, ...]) -> tuple[Block, ...]:
    """The blocks of a page by its file's name, 'deck.md.j2', in the nearest of these folders that has it."""
    for folder in folders:
        try:
            load(f"{folder}/{page}")
        except KeyError:
            continue
        return blocks(f"{folder}/{page}", load, folders)
    return ()


def wrote(marked: str, line: int, load: Load) -> str:
    """'pol-302/deck.md.j2:4: block 'terms', filled in' for a line of a page with marks; empty outside of all blocks."""
    open_ones: list[str] = []
    deepest: list[str] = []
    for number, row in enumerate(marked.split("\n"), 1):
        if number == line:
            deepest = list(open_ones)
        for mark in _MARK.finditer(row):
            if mark[1] is None:
                open_ones.pop()
            else:
                open_ones.append(mark[1])
            if number == line and len(open_ones) > len(deepest):
                deepest = list(open_ones)
        if number == line:
            break
    if not deepest:
        return ""
    file, _, name = deepest[-1].partition("|")
    at = next((block.line for block in _page(load(file), file).blocks if block.name == name), 1)
    return f"{file}:{at}: block '{name}', filled in"


def _chain(name: str, load: Load, folders: tuple[str, ...]) -> Iterator[_Page]:
    seen: list[str] = []
    while name and name not in seen:
        seen.append(name)
        try:
            page = _page(load(name), name)
        except KeyError:
            return
        yield page
        name = below(page.extends, name, load, folders)


@lru_cache(maxsize=64)
def _page(text: str, file: str) -> _Page:
    from jinja2 import Environment, TemplateSyntaxError, nodes

    try:
        tree = Environment(autoescape=False).parse(text)
    except TemplateSyntaxError as error:
        raise TemplateError(f"{file}:{error.lineno}: {error.message}") from None
    found: list[Block] = []
    for node in tree.find_all(nodes.Block):
        inner = any(node in outer.find_all(nodes.Block) for outer in tree.find_all(nodes.Block) if outer is not node)
        found.append(Block(node.name, file, node.lineno, inner))
    asked: Any = tree.find(nodes.Extends)
    extends = asked.template.value if asked and isinstance(asked.template, nodes.Const) else ""
    return _Page(tuple(sorted(found, key=lambda block: block.line)), str(extends))
