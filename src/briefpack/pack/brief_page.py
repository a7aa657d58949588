"""brief.md: what its editor made of it and what is found now, as one page."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack import brief, merge, page
from briefpack.errors import PageError, WriteError
from briefpack.model import Brief, Notice, Ref
from briefpack.pack import edited, kept, notices
from briefpack.pack.folder import BRIEF, Job


@dataclass(frozen=True, slots=True)
class BriefPage:
    """The brief that everything is built from, and the page that says it."""

    told: Brief
    data: bytes
    """brief.md as it is to stand."""
    kept: merge.Kept
    edited: bool
    """Whether a person changed the page."""
    notices: tuple[Notice, ...] = ()

    @property
    def struck(self) -> frozenset[Ref]:
        """The passages of what its editor struck out, as far as no other line cites them."""
        mine = self.data.decode(errors="replace")
        now = (change.refs for change in merge.changes(self.kept, mine))
        return page.cited("\n".join(one.lines for one in self.kept.out)).union(*now) - page.cited(mine)


def place(job: Job) -> kept.Place:
    """Where brief.md and its state lie."""
    return kept.Place(job.home / BRIEF, job.home, "brief")


def recover(job: Job) -> None:
    """Finish or forget what a killed build began."""
    kept.recover(place(job))


def merged(job: Job, found: Brief) -> BriefPage:
    """The brief as its editor left it, and as the documents are now. PageError names a line that cannot be read."""
    where, fresh, passages = place(job), brief.render(found), kept.passages(found)
    if where.page.is_dir():
        raise WriteError(f"{where.page}: a folder stands where this file goes: move it away")
    if where.page.is_symlink():
        what = "is a link, and a build would put a file in its place: put the page itself here, or take the link away"
        raise WriteError(f"{where.page}: {what}")
    if not where.page.is_file():
        return BriefPage(found, fresh.encode(), merge.Kept(fresh, passages), edited=False)
    text = edited.text_of(where.page)
    state = kept.load(where)
    last = state.kept if state.kept and _readable(state.kept.page) else None
    if text == fresh and (last is None or not last.out):
        return BriefPage(found, where.page.read_bytes(), merge.Kept(fresh, passages), edited=False)
    with edited.named(where.page):
        brief.read(text, found, file=str(where.page), also=frozenset(last.passages if last else ()))
        made = merge.merge(last or merge.Kept(fresh), text, fresh, passages, loose=True)
        told = brief.read(made.text, found, file=str(where.page))
    by_hand = last is None or text != last.page
    overruled = notices.overruled(dict(told.settings), dict(found.settings), BRIEF)
    said = (*notices.merged(made, BRIEF, last, text, damaged=state.damaged), *overruled)
    return BriefPage(told, kept.as_it_stands(made.text, text, where.page), made.kept, edited=by_hand, notices=said)


def save(job: Job, made: BriefPage) -> None:
    """Write brief.md if the merge changed it, and what is kept of it."""
    kept.save(place(job), made.data, made.kept, edited=made.edited)


def _readable(text: str) -> bool:
    try:
        page.parse(text)
    except PageError:
        return False
    return True
