"""When a file is refused after it has been opened, and what about it deserves a look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefpack.errors import ReadError
from briefpack.model import Notice, Source
from briefpack.readers.blocks import Block, Document
from briefpack.readers.clean import Sifted
from briefpack.text.lists import load
from briefpack.text.plain import plain

_LARGEST = 20 * 1024 * 1024
_MOST_WORDS = 100_000
_LONGEST_WORD = 5_000  # letters; more is data
_SHOWN = 200
_SHORT = 150  # words; a text that says 'access denied' and is shorter is no article
_LONG_ERROR = 40
_LEAST_WORDS = 5
_THIN = 60


def oversized(data: bytes, name: str) -> None:
    """Refuse a file of more than 20 MB."""
    if len(data) > _LARGEST:
        size = len(data) / 2**20
        raise ReadError(
            f"{name}: has {size:.0f} MB, more than {_LARGEST // 2**20} MB; give the text without its pictures"
        )


def overlong(document: Document, name: str) -> Document:
    """Refuse a text of more than 100,000 words; take out what is data, such as a picture written in letters."""
    words = sum(block.text.count(" ") + 1 for block in document.blocks)
    if words > _MOST_WORDS:
        raise ReadError(
            f"{name}: has {words:,} words, more than {_MOST_WORDS:,}; give the chapters that matter, each as a file"
        )
    return replace(document, blocks=tuple(_without_blobs(block) for block in document.blocks))


def _without_blobs(block: Block) -> Block:
    if len(block.text) < _LONGEST_WORD or max(map(len, block.text.split()), default=0) < _LONGEST_WORD:
        return block
    return replace(block, text=f"{block.text[:_SHOWN]} …", why=f"no language: a word of over {_LONGEST_WORD:,} letters")


def no_article(document: Document, sifted: Sifted, name: str) -> None:
    """Refuse a page that holds an error message, a consent wall, or nothing that could be an article."""
    body = [block for block in sifted.kept if block.kind != "heading"]
    words = sum(_words(block.text) for block in body)
    if words < _SHORT:
        shown = [block.text for block in document.blocks if words < _LEAST_WORDS or not block.why]
        said = _error_words(" ".join(shown)[:4000], words)
        if said:
            what = f"is an error page or a consent wall ('{said}'), not an article"
            raise ReadError(f"{name}: {what}; open it in a browser and save the article")
    if words < _LEAST_WORDS or not any(character.isalpha() for block in body for character in block.text):
        raise ReadError(f"{name}: holds no article text, only {words} words; look at the file, or save the page again")


def doubts(source: Source) -> Iterator[Notice]:
    """What a person should look at: a very short text, a language that no rules are made for."""
    words = sum(_words(passage.text) for passage in source.passages)
    if words < _THIN:
        yield Notice(f"a very short text: {words} words", where=source.origin, do="check that the article is complete")
    if source.language is None:
        yield Notice(
            "the language could not be told; read as if English", where=source.origin, do="set 'language' in pack.yaml"
        )


def _words(text: str) -> int:
    """Words between spaces; in scripts without spaces two signs count as one."""
    return len(text.split()) + sum(character >= "\u2e80" for character in text) // 2


def _error_words(text: str, words: int) -> str:
    """The words that give an error page away; a longer text must hold two of them."""
    low = plain(text).lower()
    said = [sign for sign in load("clean-error-page") if _stands_in(sign, low)]
    needed = 1 if words <= _LONG_ERROR else 2
    return said[0] if len(said) >= needed else ""


def _stands_in(sign: str, text: str) -> bool:
    return f" {sign} " in f" {text.translate(_POINTS)} "


_POINTS = str.maketrans(dict.fromkeys('.,:;!?()[]|"-', " "))
