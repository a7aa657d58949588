"""Settings files: strict YAML, read against the keys that are known.

No aliases, no duplicate keys, no tags. A value stays as it is written ('no', '12:30' and dates are
text) unless the table of known keys asks for a number or true/false. Each error names file and line.
"""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from briefpack.errors import UsageError

_SLIPS = (
    ("character '\\t'", "holds a tab; write spaces instead"),
    ("mapping values are not allowed", "a ':' stands inside a value; put the value in quotation marks"),
    ("unexpected end of stream", "a quotation mark or bracket is never closed"),
    ("but got '<stream end>'", "a quotation mark or bracket is never closed"),
    (
        "but found '<block mapping start>'",
        "does not stand below the line above it; give lines that belong together the same spaces in front",
    ),
    ("but found another document", "a line '---' begins a second document; keep one"),
)
"""What the YAML parser says, and what to tell people instead."""

Node = Any  # yaml.nodes.Node; its type stubs lack the fields read here

MOST_BYTES = 1_000_000
MOST_DEPTH = 50

Known = Mapping[str, object]
"""Key to what its value is: str, int, float, bool, list or dict; OneOf or Like for text that is checked; a
mapping for nested keys ('*' stands for any key); a tuple for a list of such values: (str,) or
({'file': str, 'title': str},), and (str, {…}) for a list in which each value is one or the other."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """Text that is one of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Like:
    """Text that passes a test; ``says`` names the form: "a date such as 2024-05-16"."""

    says: str
    fits: Callable[[str], bool]
    needed: bool = False
    """Whether the keys around it make no sense without it."""


_ASKED: dict[object, str] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list ('- ' before each value)",
    dict: "'key: value' lines",
}


def read(text: str, *, file: str, known: Known) -> dict[str, Any]:
    """Read a settings file; a key without a value is left out. UsageError says what to write."""
    node = _node(text, file)
    return _Checker(file).mapping(node, known, "the file") if node else {}


def nearest(word: str, known: Collection[str]) -> str:
    """'did you mean 'title'?', or all known words where none is near."""
    near = difflib.get_close_matches(word.lower(), list(known), n=1)
    return f"did you mean '{near[0]}'?" if near else f"known are: {', '.join(known)}"


def place(text: str, file: str, key: str) -> str:
    """Where a key of the first level stands: 'pack.yaml:4'; its first line where it does not stand there."""
    row = re.compile(rf"""["']?{re.escape(key)}["']?\s*:""")
    return f"{file}:{next((number for number, line in enumerate(text.splitlines(), 1) if row.match(line)), 1)}"


def lines(text: str, *, file: str) -> dict[str, int]:
    """The line of each key, those under another as 'counts: claims'."""
    found: dict[str, int] = {}

    def walk(node: Node, under: str) -> None:
        for key, value in node.value if node is not None and node.id == "mapping" else ():
            found[f"{under}{key.value}"] = key.start_mark.line + 1
            walk(value, f"{under}{key.value}: ")

    walk(_node(text, file), "")
    return found


def _node(text: str, file: str) -> Node:
    """The file as YAML nodes; None where it holds nothing."""
    from yaml.error import MarkedYAMLError
    from yaml.reader import ReaderError

    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise UsageError(f"{file}: larger than {MOST_BYTES // 1_000_000} MB; settings are a few lines")
    try:
        node = _strict_loader()(text).get_single_node()
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UsageError(f"{file}:{line}: {_plainer(error.problem or str(error))}") from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise UsageError(f"{file}:{line}: holds a character that YAML does not allow; remove it") from None
    return node


def _plainer(problem: str) -> str:
    """A message of the YAML parser in words that say what to do, for the slips that people make most."""
    return next((ours for theirs, ours in _SLIPS if theirs in problem), problem)


@functools.cache
def _strict_loader() -> Any:
    """PyYAML's safe loader without aliases, tags and bottomless nesting."""
    from yaml import SafeLoader
    from yaml.composer import ComposerError
    from yaml.events import AliasEvent

    class Strict(SafeLoader):
        depth = 0

        def compose_node(self, parent: Any, index: Any) -> Any:
            event: Any = self.peek_event()  # type: ignore[no-untyped-call]
            problem = ""
            if isinstance(event, AliasEvent) or event.anchor:
                problem = "aliases ('&' and '*') are not used here; write the value again, or put it in quotation marks"
            elif event.tag is not None and event.tag != "!":
                problem = "tags ('!') are not used here; put the value in quotation marks"
            elif self.depth >= MOST_DEPTH:
                problem = f"nested deeper than {MOST_DEPTH}"
            if problem:
                raise ComposerError(None, None, problem, event.start_mark)
            self.depth += 1
            node = super().compose_node(parent, index)
            self.depth -= 1
            return node

    return Strict


@dataclass(frozen=True, slots=True)
class _Checker:
    """YAML nodes to plain values, by the table of known keys."""

    file: str

    def mapping(self, node: Node, known: Known, name: str) -> dict[str, Any]:
        if node.id != "mapping":
            self.refuse(node, f"{name} must hold {_ASKED[dict]}")
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self.key(key_node, known)
            if key in found:
                self.refuse(key_node, f"'{_start(key)}' is set twice; keep one")
            found[key] = self.value(value_node, known.get(key, known.get("*")), f"'{key}'")
        for key, asked in known.items():
            if isinstance(asked, Like) and asked.needed and found.get(key) is None:
                self.refuse(node, f"'{key}' is missing here: write '{key}:' and {asked.says}")
        return {key: value for key, value in found.items() if value is not None}

    def key(self, node: Node, known: Known) -> str:
        if node.id != "scalar":
            self.refuse(node, "a key must be a word")
        key = str(node.value)
        if key not in known and "*" not in known:
            self.refuse(node, f"unknown key '{_start(key)}', {nearest(key, known)}")
        return key

    def value(self, node: Node, asked: object, name: str) -> Any:
        """The value as it is asked for; None where nothing is written."""
        if node.id == "scalar" and node.style is None and node.value in ("", "~", "null"):
            return None
        if isinstance(asked, Mapping) or asked is dict:
            return self.mapping(node, asked if isinstance(asked, Mapping) else {"*": object}, name)
        if isinstance(asked, tuple) or asked is list:
            return self.list(node, asked if isinstance(asked, tuple) else (object,), name)
        if isinstance(asked, OneOf | Like):
            return self.text(node, asked, name)
        if asked is object:
            return self.value(node, {"mapping": dict, "sequence": list}.get(node.id, str), name)
        return self.scalar(node, asked, name)

    def list(self, node: Node, asked: tuple[object, ...], name: str) -> list[Any]:
        if node.id != "sequence":
            self.refuse(node, f"{name} must be {_ASKED[list]}")
        found = [self.value(each, self.one_of(asked, each), f"a value of {name}") for each in node.value]
        if None in found:
            self.refuse(node.value[found.index(None)], f"a value of {name} is empty; write it, or take its line out")
        return found

    def one_of(self, asked: tuple[object, ...], node: Node) -> object:
        """The first form that a node can have: keys for keys, else text."""
        fitting = (one for one in asked if isinstance(one, Mapping) == (node.id == "mapping"))
        return next(fitting, asked[0])

    def text(self, node: Node, asked: OneOf | Like, name: str) -> str:
        found = str(self.scalar(node, str, name))
        if isinstance(asked, OneOf) and found not in asked.words:
            self.refuse(node, f"{name} cannot be '{_start(found)}', {nearest(found, asked.words)}")
        if isinstance(asked, Like) and not asked.fits(found):
            self.refuse(node, f"{name} must be {asked.says}, found '{_start(found)}'")
        return found

    def scalar(self, node: Node, asked: object, name: str) -> Any:
        if node.id != "scalar":
            self.refuse(node, f"{name} must be {_ASKED[asked]}")
        text = str(node.value)
        if asked is str:
            return text
        try:
            if asked is bool:
                return {"true": True, "false": False}[text]
            return int(text) if asked is int else float(text)
        except (KeyError, ValueError):
            self.refuse(node, f"{name} must be {_ASKED[asked]}, found '{_start(text)}'")

    def refuse(self, node: Node, problem: str) -> NoReturn:
        raise UsageError(f"{self.file}:{node.start_mark.line + 1}: {problem}")


def _start(text: str) -> str:
    """A value as a message shows it."""
    return " ".join(text.split())[:40]
