"""An asker: what a speaker leaves out when a talk is written down."""

from briefpack.model import Line
from briefpack.questions.skeleton import Skeleton, draft

_ASKED = Skeleton(
    name="spoken-and-written",
    skill="sourcing",
    level="analyse",
    phases=("core",),
    voices=("students", "policy"),
    weight=5,
    wordings=("{speaker} says: “{words}”. What does the written record of a talk leave out of this?",),
)


def ask(material):
    """One draft for each short quotation with a speaker."""
    for quote in material.brief.quotes:
        if quote.speaker and len(quote.text.split()) <= 15:
            passage = material.text(quote.refs)
            look_for = Line(f"It stands between other sentences: {passage}", quote.refs)
            slots = {"speaker": quote.speaker, "words": quote.text.rstrip(".,")}
            yield draft(_ASKED, slots, quote.refs, (look_for,), (quote.speaker,))
