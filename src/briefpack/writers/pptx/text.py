"""Paragraphs and runs as DrawingML: every size, pitch, colour and language is written out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefpack.layout.marks import Paragraph, Run
from briefpack.writers.office import escape, language_of, region, right_to_left, stretches
from briefpack.writers.pptx.pen import Pen

_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""Any constant GUID will do; this one is the slide number's in PowerPoint's own templates."""

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OWN_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
"""A link in the colour of its text and not in the theme's colour for links ([MS-ODRAWXML], hlinkClr)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the text of one box or table is set."""

    size: float
    """Points."""
    pitch: float
    """Points from line to line."""
    tracking: float = 0.0
    inherits: bool = False
    """Whether colour, face, bullets and alignment are those of the placeholder that the text fills."""


def paragraphs(texts: Iterable[Paragraph], setting: Setting, pen: Pen, *, number: bool = False) -> str:
    """Paragraphs as XML; with `number` the text is a field that shows the slide's number."""
    drawn = [
        f"<a:p>{_properties(text, setting, first=not at)}{_runs(text, setting, pen, number=number)}</a:p>"
        for at, text in enumerate(texts)
    ]
    return "".join(drawn) or "<a:p/>"


def run_properties(run: Run, setting: Setting, pen: Pen, *, tag: str = "rPr") -> str:
    """The properties of a run; `defRPr` for those of a placeholder on a layout."""
    size = int(round(setting.size * run.scale * 100) / 10) * 10
    spacing = f' spc="{round(setting.tracking * 100)}"' if setting.tracking else ""
    language = spoken(language_of(run.text, pen.language), pen) if tag != "defRPr" else ""
    leads = link(run.link, pen)
    plain_line = ' u="none"' if leads else ""
    if setting.inherits:
        return f'<a:{tag}{language} sz="{size}"{plain_line}>{leads}</a:{tag}>'
    face = f'<a:latin typeface="{escape(pen.fonts[run.font])}"/>'
    switches = f'b="{int(run.bold)}" i="{int(run.italic)}"{plain_line}'
    return f'<a:{tag}{language} sz="{size}" {switches}{spacing}>{pen.fill(run.colour)}{face}{leads}</a:{tag}>'


def link(target: str, pen: Pen) -> str:
    """What makes a run lead to a target, in the colour that the run has anyway; empty without a target."""
    if not target:
        return ""
    return f'<a:hlinkClick xmlns:r="{_RELATIONS}" r:id="{pen.enter(target)}">{_OWN_COLOUR}</a:hlinkClick>'


def spoken(language: str, pen: Pen) -> str:
    """The language of a run as its attributes; another than the deck's names the deck's beside it."""
    own = region(pen.language)
    return f' lang="{language}"' + (f' altLang="{own}"' if language != own else "")


def _properties(text: Paragraph, setting: Setting, *, first: bool) -> str:
    backwards = right_to_left("".join(run.text for run in text.runs))
    align = "right" if backwards and text.align == "left" else text.align
    hang = round(text.indent * 12700)
    before = 0 if first else round(text.before * 100)
    direction = ' rtl="1"' if backwards else ""
    place = f' marL="{hang}" indent="{-hang if text.bullet else 0}" algn="{_ALIGN[align]}"'
    bullet = "" if setting.inherits else _bullet(text)
    return (
        f"<a:pPr{'' if setting.inherits else place}{direction}>"
        f'<a:lnSpc><a:spcPts val="{round(setting.pitch * 100)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
        f"{bullet}</a:pPr>"
    )


def _bullet(text: Paragraph) -> str:
    """A single glyph is a real bullet; a longer one ('10.') is text, see _runs."""
    return f'<a:buChar char="{escape(text.bullet)}"/>' if len(text.bullet) == 1 else "<a:buNone/>"


def _runs(text: Paragraph, setting: Setting, pen: Pen, *, number: bool) -> str:
    runs = text.runs
    if len(text.bullet) > 1:
        style = runs[0] if runs else Run("")
        runs = (Run(f"{text.bullet}\t", style.bold, style.italic, style.colour, style.font), *runs)
    drawn = "".join(_run(run, setting, pen, number=number) for run in runs)
    return drawn or run_properties(Run(""), setting, pen, tag="endParaRPr")


def _run(run: Run, setting: Setting, pen: Pen, *, number: bool) -> str:
    style = run_properties(run, setting, pen)
    if number:
        return f'<a:fld id="{_FIELD}" type="slidenum">{style}<a:t>{escape(run.text)}</a:t></a:fld>'
    return f"<a:br>{style}</a:br>".join(_line(line, run, setting, pen) for line in run.text.split("\n"))


def _line(text: str, run: Run, setting: Setting, pen: Pen) -> str:
    """One line of a run, in as many runs of the file as it has languages."""
    pieces = [replace(run, text=piece) for piece in stretches(text, pen.language)] if text else []
    return "".join(
        f"<a:r>{run_properties(piece, setting, pen)}<a:t>{escape(piece.text)}</a:t></a:r>" for piece in pieces
    )
