"""A text that flows as a Word file that teachers edit: real styles, lists, tables and fields, in the look's theme.

The parts are written as they are and zipped by `archives`, without python-docx: importing and filling its template
takes longer than all else that a pack's Word files need. python-docx reads them back in the tests.
"""

from __future__ import annotations

from dataclasses import replace

from briefpack import archives
from briefpack.layout.flow import Flow
from briefpack.layout.pages.paper import paper
from briefpack.messages import say
from briefpack.model import Look
from briefpack.writers.docx import styles
from briefpack.writers.docx.body import Body
from briefpack.writers.docx.words import runs
from briefpack.writers.office import escape, filled, region, theme

_HEADER_FROM = 40
"""Points from the edge of the paper to header and footer, at most."""


def write(flow: Flow, look: Look, paper_name: str, *, author: str = "", folders: int = 0) -> bytes:
    """The bytes of a .docx file, the same for the same input; WriteError where a text holds what no file can.

    It lies so many folders below its audience's: its links go up as many more.
    """
    page = paper(paper_name)
    scale = styles.scale(flow, look)
    body = Body(flow, round((page.w - 2 * scale.margin) * 20), scale, folders)
    parts = {
        "[Content_Types].xml": filled("docx", "content_types.xml"),
        "_rels/.rels": filled("docx", "package_rels.xml"),
        "word/document.xml": filled(
            "docx",
            "document.xml",
            body=body.xml(),
            width=round(page.w * 20),
            height=round(page.h * 20),
            margin=round(scale.margin * 20),
            bottom=round((scale.margin + 12) * 20),
            edge=round(min(scale.margin, _HEADER_FROM) * 14),
        ),
        "word/_rels/document.xml.rels": filled("docx", "document_rels.xml", links=body.links()),
        "word/styles.xml": styles.styles(flow, look, scale, body.wide),
        "word/numbering.xml": body.numbering(look.colour("accent")),
        "word/settings.xml": filled("docx", "settings.xml", language=region(flow.language)),
        "word/theme/theme1.xml": theme(_on_white(look)),
        "word/fontTable.xml": _fonts(look),
        "docProps/core.xml": _properties(flow, author),
        "docProps/app.xml": filled("docx", "app.xml"),
        **_edges(flow),
    }
    return archives.zipped(parts)


def _edges(flow: Flow) -> dict[str, bytes]:
    """Header and footer: the first page has its title at the head anyway."""
    told = runs(say("{kicker}: {title}", kicker=flow.kicker, title=flow.title), flow.language)
    head = f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{told}</w:p>'
    empty = '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'
    foot = filled("docx", "footer.xml", runs=runs(flow.foot or flow.title, flow.language))
    return {
        "word/header1.xml": filled("docx", "header.xml", paragraph=head),
        "word/header2.xml": filled("docx", "header.xml", paragraph=empty),
        "word/footer1.xml": foot,
        "word/footer2.xml": foot,
    }


def _fonts(look: Look) -> bytes:
    names = dict.fromkeys(escape(look.font(slot).deck) for slot in ("head", "body"))
    return filled("docx", "font_table.xml", fonts="".join(f'<w:font w:name="{name}"/>' for name in names))


def _properties(flow: Flow, author: str) -> bytes:
    return filled(
        "docx",
        "core.xml",
        title=escape(flow.title[:255]),
        subject=escape(flow.kicker[:255]),
        author=escape(author[:255]),
        language=region(flow.language),
    )


def _on_white(look: Look) -> Look:
    """The look as it is printed."""
    return replace(look, colours=tuple((role, "FFFFFF" if role == "paper" else hexes) for role, hexes in look.colours))
