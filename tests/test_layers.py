"""Rooms may only look down: each names the rooms it may import from (docs/tour.md draws them)."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "briefpack"
MAY_IMPORT = {
    "errors": set(),
    "late": set(),
    "model": {"errors"},
    "text": set(),
    "messages": set(),
    "settings": {"errors"},
    "archives": {"errors"},
    "limits": set(),
    "page": {"errors", "model"},
    "readers": {"errors", "model", "text"},
    "analysis": {"errors", "model", "text"},
    "brief": {"errors", "model", "page"},
    "merge": {"errors", "model", "page"},
    "citing": {"model", "text"},
    "questions": {"errors", "model", "text", "messages"},
    "compose": {"errors", "limits", "model", "page", "text", "questions", "settings", "messages"},
    "layout": {"errors", "model", "messages"},
    "writers": {"errors", "archives", "model", "page", "layout", "messages"},
    "check": {"errors", "archives", "messages", "model", "text", "layout", "questions"},
    "plugins": {"limits", "model"},
    "pack": {
        "errors",
        "limits",
        "plugins",
        "late",
        "citing",
        "archives",
        "model",
        "text",
        "settings",
        "messages",
        "page",
        "readers",
        "analysis",
        "brief",
        "merge",
        "questions",
        "compose",
    }
    | {"layout", "writers", "check"},
    "cli_spoken": {"errors", "model"},
    "cli_asked": {"cli_spoken", "model", "pack"},
    "cli_look": {"cli_spoken", "pack"},
    "cli_new": {"cli_spoken", "pack"},
    "cli_templates": {"cli_spoken", "pack"},
    "cli_edit": {"cli_spoken", "pack"},
    "cli_export": {"cli_spoken", "pack"},
    "cli_print": {"cli_spoken", "pack"},
    "cli_merge": {"cli_spoken", "pack"},
    "cli_plugins": {"cli_spoken", "plugins"},
    "findings": {"model", "pack"},
    "cli": {
        "errors",
        "model",
        "pack",
        "findings",
        "cli_new",
        "cli_templates",
        "cli_asked",
        "cli_edit",
        "cli_export",
        "cli_look",
        "cli_merge",
        "cli_plugins",
        "cli_print",
        "cli_spoken",
    },
    "__main__": {"cli"},
}
OWN_FILES_ONLY = {"text", "layout", "brief"}
"""Rooms that may read the data files shipped inside them, and nothing else."""
TOUCH_THE_DISK = {"pack"}
SIBLINGS = {"readers", "writers", "analysis"}
HEAVY = (
    "spacy",
    "pptx",
    "docx",
    "uharfbuzz",
    "trafilatura",
    "pypdf",
    "lxml",
    "jinja2",
    "yaml",
    "charset_normalizer",
)


def modules():
    return sorted(SRC.rglob("*.py"))


def room(path):
    return path.relative_to(SRC).with_suffix("").parts[0]


def imported(path):
    """(room, rest) of every import from briefpack in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "briefpack":
            yield from ((alias.name, "") for alias in node.names if alias.name != "__version__")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("briefpack."):
            _, first, *rest = node.module.split(".")
            yield first, ".".join(rest)
        elif isinstance(node, ast.Import):
            yield from ((a.name.split(".")[1], "") for a in node.names if a.name.startswith("briefpack."))


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(SRC).as_posix())
def test_no_room_looks_up(path):
    if path.name == "__init__.py" and path.parent == SRC:
        return
    rooms = {name for name, _ in imported(path)} - {room(path)}

    assert rooms <= MAY_IMPORT[room(path)]


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(SRC).as_posix())
def test_only_the_pack_room_touches_the_disk(path):
    if room(path) in TOUCH_THE_DISK:
        return
    text = path.read_text(encoding="utf-8")
    reads = re.findall(r"(?<![\w.])open\(|\.(?:read_text|read_bytes|write_text|write_bytes)\(", text)

    assert not reads or ("importlib.resources" in text and not re.search(r"(?<![\w.])open\(|\.write_", text))


def test_no_format_imports_a_sibling_format():
    formats = {"html", "pdf", "docx", "txt", "md", "pptx", "json_quiz"}
    for path in modules():
        parts = path.relative_to(SRC).with_suffix("").parts
        if parts[0] in {"readers", "writers"} and len(parts) > 1 and parts[1] in formats:
            others = {rest.split(".")[0] for name, rest in imported(path) if name == parts[0]} & formats

            assert others <= {parts[1]}, path


def test_help_loads_nothing_heavy():
    code = "import sys; from briefpack.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = set(done.stdout.rsplit("\n", 2)[-2].split())
    assert not loaded & set(HEAVY)


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(SRC).as_posix())
def test_no_clock_and_no_dice(path):
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"\b(datetime\.now|date\.today|time\.time|utcnow|import random|import secrets|uuid4)\b", text)


NOT_FOR = {
    "citing": ("analysis", "brief", "check", "compose", "layout", "page", "writers"),
    "printing": ("analysis", "brief", "check", "compose", "layout", "page", "writers"),
    "traced": ("analysis", "brief", "check", "compose", "layout", "writers"),
    "checked": ("analysis", "brief", "compose", "writers"),
}
"""What stands in pack for a command, and the rooms that the command need not wait for."""


@pytest.mark.parametrize("name", NOT_FOR)
def test_a_command_loads_only_the_rooms_that_it_uses(name):
    code = f"import sys, briefpack.cli; from briefpack import pack; pack.{name}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = {module.split(".")[1] for module in done.stdout.split() if module.startswith("briefpack.")}
    assert not loaded & set(NOT_FOR[name])


def test_every_name_of_the_pack_room_is_there_and_hidden_by_no_file():
    from briefpack import pack

    for name in set(pack.__all__):
        assert getattr(pack, name) is not None
    for file, names in pack._FILES.items():
        assert not [name for name in names.split() if name != file and (SRC / "pack" / f"{name}.py").exists()]
