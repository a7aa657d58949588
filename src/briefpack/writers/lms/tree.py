"""Small help with XML: elements with attributes and children, and their bytes."""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element, indent, tostring


def el(tag: str, *inside: Element | str | None, **attributes: str) -> Element:
    """An element; a child that is None is left out, an attribute 'for_' is written 'for', 'xml_lang' 'xml:lang'."""
    names = {name.rstrip("_").replace("xml_", "xml:"): value for name, value in attributes.items()}
    made = Element(tag, names)
    for part in inside:
        if isinstance(part, str):
            made.text = (made.text or "") + part
        elif part is not None:
            made.append(part)
    return made


def document(root: Element) -> bytes:
    """The bytes of a document; whitespace is added only between elements."""
    indent(root, " ")
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def paragraphs(text: str) -> str:
    """Text as HTML: a paragraph a line, nothing in it has a meaning."""
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.split("\n") if line.strip())
