"""A reader: subtitles (.srt) as paragraphs, a new one where the speaker pauses."""

import re

from briefpack.readers.blocks import Block, Document, Meta

ENDINGS = (".srt",)
_TIMES = re.compile(r"(\d+):(\d+):(\d+)[,.]\d+ --> (\d+):(\d+):(\d+)[,.]\d+")
_PAUSE = 3


def read(data, name):
    """The document: its title is its first line in capitals, or the file's name."""
    paragraphs, said, before = [], [], 0
    for part in re.split(r"\n\s*\n", data.decode("utf-8-sig").replace("\r\n", "\n").strip()):
        lines = part.split("\n")
        times = next((found for line in lines if (found := _TIMES.search(line))), None)
        if times is None:
            raise ValueError(f"{name}: {part[:40]!r} has no times")
        begins, ends = _seconds(times.groups()[:3]), _seconds(times.groups()[3:])
        if said and begins - before >= _PAUSE:
            paragraphs, said = [*paragraphs, " ".join(said)], []
        said += [line for line in lines if not (line.isdecimal() or _TIMES.search(line))]
        before = ends
    paragraphs.append(" ".join(said))
    title = name.rsplit(".", 1)[0].replace("-", " ").capitalize()
    return Document(tuple(Block(text) for text in paragraphs), Meta(title=title, kind="transcript"))


def _seconds(parts):
    hours, minutes, seconds = map(int, parts)
    return 3600 * hours + 60 * minutes + seconds
