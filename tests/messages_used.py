"""Every English text that the program may say, read out of its templates, its code and its tables."""

import ast
from pathlib import Path

import yaml
from jinja2 import Environment

from briefpack.pack.keys import GENRES
from briefpack.questions.skeleton import SKILLS

ROOT = Path(__file__).parent.parent
_SAYING = ("say", "counted", "noted")


def used():
    """English text to whether it has forms for numbers."""
    found = {}
    for text, forms in (*in_templates(), *in_code(), *in_data()):
        found[text] = found.get(text, False) or forms
    return found


def in_templates():
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=False, trim_blocks=True, lstrip_blocks=True)
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        source = path.read_text(encoding="utf-8")
        for _, name, text in environment.extract_translations(source, gettext_functions=("_", "_n", "_later")):
            first = text[0] if isinstance(text, tuple) else text
            if first:
                yield first, name == "_n"


def in_code():
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in _SAYING:
                    yield node.args[0].value, name == "counted"


def in_data():
    yield from ((text, False) for text in (*SKILLS, *GENRES))
    for path in sorted((ROOT / "templates" / "audiences").glob("*.yaml")):
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield from ((told[key], False) for key in ("label", "whom"))
