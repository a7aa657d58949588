"""The page grammar: the one small Markdown of brief.md, deck.md, summary.md and questions.md.

    ---
    audience: students
    ---
    # A title
    ## A heading [@globe, 7.1] {.claim minutes=5}
    - An item. [@globe, 7.1; @apf, 1.2]
    - ! An item that is kept on top.
      - An item under it.
    > A quotation. [@globe, 9.1]
    ### A smaller heading {.reply}
    A paragraph.
    ::: notes
    - say: What is said.
    :::

``parse`` and ``render`` are inverses. Comments (<!-- … -->) and blank lines are skipped, a line
may be wrapped, and a backslash makes the mark after it plain. Docs: docs/brief-file.md.
"""

from briefpack.page.inline import citation, cited, escape, fold
from briefpack.page.parse import parse
from briefpack.page.render import heading, render, row

__all__ = ["citation", "cited", "escape", "fold", "heading", "parse", "render", "row"]
