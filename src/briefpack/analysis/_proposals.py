"""The optional help of a language model with names: spaCy with its small English model, only where a pack asks for it.

The model proposes and the rules decide: its kind for a name is one clue more, beside titles, verbs and lists.
Nothing of spaCy is imported before a pack asks; what was used is recorded in the brief's settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from briefpack.errors import UsageError
from briefpack.model import Brief, Source
from briefpack.text import names
from briefpack.text.names import Entity, Proposal

MODEL = "en_core_web_sm"
SETTING = "nlp"
"""The key under which a brief's settings say what was used: 'spaCy 3.8.7, en_core_web_sm 3.8.0'."""


def settings() -> tuple[tuple[str, str], ...]:
    """What a brief records of the model; UsageError where spaCy or the model is not installed."""
    spacy, pipeline = _loaded()
    return ((SETTING, f"spaCy {spacy.__version__}, {MODEL} {pipeline.meta['version']}"),)


def entities(sources: Sequence[Source], found: Brief) -> tuple[tuple[Entity, ...], ...]:
    """The names of each passage of the sources, in order, judged over all of them."""
    texts = tuple(passage.text for source in sources for passage in source.passages)
    if SETTING not in dict(found.settings):
        return names.entities(texts)
    return names.entities(texts, tuple(row for source in sources for row in _proposed(source)))


def _proposed(source: Source) -> Iterable[tuple[Proposal, ...]]:
    """What the model takes for names, a row a passage; nothing for a text that is not English."""
    if (source.language or "en") != "en":
        return [()] * len(source.passages)
    return _read(tuple(passage.text for passage in source.passages))


@cache
def _read(texts: tuple[str, ...]) -> tuple[tuple[Proposal, ...], ...]:
    _, pipeline = _loaded()
    return tuple(
        tuple(Proposal(e.start_char, e.end_char, _KINDS[e.label_]) for e in read.ents if e.label_ in _KINDS)
        for read in pipeline.pipe(texts)
    )


@cache
def _loaded() -> tuple[Any, Any]:
    try:
        spacy = import_module("spacy")
        return spacy, spacy.load(MODEL, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    except (ImportError, OSError):
        raise UsageError(_MISSING) from None


_MISSING = (
    f"nlp: spaCy or its model {MODEL} is not installed: run pip install 'briefpack[nlp]' and "
    f"python -m spacy download {MODEL}, or build without nlp"
)
_KINDS = {
    "PERSON": "person",
    "ORG": "body",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "other",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "LANGUAGE": "other",
}
"""spaCy's kinds to ours; numbers and dates are not names."""
