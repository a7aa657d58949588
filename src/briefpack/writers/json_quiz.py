"""The questions as JSON, for other programs (fields: docs/cli.md)."""

from __future__ import annotations

import json

from briefpack.model import Question, QuestionSet


def write(asked: QuestionSet) -> bytes:
    """Return a question set as UTF-8 JSON; references in their plain form, 'globe 7.2'."""
    value = {
        "title": asked.title,
        "audience": asked.audience,
        "language": asked.language,
        "minutes": asked.minutes,
        "questions": [_question(question) for question in asked.questions],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _question(question: Question) -> dict[str, object]:
    return {
        "prompt": question.prompt,
        "skill": question.skill,
        "level": question.level,
        "phase": question.phase,
        "minutes": question.minutes,
        "skeleton": question.skeleton,
        "refs": [str(ref) for ref in question.refs],
        "look_fors": [{"text": line.text, "refs": [str(ref) for ref in line.refs]} for line in question.look_fors],
    }
