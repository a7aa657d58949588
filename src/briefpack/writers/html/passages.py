"""The sources as one web page: numbered paragraphs, an anchor for each reference, what was taken out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from briefpack.layout import dates
from briefpack.messages import counted, say
from briefpack.model import Brief, Look, Passage, Source
from briefpack.writers.html.frame import back, page
from briefpack.writers.html.markup import bullets, folded, in_language, value, web_address, words


def write(brief: Brief, look: Look) -> bytes:
    """Return sources.html; every passage has the id 'key-paragraph.sentence', every paragraph 'key-paragraph'."""
    cover = f'<p class="kicker">{words(say("Sources"))}</p>\n<h1>{words(brief.title)}</h1>\n{legend(brief)}'
    contents = bullets(f"<a href={value('#' + source.key)}>{words(source.title)}</a>" for source in brief.sources)
    heading = f'<h2 id="the_sources">{words(say("As they were read"))}</h2>'
    body = f'<section class="part" aria-labelledby="the_sources">\n{heading}\n{sections(brief)}{back()}</section>\n'
    return page(say("Sources: {title}", title=brief.title), cover, contents, body, look)


def legend(brief: Brief) -> str:
    """How to read a reference, and what helped."""
    helped = dict(brief.settings).get("nlp")
    with_help = " " + say("Names were found with the help of {program}.", program=helped) if helped else ""
    return f'<p class="facts">{words(say("[2 ¶17] means source 2, paragraph 17.") + with_help)}</p>\n'


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
    yield f"</div>\n{folded(words(say('How it was read')), bullets(map(words, _reading(source))), level=4)}"
    yield f"{_dropped(source)}</section>\n"


def _facts(source: Source) -> Iterator[str]:
    """What a reader wants to know before the text."""
    date = dates.printed(source.published) if source.published else None
    known = (", ".join(source.authors), source.publisher, date, say(source.genre) if source.genre else "")
    yield words(" · ".join(fact for fact in known if fact) or say("Author, publisher and date are not known."))
    if source.title_derived:
        yield words(say("The text has no title; its first statement stands in."))
    web = web_address(source.url)
    if web:
        yield f'<a href={web} rel="noreferrer">{words(say("Where it was published"))}</a>'


def _reading(source: Source) -> Iterator[str]:
    """What was found out about it, and how."""
    yield say(
        "File {file}, {count} sentences, references [@{key}, paragraph.sentence]",
        file=source.origin,
        count=len(source.passages),
        key=source.key,
    )
    if source.grade is not None:
        yield say(
            "Reading grade {grade} (Flesch and Kincaid: school years in the United States)", grade=f"{source.grade:.1f}"
        )
    if source.genre and source.genre_reason:
        yield say("{label}: ", label=say(source.genre).capitalize()) + source.genre_reason
    yield from (say("Worked out: {fact}", fact=fact) for fact in source.worked_out if not fact.startswith("genre: "))


def _paragraph(key: str, passages: tuple[Passage, ...]) -> str:
    first = passages[0]
    kinds = ["paragraph", *([first.kind] if first.kind != "body" else []), *(["deep"] if first.depth > 1 else [])]
    sentences = " ".join(
        f'<span id="{key}-{p.ref.paragraph}.{p.ref.sentence}">{words(p.text)}</span>' for p in passages
    )
    place = first.ref.paragraph
    sign = f'<span aria-hidden="true">¶</span><span class="unseen">{words(say("Paragraph"))} </span>'
    number = f'<span class="number"><span dir="ltr">{sign}{place} </span></span>'
    return f'<p class="{" ".join(kinds)}" id="{key}-{place}" dir="auto">{number}{sentences}</p>'


def _dropped(source: Source) -> str:
    lines = (f"{words(line.text)} <em>({words(line.why)})</em>" for line in source.dropped)
    title = counted(
        "Taken out of this document: {count} line", "Taken out of this document: {count} lines", len(source.dropped)
    )
    return folded(words(title), bullets(lines, kind="dropped"), level=4)
