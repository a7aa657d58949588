"""Message files: templates/messages/fr.yaml, then what a course template adds in NAME/messages/fr.yaml.

NAME/messages/en.yaml holds a course's own words for some of ours, "Key judgement / Jugement clé".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py
from string import Formatter
from typing import Any

from briefpack import settings
from briefpack.compose.pages import templates
from briefpack.errors import TemplateError, UsageError
from briefpack.messages import ENGLISH, MONTHS, NUMBERS, Messages
from briefpack.text.language import detect

Load = Callable[[str], str]

ENGLISH_CODE = "en"
_KNOWN: settings.Known = {
    "language": str,
    "region": settings.Like("a code such as fr-CA", lambda text: bool(re.fullmatch("[a-z]{2}-[A-Z]{2}", text))),
    "plural": str,
    "quotes": str,
    "months": str,
    "short months": str,
    "numbers": str,
    "first": str,
    "point": str,
    "thousands": str,
    "day": settings.Like(
        "words with {day}, such as 'le {day}'", lambda text: text.count("{") == text.count("{day}") == 1
    ),
    "no break before": str,
    "no break after": str,
    "joins": {"*": str},
    "elides": str,
    "texts": {"*": object},
}
_SHOWN = 80
"""Characters of a text that a message shows."""
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class _File:
    """A message file, checked."""

    habits: Mapping[str, Any]
    texts: Mapping[str, tuple[str, ...]]


def messages(code: str, template: str, load: Load, over: tuple[str, ...] = ()) -> Messages:
    """The language of a pack; its courses, nearest first, and the template below them may add texts.

    UsageError where no template knows the language; TemplateError with file and line for a file that is wrong.
    """
    file = f"messages/{code or ENGLISH_CODE}.yaml"
    chain = reversed((*over, *(templates(template, load) if template else ())))
    names = [file, *(f"{name}/{file}" for name in chain)]
    files = [_read(text, name) for name in names if (text := _text(name, load)) is not None]
    if not files and code in ("", ENGLISH_CODE):
        return Messages(code) if code else ENGLISH
    if not files:
        what = f"there is no {names[0]} in the templates: write one, or use a language that has one"
        raise UsageError(f"language '{code}': {what}")
    habits = {key: value for file in files for key, value in file.habits.items()}
    texts = {english: forms for file in files for english, forms in file.texts.items()}
    return _messages(code, habits, texts)


def _text(name: str, load: Load) -> str | None:
    try:
        return load(name)
    except KeyError:
        return None


def _messages(code: str, habits: Mapping[str, Any], texts: Mapping[str, tuple[str, ...]]) -> Messages:
    """What the files say, with the spaces that may not break a line."""
    tie = _tie(habits.get("no break before", ""), habits.get("no break after", ""))
    opening, _, closing = tie(habits.get("quotes", "“ ”").replace(" ", "\n")).partition("\n")
    if habits.get("no break after") and opening in habits["no break after"]:
        opening, closing = f"{opening}{_NO_BREAK}", f"{_NO_BREAK}{closing}"
    months, numbers = habits.get("months", "").split(), habits.get("numbers", "").split()
    return Messages(
        code=code,
        region=habits.get("region", ""),
        texts={english: tuple(map(tie, forms)) for english, forms in texts.items()},
        form=c2py(habits.get("plural", "n != 1")),
        months=tuple(months) or MONTHS,
        short_months=tuple(habits.get("short months", "").split()) or ENGLISH.short_months,
        numbers=tuple(numbers) or NUMBERS,
        first=habits.get("first", "1"),
        point=habits.get("point", "."),
        thousands=habits.get("thousands", ","),
        day=habits.get("day", "{day}"),
        quotes=(opening, closing),
        tied=tie,
        detect=_detected,
        joins=tuple(habits.get("joins", {}).items()),
        elides=tuple(habits.get("elides", "").split()),
    )


@lru_cache(maxsize=4096)
def _detected(text: str) -> str | None:
    return detect(text)


def _tie(before: str, after: str) -> Callable[[str], str]:
    """Spaces before and after some marks made such that no line breaks there: 'Pourquoi ?'."""
    marks = [rf" (?=[{re.escape(before.replace(' ', ''))}])"] if before.strip() else []
    marks += [rf"(?<=[{re.escape(after.replace(' ', ''))}]) "] if after.strip() else []
    pattern = re.compile("|".join(marks)) if marks else None
    return lambda text: pattern.sub(_NO_BREAK, text) if pattern else text


@lru_cache(maxsize=16)
def _read(text: str, file: str) -> _File:
    try:
        found = settings.read(text, file=file, known=_KNOWN)
    except UsageError as error:
        raise TemplateError(str(error)) from None
    _check_habits(found, text, file)
    texts = {english: _forms(english, told, text, file) for english, told in found.pop("texts", {}).items()}
    return _File(found, texts)


def _check_habits(found: Mapping[str, Any], text: str, file: str) -> None:
    for key, many in (("months", 12), ("short months", 12), ("numbers", 13), ("quotes", 2)):
        if key in found and len(found[key].split()) != many:
            what = f"'{key}' must be {many} words with spaces between, found {len(found[key].split())}"
            raise TemplateError(f"{file}:{_line(key, text)}: {what}")
    try:
        c2py(found.get("plural", "n != 1"))
    except ValueError:
        what = "'plural' must say which form a number n takes, as gettext writes it: 'n != 1', 'n > 1'"
        raise TemplateError(f"{file}:{_line('plural', text)}: {what}") from None


def _forms(english: str, told: object, text: str, file: str) -> tuple[str, ...]:
    """The translations of a text: one, or a list of the forms that a number asks for."""
    forms = [form for form in (told if isinstance(told, list) else [told]) if isinstance(form, str)]
    where = f"{file}:{_line(english, text)}"
    if not forms or (isinstance(told, list) and len(forms) < len(told)):
        raise TemplateError(f"{where}: the words for '{english[:_SHOWN]}' must be text, or a list of forms")
    known = _slots(english, where) | ({"count"} if len(forms) > 1 else set())
    for form in forms:
        for slot in sorted(_slots(form, where) - known):
            near = settings.nearest(slot, sorted(known)) if known else "it has no slots"
            raise TemplateError(f"{where}: nothing fills {{{slot}}} in '{form[:_SHOWN]}': {near}")
    return tuple(forms)


def _slots(text: str, where: str) -> set[str]:
    try:
        found = [(name, form, turned) for _, name, form, turned in Formatter().parse(text) if name is not None]
    except ValueError:
        found = [("", "", "")]
    if any(form or turned or not name.isidentifier() for name, form, turned in found):
        raise TemplateError(f"{where}: the braces do not match, or a slot is not written as {{name}}: {text[:_SHOWN]}")
    return {name for name, _, _ in found}


def _line(key: str, text: str) -> int:
    start = key[:40]
    rows = enumerate(text.splitlines(), 1)
    return next((number for number, row in rows if row.strip().lstrip("\"'?").strip().startswith(start)), 1)
