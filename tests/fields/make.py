"""Word and PDF files from the Markdown beside this file, as such documents usually come."""

from __future__ import annotations

import io
import re
from pathlib import Path

HERE = Path(__file__).parent


def docx(name: str) -> bytes:
    """A Word file with real styles: headings, bullets, numbers, a table."""
    from docx import Document

    document = Document()
    table = None
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if set("".join(cells)) <= set("-"):
                continue
            table = table or document.add_table(rows=0, cols=len(cells))
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
        elif line.startswith("# "):
            document.add_heading(line[2:], level=0)
        elif line.startswith("## "):
            document.add_heading(line[3:], level=1)
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        elif re.match(r"\d\. ", line):
            document.add_paragraph(line[3:], style="List Number")
        elif line.strip():
            document.add_paragraph(line.strip("*"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def two_columns(name: str) -> bytes:
    """A two-column PDF with a running head and page numbers, as journals print it."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    styles = getSampleStyleSheet()
    styles["Normal"].spaceAfter, styles["Normal"].alignment = 6, 4
    out = io.BytesIO()
    height = A4[1]
    frames = [Frame(50 + column * 255, 60, 240, height - 130, id=str(column)) for column in (0, 1)]
    page = PageTemplate(frames=frames, onPage=_furniture)
    story = []
    for block in (HERE / name).read_text(encoding="utf-8").split("\n\n"):
        style = {"# ": "Title", "##": "Heading2"}.get(block[:2], "Normal")
        story.append(Paragraph(block.lstrip("# ").replace("\n", "<br/>"), styles[style]))
    BaseDocTemplate(out, pagesize=A4, pageTemplates=[page], invariant=1).build(story)
    return out.getvalue()


def _furniture(canvas, document) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(50, 800, "Journal of Herd Health, vol. 12, no. 2")
    canvas.drawCentredString(297, 30, str(document.page))
