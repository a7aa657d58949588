"""The stages that a build shares with what explains it: what is found, and the pages that are made of it."""

from __future__ import annotations

from dataclasses import replace

from briefpack import analysis, compose
from briefpack.messages import Messages
from briefpack.model import Audience, Brief, Source
from briefpack.pack import apart, mixing, plugged
from briefpack.pack.folder import Job
from briefpack.plugins import Guard


def found(job: Job, sources: tuple[Source, ...], guard: Guard) -> Brief:
    """The brief that the documents give, with what plugins find besides."""
    own = analysis.analyse(sources, title=job.title, question=job.question, settings=job.settings, nlp=job.nlp)
    return plugged.finders(own, guard)


def audience(job: Job, name: str) -> Audience:
    """An audience with the minutes and questions that the job asks for."""
    return mixing.mixed(job.course.audience(name), job.budget.minutes, job.mix)


def filled(job: Job, told: Brief, audience: Audience, guard: Guard) -> compose.Pages:
    """The pages of an audience; a course's own templates are filled in by a process of their own."""
    course = job.course
    fill = apart.pages if course.runs_apart(audience) else compose.pages
    made = fill(told, audience, course.load, course.over(audience), plugged.askers(guard))
    return replace(made, notices=plugged.heard(made.notices, guard))


def language(job: Job, audience: Audience | None = None) -> Messages:
    """The words of a pack's language, with what the courses of an audience add; with all courses' for no audience."""
    course = job.course
    if audience is None:
        return compose.messages(job.language, "", course.load, tuple(layer.shown for layer in course.own))
    return compose.messages(job.language, audience.template, course.load, course.over(audience))
