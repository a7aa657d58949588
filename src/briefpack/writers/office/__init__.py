"""What decks and Word files share: the theme of a look, text that XML can hold, languages and directions."""

from briefpack.writers.office.languages import language_of, region, right_to_left, stretches
from briefpack.writers.office.theme import theme
from briefpack.writers.office.xml import escape, filled, shipped

__all__ = ["escape", "filled", "language_of", "region", "right_to_left", "shipped", "stretches", "theme"]
