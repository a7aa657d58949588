"""The index of a pack: every file, every product, the brief and the sources on one page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from briefpack.messages import counted, noted, ours, say
from briefpack.model import Brief, Cited, Look, Offer
from briefpack.writers.html import findings, passages, products
from briefpack.writers.html.frame import back, page
from briefpack.writers.html.markup import bullets, file_address, folded, in_language, value, words

_LOGO = 240, 56
"""Pixels across and down, at most."""
_WIDE = 1000
"""Units across a strip."""
_GROUPS = {"hand out": noted("To hand out"), "show": noted("To show"), "keep": noted("Not to hand out")}
_SPARE = noted("Files to change, and for other programs")


@dataclass(frozen=True, slots=True)
class Shelf:
    """What one audience gets."""

    audience: str
    label: str
    """'Teaching pack for students'."""
    offers: tuple[Offer, ...]
    products: tuple[products.Product, ...]
    whom: str = ""
    """'For policy staff'; empty for the audience's name."""


@dataclass(frozen=True, slots=True)
class Index:
    """What the page shows."""

    brief: Brief
    sources: tuple[Cited, ...]
    """With every passage that a product takes."""
    shelves: tuple[Shelf, ...]
    shared: tuple[Offer, ...] = ()
    """Files of all audiences."""
    whole: bool = True
    """False for an edition to hand out: without the brief, from which questions and their key are made."""


def write(index: Index, look: Look) -> bytes:
    """Return index.html; a reference leads to its passage on the same page."""
    body = "".join(
        (
            *(_shelf(shelf, index) for shelf in index.shelves),
            _brief(index) if index.whole else "",
            _part("the_sources", say("The sources, as they were read"), passages.sections(index.brief)),
        )
    )
    return page(index.brief.title, _cover(index, look), _contents(index), body, look)


def _cover(index: Index, look: Look) -> str:
    brief = index.brief
    kicker = words(" · ".join(ours(shelf.label) for shelf in index.shelves))
    top = f'{_logo(look)}<p class="kicker">{kicker}</p>'
    question = f'<p class="lead" dir="auto">{words(brief.question)}</p>\n' if brief.question != brief.title else ""
    facts = [dict(brief.settings).get(name, "") for name in ("course", "teacher", "institution", "date")]
    told = " · ".join(words(fact) for fact in facts if fact)
    details = f'<p class="facts">{told}</p>\n' if told else ""
    strips = bullets((_strip(source, index.sources) for source in index.sources), kind="strips")
    return f'{top}\n<h1 dir="auto">{words(brief.title)}</h1>\n{question}{details}{strips}'


def _logo(look: Look) -> str:
    """The logo inside the page, which is sent alone; on white, since nobody knows its colours."""
    if not look.logo:
        return ""
    scale = min(most / size for most, size in zip(_LOGO, (look.logo.w, look.logo.h), strict=True))
    wide, high = (max(1, round(scale * size)) for size in (look.logo.w, look.logo.h))
    data = b64encode(look.logo.png).decode()
    shown = f'alt={value(look.logo.alt)} width="{wide}" height="{high}"'
    return f'<p class="logo"><img src="data:image/png;base64,{data}" {shown}></p>\n'


def _strip(source: Cited, sources: Iterable[Cited]) -> str:
    """A bar as long as the text, a mark wherever the pack takes a passage."""
    longest = max((one.words for one in sources), default=0) or 1
    wide = _WIDE * source.words / longest
    marks = "".join(
        f'<rect class="taken" x="{start * wide:.1f}" width="{max((end - start) * wide, 2):.1f}" height="8"/>'
        for start, end in source.used
    )
    named = f"<a href={value('#' + source.key)}>{source.number} {words(source.name)}</a>"
    taken = words(counted("{count} passage used", "{count} passages used", source.passages))
    ground = f'<rect class="ground" width="{wide:.1f}" height="8"/>'
    bar = f'<svg viewBox="0 0 {_WIDE} 8" preserveAspectRatio="none" aria-hidden="true">{ground}{marks}</svg>'
    return f"{named}, {taken}{bar}"


def _contents(index: Index) -> str:
    rows = [(f"for_{shelf.audience}", _whom(shelf), "") for shelf in index.shelves]
    if index.whole:
        rows.append(("the_brief", say("The brief"), ""))
    listed = bullets(f"<a href={value('#' + source.key)}>{words(source.name)}</a>" for source in index.sources)
    rows.append(("the_sources", say("The sources"), listed))
    return bullets(f"<a href={value('#' + place)}>{words(title)}</a>{below}" for place, title, below in rows)


def _part(place: str, title: str, body: str) -> str:
    heading = f'<h2 id="{place}_title">{words(title)}</h2>'
    start = f'<section class="part" id={value(place)} aria-labelledby="{place}_title">'
    return f"{start}\n{heading}\n{body}{back()}</section>\n"


def _whom(shelf: Shelf) -> str:
    return say(shelf.whom) if shelf.whom else say("For {audience}", audience=shelf.audience)


def _shelf(shelf: Shelf, index: Index) -> str:
    titles = _GROUPS if index.whole else {"hand out": noted("To keep, and to print")}
    groups = "".join(
        _files(title, tuple(one for one in shelf.offers if one.role == role), role) for role, title in titles.items()
    )
    shown = "".join(products.shown(product, index.sources) for product in shelf.products)
    spare = _list(tuple(one for one in shelf.offers if one.role == "change"))
    body = f'<div class="files">\n{groups}</div>\n{shown}{folded(words(say(_SPARE)), spare)}'
    return _part(f"for_{shelf.audience}", _whom(shelf), body)


def _files(title: str, offers: tuple[Offer, ...], role: str) -> str:
    if not offers:
        return ""
    return f'<section class="{role.replace(" ", "-")}">\n<h3>{words(say(title))}</h3>\n{_list(offers)}</section>\n'


def _list(offers: Iterable[Offer]) -> str:
    """Files of one title share a line: 'Answer key', the same to edit in Word, the same in large print."""
    return bullets(_offer(*same) for _, same in groupby(offers, key=lambda one: one.title))


def _offer(first: Offer, *others: Offer) -> str:
    ending = first.name.rpartition(".")[2].upper()
    facts = ", ".join(fact for fact in (first.edition, ending, first.size, _length(first.length)) if fact)
    also = "".join(f"; {_also(one)}" for one in others)
    link = f"<a href={file_address(first.name)}>{words(first.title)}</a>"
    return f'{link} <span class="about">{words(facts)}{also}</span>'


def _also(one: Offer) -> str:
    facts = ", ".join(fact for fact in (one.edition, one.size) if fact)
    return f'<a href={file_address(one.name)}><span class="unseen">{words(one.title)}, </span>{words(facts)}</a>'


def _length(count: int) -> str:
    """'133 KB', '1.2 MB'."""
    if count < 1_000_000:
        return say("{count} KB", count=max(round(count / 1000), 1))
    return say("{count} MB", count=f"{count / 1_000_000:.1f}")


def _brief(index: Index) -> str:
    found = findings.shown(index.brief, index.sources)
    language = in_language(_language(index))
    files = folded(words(say(_SPARE)), _list(index.shared))
    return _part("the_brief", say("What the documents say"), f"<div{language}>\n{found}</div>\n{files}")


def _language(index: Index) -> str:
    """The language of most products; they have that of most of the text."""
    return next((one.language for shelf in index.shelves for one in shelf.products), "en")
