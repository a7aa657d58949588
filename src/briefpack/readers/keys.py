"""Short readable keys of sources: 'courier', 'who', 'paper-2'."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import replace

from briefpack.model import Ref, Source
from briefpack.text.lists import load

_LONGEST = 16


def key_for(source: Source, taken: Collection[str]) -> str:
    """A key that no other source has: from the publisher's acronym or first telling word, else the file's name."""
    key = _named(source) or _slug(source.origin.rsplit(".", 1)[0]) or "source"
    number, unique = 1, key
    while unique in taken:
        number += 1
        unique = f"{key}-{number}"
    return unique


def with_key(source: Source, key: str) -> Source:
    """The same source under another key, every reference with it."""
    passages = tuple(
        replace(passage, ref=Ref(key, passage.ref.paragraph, passage.ref.sentence)) for passage in source.passages
    )
    return replace(source, key=key, passages=passages)


def _named(source: Source) -> str:
    if not source.publisher:
        return ""
    return _acronym(source) or _telling_word(source.publisher)


def _acronym(source: Source) -> str:
    """'EXI' if the text or a dropped line has 'Example Institute (EXI)', or speaks of the house as 'EXF Norway'."""
    house = re.escape(source.publisher or "")
    lines = [line.text for line in source.dropped] + [passage.text for passage in source.passages]
    for line in lines:
        found = re.search(rf"{house}\s\((?P<acronym>[A-Z][A-Za-z&-]{{1,9}})\)", line)
        if found:
            return _slug(found["acronym"])
    initials = "".join(word[0] for word in re.findall(r"\b[A-Z]\w+", source.publisher or ""))
    for size in range(len(initials), 2, -1):
        if any(re.search(rf"\b{initials[:size]}\b", line) for line in lines):
            return initials[:size].lower()
    return ""


def _telling_word(name: str) -> str:
    words = [word for word in re.findall(r"[^\W_]+", name) if len(word) > 1]
    plain_words = {word for line in load("keys-plain") for word in line.split()}
    telling = next((word for word in words if word.lower() not in plain_words), words[0] if words else "")
    return _slug(telling)


def _slug(text: str) -> str:
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_.lower()).strip("-")[:_LONGEST].strip("-")
