"""A text that flows, such as a quiz, on a page: headings, statements, items and their answers, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefpack.layout.flow import Flow, Heading, Item, Part, Table, Text, Words
from briefpack.model import Cited
from briefpack.writers.html.markup import bullets, folded, in_language, pointer, value, words

Sources = tuple[Cited, ...]


def shown(text: Flow, sources: Sources) -> str:
    """The whole text under its name, folded."""
    body = "".join(_part(part, sources) for part in _gathered(text.parts))
    return folded(words(text.kicker), f"<div{in_language(text.language)}>\n{body}</div>\n") if body else ""


def _gathered(parts: Iterable[Part]) -> Iterator[Part | tuple[Item, ...]]:
    """The parts, with the items of one list together: a numbered one and what stands under it, or bullets."""
    group: list[Item] = []
    for part in parts:
        if group and not (isinstance(part, Item) and _under(part, group[0])):
            yield tuple(group)
            group = []
        if isinstance(part, Item):
            group.append(part)
        else:
            yield part
    if group:
        yield tuple(group)


def _under(item: Item, first: Item) -> bool:
    return bool(item.inner or item.mark) if first.number else not item.number


def _part(part: Part | tuple[Item, ...], sources: Sources) -> str:
    if isinstance(part, tuple):
        return _items(part, sources)
    if isinstance(part, Heading):
        return f"<h4>{words(part.text)}</h4>\n"
    if isinstance(part, Text):
        return f'<p dir="auto">{_said(part.words, sources)}</p>\n'
    return _table(part, sources) if isinstance(part, Table) else ""


def _items(items: tuple[Item, ...], sources: Sources) -> str:
    first, *under = items
    if not first.number:
        return bullets(_item(item, sources) for item in items)
    below = bullets((_item(item, sources) for item in under), kind="plain" * any(item.mark for item in under))
    return bullets([f"{_item(first, sources)}\n{below}"], ordered=True, start=first.number)


def _item(item: Item, sources: Sources) -> str:
    mark = f"<b>{words(item.mark)}</b> " if item.mark else ""
    return f"{mark}{_said(item.words, sources)}"


def _table(table: Table, sources: Sources) -> str:
    head = "".join(f'<th scope="col">{words(name)}</th>' for name in table.header)
    rows = "".join(f"<tr>{''.join(f'<td>{_said(cell, sources)}</td>' for cell in row)}</tr>\n" for row in table.rows)
    return f"<table aria-label={value(table.says)}>\n<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody>\n</table>\n"


def _said(runs: Words, sources: Sources) -> str:
    parts = (
        pointer(run.refs, sources) if run.refs else f"<b>{words(run.text)}</b>" if run.bold else words(run.text)
        for run in runs
    )
    return "".join(parts)
