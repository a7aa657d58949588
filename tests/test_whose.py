"""'The union says …' as a title: the union has its name, or the line is none."""

import pytest

from briefpack.compose.select import whose
from briefpack.compose.select.statements import fitted
from briefpack.compose.select.stock import Stock
from briefpack.model import Brief, Organisation
from briefpack.pack import shipped
from test_claims import point, source

SAYS = "The union says that nine thousand jobs are at risk."
BAKERS = "The Quill Bakers' Union met on Monday in the old hall."


def title(*texts: str, bodies: tuple[str, ...] = ("Quill Bakers' Union",), said: str = SAYS) -> str | None:
    post = source("post", (said,), *((text,) for text in texts))
    points = (point(post, 1, 1),)
    brief = Brief(
        "A pack", "", (post,), points, organisations=tuple(Organisation(one, points[0].refs) for one in bodies)
    )
    stock = Stock(brief, shipped.audience("policy"))
    line = fitted(points[0], 30)
    made = whose.named(stock, line) if line else None
    return made["text"] if made else None


def test_the_one_union_that_the_source_names_has_its_name() -> None:
    assert title(BAKERS) == "The Quill Bakers' Union says that nine thousand jobs are at risk."


@pytest.mark.parametrize(
    ("texts", "bodies"),
    [
        ((BAKERS,), ("Quill Bakers' Union", "Union of Divers")),
        ((BAKERS,), ()),
        (("It rained.",), ("Quill Bakers' Union",)),
        ((BAKERS, "The divers' union met, too."), ("Quill Bakers' Union",)),
        ((BAKERS, "Other unions are silent."), ("Quill Bakers' Union",)),
    ],
    ids=["two are known", "none is known", "another source names it", "one without a name", "several"],
)
def test_a_union_that_may_be_another_is_no_title(texts: tuple[str, ...], bodies: tuple[str, ...]) -> None:
    assert title(*texts, bodies=bodies) is None


@pytest.mark.parametrize("said", ["The union has nine thousand members in Quill.", "The reef says nothing to a diver."])
def test_what_nobody_says_stays_as_it_is(said: str) -> None:
    assert title(BAKERS, said=said) == said
