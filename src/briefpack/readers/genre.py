"""What kind of text it is, where something plain says so: news, opinion, editorial, analysis, official, explainer."""

from __future__ import annotations

import re

from briefpack.readers import ends
from briefpack.readers.blocks import Meta
from briefpack.readers.clean import Sifted
from briefpack.text.plain import plain

_OWN_WORDS = (
    ("editorial", "editorial"),
    ("opinion", "opinion"),
    ("op-ed", "opinion"),
    ("commentary", "opinion"),
    ("column", "opinion"),
    ("analysis", "analysis"),
    ("policy brief", "analysis"),
    ("report", "analysis"),
    ("explainer", "explainer"),
    ("press release", "official"),
    ("pressrelease", "official"),
    ("official", "official"),
    ("newsarticle", "news"),
    ("news", "news"),
)
_OFFICIAL_HOUSE = re.compile(
    r"\b(?:ministr?(?:y|ère|erio|ero)|ministerium|bundesministerium|department of|government of|gouvernement|regierung|"
    r"european commission|commission européenne|white house|parliament|senate|court of|supreme court|city of|state of|agency for|"
    r"préfecture|office fédéral|world health organi[sz]ation|united nations)\b",
    re.IGNORECASE,
)
_THINK_TANK = re.compile(
    r"\b(?:institut[eo]?|institution|foundation|think tank|council on|cent(?:er|re) for|endowment|stiftung|fondation|chatham)\b",
    re.IGNORECASE,
)
_ANALYSIS_HEADINGS = frozenset(
    ["implications", "recommendations", "policy recommendations", "key findings", "findings", "the takeaway", "takeaways", "key takeaways",
     "in brief", "what's next", "what next", "outlook", "executive summary", "key judgements", "key judgments", "policy options", "conclusion",
     "conclusions", "recommandations", "conséquences", "perspectives", "empfehlungen", "fazit", "ausblick", "recomendaciones", "conclusiones"]
)  # fmt: skip
_RELEASE = re.compile(
    r"\b(?:for immediate release|pour diffusion immédiate|media contact|press contact|notes to editors|contact presse|pressekontakt)\b",
    re.IGNORECASE,
)
_URGES = re.compile(
    r"\b(?:we must|we should|we need to|we cannot|i believe|i argue|i think|in my view|it is time to|must now|should be ashamed|"
    r"nous devons|il faut que|à mon avis|wir müssen|ich glaube|debemos|creo que)\b",
    re.IGNORECASE,
)
_LEAST_URGES = 2


def judge(meta: Meta, sifted: Sifted, publisher: str, authors: tuple[str, ...]) -> tuple[str, str]:
    """The genre and how it was told; both empty where nothing plain says so. The file's own word comes first."""
    own = _own(meta.kind)
    if own:
        return own, ""
    return _labelled(sifted) or _by_signs(sifted, publisher, authors) or ("", "")


def _own(kind: str) -> str:
    word = kind.lower()
    return next((genre for sign, genre in _OWN_WORDS if sign in word), "")


def _labelled(sifted: Sifted) -> tuple[str, str] | None:
    for line in sifted.dropped:
        if line.why == ends.SECTION and (genre := ends.section(line.text)):
            return genre, f"labelled '{line.text.strip()}'"
    return None


def _by_signs(sifted: Sifted, publisher: str, authors: tuple[str, ...]) -> tuple[str, str] | None:
    body = " ".join(block.text for block in sifted.kept)
    lines = {plain(line.text).lower() for line in sifted.dropped}
    headings = {plain(block.text).lower().strip(" :.") for block in sifted.kept if block.kind == "heading"}
    reasons = {line.why for line in sifted.dropped}
    if any(_RELEASE.search(line) for line in lines):
        return "official", "it reads as a press release"
    if _OFFICIAL_HOUSE.search(publisher):
        return "official", "published by an authority"
    if reasons & {"agency line", "dateline"}:
        return "news", "it carries a news agency's line"
    if len(headings & _ANALYSIS_HEADINGS) >= 2:
        return "analysis", "its headings are those of an analysis"
    if _opinionated(body, authors, sifted):
        return "opinion", "it speaks for its author"
    if _THINK_TANK.search(publisher):
        return "analysis", "published by an institute"
    return None


def _opinionated(body: str, authors: tuple[str, ...], sifted: Sifted) -> bool:
    signed = bool(authors) or any(line.why == "author biography" for line in sifted.dropped)
    return signed and len(_URGES.findall(body)) >= _LEAST_URGES
