"""What stands inside a line: escapes, references, attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefpack.errors import PageError
from briefpack.model import Ref

MARK = r"[!-/:-@\[-`{-~]"
"""ASCII punctuation: what Markdown lets a backslash escape."""

_ESCAPED = re.compile(rf"\\({MARK})")
_BACKSLASH = re.compile(rf"\\(?={MARK})")
_BLANKS = re.compile(r"[\x00-\x20\x7f\x85\u2028\u2029]+")
_OPENING = re.compile(r"(?=[#>]|[-*+!](?:[ \xa0]|$)|:::|---)")  # what would turn a text into a heading, a list …
_NUMBERED = re.compile(r"(\d{1,2})([.)])(?=[ \xa0]|$)")
_REFERENCES = re.compile(r"\[(?P<inside>@[^\[\]]*)\]$")
_REFERENCE = re.compile(r"@(?P<source>[\w-]+), (?P<paragraph>\d{1,9})\.(?P<sentence>\d{1,9})")
_LIKE_REFERENCE = re.compile(r"\[(?=@|[\w-]+,? \d+\.\d+\])")  # '[@globe 7]', '[globe 7.2]'
_ATTRIBUTES = re.compile(r'\{(?P<inside>(?:[^{}"]|"[^"]*")*)\}$')
_UNCLOSED = re.compile(r"\{\.[\w-]+[^{}]*$")  # '{.claim' without its end
_ATTRIBUTE = re.compile(r'\s*(?:\.(?P<kind>[\w-]+)|(?P<key>[A-Za-z][\w-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+)))')
_BARE = re.compile(r"[^\s\\\"'{}=<>`]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands, for errors."""

    line: int
    file: str = ""

    def error(self, problem: str) -> PageError:
        return PageError(problem, line=self.line, file=self.file)


Options = tuple[tuple[str, str], ...]


def fold(text: str) -> str:
    """The text on one line: line ends, tabs and control characters become single spaces."""
    return _BLANKS.sub(" ", text).strip(" ")


def cited(text: str) -> frozenset[Ref]:
    """Every passage to which some reference of a page leads, wherever it stands."""
    return frozenset(
        Ref(one["source"], int(one["paragraph"]), int(one["sentence"])) for one in _REFERENCE.finditer(text)
    )


def citation(refs: Iterable[Ref]) -> str:
    """'[@globe, 7.1; @apf, 1.2]', or nothing where there are no references."""
    inside = "; ".join(ref.citation for ref in refs)
    return f"[{inside}]" if inside else ""


def escape(text: str) -> str:
    """A text as a page writes it after a mark or at the start of a line, so that parsing gives it back."""
    text = _escape_anywhere(text)
    return _NUMBERED.sub(r"\1\\\2", text, count=1) if _NUMBERED.match(text) else _opening(text)


def escape_heading(text: str) -> str:
    """The same for a heading, where a brace would begin its attributes."""
    return _escape_anywhere(text).replace("{", r"\{")


def unescape(text: str) -> str:
    """The text that ``escape`` was given."""
    return _ESCAPED.sub(r"\1", text)


def attributes(kind: str, options: Options) -> str:
    """'{.claim minutes=5}', or nothing."""
    words = [f".{kind}"] if kind else []
    words += [f"{key}={_option(fold(value))}" for key, value in options]
    return f"{{{' '.join(words)}}}" if words else ""


def take_references(text: str, place: Place) -> tuple[str, tuple[Ref, ...]]:
    """A line's text, still escaped, without the references at its end; and these."""
    found = _REFERENCES.search(_masked(text))
    body = text[: found.start()].rstrip(" \t") if found else text
    if stray := _LIKE_REFERENCE.search(_masked(body)):
        raise _bad_reference(body[stray.start() :], place)
    if not found:
        return body, ()
    refs = []
    for part in found["inside"].split(";"):
        good = _REFERENCE.fullmatch(" ".join(part.split()))
        if not good:
            raise _bad_reference(text[found.start() :], place)
        refs.append(Ref(good["source"], int(good["paragraph"]), int(good["sentence"])))
    return body, tuple(refs)


def take_attributes(text: str, place: Place) -> tuple[str, str, Options]:
    """A heading's text, still escaped, without '{.kind key=value}'; the kind; the other attributes."""
    masked = _masked(text)
    found = _ATTRIBUTES.search(masked)
    if not found and (open_ := _UNCLOSED.search(masked)):
        raise place.error(_bad_attributes(text[open_.start() :]))
    if not found:
        return text, "", ()
    kind, options, at = "", {}, found.start("inside")
    while masked[at:-1].strip():
        word = _ATTRIBUTE.match(masked, at, len(masked) - 1)
        key = word["key"] if word else ""
        if not word or (kind and word["kind"]) or key in options or masked[word.end()] not in " \t}":
            raise place.error(_bad_attributes(text[found.start() :]))
        kind = word["kind"] or kind
        if key:
            options[key] = unescape(text[slice(*word.span("bare" if word["bare"] else "quoted"))])
        at = word.end()
    return text[: found.start()].rstrip(" \t"), kind, tuple(options.items())


def _escape_anywhere(text: str) -> str:
    text = _BACKSLASH.sub(r"\\\\", fold(text))
    return _LIKE_REFERENCE.sub(r"\\[", text).replace("<!--", r"\<!--")


def _opening(text: str) -> str:
    return f"\\{text}" if _OPENING.match(text) else text


def _option(value: str) -> str:
    if _BARE.fullmatch(value):
        return value
    value = re.sub(rf"\\(?={MARK}|$)", r"\\\\", value)
    return '"' + value.replace('"', r"\"").replace("<!--", r"\<!--") + '"'


def _masked(text: str) -> str:
    """The text with each escaped mark made harmless, at the same length."""
    return _ESCAPED.sub("\0\0", text)


def _bad_reference(text: str, place: Place) -> PageError:
    """What is wrong with '[@globe 7]', with the form that it should have."""
    inside, closed, after = text[1:].partition("]")
    good = "; ".join(_good_form(part) for part in inside.split(";"))
    shown = f"[{inside[:60]}{closed}"
    if after and inside == good:
        return place.error(f"found {shown} inside the text; write references at its end, after the full stop")
    return place.error(f"'{shown}' is not a reference; write [{good}] (source, paragraph.sentence)")


def _good_form(part: str) -> str:
    found = re.match(r"\s*@?(?P<source>[\w-]+)(?:[^\d\]]*(?P<paragraph>\d+)(?:[.:](?P<sentence>\d+))?)?", part)
    if not found:
        return "@source, 7.1"
    return f"@{found['source']}, {found['paragraph'] or 7}.{found['sentence'] or 1}"


def _bad_attributes(text: str) -> str:
    return f"found '{text[:60]}' in a heading; write {{.kind key=value key=\"two words\"}}, or \\{{ for a plain brace"
