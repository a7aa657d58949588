"""briefpack: from a handful of documents to a teaching or briefing pack."""

__version__ = "0.1.0"
