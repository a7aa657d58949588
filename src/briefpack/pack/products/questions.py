"""questions.pdf to hand out, key.pdf for the teacher, both to edit as .docx, questions.json for other programs."""

from __future__ import annotations

from dataclasses import replace

from briefpack import check, compose
from briefpack.layout import flow, pages
from briefpack.model import Notice
from briefpack.pack import edited
from briefpack.pack.bench import Bench, Order
from briefpack.pack.drawable import drawable
from briefpack.writers import json_quiz


def make(bench: Bench, order: Order) -> None:
    """The questions of a page; nothing but a notice where none could be asked."""
    text, path = order.text(bench, "questions"), order.path(bench, "questions")
    with edited.named(path):
        made = compose.question_set(edited.parsed(text, path, may_be_empty=True), order.brief, order.audience)
    asked, undrawn = drawable(made)
    bench.beside = replace(bench.beside, questions=asked.questions)
    bench.notices += undrawn
    if not asked.questions:
        what = "no question could be asked well of these documents; questions.pdf and key.pdf are left out"
        bench.notices.append(Notice(what, order.audience.name))
        return
    bench.notices += check.questions(asked, order.brief)
    bench.shown.append(made)
    bench.add_pdf(order.file("questions.pdf"), pages.questions(asked, order.look, bench.job.paper), order.look)
    bench.add_pdf(order.file("key.pdf"), pages.key(asked, order.look, bench.job.paper), order.look)
    bench.add_word(order.file("questions.docx"), flow.questions(made), order.look)
    bench.add_word(order.file("key.docx"), flow.key(made), order.look)
    bench.add_large(order.file("questions.pdf"), flow.questions(asked), order.look)
    bench.add_large(order.file("key.pdf"), flow.key(asked), order.look)
    count = len(asked.questions)
    bench.add(order.file("questions.json"), json_quiz.write(asked), f"{count} question{'' if count == 1 else 's'}")
