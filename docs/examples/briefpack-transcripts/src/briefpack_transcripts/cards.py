"""A writer: the terms of a brief as a table of cards."""

import csv
import io


def write(kit):
    """One file, or none where no term is explained."""
    rows = [(term.term, term.meaning) for term in kit.brief.terms if term.meaning]
    if not rows:
        return {}
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([("term", "meaning"), *rows])
    return {"cards.csv": table.getvalue().encode()}
