"""The sources as one web page: numbered paragraphs, an anchor for each reference, what was taken out.

The page stands alone: no script, nothing loaded from elsewhere, readable on paper and on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from briefpack.model import Brief, Passage, Source

_STYLE = """
:root { --ink: #241f1a; --muted: #665b4f; --accent: #134a58; --rule: #d8cab1; --tint: #f3e7d0; }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem; color: var(--ink); background: #fff;
  font: 1.05rem/1.55 Georgia, "PT Serif", serif; overflow-wrap: break-word; }
h1, h2, h3, nav, .about, .number, summary, footer { font-family: Calibri, Lato, Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { margin-top: 2.5rem; border-top: 2px solid var(--ink); padding-top: .6rem; }
h3 { color: var(--accent); margin: 1.6rem 0 .4rem; }
.about, .dropped { color: var(--muted); } .about { margin: .2rem 0; }
.paragraph { position: relative; margin: .7rem 0; padding-left: 2.8rem; }
.number { position: absolute; left: 0; top: .15rem; color: var(--muted); font-size: .85rem; }
.item { margin-left: 1.2rem; } .item.deep { margin-left: 2.4rem; } .caption { font-style: italic; }
span:target { background: var(--tint); outline: 3px solid var(--tint); }
a { color: var(--accent); } details { margin: 1.2rem 0; } .dropped li { margin: .3rem 0; }
@media print { nav { display: none; } body { max-width: none; padding: 0; } }
"""


def write(brief: Brief) -> bytes:
    """Return sources.html; every passage has the id 'key-paragraph.sentence', every paragraph 'key-paragraph'."""
    language = next((source.language for source in brief.sources if source.language), "en")
    body = "\n".join((*_head(brief), *(line for n, s in enumerate(brief.sources, 1) for line in _source(n, s))))
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{escape(f"Sources: {brief.title}")}</title>
<style>{_STYLE}</style>
</head>
<body>
{body}
</body>
</html>
""".encode()


def _head(brief: Brief) -> Iterator[str]:
    yield f"<header><h1>{escape(brief.title)}</h1>"
    yield "<p class=about>The documents as they were read. [2 ¶17] means source 2, paragraph 17.</p>"
    helped = dict(brief.settings).get("nlp")
    if helped:
        yield f"<p class=about>Names were found with the help of {escape(helped)}.</p>"
    yield "</header>\n<nav aria-label=Sources><ol>"
    for source in brief.sources:
        link = f'<a href="#{source.key}">{escape(source.title)}</a>'
        yield f"<li>{link} <span class=about>{escape(source.name)}</span></li>"
    yield "</ol></nav>\n<main>"


def _source(number: int, source: Source) -> Iterator[str]:
    language = f' lang="{escape(source.language)}"' if source.language else ""
    yield f'<section id="{source.key}"{language}>\n<h2>[{number}] {escape(source.title)}</h2>'
    yield from (f"<p class=about>{escape(fact)}</p>" for fact in _facts(source))
    heading = ""
    for _, group in groupby(source.passages, key=lambda passage: passage.ref.paragraph):
        passages = tuple(group)
        if passages[0].heading != heading:
            heading = passages[0].heading
            yield f"<h3>{escape(heading)}</h3>" if heading else ""
        yield _paragraph(source.key, passages)
    yield from _dropped(source)
    yield "</section>"


def _facts(source: Source) -> Iterator[str]:
    known = (", ".join(source.authors), source.publisher, source.published, source.genre)
    yield " · ".join(fact for fact in known if fact) or "Author, publisher and date are not known."
    yield f"File {source.origin}, {len(source.passages)} sentences, references [@{source.key}, paragraph.sentence]"
    if source.grade is not None:
        yield f"Reading grade {source.grade:.1f} (Flesch and Kincaid: school years in the United States)"
    if source.title_derived:
        yield "The text has no title; its first statement stands in."
    if source.genre and source.genre_reason:
        yield f"{source.genre.capitalize()}: {source.genre_reason}"
    yield from (f"Worked out: {fact}" for fact in source.worked_out if not fact.startswith("genre: "))


def _paragraph(key: str, passages: tuple[Passage, ...]) -> str:
    first = passages[0]
    kinds = ["paragraph", *([first.kind] if first.kind != "body" else []), *(["deep"] if first.depth > 1 else [])]
    sentences = " ".join(
        f'<span id="{key}-{p.ref.paragraph}.{p.ref.sentence}">{escape(p.text, quote=False)}</span>' for p in passages
    )
    place = first.ref.paragraph
    return f'<p class="{" ".join(kinds)}" id="{key}-{place}"><span class=number>¶{place}</span>{sentences}</p>'


def _dropped(source: Source) -> Iterator[str]:
    if not source.dropped:
        return
    yield f"<details class=dropped><summary>Taken out of this document: {len(source.dropped)} lines</summary><ul>"
    yield from (f"<li>{escape(line.text)} <em>({escape(line.why)})</em></li>" for line in source.dropped)
    yield "</ul></details>"
