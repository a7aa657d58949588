"""What stands before a name and says what the person is: 'Danish climate minister Ida Holm', 'the mayor, Ida Holm,'."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.text import words
from briefpack.text._name_role_words import ARTICLES, AUXILIARIES, LINKS, MODIFIERS, PLAIN, clause_words, verbs
from briefpack.text._name_tokens import Token, names_of

_OWNER = 4
"""Words of an owner with its article, at most."""
_LONGEST = 6
"""Plain words before a title, at most."""


def before(row: Sequence[Token], place: int, text: str) -> tuple[str, bool]:
    """'Danish Food Ministry spokeswoman', 'then-U.S. trade envoy', 'Secretary of State'; True where it says little."""
    last = _title_end(row, place)
    if last < 0:
        return "", False
    first = start(row, last)
    weak = first == last == place and row[last].text.lower() in names_of("weak")
    return text[row[first].start : row[place].end], weak


def _title_end(row: Sequence[Token], place: int) -> int:
    """The role word of a title that ends at `place`, with or without its office; -1 if there is none."""
    if place >= 0 and row[place].kind == "role":
        return place
    back = place
    while back > 0 and place - back < 8 and (row[back].kind in _OFFICES or row[back].text in _OFFICE_LINKS):
        back -= 1
    links = row[back + 1].text in ("of", "for", "de", "du", "für", "y") if back + 1 < len(row) else False
    known = 0 <= back < place and row[back].kind == "role" and links
    return back if known and row[place].kind in ("office", "country") else -1


def start(row: Sequence[Token], last: int) -> int:
    """How far a title reaches to the left of its role word."""
    first = last
    while first > 0 and _leads(row[first - 1]):
        first -= 1
    if first > 1 and row[first - 1].kind == "owner" and row[first - 2].upper:
        return _owner_start(row, first - 2)
    adverb = first < last and row[first].text.endswith("ly") and row[first].kind == "cap" and _begins(row, first)
    return first + 1 if adverb else _to_article(row, first)


def _begins(row: Sequence[Token], place: int) -> bool:
    return not place or row[place - 1].text in _OPENS_SENTENCE


def _leads(token: Token) -> bool:
    """'Lt. Col.', 'food writer', 'deputy mayor'."""
    if token.kind == "honorific":
        return token.text not in PLAIN
    low = token.text.lower().rstrip("-‑")
    return is_capital(token) or low in MODIFIERS or (not token.upper and low in names_of("fields"))


def is_capital(token: Token) -> bool:
    """A word that may stand in a title or in the name of a body."""
    return token.upper and token.kind in ("cap", "country", "body", "place", "role", "office", "initial")


def _owner_start(row: Sequence[Token], place: int) -> int:
    """'the World Bank's chief economist': with the owner's whole name."""
    while place > 0 and is_capital(row[place - 1]):
        place -= 1
    return place


def _to_article(row: Sequence[Token], first: int) -> int:
    """'the Dutch marine and dredging consultant': plain words count where an article, owner or sentence opens them."""
    place = first
    while place > 0 and first - place < _LONGEST and _describes(row, place - 1):
        place -= 1
    opener = row[place - 1] if place else None
    if opener is None or opener.text in _OPENS_SENTENCE:
        return place if _opens(row, place, first) else first
    if opener.kind == "owner" and place > 1 and row[place - 2].upper and place < first:
        owner = _owner_start(row, place - 2)
        return place if owner and row[owner - 1].upper else owner
    return place if opener.text.lower() in ARTICLES or opener.kind == "owner" else first


def _opens(row: Sequence[Token], place: int, first: int) -> bool:
    """'High school teacher Ana Silva said': not 'Luckily mayor Ana Silva', 'Nurse Eva Lind and coach Ana Silva'."""
    led = is_capital(row[place]) and not row[place].text.endswith(("ly", "ed", "ing"))
    return led and not any(token.upper for token in row[place + 1 : first])


def _describes(row: Sequence[Token], place: int) -> bool:
    """A word inside a title; not the verb of 'The fisherman sued Captain …', nor 'and' after another's name."""
    token, after = row[place], row[place + 1]
    if token.upper or token.text in ARTICLES:
        return is_capital(token)
    if token.kind not in ("low", "role") or (token.text != "and" and token.text in clause_words()):
        return False
    if token.text == "and":
        return not (place and row[place - 1].upper and after.upper)
    if after.upper and token.text.endswith("s"):
        return False
    return not (token.text.endswith("ed") and place > 0 and row[place - 1].kind == "role")


def before_comma(row: Sequence[Token], place: int, end: int, text: str) -> str:
    """'his counterpart, Ana Silva, and', 'le ministre de la Santé, Jean Martin,': a role phrase that a comma closes."""
    closed = end < len(row) and row[end].text in _CLOSES
    if place < 1 or row[place].text != "," or not closed:
        return ""
    first = place - 1
    while first >= 0 and place - first < 11 and row[first].kind != "mark":
        if row[first].text.lower() in ARTICLES or row[first].kind == "owner" or row[first].text == "whose":
            phrase = _role_phrase(row, first + 1, place, text)
            linked = _is_linked(row, first)
            if phrase and not linked:
                return phrase
            if phrase and _is_somebody(row[first + 1 : place]):
                return ""
        elif row[first].text in verbs():
            return _bare_phrase(row, first + 1, place, text)
        first -= 1
    return _bare_phrase(row, first + 1, place, text) if first < 0 or row[first].text in _OPENS_SENTENCE else ""


def _bare_phrase(row: Sequence[Token], first: int, place: int, text: str) -> str:
    """'President of the Senate, Ana Silva,', 'said union president, Ana Silva.': no article opens it."""
    opens = first < place and (_leads(row[first]) or row[first].kind == "low") and _opens_bare(row[first])
    return _role_phrase(row, first, place, text) if opens and _is_somebody(row[first:place]) else ""


def _opens_bare(token: Token) -> bool:
    return not token.text.endswith(("ly", "ing")) and token.text.lower() not in words.data("prepositions-en")


def _is_linked(row: Sequence[Token], article: int) -> bool:
    """'the son of the mayor, Ana Silva,', 'a lawyer for the bank's chief, Ana Silva,': whose the name is is open."""
    first = article
    while row[article].kind == "owner" and first > 1 and row[first].text not in ARTICLES and article - first < _OWNER:
        first -= 1
    linked = first > 1 and row[first - 1].text in ("of", "for", "to")
    return linked and (row[first - 2].kind == "role" or row[first - 2].text in names_of("kin"))


def _is_somebody(row: Sequence[Token]) -> bool:
    """'mayor', 'mayor of Port'; not 'student council', 'official title'."""
    heads = [place for place, token in enumerate(row) if token.kind == "role"]
    after = [row[place + 1].text if place + 1 < len(row) else "" for place in heads]
    return any(not word or word in words.data("prepositions-en") or word in LINKS for word in after)


def _role_phrase(row: Sequence[Token], first: int, stop: int, text: str) -> str:
    """The words from `first` to `stop` if a role word heads them and no verb stands among them."""
    head = next((k for k in range(first, stop) if row[k].kind == "role"), -1)
    if head < 0 or any(row[k].text in clause_words() for k in range(first, head)):
        return ""
    if any(row[k].text in verbs() or row[k].text in AUXILIARIES for k in range(head, stop)):
        return ""
    title = stop - head == 2 and not row[head + 1].upper and row[head + 1].text not in _AFTER_TITLE
    return "" if title and not _is_somebody(row[first:stop]) else text[row[first].start : row[stop - 1].end]


_OFFICES = ("office", "country", "body", "cap")
_OFFICE_LINKS = ("of", "for", "the", "and", "de", "la", "du", "l’", "d’")
_OPENS_SENTENCE = ("“", '"', "”", ".", "!", "?", "‘", "░")
_CLOSES = (",", ".", ")", "(", "—", "–", ";", ":")
_AFTER_TITLE = ("elect", "emeritus", "emerita", "designate", "general", "aged")
"""After a role: 'president elect'; any other last word makes it a thing, 'official title'."""
