"""A statement as it reads: who says so, the words, where they stand."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout import references
from briefpack.layout.flow.parts import Words
from briefpack.layout.marks import Run
from briefpack.layout.pages.setting import few
from briefpack.messages import noted, say
from briefpack.model import Cited, Line

EDITOR = noted(" [editor]")
"""After a statement that no source backs, where readers would expect one."""


def said(line: Line, sources: tuple[Cited, ...], *, own: bool = False) -> Words:
    """Label, statement, detail, references; with `own`, a statement without one is marked as the editor's."""
    detail = (Run(f" ({line.detail})", colour="muted"),) if line.detail else ()
    return kept(*labelled(line), *detail, *pointed(line, sources, own=own))


def named(line: Line, sources: tuple[Cited, ...]) -> Words:
    """What it is in bold, always, then what stands there: '**Quad:** Australia, India … [3 ¶16]'."""
    label = line.label.strip()
    mark = "" if not line.text or label[-1:] in ".:?!" else say(":")
    name = Run(f"{label}{mark}{' ' if line.text else ''}" if label else "", bold=True)
    detail = (Run(f" ({line.detail})", colour="muted"),) if line.detail else ()
    return kept(name, Run(line.text), *detail, *pointed(line, sources))


def labelled(line: Line) -> Words:
    """The statement after what it is about, or who says so; a voice that the words name is not said twice."""
    label = line.label.strip()
    if not label or not line.text or label.casefold() in line.text.casefold():
        return (Run(line.text or label, bold=not line.text),)
    mark = "" if label[-1] in ".:?!" else say(":")
    return Run(f"{label}{mark} ", bold=True), Run(line.text)


def pointed(line: Line, sources: tuple[Cited, ...], *, own: bool = False) -> Words:
    """The references after a statement, each leading to its passage."""
    run = references.run(line.refs, sources)
    if run.text:
        return references.linked(run, sources)
    return (Run(say(EDITOR), colour="muted"),) if own and line.text else ()


def where(line: Line, sources: tuple[Cited, ...], *, most: int = 0) -> Words:
    """The references in a cell of their own, or after 'Look in'; at most so many places, where a number is given."""
    refs = few(line.refs, most) if most else line.refs
    run = references.run(refs, sources)
    return references.linked(replace(run, text=run.text.lstrip("\u00a0 "), scale=1.0), sources) if run.text else ()


def kept(*runs: Run) -> Words:
    """The runs that have text."""
    return tuple(run for run in runs if run.text)
