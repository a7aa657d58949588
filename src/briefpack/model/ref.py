"""Where a statement comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

_FORM = re.compile(r"@?(?P<source>[\w-]+),? (?P<paragraph>\d+)\.(?P<sentence>\d+)")


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """Where a statement comes from: source key, paragraph, sentence.

    Both counters start at 1 and count the cleaned article, so a reader with the
    printed text in hand can find the place by counting.

    >>> str(Ref("globe", 7, 2)), Ref("globe", 7, 2).citation
    ('globe 7.2', '@globe, 7.2')
    """

    source: str
    paragraph: int
    sentence: int

    def __str__(self) -> str:
        return f"{self.source} {self.paragraph}.{self.sentence}"

    @property
    def citation(self) -> str:
        """The pandoc form, as pages print it between square brackets."""
        return f"@{self.source}, {self.paragraph}.{self.sentence}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read either form, 'globe 7.2' or '@globe, 7.2'; ValueError if it is neither."""
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError(f"{text!r} is not a reference such as '@globe, 7.2'")
        return cls(found["source"], int(found["paragraph"]), int(found["sentence"]))
