"""A Page to its text."""

from __future__ import annotations

import json
import re

from briefpack.model import Entry, Group, Page, Section
from briefpack.page.inline import attributes, citation, escape, escape_heading, fold

_ODD_VALUE = re.compile(r"$|[-!&*?|>@%`\"'#{}\[\],:]|.*(?:: | #|:$)")  # what YAML would misread without quotes


def render(page: Page) -> str:
    """Write a page: each text on one line, and what the grammar would misread escaped."""
    parts = [_front_matter(page.settings)] if page.settings else []
    if page.title:
        parts.append(f"# {escape_heading(page.title)}")
    parts += [_section(section) for section in page.sections]
    return "\n\n".join(parts) + "\n"


def _front_matter(settings: tuple[tuple[str, str], ...]) -> str:
    lines = [f"{key}: {_value(fold(value))}" for key, value in settings]
    return "\n".join(["---", *lines, "---"])


def _value(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if _ODD_VALUE.match(value) else value


def _section(section: Section) -> str:
    blocks = []
    for place, group in enumerate(section.groups):
        entries = "\n\n".join(_blocks(group.entries))
        headed = place or group.heading or group.refs or group.kind or group.options
        blocks.append(f"{heading('###', group)}\n{entries}".rstrip("\n") if headed else entries)
    if section.notes:
        blocks.append("\n".join(["::: notes", "\n\n".join(_blocks(section.notes)), ":::"]))
    return "\n".join([heading("##", section), "\n\n".join(blocks)]).rstrip("\n")


def heading(marks: str, part: Section | Group) -> str:
    """The line of a heading, with its references and attributes."""
    words = [marks, escape_heading(part.heading), citation(part.refs), attributes(part.kind, part.options)]
    return " ".join(word for word in words if word)


def _blocks(entries: tuple[Entry, ...]) -> list[str]:
    """What stands between blank lines: a whole list, one quotation, one paragraph."""
    blocks: list[str] = []
    before = ""
    for entry in entries:
        block = "\n".join(_lines(entry, ""))
        if entry.kind == before == "item":
            blocks[-1] += f"\n{block}"
        else:
            blocks.append(block)
        before = entry.kind
    return blocks


def row(entry: Entry) -> str:
    """The line of an entry, without what is indented under it."""
    mark = {"item": "-", "quote": ">"}.get(entry.kind, "")
    words = [mark, "!" if entry.pinned and entry.text else "", escape(entry.text), citation(entry.refs)]
    return " ".join(word for word in words if word)


def _lines(entry: Entry, indent: str) -> list[str]:
    lines = [indent + row(entry)]
    for child in entry.children:
        lines += _lines(child, f"{indent}  ")
    return lines
