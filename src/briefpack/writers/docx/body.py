"""The parts of a flow as paragraphs and tables of Word."""

from __future__ import annotations

from itertools import pairwise

from briefpack.layout.flow import Flow, Heading, Item, Part, Room, Table, Text, Words
from briefpack.layout.marks import Run
from briefpack.messages import say
from briefpack.writers.docx.styles import Scale
from briefpack.writers.docx.words import runs, words
from briefpack.writers.office import escape, filled, right_to_left

_KINDS = {
    "body": "Normal",
    "lead": "Lead",
    "question": "BigQuestion",
    "aside": "WheretoLook",
    "quote": "Quote",
    "note": "Note",
}
_BULLETS, _NUMBERS, _ROWS = 1, 2, 3
"""Numbers of the lists that the styles name; the document's own follow."""
_LINKS_FROM = 10
"""First free number of a relationship: those before stand in document_rels.xml."""
_TOGETHER = 5
"""Writing lines that stay with their question."""
_WRITTEN_ON = 1300
"""Least height of a row that is written in, in twentieths of a point."""
_COUNT = 0.05
"""Share of the width that the numbers of rows take."""


class Body:
    """A flow being written: it remembers the links and the lists that it needs."""

    def __init__(self, flow: Flow, wide: int, scale: Scale, folders: int = 0) -> None:
        self.flow = flow
        self.up = "../" * folders
        """What leads from the file's folder to its audience's."""
        self.wide = wide
        """Between the margins, in twentieths of a point."""
        self.scale = scale
        self._targets: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._marked: set[str] = set()
        self._lists: list[int] = []
        """The abstract list of each list after those of the styles."""
        self._counted = False
        self._number = 0

    def xml(self) -> str:
        """The head, then every part; a table never touches another or the end."""
        drawn = [self._head()]
        for part, following in pairwise((*self.flow.parts, None)):
            assert part is not None
            drawn.append(self._part(part))
            if isinstance(part, Table | Room) and (following is None or isinstance(following, Table | Room)):
                drawn.append(self._paragraph((), "Normal"))
        return "".join(drawn)

    def links(self) -> str:
        """The relationships of the references: all that leads out of the file."""
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        return "".join(
            f'\n  <Relationship Id="{name}" Type="{kind}" Target="{escape(target)}" TargetMode="External"/>'
            for target, name in self._targets.items()
        )

    def numbering(self, accent: str) -> bytes:
        """The lists: each numbered one begins at 1 again."""
        again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        lists = "".join(
            f'\n  <w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{again}</w:num>'
            for number, abstract in enumerate(self._lists, _ROWS + 1)
        )
        hang, deep = self.scale.hang, self.scale.deep
        return filled("docx", "numbering.xml", lists=lists, hang=hang, deep=deep, inner=deep + hang, accent=accent)

    def _head(self) -> str:
        kicker = runs(self.flow.kicker, self.flow.language, "Kicker")
        note = runs(f"\t{self.flow.note}", self.flow.language) if self.flow.note else ""
        named = self._paragraph((Run(say("Name \t  Date \t")),), "NameandDate") if self.flow.named else ""
        above = f'<w:p><w:pPr><w:pStyle w:val="Subtitle"/></w:pPr>{kicker}{note}</w:p>' if kicker or note else ""
        return above + self._paragraph((Run(self.flow.title),), "Title") + named

    def _part(self, part: Part) -> str:
        if isinstance(part, Heading):
            return self._paragraph((Run(part.text),), f"Heading{part.level - 1}", apart=part.apart)
        if isinstance(part, Text):
            return self._paragraph(part.words, _KINDS[part.kind], keep=part.keep)
        if isinstance(part, Item):
            return self._item(part)
        return self._room(part) if isinstance(part, Room) else self._table(part)

    def _item(self, item: Item) -> str:
        if item.mark:
            return self._paragraph((Run(f"{item.mark}\t", bold=True), *item.words), "AnswerOption", keep=item.keep)
        if not item.number:
            return self._paragraph(item.words, "ListBullet2" if item.inner else "ListBullet", keep=item.keep)
        again = item.number == 1 and self._number
        self._number = self._new_list(1) if again else self._number or _NUMBERS
        return self._paragraph(
            item.words, "ListNumber", keep=item.keep, number=self._number if self._number != _NUMBERS else 0
        )

    def _room(self, room: Room) -> str:
        """Rows to type in, which grow; in LibreOffice, too, a table keeps with what stands before it."""
        last = min(room.lines, _TOGETHER) - 1
        tall = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{round(self.scale.writing * 20)}"/></w:trPr>'
        cell = f'<w:tcPr><w:tcW w:w="{self.wide}" w:type="dxa"/></w:tcPr>'
        rows = (
            f"<w:tr>{tall}<w:tc>{cell}{self._paragraph((), 'WritingLine', keep=line < last)}</w:tc></w:tr>"
            for line in range(room.lines)
        )
        return _table("WritingRoom", [self.wide], "".join(rows), say("Lines to write on"))

    def _table(self, table: Table) -> str:
        shares = tuple(share * (1 - _COUNT) for share in table.shares) if table.counted else table.shares
        widths = [round(share * self.wide) for share in ((_COUNT, *shares) if table.counted else shares)]
        backwards = right_to_left("".join(run.text for run in table.rows[0][0]))
        header = (say("No."), *table.header) if table.counted else table.header
        head = [self._paragraph((Run(name),) if name else (), "TableHead") for name in header]
        rows = [self._row(head, widths, header=True)]
        number = self._row_numbers() if table.counted else 0
        for row in table.rows:
            cells = [self._paragraph(cell, "TableText") for cell in row]
            count = [self._paragraph((), "TableNumber", number=number)] if table.counted else []
            rows.append(self._row([*count, *cells], widths, tall=_WRITTEN_ON if table.written_on else 0))
        return _table("RuledTable", widths, "".join(rows), table.says, header=True, backwards=backwards)

    def _row(self, cells: list[str], widths: list[int], *, header: bool = False, tall: int = 0) -> str:
        drawn = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, wide in zip(cells, widths, strict=True)
        )
        least = f'<w:trHeight w:val="{tall}"/>' if tall else ""
        again = "<w:tblHeader/>" if header else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{least}{again}</w:trPr>{drawn}</w:tr>"

    def _row_numbers(self) -> int:
        """The list that counts the rows of a table: the style's own for the first one."""
        number = self._new_list(2) if self._counted else 0
        self._counted = True
        return number

    def _new_list(self, abstract: int) -> int:
        self._lists.append(abstract)
        return _ROWS + len(self._lists)

    def _paragraph(self, said: Words, style: str, *, keep: bool = False, apart: bool = False, number: int = 0) -> str:
        """A paragraph in a style; what no style says: whether it stays or begins a page, its list, its direction."""
        properties = "" if style == "Normal" else f'<w:pStyle w:val="{style}"/>'
        properties += "<w:keepNext/>" if keep else ""
        properties += "<w:pageBreakBefore/>" if apart else ""
        properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
        properties += "<w:bidi/>" if right_to_left("".join(run.text for run in said)) else ""
        inside = words(said, self.flow.language, self)
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"

    def outside(self, target: str) -> str:
        """The id of the relationship to a file."""
        return self._targets.setdefault(self.up + target, f"rId{_LINKS_FROM + len(self._targets)}")

    def inside(self, name: str) -> str:
        """The name of a bookmark, which Word wants in plain letters: 'place_1'."""
        return self._places.setdefault(name, f"place_{len(self._places) + 1}")

    def mark(self, name: str) -> str:
        """The bookmark at the first place of a name; nothing at others, since a name stands once."""
        if name in self._marked:
            return ""
        self._marked.add(name)
        number = f'w:id="{len(self._marked)}"'
        return f'<w:bookmarkStart {number} w:name="{self.inside(name)}"/><w:bookmarkEnd {number}/>'


def _table(
    style: str, widths: list[int], rows: str, says: str, *, header: bool = False, backwards: bool = False
) -> str:
    """Rows of XML in a table of a style; `backwards` puts its first column to the right."""
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    way = "<w:bidiVisual/>" if backwards else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{way}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0620" if header else "0600"}" w:firstRow="{int(header)}"'
        ' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblDescription w:val="{escape(says)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )
