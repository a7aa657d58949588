"""quiz.pdf to hand out, quiz-key.pdf for the teacher, both to edit as .docx."""

from __future__ import annotations

from briefpack import check, compose
from briefpack.layout import flow, pages
from briefpack.model import Notice
from briefpack.pack import edited
from briefpack.pack.bench import Bench, Order
from briefpack.pack.drawable import drawable


def make(bench: Bench, order: Order) -> None:
    """The quiz of a page; nothing where the audience gets none or nothing could be asked."""
    if not order.pages["quiz"]:
        if dict(order.audience.counts).get("quiz"):
            bench.notices.append(Notice("nothing could be asked for a quiz; quiz.pdf is left out", order.audience.name))
        return
    text, path = order.text(bench, "quiz"), order.path(bench, "quiz")
    with edited.named(path):
        made = compose.quiz(edited.parsed(text, path, may_be_empty=True), order.brief, order.audience)
    asked, undrawn = drawable(made)
    bench.notices += (*undrawn, *check.quiz(asked, order.brief))
    if asked.items:
        bench.shown.append(flow.quiz(made))
        bench.add_pdf(order.file("quiz.pdf"), pages.quiz(asked, order.look, bench.job.paper), order.look)
        bench.add_pdf(order.file("quiz-key.pdf"), pages.quiz_key(asked, order.look, bench.job.paper), order.look)
        bench.add_word(order.file("quiz.docx"), flow.quiz(made), order.look)
        bench.add_word(order.file("quiz-key.docx"), flow.quiz_key(made), order.look)
        bench.add_large(order.file("quiz.pdf"), flow.quiz(asked), order.look)
        bench.add_large(order.file("quiz-key.pdf"), flow.quiz_key(asked), order.look)
