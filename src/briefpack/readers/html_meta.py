"""What a web page says of itself: JSON-LD, meta elements, its first heading and times."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from briefpack.readers import dates, people
from briefpack.readers.blocks import Meta
from briefpack.readers.titles import site_of, without_site
from briefpack.text.plain import clean_text, fold

_ARTICLE = re.compile(r"Article|BlogPosting|Report|PressRelease|Analysis|Review|Posting", re.IGNORECASE)
_PATH_KINDS = re.compile(
    r"/(opinions?|editorials?|op-eds?|commentisfree|commentary|analysis|tribunes?|idees|press-releases?|communiques?)(?:/|$)"
)
_BY = re.compile(r"^(?:by|par|von|por|di)\s+", re.IGNORECASE)
_DATES = (
    "article:published_time", "datepublished", "date", "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created",
    "citation_publication_date", "citation_date", "publishdate", "pubdate", "publish-date", "parsely-pub-date",
)  # fmt: skip
_DATED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|meta|published|pubdate|timestamp|posted)(?:$|[\s_-])", re.IGNORECASE
)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|by-line|authors?|meta)(?:$|[\s_-])", re.IGNORECASE)
_ASIDE = ("aside", "nav", "footer")
_AUTHORS = ("author", "citation_author", "dc.creator", "parsely-author", "byl", "article:author")
_HOUSES = (
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "publisher",
    "citation_journal_title",
    "application-name",
)
_MOST_AUTHORS = 12
_MOST_JSON = 500_000  # characters of one JSON-LD block


def read(page: Any) -> Meta:
    """The page's own metadata; its first heading is preferred to the titles that it gives to others."""
    said = dict(_said(page))
    linked = _linked(page)
    house = _name(linked.get("publisher")) or _first(said, _HOUSES) or _named_last(page)
    url = _url(page, said)
    return Meta(
        title=_title(page, said, linked, house),
        authors=_signed(page, _authors(said, linked, house)),
        publisher=house,
        published=_published(page, said, linked),
        language=_tidy(page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
        url=url,
        kind=_kind(linked, said, url),
    )


def _said(page: Any) -> Iterator[tuple[str, str]]:
    """Names and contents of the meta elements; a name given twice keeps its first content, authors all."""
    seen: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = _tidy(element.get("content") or "")
        if name and content:
            seen.setdefault(name, []).append(content)
    for name, contents in seen.items():
        yield name, "; ".join(dict.fromkeys(contents)) if name in _AUTHORS else contents[0]


def _linked(page: Any) -> dict[str, Any]:
    """The JSON-LD object that describes the article, {} if there is none."""
    found: list[dict[str, Any]] = []
    for script in page.iter("script"):
        if (script.get("type") or "").lower().startswith("application/ld+json"):
            found += _objects(script.text or "")
    articles = [thing for thing in found if _ARTICLE.search(" ".join(_types(thing)))]
    return articles[0] if articles else {}


def _objects(text: str) -> list[dict[str, Any]]:
    try:
        parsed = json.loads(text.strip().rstrip(";")[:_MOST_JSON], strict=False)
    except (ValueError, RecursionError):
        return []
    found, waiting = [], [parsed]
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting = [*thing, *waiting]
        elif isinstance(thing, dict):
            found.append(thing)
            waiting = [thing[key] for key in ("@graph", "mainEntity") if key in thing] + waiting
    return found


def _types(thing: dict[str, Any]) -> list[str]:
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _name(thing: Any) -> str:
    if isinstance(thing, list):
        return next((name for each in thing if (name := _name(each))), "")
    if isinstance(thing, dict):
        return _name(thing.get("name"))
    return _tidy(thing) if isinstance(thing, str) and "://" not in thing else ""


def _tidy(text: str) -> str:
    return fold(html.unescape(clean_text(text)))


def _first(said: dict[str, str], names: tuple[str, ...]) -> str:
    return next((said[name] for name in names if said.get(name) and "://" not in said[name]), "")


def _named_last(page: Any) -> str:
    """The house in '<title>Rivers rise - The Example</title>', where a heading of the page says 'Rivers rise'."""
    heads = {fold(head.text_content()) for head in page.iter("h1", "h2")}
    titles = [fold(title.text_content()) for title in page.iter("title")][:1]
    return next((site_of(title) for title in titles if any(head and title.startswith(head) for head in heads)), "")


def _title(page: Any, said: dict[str, str], linked: dict[str, Any], house: str) -> str:
    heads = [text for head in page.iter("h1") if (text := fold(head.text_content()))]
    told = (
        said.get("og:title")
        or _name(linked.get("headline"))
        or said.get("twitter:title")
        or said.get("citation_title", "")
    )
    if len(heads) == 1 and len(heads[0].split()) > 2:
        return heads[0]
    named = next((fold(title.text_content()) for title in page.iter("title")), "")
    return without_site(told or (heads[0] if len(heads) == 1 else named), house)


def _authors(said: dict[str, str], linked: dict[str, Any], house: str) -> tuple[str, ...]:
    given = linked.get("author")
    people = given if isinstance(given, list) else [given]
    names = [_name(one) for one in people if not (isinstance(one, dict) and "Organization" in _types(one))]
    if not any(names):
        names = re.split(r"\s*(?:;|,|\band\b|\bet\b|\bund\b|&)\s*", _first(said, _AUTHORS))
    tidy = (_BY.sub("", name).strip() for name in names[:_MOST_AUTHORS])
    return tuple(dict.fromkeys(name for name in tidy if name and name.lower() != house.lower() and "@" not in name))


def _signed(page: Any, told: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the line under the title where the page's data name none or some of them: 'By Ana Ruiz and Li Wei'."""
    for element in page.iter("p", "div", "span", "address"):
        if not _BYLINE_CLASS.search(element.get("class") or ""):
            continue
        names = people.byline(" ".join(element.text_content().split()))
        if names and not any(True for _ in element.iterancestors(*_ASIDE)):
            return names if set(told) <= set(names) else told
    return told


def _published(page: Any, said: dict[str, str], linked: dict[str, Any]) -> str:
    stated = [linked.get("datePublished"), *(said.get(name) for name in _DATES)]
    for text in stated:
        if isinstance(text, str) and dates.iso(text):
            return text
    times = (time.get("datetime") or "" for time in page.iter("time"))
    return next((time for time in times if dates.iso(time)), "") or next(_marked_dates(page), "")


def _marked_dates(page: Any) -> Iterator[str]:
    """Lines that hold a date only, in an element whose class says so: '<p class="meta">Lima, Friday, 3 May 2024'."""
    for element in page.iter("p", "div", "span", "li"):
        if _DATED_CLASS.search(element.get("class") or ""):
            text = " ".join(element.text_content().split())
            if day := dates.date_line(text) or dates.placed(text):
                yield day


def _url(page: Any, said: dict[str, str]) -> str:
    links = [link.get("href") or "" for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return next(
        (url.strip() for url in [*links, said.get("og:url", "")] if url.strip().startswith(("https://", "http://"))), ""
    )


def _kind(linked: dict[str, Any], said: dict[str, str], url: str) -> str:
    section = linked.get("articleSection")
    words = [*_types(linked), section if isinstance(section, str) else "", said.get("article:section", "")]
    path = _PATH_KINDS.search(url.lower())
    return fold(" ".join([*words, path[1] if path else ""]))
