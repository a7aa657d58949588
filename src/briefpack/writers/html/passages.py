"""The sources as one web page: numbered paragraphs, an anchor for each reference, what was taken out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from briefpack.layout import dates
from briefpack.model import Brief, Look, Passage, Source
from briefpack.writers.html.frame import BACK, page
from briefpack.writers.html.markup import bullets, folded, in_language, value, web_address, words


def write(brief: Brief, look: Look) -> bytes:
    """Return sources.html; every passage has the id 'key-paragraph.sentence', every paragraph 'key-paragraph'."""
    cover = f'<p class="kicker">Sources</p>\n<h1>{words(brief.title)}</h1>\n{legend(brief)}'
    contents = bullets(f"<a href={value('#' + source.key)}>{words(source.title)}</a>" for source in brief.sources)
    heading = '<h2 id="the_sources">As they were read</h2>'
    body = f'<section class="part" aria-labelledby="the_sources">\n{heading}\n{sections(brief)}{BACK}</section>\n'
    return page(f"Sources: {brief.title}", cover, contents, body, look)


def legend(brief: Brief) -> str:
    """How to read a reference, and what helped."""
    helped = dict(brief.settings).get("nlp")
    with_help = f" Names were found with the help of {words(helped)}." if helped else ""
    return f'<p class="facts">[2 ¶17] means source 2, paragraph 17.{with_help}</p>\n'


def sections(brief: Brief) -> str:
    """All sources, one after the other."""
    return "".join("\n".join(_source(number, source)) for number, source in enumerate(brief.sources, 1))


def _source(number: int, source: Source) -> Iterator[str]:
    yield f'<section class="source" id={value(source.key)}>'
    title = f'<span{in_language(source.language)} dir="auto">{words(source.title)}</span>'
    yield f'<h3><span class="quiet">{number}</span> {title}</h3>'
    yield from (f'<p class="about">{fact}</p>' for fact in _facts(source))
    yield f"<div{in_language(source.language)}>"
    heading = ""
    for _, group in groupby(source.passages, key=lambda passage: passage.ref.paragraph):
        passages = tuple(group)
        if passages[0].heading != heading:
            heading = passages[0].heading
            yield f'<h4 dir="auto">{words(heading)}</h4>' if heading else ""
        yield _paragraph(source.key, passages)
    yield f"</div>\n{folded('How it was read', bullets(map(words, _reading(source))), level=4)}"
    yield f"{_dropped(source)}</section>\n"


def _facts(source: Source) -> Iterator[str]:
    """What a reader wants to know before the text."""
    date = dates.printed(source.published) if source.published else None
    known = (", ".join(source.authors), source.publisher, date, source.genre)
    yield words(" · ".join(fact for fact in known if fact) or "Author, publisher and date are not known.")
    if source.title_derived:
        yield "The text has no title; its first statement stands in."
    web = web_address(source.url)
    if web:
        yield f'<a href={web} rel="noreferrer">Where it was published</a>'


def _reading(source: Source) -> Iterator[str]:
    """What was found out about it, and how."""
    yield f"File {source.origin}, {len(source.passages)} sentences, references [@{source.key}, paragraph.sentence]"
    if source.grade is not None:
        yield f"Reading grade {source.grade:.1f} (Flesch and Kincaid: school years in the United States)"
    if source.genre and source.genre_reason:
        yield f"{source.genre.capitalize()}: {source.genre_reason}"
    yield from (f"Worked out: {fact}" for fact in source.worked_out if not fact.startswith("genre: "))


def _paragraph(key: str, passages: tuple[Passage, ...]) -> str:
    first = passages[0]
    kinds = ["paragraph", *([first.kind] if first.kind != "body" else []), *(["deep"] if first.depth > 1 else [])]
    sentences = " ".join(
        f'<span id="{key}-{p.ref.paragraph}.{p.ref.sentence}">{words(p.text)}</span>' for p in passages
    )
    place = first.ref.paragraph
    sign = '<span aria-hidden="true">¶</span><span class="unseen">Paragraph </span>'
    number = f'<span class="number"><span dir="ltr">{sign}{place} </span></span>'
    return f'<p class="{" ".join(kinds)}" id="{key}-{place}" dir="auto">{number}{sentences}</p>'


def _dropped(source: Source) -> str:
    lines = (f"{words(line.text)} <em>({words(line.why)})</em>" for line in source.dropped)
    title = f"Taken out of this document: {len(source.dropped)} line{'s' * (len(source.dropped) != 1)}"
    return folded(title, bullets(lines, kind="dropped"), level=4)
