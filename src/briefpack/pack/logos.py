"""A logo from a file: any PNG or JPEG that can be read, made small."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from briefpack.errors import TemplateError
from briefpack.model import Logo, Look
from briefpack.pack.courses.files import shown

MOST_BYTES = 5_000_000
_MOST_PIXELS = 50_000_000
_MOST = 800, 400
"""Pixels across and down: enough for print at the size in which it stands."""


def worn(look: Look, path: Path, institution: str) -> Look:
    """A look with the logo of a file; TemplateError where that is no picture that can be used."""
    return replace(look, logo=read(path, f"Logo of {institution}" if institution else "Logo"))


def read(path: Path, alt: str) -> Logo:
    """The logo of a file."""
    from PIL import Image

    data = _bytes(path)
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise TemplateError(f"{shown(path)}: has more than {_MOST_PIXELS:,} pixels: make it smaller")
            drawn = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise TemplateError(f"{shown(path)}: is no PNG or JPEG that can be read: save it as one of the two") from None
    drawn.thumbnail(_MOST)
    alpha = drawn.getchannel("A")
    covers = alpha.getextrema() == (255, 255)
    saved = BytesIO()
    drawn.save(saved, "PNG")
    pixels = drawn.convert("RGB").tobytes()
    return Logo(drawn.width, drawn.height, alt, pixels, b"" if covers else alpha.tobytes(), saved.getvalue())


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TemplateError(f"{shown(path)}: is larger than {MOST_BYTES // 1_000_000} MB: make it smaller")
        return path.read_bytes()
    except OSError as problem:
        raise TemplateError(
            f"{shown(path)}: cannot be read ({problem.strerror}): see whether the name is right"
        ) from None
