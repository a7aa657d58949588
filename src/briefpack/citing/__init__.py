"""The sources as bibliographies print them: four styles, three files for reference managers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefpack.citing.files import bibtex, csl_json, ris
from briefpack.citing.record import Record, record
from briefpack.citing.styles import STYLES

__all__ = ["FILES", "STYLES", "Record", "csl_json", "record"]

FILES: dict[str, Callable[[Iterable[Record]], str]] = {"csl": csl_json, "bibtex": bibtex, "ris": ris}
