"""The brief as people edit it (brief.md) and as other programs read it (brief.json).

``render`` and ``read`` are inverses; ``to_json`` follows SCHEMA_FILE. Docs: docs/brief-file.md.
"""

from briefpack.brief.as_json import SCHEMA_FILE, to_json
from briefpack.brief.file import read, render

__all__ = ["SCHEMA_FILE", "read", "render", "to_json"]
