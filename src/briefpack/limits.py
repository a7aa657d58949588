"""Limits on a process that reads or runs what strangers made."""

from __future__ import annotations


def hold(size: int, seconds: int) -> None:
    """Hold this process to so many bytes of memory and seconds of work, and let it write no file, where it can be."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit of whoever started the process stays
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
