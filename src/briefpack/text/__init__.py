"""Pure functions on strings; their word lists stand in text/data."""
