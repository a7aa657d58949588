"""How people's edits survive: what was written last, what stands on the page and what is found now become one page.

Nothing carries a hidden mark: a line is known by its words and its visible references, and what a person
should know about a line (its source says something else now, or is gone) stands behind it as a comment.
Docs: docs/how-to/keep-edits.md; the table that this follows is in docs/brief-file.md.
"""

from briefpack.merge.anchors import Passages
from briefpack.merge.changes import Change, changes, drifted
from briefpack.merge.kept import Kept, Out
from briefpack.merge.report import Report
from briefpack.merge.threeway import Merged, merge

__all__ = ["Change", "Kept", "Merged", "Out", "Passages", "Report", "changes", "drifted", "merge"]
