"""Foreign parsers that talk: silenced while they work, since the library never prints."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_NOWHERE = logging.NullHandler()


@contextmanager
def quiet(*names: str) -> Iterator[None]:
    """Hold back the log lines (those of parts too) and the warnings of some libraries."""
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(_NOWHERE)
        logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(_NOWHERE)
            logger.propagate = propagate
