"""Markdown: front matter, ATX and underlined headings, lists, quotations; marks of emphasis and links are taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.readers.blocks import Block, Document, Meta
from briefpack.readers.decode import decode
from briefpack.readers.lines import BULLET, NUMBER, looks_like_heading
from briefpack.text.plain import fold

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[A-Za-z_-]+)\s*:\s*(?P<value>.*)")
_ENTRY = re.compile(r"\s*-\s+(?P<value>.+)")
_ATX = re.compile(r" {0,3}(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*\s*(?:\{[^}]*\})?\s*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*$")
_RULE = re.compile(r"\s*([-*_]\s*){3,}$")
_FENCE = re.compile(r"\s*(```|~~~|:::)")
_SKIPPED = re.compile(r"\s*(<!--.*?-->|</?[a-z][^>]*>)\s*$|\s*\[[^\]]+\]:\s*\S+|\s*\|?[\s:|-]+\|[\s:|-]*$")
_PICTURE = re.compile(r"!\[(?P<text>[^\[\]]{0,400})\]\([^()]{0,400}\)(?:\{[^{}]{0,100}\})?")
_LINK = re.compile(r"\[(?P<text>[^\[\]]{0,400})\](?:\([^()]{0,400}\)|\[[^\[\]]{0,100}\])")
_EMPHASIS = re.compile(r"(?<![\w\\])(?P<mark>\*{1,3}|_{1,3}|~~|`)(?=\S)(?P<text>.{1,400}?)(?<=\S)(?P=mark)(?!\w)")
_ITALIC = re.compile(r"(?P<mark>[*_])(?![*_\s]).*[^*_\s](?P=mark)")
_STARTED = re.compile(r"\s*(?:[-*+•>|]|\d+[.)])")
_LABEL_WORDS = 10
_DEEPEST_MARKS = 3  # bold in italics in a link
_MOST_MARKS = 500  # a paragraph with more is no prose
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?!\s)[^*_]+(?P=mark):?")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_NOTE = re.compile(r"\[\^[^\[\]]{1,40}\](?!:)")
_KEYS = {
    "author": "authors",
    "date": "published",
    "lang": "language",
    "source": "publisher",
    "publication": "publisher",
    "link": "url",
    "type": "kind",
    "genre": "kind",
}
_PEOPLE = re.compile(r"\s*(?:,|;|\band\b|&)\s*")


def read(data: bytes, name: str) -> Document:
    """Read Markdown as people write it; front matter gives the metadata."""
    text, notices = decode(data, name)
    front = _FRONT.match(text)
    said = meta(front["lines"]) if front else Meta()
    body = text[front.end() :] if front else text
    return Document(tuple(_blocks(body)), said, notices)


def looks_like_markdown(text: str) -> bool:
    """Front matter, or a heading with '#' and no sign of a program: what makes a .txt file Markdown."""
    front = _FRONT.match(text)
    return bool((front and _FIELD.search(front["lines"])) or re.match(r"\s*#{1,3} \S.*\n\s*\n", text))


def meta(lines: str) -> Meta:
    """What lines such as 'title: Heat in cities' say of a document."""
    fields: dict[str, list[str]] = {}
    key = ""
    for line in lines.split("\n"):
        entry, field = _ENTRY.match(line), _FIELD.match(line)
        if entry and key:
            fields[key].append(_unquoted(entry["value"]))
        elif field:
            key = _KEYS.get(field["key"].lower(), field["key"].lower())
            fields[key] = [_unquoted(field["value"])] if field["value"].strip() else []
    authors = [name for value in fields.pop("authors", []) for name in _PEOPLE.split(value.strip("[]")) if name]
    known = {key: value[0] for key, value in fields.items() if value}
    return Meta(
        title=known.get("title", ""),
        authors=tuple(_unquoted(name) for name in authors),
        publisher=known.get("publisher", ""),
        published=known.get("published", ""),
        language=known.get("language", ""),
        url=known.get("url", ""),
        kind=known.get("kind", ""),
    )


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _blocks(text: str) -> Iterator[Block]:
    group: list[str] = []
    indents: list[int] = []
    for line in [*_TAG.sub(_only_breaks, _uncommented(text)).split("\n"), ""]:
        atx, underline = _ATX.match(line), _UNDERLINE.match(line)
        if group and (atx or underline or _begins(line)):
            level = 1 if "=" in line else 2
            yield from _group(group, indents, level if underline else 0)
            group = []
        if atx:
            indents.clear()
            yield Block(_bare(atx["text"]), "heading", len(atx["marks"]))
        elif line.strip() and not _drops(line):
            group.append(line.expandtabs(4))


def _begins(line: str) -> bool:
    """Whether a line ends the paragraph before it: a blank one, a ruler, an item or a row of a table."""
    return bool(
        not line.strip() or _RULE.match(line) or BULLET.match(line) or NUMBER.match(line) or line.startswith("|")
    )


def _uncommented(text: str) -> str:
    """Text without '<!-- … -->'; one that never closes is left alone."""
    first, *rest = text.split("<!--")
    return first + "".join(part.split("-->", 1)[1] if "-->" in part else f"<!--{part}" for part in rest)


def _only_breaks(tag: re.Match[str]) -> str:
    return "\n" * tag[0].count("\n")


def _drops(line: str) -> bool:
    return bool(_RULE.match(line) or _UNDERLINE.match(line) or _FENCE.match(line) or _SKIPPED.match(line))


def _group(lines: list[str], indents: list[int], underlined: int) -> Iterator[Block]:
    """One paragraph, item, quotation, table row, underlined heading or caption; several if its lines are labels."""
    if len(lines) > 1 and not underlined and not _STARTED.match(lines[0]) and all(map(_is_label, lines)):
        for line in lines:
            yield from _group([line], indents, 0)
        return
    found = BULLET.match(lines[0]) or NUMBER.match(lines[0])
    raw = fold(" ".join([found["text"] if found else lines[0], *lines[1:]]))
    text = _bare(re.sub(r"(?:^|\s)>+\s?", " ", raw) if raw.startswith(">") else raw)
    if underlined and not found:
        indents.clear()
        yield Block(text, "heading", underlined)
    elif found:
        depth = _depth(indents, len(found["indent"]))
        yield Block(text, "item", depth, prefix=found["mark"])
    elif text:
        indents.clear()
        yield _paragraph(raw, text)


def _paragraph(raw: str, text: str) -> Block:
    if raw.startswith("|"):
        return Block(text, "item", 1)
    if _BOLD.fullmatch(raw) and looks_like_heading(text):
        return Block(text, "heading", 3, sure=False)
    return Block(text, "caption" if _PICTURE.fullmatch(raw) else "text", italic=bool(_ITALIC.fullmatch(raw)))


def _is_label(line: str) -> bool:
    # 'Jane Doe', 'Institute of Examples', '5 May 2023' under each other
    return len(line.split()) <= _LABEL_WORDS and looks_like_heading(line.strip())


def _depth(indents: list[int], indent: int) -> int:
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)


def _bare(text: str) -> str:
    """Text without marks of emphasis, links and notes."""
    for form in (_PICTURE, _LINK):
        text = form.sub(lambda found: found["text"], text)
    marks = sum(map(text.count, "*_~`"))
    for _ in range(_DEEPEST_MARKS if marks < _MOST_MARKS else 0):
        text = _EMPHASIS.sub(lambda found: found["text"], text)
    if text.startswith("|"):
        text = "; ".join(cell.strip() for cell in text.strip("|").split("|") if cell.strip())
    return fold(_ESCAPE.sub(r"\1", _NOTE.sub("", text)))
