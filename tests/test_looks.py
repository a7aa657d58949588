"""Looks of one's own, the master of a look, and decks inside somebody else's template."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from hypothesis import given, settings, strategies
from pptx import Presentation

import odd_templates
import slide_decks
from briefpack import pack
from briefpack.check import placed as placing
from briefpack.cli import main
from briefpack.errors import ReadError, TemplateError
from briefpack.layout import slides
from briefpack.layout.fit import Families
from briefpack.layout.marks import Sheets, TextBox
from briefpack.layout.slides import hosted, moved, specimen
from briefpack.model import Look, Template
from briefpack.model.colour import contrast
from briefpack.pack import looks
from briefpack.writers import pptx
from briefpack.writers.pptx import template
from briefpack.writers.pptx.template import palette

NAMES = sorted(odd_templates.TEMPLATES)
TWINS = ("with-slides.pptx", "template.potx", "several-masters.pptx")
"""They look like others here: drawn once is enough."""


@cache
def read(name: str) -> Template:
    return template.read(odd_templates.made(name), name)


@cache
def worn(name: str, own: str = "classroom") -> Look:
    return hosted.look(slide_decks.look(own), read(name))


@cache
def built(name: str, own: str = "classroom") -> tuple[Sheets, bytes]:
    look = worn(name, own)
    deck = slide_decks.students() if own == "classroom" else slide_decks.policy()
    sheets = slides.place(deck, look)
    return sheets, pptx.write(sheets, look, deck)


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_slide_has_a_place_in_each_template(name: str) -> None:
    found = read(name)

    assert not found.missing
    assert {one.kind for one in found.hostings} >= {*slides.PLACE, "title", ""}
    assert all(one.why in ("name", "type", "geometry") for one in found.hostings)


@pytest.mark.parametrize(
    ("name", "own"),
    [(name, own) for name in NAMES for own in slide_decks.LOOKS if own == "classroom" or name not in TWINS],
)
def test_nothing_leaves_its_box_or_the_page_and_nothing_is_too_small(name: str, own: str) -> None:
    sheets, _ = built(name, own)

    found = list(placing.problems(sheets, Families.of_deck(worn(name, own)), smallest=12.0))

    assert not [str(notice) for notice in found]
    assert {(sheet.w, sheet.h) for sheet in sheets.sheets} == {(read(name).w, read(name).h)}


@pytest.mark.parametrize("name", NAMES)
def test_titles_source_lines_and_numbers_fill_the_template_s_placeholders(name: str) -> None:
    deck = Presentation(BytesIO(built(name)[1]))

    shown = list(deck.slides)
    titles = [slide.shapes.title.text_frame.text for slide in shown]
    layouts = {layout.part.partname for master in deck.slide_masters for layout in master.slide_layouts}

    assert len(set(titles)) == len(titles) == len(built(name)[0].sheets)
    assert all(slide.slide_layout.part.partname in layouts for slide in shown)
    assert all(shape.text_frame.text.strip() for slide in shown for shape in slide.placeholders)
    for slide, sheet in zip(shown[1:], built(name)[0].sheets[1:], strict=True):
        hosting = read(name).hosting(sheet.kind)
        kinds = {str(place.placeholder_format.type).split(" ")[0] for place in slide.placeholders}
        assert ("FOOTER" in kinds) == bool(hosting.footer)
        assert ("SLIDE_NUMBER" in kinds) == bool(hosting.number)


@pytest.mark.parametrize("name", NAMES)
def test_only_theme_colours_and_theme_fonts_are_used(name: str) -> None:
    with ZipFile(BytesIO(built(name)[1])) as archive:
        drawn = b"".join(archive.read(part) for part in archive.namelist() if part.startswith("ppt/slides/slide"))

    assert b"srgbClr" not in drawn and b"schemeClr" in drawn
    assert {part.split(b'"')[0] for part in drawn.split(b'<a:latin typeface="')[1:]} <= {b"+mj-lt", b"+mn-lt"}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in TWINS[:2]])
def test_other_programs_find_nothing_wrong(name: str, tmp_path: Path) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator

    file = tmp_path / "deck.pptx"
    file.write_bytes(built(name)[1])

    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(file))
    tool = Path(sys.executable).parent / "ooxml-integrity"
    fit = subprocess.run([tool, "check", "--fail-on", "warn", file], capture_output=True, text=True)

    assert [str(error) for error in audit.errors] == []
    assert fit.returncode == 0, fit.stdout


def test_what_the_template_brings_stays_and_its_slides_go() -> None:
    before = odd_templates.unpacked(odd_templates.made("pictures.pptx"))
    after = odd_templates.unpacked(built("pictures.pptx")[1])
    deck = Presentation(BytesIO(built("with-slides.pptx")[1]))

    images = {blob for name, blob in before.items() if "/media/" in name}
    texts = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]

    assert images and images <= set(after.values())
    assert "Type your title here" not in texts and "Corporate rules" not in notes
    assert after["ppt/theme/theme1.xml"] == before["ppt/theme/theme1.xml"]


def test_a_picture_behind_the_body_gets_a_panel_and_a_logo_is_kept_clear() -> None:
    hosting = read("pictures.pptx").hosting("claim")
    sheet = next(sheet for sheet in built("pictures.pptx")[0].sheets if sheet.kind == "claim")

    assert hosting.panel and any(getattr(mark, "name", "") == "Panel" for mark in sheet.marks)
    assert not (hosting.body.right > 860 and hosting.body.y < 60)


def test_german_names_are_known_and_nothing_else_is() -> None:
    found = {one.kind: (one.layout, one.why) for one in read("german.pptx").hostings}

    assert found["title"] == ("1_Titelfolie", "name")
    assert found["timeline"] == ("1_Nur Titel", "name")
    assert found["points"] == ("1_Titel und Inhalt", "name")
    assert {one.why for one in read("no-title-only.pptx").hostings if one.kind == "claim"} <= {"type", "geometry"}


def test_a_layout_of_the_kind_s_own_name_comes_first() -> None:
    own = slide_decks.look("classroom")
    mine = template.read(pptx.blank(specimen.sheets(own), own), "mine.pptx")

    assert {one.kind: one.layout for one in mine.hostings if one.kind} == {
        one.kind: one.kind for one in mine.hostings if one.kind
    }
    assert dict(mine.shades)["accent2"].colour == own.colour("accent2")


def test_points_are_typed_into_the_body_placeholder() -> None:
    deck = Presentation(BytesIO(built("four-by-three.pptx")[1]))
    close = next(slide for slide in deck.slides if slide.slide_layout.name == "Title and Content")

    body = next(place for place in close.placeholders if place.placeholder_format.idx == 1)

    assert len(body.text_frame.paragraphs) >= 2


def test_no_slide_number_and_no_footer_are_said_and_the_sources_stand_all_the_same() -> None:
    lacks = " ".join(read("banded.pptx").hosting("claim").lacks)
    sheet = next(sheet for sheet in built("banded.pptx")[0].sheets if sheet.kind == "claim")

    assert "no footer" in lacks and "no slide number" in lacks
    assert any(getattr(mark, "role", "") == "footer" for mark in sheet.marks)


def test_the_same_template_gives_the_same_bytes() -> None:
    sheets, data = built("german.pptx")

    assert pptx.write(sheets, worn("german.pptx"), slide_decks.students()) == data
    assert template.drawn(read("german.pptx")) == template.drawn(read("german.pptx"))


HEX = strategies.integers(0, 0xFFFFFF).map("{:06X}".format)


@settings(max_examples=80, deadline=None)
@given(strategies.lists(HEX, min_size=10, max_size=10))
def test_any_theme_gives_roles_that_can_be_read_or_says_which_cannot(colours: list[str]) -> None:
    theme = palette.Theme.__new__(palette.Theme)
    slots = ("bg1", "tx1", "bg2", "tx2", *(f"accent{number}" for number in range(1, 7)))
    theme.colours = dict(zip(slots, colours, strict=True))

    roles = palette.roles(theme)
    weak = " ".join(palette.weak(roles))

    assert contrast(roles["ink"].colour, roles["paper"].colour) >= 4.5
    for ink in ("accent", "accent2", "muted"):
        ratio = contrast(roles[ink].colour, roles["paper"].colour)
        assert round(ratio, 1) >= 4.5 or f"{ink} on paper" in weak


CROSS = '<Relationship Id="rId77" Type="{}" Target="{}" TargetMode="External"/></Relationships>'


def hostile() -> dict[str, bytes]:
    """What is refused, by what it is."""
    good = odd_templates.unpacked(odd_templates.plain())
    links = good["ppt/slideMasters/_rels/slideMaster1.xml.rels"].decode()
    types = good["[Content_Types].xml"].decode()
    theme = good["ppt/theme/theme1.xml"]
    image = odd_templates.relation("image")

    def linked(kind: str, target: str) -> bytes:
        rels = links.replace("</Relationships>", CROSS.format(kind, target)).encode()
        return odd_templates.packed({**good, "ppt/slideMasters/_rels/slideMaster1.xml.rels": rels})

    def also(**parts: bytes) -> bytes:
        return odd_templates.packed({**good, **parts})

    macro = types.replace("presentation.main+xml", "x").replace(
        "application/vnd.openxmlformats-officedocument.presentationml.x",
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    )
    entity = theme.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "boom">]>', 1)
    return {
        "macros": also(**{"ppt/vbaProject.bin": b"\0"}),
        "macros by type": also(**{"[Content_Types].xml": macro.encode()}),
        "ActiveX": also(**{"ppt/activeX/activeX1.bin": b"\0"}),
        "an embedded object": also(**{"ppt/embeddings/oleObject1.bin": b"\0"}),
        "an outside picture": linked(image, "https://example.org/logo.png"),
        "an outside file": linked(odd_templates.relation("hyperlink"), "file:///etc/passwd"),
        "a share": linked(odd_templates.relation("hyperlink"), r"\\server\share"),
        "a DTD": also(**{"ppt/theme/theme1.xml": entity}),
        "broken XML": also(**{"ppt/theme/theme1.xml": theme[:-40]}),
        "a way out": also(**{"../../evil.xml": b"<a/>"}),
        "an absolute part": also(**{"/etc/evil.xml": b"<a/>"}),
        "a bomb": also(**{"ppt/media/zeros.bin": b"\0" * 20_000_000}),
        "a password": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        "no zip": b"not a presentation",
        "nothing": b"",
        "half a file": odd_templates.plain()[:9000],
        "no presentation": odd_templates.packed({"[Content_Types].xml": b"<Types/>", "a.xml": b"<a/>"}),
    }


@pytest.mark.parametrize("what", sorted(hostile()))
def test_a_template_that_could_do_harm_is_refused(what: str) -> None:
    with pytest.raises(ReadError, match="mine") as refused:
        template.read(hostile()[what], "mine.pptx")

    assert refused.value.exit_code == 3


def test_a_word_file_is_no_template() -> None:
    import docx

    file = Path(docx.__file__).parent / "templates" / "default.docx"

    with pytest.raises(ReadError, match="no presentation"):
        template.read(file.read_bytes(), "letter.pptx")


@settings(max_examples=12, deadline=None)
@given(strategies.integers(0, 34_000), strategies.binary(min_size=1, max_size=8))
def test_a_damaged_template_is_read_or_refused_and_never_breaks(at: int, damage: bytes) -> None:
    data = odd_templates.plain()
    damaged = data[:at] + damage + data[at + len(damage) :]

    try:
        found = template.read(damaged, "mine.pptx")
    except ReadError:
        return
    assert found.hostings or found.missing


def test_a_template_whose_titles_have_no_room_is_shown_and_refused(tmp_path: Path) -> None:
    deck = Presentation()
    for owner in (deck.slide_master, *deck.slide_layouts):
        for title in owner._element.xpath(".//p:sp[.//p:ph[@type='title' or @type='ctrTitle']]"):
            title.getparent().remove(title)
    file = tmp_path / "bare.pptx"
    file.write_bytes(odd_templates.saved(deck))

    shown = CliRunner().invoke(main, ["look", "check", str(file)])

    assert shown.exit_code == 1 and "NO PLACE" in shown.output
    with pytest.raises(TemplateError, match="look check"):
        looks.asked(pack.Job((), tmp_path, tmp_path, look=str(file)))


def test_look_check_tells_and_draws_the_mapping(tmp_path: Path) -> None:
    file, picture = tmp_path / "uni.pptx", tmp_path / "uni.png"
    file.write_bytes(odd_templates.made("banded.pptx"))

    shown = CliRunner().invoke(main, ["look", "check", str(file), "--png", str(picture)])

    assert shown.exit_code == 0
    assert "timeline" in shown.output and "found by" in shown.output and "no footer" in shown.output
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_look_check_measures_the_template_s_own_pale_words(tmp_path: Path) -> None:
    """python-pptx's template has the footer of old PowerPoint: three quarters of black, 3.5:1."""
    pale, dark = tmp_path / "pale.pptx", tmp_path / "dark.pptx"
    Presentation().save(pale)
    deck = Presentation(pale)
    for tint in deck.slide_master._element.xpath(".//a:tint"):
        tint.getparent().remove(tint)
    deck.save(dark)

    said = CliRunner().invoke(main, ["look", "check", str(pale)]).output
    silent = CliRunner().invoke(main, ["look", "check", str(dark)]).output

    assert "its footer is 3.5:1 on the paper, under 4.5" in said and "its slide number is" in said
    assert ":1 on the paper" not in silent


def test_a_picture_never_takes_the_place_of_something_else(tmp_path: Path) -> None:
    file, other = tmp_path / "uni.pptx", tmp_path / "notes.txt"
    file.write_bytes(odd_templates.plain())
    other.write_text("mine", encoding="utf-8")

    shown = CliRunner().invoke(main, ["look", "check", str(file), "--png", str(other)])

    assert shown.exit_code == 4 and other.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", slide_decks.LOOKS)
def test_look_build_writes_a_master_with_a_layout_for_every_kind(name: str, tmp_path: Path) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator

    file = tmp_path / "master.pptx"
    done = CliRunner().invoke(main, ["look", "build", name, "--out", str(file)])
    deck = Presentation(file)
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(file))

    kinds = {
        layout.name: {p.placeholder_format.type.name for p in layout.placeholders} for layout in deck.slide_layouts
    }

    assert done.exit_code == 0 and not list(deck.slides) and [str(error) for error in audit.errors] == []
    assert {*slides.PLACE, "title", "picture"} <= set(kinds)
    assert all("TITLE" in found for found in kinds.values())
    assert all({"FOOTER", "SLIDE_NUMBER"} <= found for layout, found in kinds.items() if layout != "title")
    assert "PICTURE" in kinds["picture"] and "SUBTITLE" in kinds["title"]


def test_a_master_that_someone_changed_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "master.pptx"
    assert looks.built("briefing", file) == file
    assert looks.built("briefing", file) == file

    deck = Presentation(file)
    deck.core_properties.last_modified_by = "A. Lecturer"
    deck.save(file)

    assert CliRunner().invoke(main, ["look", "build", "briefing", "--out", str(file)]).exit_code == 4


def own(folder: Path, text: str, name: str = "levy") -> Path:
    place = folder / "looks" / name
    place.mkdir(parents=True)
    (place / "look.yaml").write_text(text, encoding="utf-8")
    return place / "look.yaml"


def test_a_course_s_own_look_extends_one_that_ships(tmp_path: Path) -> None:
    own(tmp_path, 'name: levy\nextends: briefing\ncolours:\n  accent: "7A1FA2"\n')

    found = looks.named("levy", (tmp_path / "looks",))

    assert found.colour("accent") == "7A1FA2"
    assert replace(found, name="briefing").types == slide_decks.look("briefing").types
    assert found.colour("bar") == slide_decks.look("briefing").colour("bar")


@pytest.mark.parametrize(("base", "bar"), [("classroom", "6E3344"), ("briefing", "")])
def test_the_strip_s_ground_follows_the_colour_that_it_belongs_to(base: str, bar: str, tmp_path: Path) -> None:
    text = f'name: levy\nextends: {base}\ncolours:\n  accent2: "4A0015"\n'
    own(tmp_path, text)
    own(tmp_path, f'{text}  bar: "AA1144"\n'.replace("levy", "duty"), "duty")

    found, told = (looks.named(name, (tmp_path / "looks",)) for name in ("levy", "duty"))

    assert found.colour("bar") != slide_decks.look(base).colour("bar")
    assert found.colour("bar") == bar or not bar
    assert told.colour("bar") == "AA1144"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name: levy\nextends: briefing\ncolours:\n  muted: "AAAAAA"\n', r"look.yaml:4: 'muted' on 'paper' .*2\.3"),
        ('name: levy\nextends: briefing\ncolours:\n  mark: "123A5A"\n', r"look.yaml:4: 'mark' on 'accent2'"),
        ('name: levy\nextends: briefing\ncolours:\n  acent: "7A1FA2"\n', r"look.yaml:4: .*did you mean 'accent'"),
        ("name: levy\nextends: briefing\ncolours:\n  accent: red\n", r"look.yaml:4: .*six hex digits"),
        (
            "name: levy\nextends: briefing\ncolours:\n  accent: #7A1FA2\n",
            r"look.yaml:4: colour 'accent' is empty; .*\"8A1538\"",
        ),
        (
            "name: levy\nextends: briefing\ncolours:\naccent: 'x'\n  accent2: 'x'\n",
            r"look.yaml:5: does not stand below",
        ),
        ("name: levy\nextends: brifing\n", r"did you mean 'briefing'"),
        ("name: levy\nextends: briefing\ntypes:\n  label: {size: 9}\n", r"look.yaml:4: 'label' must be 12 points"),
        ("name: levy\nextends: briefing\nfonts:\n  body: {page: Lata}\n", r"look.yaml:4: .*known are: Lato"),
        ("name: levy\n", r"'colours' is missing"),
    ],
)
def test_a_look_that_cannot_be_read_says_where_and_what(text: str, said: str, tmp_path: Path) -> None:
    own(tmp_path, text)

    with pytest.raises(TemplateError, match=said):
        looks.named("levy", (tmp_path / "looks",))


def test_a_colour_may_have_the_mark_that_web_pages_give_it(tmp_path: Path) -> None:
    own(tmp_path, 'name: levy\nextends: briefing\ncolours:\n  accent: "#7a1fa2"\n')

    assert looks.named("levy", (tmp_path / "looks",)).colour("accent") == "7A1FA2"


def test_an_unknown_look_names_the_nearest(tmp_path: Path) -> None:
    own(tmp_path, "name: seminar\nextends: classroom\n", "seminar")

    with pytest.raises(TemplateError, match="did you mean 'seminar'"):
        looks.named("seminer", (tmp_path / "looks",))


def test_a_build_wears_the_template_that_pack_yaml_names(tmp_path: Path) -> None:
    text = "A new rule was adopted by the council on 3 May 2024.\n\n" * 3
    (tmp_path / "one.txt").write_text(f"The rule\n\n{text}", encoding="utf-8")
    (tmp_path / "uni.potx").write_bytes(odd_templates.potx())
    (tmp_path / "pack.yaml").write_text("look: uni.potx\nsources: [one.txt]\n", encoding="utf-8")

    done = CliRunner().invoke(main, ["build", str(tmp_path), "--audience", "policy"])
    deck = Presentation(tmp_path / "out" / "policy" / "deck.pptx")

    assert done.exit_code == 0, done.output
    assert (deck.slide_width, deck.slide_layouts[0].name) == (9144000, "Title Slide")


def test_a_missing_template_and_a_missing_look_end_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The rule\n\nA rule was adopted on 3 May 2024.\n", encoding="utf-8")
    document, out = str(tmp_path / "one.txt"), str(tmp_path / "out")

    no_file = CliRunner().invoke(main, ["build", document, "--out", out, "--look", str(tmp_path / "no.pptx")])
    no_look = CliRunner().invoke(main, ["build", document, "--out", out, "--look", "clasroom"])

    assert (no_file.exit_code, no_look.exit_code) == (3, 2)
    assert "did you mean 'classroom'" in no_look.output and no_look.output.count("\n") == 1


def test_marks_are_scaled_with_all_their_lengths() -> None:
    sheet = slides.place(slide_decks.students(), slide_decks.look("classroom")).sheets[3]
    box = next(mark for mark in sheet.marks if isinstance(mark, TextBox))

    there = next(mark for mark in moved.all(sheet.marks, 0.5, 10, 20) if isinstance(mark, TextBox))

    assert (there.x, there.y) == (box.x / 2 + 10, box.y / 2 + 20)
    assert (there.w, there.h, there.size, there.pitch) == (box.w / 2, box.h / 2, box.size / 2, box.pitch / 2)
    assert [run.text for run in there.paragraphs[0].runs] == [run.text for run in box.paragraphs[0].runs]
