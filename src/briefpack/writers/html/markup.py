"""The small pieces of a page: escaped words, printed references as links, lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from urllib.parse import quote, urlsplit

from briefpack.layout import dates, references
from briefpack.messages import code, say, tongue
from briefpack.model import Cited, Line, Ref

_WEB = ("http", "https")


def words(text: str) -> str:
    """Text of a person or a document, harmless inside an element."""
    return escape(text, quote=False)


def value(text: str) -> str:
    """The same inside an attribute, with its marks."""
    return f'"{escape(text)}"'


def file_address(name: str) -> str:
    """The relative address of a file of the pack: "students/what%3F.pdf"."""
    return value(quote(name))


def web_address(url: str | None) -> str:
    """An address on the web as an attribute; empty for 'javascript:', 'file:' and all that is none."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return value(url or "") if parts.scheme in _WEB and parts.netloc else ""


def pointer(refs: Iterable[Ref], sources: Iterable[Cited]) -> str:
    """' [1 ¶7; 3 ¶5]', each a link to its passage on this page; empty without references.

    Two sentences of one paragraph share a link to the paragraph, so that every link can be hit with a finger.
    """
    numbers = references.numbers(sources)
    places: dict[tuple[int, str, int], list[Ref]] = {}
    for ref in sorted({ref for ref in refs if ref.source in numbers}):
        places.setdefault((numbers[ref.source], ref.source, ref.paragraph), []).append(ref)
    links = "; ".join(_link(number, cited) for (number, _, _), cited in sorted(places.items()))
    return f'\u00a0<span class="ref">[{links}]</span>' if links else ""


def line(one: Line, sources: Iterable[Cited], language: str = "en") -> str:
    """A statement with what stands before and after it, and its references."""
    sources = tuple(sources)
    label = named(one.label, sources, language)
    before = f"{lead(label) if one.text else bold(label)} " if label else ""
    return f"{before}{foreign(one.text)}{detail(one.detail)}{pointer(one.refs, sources)}"


def foreign(text: str) -> str:
    """A statement; in an element of its own where it is in another language than its page."""
    found = tongue(text)
    return f"<span lang={value(found)}>{words(text)}</span>" if found else words(text)


def bold(text: str) -> str:
    """A text that stands out."""
    return f"<b>{words(text)}</b>"


def lead(label: str) -> str:
    """What stands before a statement: '<b>Maria Orlova:</b>'."""
    return bold(say("{label}:", label=label))


def named(label: str, sources: Iterable[Cited], language: str = "en") -> str:
    """A label as people read it: a date spelt out, a source by its name."""
    return {source.key: source.name for source in sources}.get(label) or dates.printed(label, language)


def detail(text: str) -> str:
    """What stands after a statement: ' (planned)'."""
    return f' <span class="quiet">({words(text)})</span>' if text else ""


def bullets(items: Iterable[str], *, kind: str = "", ordered: bool = False, start: int = 1) -> str:
    """A list; empty without items."""
    rows = "".join(f"<li>{item}</li>\n" for item in items)
    tag = "ol" if ordered else "ul"
    first = f' start="{start}"' if start > 1 else ""
    return f"<{tag}{_class(kind)}{first}>\n{rows}</{tag}>\n" if rows else ""


def pairs(items: Iterable[tuple[str, str]], *, kind: str = "pairs") -> str:
    """A list of terms or dates, each with what is said of it; empty without items."""
    rows = "".join(f"<div><dt>{term}</dt><dd>{said}</dd></div>\n" for term, said in items)
    return f"<dl{_class(kind)}>\n{rows}</dl>\n" if rows else ""


def folded(title: str, body: str, *, level: int = 3, shown: bool = False) -> str:
    """A part that opens when its heading is chosen; empty without a body."""
    if not body:
        return ""
    return f"<details{' open' * shown}><summary><h{level}>{title}</h{level}></summary>\n{body}</details>\n"


def in_language(language: str | None) -> str:
    """The attribute of a part that is not in the language of the page."""
    return f" lang={value(language)}" if language and language != (code() or "en") else ""


def attributes(given: Mapping[str, str]) -> str:
    """' id="x" class="y"', those that are not empty."""
    return "".join(f" {name}={value(text)}" for name, text in given.items() if text)


def _class(kind: str) -> str:
    return attributes({"class": kind})


def _link(number: int, cited: list[Ref]) -> str:
    """One pointer; its sign is read aloud as a word."""
    first = cited[0]
    place = f"#{first.source}-{first.paragraph}" + (f".{first.sentence}" if len(cited) == 1 else "")
    sign = f'<span aria-hidden="true">¶</span><span class="unseen">{words(say("paragraph"))} </span>'
    return f"<a href={value(place)}>{number}\u00a0{sign}{first.paragraph}</a>"
