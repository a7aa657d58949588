"""Web pages that stand alone: the page of sources, and the index that shows everything of a pack.

No script, nothing loaded from elsewhere, no word that is not escaped; readable on a phone, on paper,
in the dark, with the keyboard and with a screen reader.
"""

from briefpack.writers.html import index, passages, products

__all__ = ["index", "passages", "products"]
