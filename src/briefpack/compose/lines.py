"""A line of a product page: '**label:** text *(detail)* [@globe, 7.1]', written and read back.

Where a label is asked for, 'label: text' and a label alone are read too: people need not type the stars.
"""

from __future__ import annotations

import re

from briefpack.model import Entry, Line

_LABEL = re.compile(r"\*\*(?P<label>[^*]*):\*\*(?: |$)")
_PLAIN_LABEL = re.compile(r"(?P<label>[^:]{1,80})(?:: |:?$)")
_DETAIL = re.compile(r"(?:^| )\*\((?P<detail>[^*]*)\)\*$")


def written(line: Line) -> str:
    """The line's text with label and detail in it, references apart; ``read`` gives it back."""
    label = line.label.replace("*", "")
    detail = line.detail.replace("*", "")
    words = [
        f"**{label}:**" if label or line.text.startswith("**") else "",
        line.text,
        f"*({detail})*" if detail or line.text.endswith(")*") else "",
    ]
    return " ".join(word for word in words if word)


def read(entry: Entry, *, labelled: bool = False) -> Line:
    """The line that a page's entry holds; ``labelled`` where its kind asks for a label."""
    text, label, detail = entry.text, "", ""
    found = _LABEL.match(text) or (_PLAIN_LABEL.match(text) if labelled else None)
    if found:
        label, text = found["label"].strip(), text[found.end() :]
    if after := _DETAIL.search(text):
        detail, text = after["detail"].strip(), text[: after.start()]
    return Line(text.strip(), entry.refs, label, detail)
