"""The handouts of a deck: its slides on paper, and what they say with words left open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefpack import compose
from briefpack.layout import flow, marks, pages
from briefpack.model import Deck, Notice, Shown
from briefpack.pack import fitting, handout_kinds
from briefpack.pack.bench import Bench, Order
from briefpack.pack.drawable import drawable
from briefpack.pack.handout_kinds import BANK, GUIDED, NOTES
from briefpack.writers import pdf
from briefpack.writers.pdf import texts

_GUIDED = {GUIDED: "guided-notes", BANK: "guided-notes-bank"}


def make(bench: Bench, order: Order, deck: Deck, placed: marks.Sheets, path: Path) -> None:
    """Those that are asked for, without what the fonts of pages cannot draw: a viewer of the deck has its own."""
    if not bench.job.handouts:
        return
    worn = bench.worn.deck(order.look)
    shown, undrawn = drawable(deck)
    if undrawn:
        shown, placed, _ = fitting.placed(shown, worn, path, by_hand=False)
    bench.notices += undrawn
    if not shown.slides:
        bench.notices.append(Notice("no slide can be drawn on paper; handouts are left out", order.audience.name))
        return
    for kind in bench.job.handouts:
        if kind in handout_kinds.COUNTS:
            sheets = pages.handout(shown, placed, order.look, bench.job.paper, worn.name, int(kind))
            bench.add_pdf(order.file(_name(kind)), sheets, order.look, worn)
    if NOTES in bench.job.handouts:
        _notes(bench, order, shown, placed)
    _guided(bench, order, shown, placed)


def _name(kind: str) -> str:
    """'handout.pdf', and 'handout-6.pdf' for another number of slides a page than the usual."""
    return "handout.pdf" if (kind,) == handout_kinds.USUAL else f"handout-{kind}.pdf"


def _notes(bench: Bench, order: Order, deck: Deck, placed: marks.Sheets) -> None:
    """What the presenter says; Word has its own fonts and gets every line."""
    worn, legible = bench.worn.deck(order.look), _legible(placed)
    sheets = pages.notes(deck, legible, order.look, bench.job.paper, worn.name)
    if sheets.sheets:
        bench.add_pdf(order.file("notes.pdf"), sheets, order.look, worn)
        bench.add_word(order.file("notes.docx"), flow.spoken(deck, placed), order.look)
        bench.add_large(order.file("notes.pdf"), flow.spoken(deck, legible), order.look)


def _guided(bench: Bench, order: Order, deck: Deck, placed: marks.Sheets) -> None:
    """Guided notes with or without their words, and their key; nothing but a notice where no word can be left open."""
    asked = [kind for kind in (GUIDED, BANK) if kind in bench.job.handouts]
    if not asked:
        return
    notes = compose.guided(deck, order.brief, _shown(placed))
    if not notes.answers:
        what = "no slide holds a figure, date, name or term to leave open; guided notes are left out"
        bench.notices.append(Notice(what, order.audience.name))
        return
    for kind in asked:
        made = pages.guided(notes, order.look, bench.job.paper, bank=kind == BANK)
        _each_way(bench, order, _GUIDED[kind], made, flow.guided(notes, bank=kind == BANK))
    key = pages.guided_key(notes, order.look, bench.job.paper)
    _each_way(bench, order, "guided-notes-key", key, flow.guided_key(notes))


def _each_way(bench: Bench, order: Order, name: str, placed: marks.Sheets, text: flow.Flow) -> None:
    """As pages, to edit in Word, and in large print."""
    bench.add_pdf(order.file(f"{name}.pdf"), placed, order.look)
    bench.add_word(order.file(f"{name}.docx"), text, order.look)
    bench.add_large(order.file(f"{name}.pdf"), text, order.look)


def _legible(placed: marks.Sheets) -> marks.Sheets:
    """The slides without the lines of notes that the fonts of pages cannot draw; the deck's own notes keep them."""
    return replace(
        placed,
        sheets=tuple(
            replace(sheet, notes=tuple(line for line in sheet.notes if not pdf.lacking(line.text)))
            for sheet in placed.sheets
        ),
    )


def _shown(placed: marks.Sheets) -> tuple[Shown, ...]:
    """Every slide with all its words."""
    return tuple(
        Shown(number, sheet.title, "".join(texts.of(replace(placed, sheets=(sheet,)))), sheet.notes)
        for number, sheet in enumerate(placed.sheets, 1)
    )
