"""Common nouns that say what a name is: 'the Astra news agency', 'Pelt Foods, a family firm'."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.text._name_tokens import Token, given, names_of


def span(row: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """'the Astra news agency', 'the drugmaker Nordia'."""
    if start and row[start - 1].kind == "cap":
        return None
    if row[start].kind == "country" and end - start > 1:
        start += 1
    if any(row[k].kind not in ("cap", "initial") for k in range(start, end)) or row[start].text in given():
        return None
    follows = bool(_kind_right_after(row, end))
    after = row[end].text if end < len(row) else ""
    if follows and row[start].text.isupper():
        return start, end
    led = start > 0 and (row[start - 1].text in _ARTICLES or row[start - 1].kind in ("low", "owner", "country"))
    if follows and led and not after.startswith("member"):
        return start, end
    return (start, end) if _kind_before(row, start) or _kind_after(row, end) else None


def role(row: Sequence[Token], start: int, end: int, text: str) -> str:
    """'state-run news agency' around 'Astra'; what stands in the brackets of 'Trio (Chile, …)'."""
    if listed(row, end):
        close = next(k for k in range(end, len(row)) if row[k].text == ")")
        return text[row[end].end : row[close].start].strip()
    close = _kind_after(row, end)
    if close:
        return text[row[end + 2].start : row[close - 1].end]
    if any(token.kind == "body" for token in row[start:end]):
        return ""
    kind = _kind_right_after(row, end)
    if not kind or kind.startswith("member"):
        return ""
    first = start
    while first > 0 and (row[first - 1].kind == "low" or row[first - 1].kind == "country") and start - first < 3:
        if row[first - 1].text in _ARTICLES or row[first - 1].text in _SMALL:
            break
        first -= 1
    lead = text[row[first].start : row[start].start] if first < start else ""
    return f"{lead}{kind}".strip()


def listed(row: Sequence[Token], place: int) -> bool:
    """Brackets that hold at least three countries."""
    if place >= len(row) or row[place].text != "(":
        return False
    close = next((k for k in range(place, min(place + 30, len(row))) if row[k].text == ")"), place)
    return sum(token.kind == "country" for token in row[place:close]) > 2


def _kind_right_after(row: Sequence[Token], end: int) -> str:
    """'news agency' or 'agency', the longer one, where it stands there; '' where none does."""
    after = [token.text for token in row[end : end + 2]]
    forms = (" ".join(after[:size]) for size in range(len(after), 0, -1))
    return next((form for form in forms if form in names_of("kinds")), "")


def _kind_after(row: Sequence[Token], end: int) -> int:
    """Where the kind ends in 'Nordia Cranes, a family company with 210 workers'; 0 if none is given."""
    if end + 2 >= len(row) or row[end].text != "," or row[end + 1].text not in _ARTICLES:
        return 0
    for place in range(end + 2, min(end + 7, len(row))):
        if row[place].text in names_of("kinds"):
            return place + 1 if _heads(row, place) else 0
        if row[place].kind == "mark" or row[place].text in _SMALL:
            return 0
    return 0


def _heads(row: Sequence[Token], place: int) -> bool:
    """Whether the phrase ends with this noun: 'a family company with', not 'a hospital orderly'."""
    after = row[place + 1] if place + 1 < len(row) else None
    return after is None or after.kind not in ("owner", "low", "role") or after.text in _AFTER_HEAD


def _kind_before(row: Sequence[Token], start: int) -> bool:
    """'the drugmaker Nordia', 'the supplier, Nordia Systems, …'."""
    if start > 2 and row[start - 1].text == "," and row[start - 2].text in names_of("kinds"):
        lead = start - 3
        while lead > 0 and start - lead < 7 and row[lead].kind == "low" and row[lead].text not in (*_ARTICLES, *_SMALL):
            lead -= 1
        return row[lead].text in _ARTICLES
    if (
        start < 2
        or row[start - 1].text not in names_of("kinds")
        or row[start - 1].text in ("members", "weekly", "daily")
    ):
        return False
    if start > 3 and row[start - 2].text in ("'", "’") and row[start - 4].text in _ARTICLES:
        return True
    return row[start - 2].text in _ARTICLES or row[start - 2].kind == "country" or "-" in row[start - 2].text


_AFTER_HEAD = frozenset(
    "of for in with that which who based owned run and or on at from backed led said says has had is was whose".split()
)
_ARTICLES = frozenset("the The a an A An its their his her".split())
_SMALL = frozenset("of for by at in on to and with from that as or but said says told".split())
