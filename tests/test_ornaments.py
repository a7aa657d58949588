"""Our own ornaments in somebody else's template: strip, line above the title, section bars, the last vote."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

import odd_templates
import slide_decks
from briefpack.cli import main
from briefpack.layout import fit, slides
from briefpack.layout.fit import Families
from briefpack.layout.marks import Mark, MarkGroup, Rect, Sheet, TextBox
from briefpack.layout.slides import hosted
from briefpack.model import Cited, Deck, Look
from briefpack.model.colour import contrast
from briefpack.writers.pptx import template

NAMES = tuple(name for name in odd_templates.TEMPLATES if name not in ("with-slides.pptx", "template.potx"))
"""Without two that look like others here."""
BARE = tuple(name for name in NAMES if name != "pictures.pptx")
"""All but the one with a photograph behind everything."""


KINDS = ("title", "question", "claim", "close")


@cache
def worn(name: str) -> Look:
    return hosted.look(slide_decks.look("classroom"), template.read(odd_templates.made(name), name))


@cache
def placed(name: str) -> tuple[Sheet, ...]:
    """One slide of each of these kinds, and one more so that all four bars are there."""
    deck = slide_decks.students()
    chosen = {slide.kind: slide for slide in reversed(deck.slides) if slide.kind in (*KINDS, "timeline")}
    few = tuple(slide for slide in deck.slides if slide in chosen.values())
    return slides.place(replace(deck, slides=few), worn(name)).sheets


def named(sheet: Sheet, name: str) -> list[Mark]:
    return [mark for mark in sheet.marks if getattr(mark, "name", "").startswith(name)]


def box(sheet: Sheet, role: str) -> TextBox:
    return next(mark for mark in sheet.marks if isinstance(mark, TextBox) and mark.role == role)


@pytest.mark.parametrize("name", BARE)
def test_the_title_slide_shows_the_evidence_under_its_subtitle(name: str) -> None:
    sheet = placed(name)[0]
    (strip,) = named(sheet, "Evidence strip")

    assert isinstance(strip, MarkGroup) and strip.alt.startswith("Passages used: ")
    bars = [mark for mark in strip.marks if isinstance(mark, Rect)]
    sub = box(sheet, "subtitle")
    families = Families.of_deck(worn(name))
    assert min(bar.y for bar in bars) > sub.y + fit.height(fit.box_lines(sub, families), sub.pitch)
    assert max(bar.y + bar.h for bar in bars) < 0.93 * sheet.h
    assert all(bar.x >= 0 and bar.x + bar.w <= sheet.w for bar in bars)


@pytest.mark.parametrize("name", BARE)
def test_what_is_drawn_there_reads_in_the_template_s_own_colours(name: str) -> None:
    look = worn(name)

    pairs = [("accent", "paper"), ("ink", "paper"), ("muted", "paper"), ("accent2", "tint2")]
    assert min(contrast(look.colour(one), look.colour(on)) for one, on in pairs) >= 4.5


@pytest.mark.parametrize("name", BARE)
def test_the_part_of_the_deck_stands_above_each_title(name: str) -> None:
    for sheet in (one for one in placed(name) if one.kind in KINDS[1:]):
        kicker, title = box(sheet, "kicker"), box(sheet, "title")

        assert kicker.y >= 8 and kicker.y + kicker.h <= title.y + 0.01
        assert kicker.size == 12 and kicker.paragraphs[0].runs[0].text.isupper()
        bars = [mark for mark in named(sheet, "Section ") if isinstance(mark, Rect)]
        assert len(bars) == 4 and [bar.fill for bar in bars].count("accent") == 1
        assert min(bar.x for bar in bars) > kicker.x + 40 and max(bar.y + bar.h for bar in bars) <= title.y


@pytest.mark.parametrize("name", NAMES)
def test_the_last_slide_asks_for_the_vote_again(name: str) -> None:
    sheet = next(sheet for sheet in placed(name) if sheet.kind == "close")
    (vote,) = named(sheet, "Vote")

    assert isinstance(vote, MarkGroup)
    body = box(sheet, "body")
    top = min(mark.y for mark in vote.marks if hasattr(mark, "y"))
    families = Families.of_deck(worn(name))
    assert body.y + fit.height(fit.box_lines(body, families), body.pitch) < top


def test_over_a_photograph_they_are_left_out_and_look_check_says_so(tmp_path: Path) -> None:
    sheets = placed("pictures.pptx")
    file, plain = tmp_path / "photo.pptx", tmp_path / "plain.pptx"
    file.write_bytes(odd_templates.made("pictures.pptx"))
    plain.write_bytes(odd_templates.made("dark.pptx"))

    said = " ".join(CliRunner().invoke(main, ["look", "check", str(file)]).output.split())
    silent = CliRunner().invoke(main, ["look", "check", str(plain)]).output

    assert not any(named(sheet, "Evidence strip") for sheet in sheets if sheet.kind == "title")
    assert not any(getattr(mark, "role", "") == "kicker" for sheet in sheets for mark in sheet.marks)
    assert "no plain room above the title" in said and "the evidence strip is left out" in said
    assert "left out" not in silent


@pytest.mark.parametrize("count", [1, 5, 6, 20])
@pytest.mark.parametrize("name", ["four-by-three.pptx", "impress.pptx", "dark.pptx"])
def test_the_strip_keeps_to_its_room_and_leaves_no_source_out_or_is_not_drawn(name: str, count: int) -> None:
    deck = slide_decks.students()
    many = tuple(
        Cited(f"s{at}", at, f"A source of some length, number {at}", False, (), "The Paper", "2024-05-16", "news", "",
              300 * at, 9, ((0.1, 0.2),))
        for at in range(1, count + 1)
    )  # fmt: skip
    crowd = Deck(deck.title, deck.audience, "en", deck.slides[:1], many)

    (sheet,) = slides.place(crowd, worn(name)).sheets
    strips = [mark for mark in named(sheet, "Evidence strip") if isinstance(mark, MarkGroup)]
    bars = [mark for strip in strips for mark in strip.marks if isinstance(mark, Rect)]
    beside = [mark for mark in sheet.marks if isinstance(mark, TextBox) and mark.size == 12]
    names = [mark for mark in beside if mark.paragraphs[0].runs[0].text[:1].isdigit()]

    assert len(bars) == (2 * count if count < 20 else 0)  # of each source its length, and the passage used
    assert len(names) in (0, count) and (bars or not beside)
    below = box(sheet, "subtitle")
    families = Families.of_deck(worn(name))
    top = below.y + fit.height(fit.box_lines(below, families), below.pitch)
    assert all(top < mark.y and mark.y + mark.h < 0.93 * sheet.h for mark in (*bars, *names))
