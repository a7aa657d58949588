"""Web pages: the article by trafilatura, captions and what stands around it by their tags and classes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

from briefpack.errors import ReadError
from briefpack.readers import html_meta
from briefpack.readers.blocks import Block, Document
from briefpack.readers.decode import decode
from briefpack.readers.quiet import quiet
from briefpack.text.lists import load
from briefpack.text.plain import fold, plain

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,30})|<\?xml[^>]{0,100}?encoding=[\"']([\w-]{3,30})", re.I
)
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_CAPTION = "\u2317"  # stands before a caption while trafilatura works
_LEAST_WORDS = 25
_LONGEST_WHOLE = 300  # words of a page that is one paragraph
_PARTS = ("p", "list", "head", "quote", "table")
_INLINE = ("hi", "ref", "del", "lb", "graphic")
_NOISE_TAGS = {"nav": "navigation", "aside": "page furniture", "footer": "page furniture", "form": "page furniture"}
_HOVERING = re.compile(
    r"(?:^|[\s_-])(?:rollover|tooltip|popover|hovercard)(?:text|content)?(?:$|[\s_-])", re.IGNORECASE
)
_LONGEST_NOISE = 300  # characters of a dropped block that are kept for the list
_SKIPPED = frozenset(["script", "style", "template", "noscript", "svg", "head", "iframe", "button", "select", "option"])
_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")


def read(data: bytes, name: str) -> Document:
    """Read a web page: its article with headings, lists, tables and captions, and what it says of itself."""
    declared = _CHARSET.search(data[:4096])
    code = next((group.decode() for group in declared.groups() if group), "") if declared else ""
    text, notices = decode(data, name, "cp1252" if code.lower() in ("iso-8859-1", "latin1") else code)
    page = _parsed(text, name)
    meta = html_meta.read(page)
    around = list(_around(page))
    _mark_captions(page)
    _drop_hovering(page)
    body = list(_article(page))
    return Document((*_not_in(around, body), *body), meta, notices)


def _parsed(text: str, name: str) -> Any:
    from lxml import etree
    from lxml.html import document_fromstring

    try:
        page = document_fromstring(_PROLOG.sub("", text))
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(f"{name}: is no readable web page ({error}); save it again from a browser") from error
    etree.strip_tags(page, etree.Comment, etree.ProcessingInstruction)
    for line_break in page.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    return page


def _article(page: Any) -> Iterator[Block]:
    blocks = _extracted(page)
    if len(blocks) == 1 and len(blocks[0].text.split()) > _LONGEST_WHOLE:
        blocks = _extracted(page, favor_recall=True)
    if sum(len(block.text.split()) for block in blocks) < _LEAST_WORDS:
        blocks = list(_plain_walk(page))
    yield from blocks


def _extracted(page: Any, *, favor_recall: bool = False) -> list[Block]:
    """What trafilatura finds; where it cannot find paragraphs, it gives all of a page as one."""
    from trafilatura import bare_extraction

    with quiet("trafilatura", "htmldate", "justext"):
        found = bare_extraction(
            deepcopy(page),
            include_comments=False,
            include_tables=True,
            include_formatting=True,
            with_metadata=False,
            favor_recall=favor_recall,
        )
    body = getattr(found, "body", None)
    return [] if body is None else list(_each(body))


def _each(parent: Any) -> Iterator[Block]:
    """The blocks of an element's children; text that stands loose between them is a paragraph of its own."""
    loose = [parent.text or ""]
    for child in parent:
        if child.tag in _INLINE:
            loose.append("".join(child.itertext()))
        else:
            yield from _loose(loose)
            yield from _blocks(child)
            loose = []
        loose.append(child.tail or "")
    yield from _loose(loose)


def _loose(parts: list[str]) -> Iterator[Block]:
    if text := fold("".join(parts)):
        yield Block(text)


def _blocks(element: Any) -> Iterator[Block]:
    """The blocks of one element of trafilatura's body."""
    text = _text(element)
    if element.tag == "head":
        level = re.sub(r"\D", "", element.get("rend") or "") or "2"
        yield Block(text, "heading", int(level))
    elif element.tag == "list":
        yield from _items(element, 1)
    elif element.tag == "table":
        yield from _rows(element)
    elif element.tag in ("div", "quote") and len(element):
        yield from _mixed(element)
    elif text:
        yield _paragraph(element, text)


def _paragraph(element: Any, text: str) -> Block:
    if text.startswith(_CAPTION):
        return Block(text.lstrip(_CAPTION + " "), "caption")
    only = element[0] if len(element) == 1 and element[0].tag == "hi" else None
    italic = only is not None and only.get("rend") == "#i" and len(_text(only)) >= 0.9 * len(text)
    return Block(text, italic=italic)


def _mixed(element: Any) -> Iterator[Block]:
    """A quotation or division: its own paragraphs, or all of it as one."""
    if not any(child.tag in _PARTS for child in element):
        yield _paragraph(element, _text(element))
    else:
        yield from _each(element)


def _items(element: Any, depth: int) -> Iterator[Block]:
    for item in element:
        if item.tag == "list":
            yield from _items(item, depth + 1)
            continue
        lists = [child for child in item if child.tag == "list"]
        text = _text(item, without="list")
        if text:
            yield Block(text, "item", depth)
        for inner in lists:
            yield from _items(inner, depth + 1)


def _rows(table: Any) -> Iterator[Block]:
    for row in table.iter("row"):
        cells = [text for cell in row.iter("cell") if (text := _text(cell))]
        if cells:
            yield Block("; ".join(cells), "item", 1)


def _text(element: Any, without: str = "") -> str:
    """All text of an element but that of its children with the tag ``without``."""
    if not without:
        return fold("".join(element.itertext()))
    parts = [element.text or ""]
    for child in element:
        parts += ("" if child.tag == without else "".join(child.itertext()), child.tail or "")
    return fold("".join(parts))


def _mark_captions(page: Any) -> None:
    """Turn figures into paragraphs that trafilatura keeps, marked as captions."""
    from lxml.html import Element

    for figure in list(page.iter("figure")):
        caption = next(figure.iter("figcaption"), None)
        parent = figure.getparent()
        text = "" if caption is None else _text(caption)
        if parent is None or not text or any(True for _ in figure.iterancestors("aside", "nav", "footer", "figure")):
            continue
        mark = Element("p")
        mark.text, mark.tail = f"{_CAPTION} {text}", figure.tail
        parent.replace(figure, mark)


def _drop_hovering(page: Any) -> None:
    """Take out what only a pointer over a word shows: else a card on a person runs into the sentence that names her.

    The word and its card stand together in an element of such a class; only what is of it inside another goes.
    """
    marked = [each for each in page.iter("span", "div", "small") if _HOVERING.search(each.get("class") or "")]
    for element in marked:
        if any(each in marked for each in element.iterancestors()) and element.getparent() is not None:
            element.drop_tree()


def _around(page: Any) -> Iterator[Block]:
    """What stands around the article, outermost elements only, with a reason from tag or class."""
    total = len(_visible(page))
    stack = [page]
    while stack:
        element = stack.pop()
        why = _noise(element)
        text = _visible(element) if why else ""
        if text and len(text) < total / 2:
            yield Block(text[:_LONGEST_NOISE], why=why)
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))


def _noise(element: Any) -> str:
    """Why an element is not the article, by its class, id or tag; empty if it may be."""
    if not isinstance(element.tag, str):
        return ""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    tokens = {token.lower() for token in re.split(r"[\s_-]+|(?<=[a-z])(?=[A-Z])", named[:400])}
    known = _classes()
    found = min((known[token] for token in tokens if token in known), default=None)
    return found[1] if found else _NOISE_TAGS.get(element.tag, "")


@cache
def _classes() -> dict[str, tuple[int, str]]:
    """Token of a class name to its place in the list, the first one counts, and the reason."""
    entries = (entry.partition(" = ") for entry in load("html-classes"))
    return {token: (at, why) for at, (token, _, why) in enumerate(entries)}


def _visible(element: Any) -> str:
    parts: list[str] = []
    stack: list[Any] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if node is not element and node.tail:
            stack.append(node.tail)
        if node.tag not in _SKIPPED:
            stack.extend(reversed(node))
            parts.append(node.text or "")
        parts.append(" " if node.tag not in ("a", "span", "em", "strong", "i", "b") else "")
    return fold("".join(parts))


def _not_in(around: list[Block], body: list[Block]) -> Iterator[Block]:
    """The surrounding blocks that the article does not hold after all."""
    article = plain(" ".join(block.text for block in body))
    for block in dict.fromkeys(around):
        if plain(block.text)[:80] not in article:
            yield block


def _plain_walk(page: Any) -> Iterator[Block]:
    """All headings, paragraphs and items of a page too short for trafilatura."""
    for element in page.iter(*_HEADS, "p", "li", "blockquote", "pre", "td"):
        text = _text(element)
        if text and not any(True for _ in element.iterancestors("nav", "footer", "aside", "p", "li", "td")):
            yield _walked(element, text)
    if next(page.iter("p", "li"), None) is None:
        yield from (Block(line) for part in "".join(page.itertext()).split("\n") if (line := fold(part)))


def _walked(element: Any, text: str) -> Block:
    if element.tag in _HEADS:
        return Block(text, "heading", int(element.tag[1]))
    if element.tag == "li":
        return Block(text, "item", 1)
    return _paragraph(element, text)
