"""`briefpack check` on any deck: each planted fault is found, its clean twin is not flagged, and mending is safe."""

import io
import json
import re
import struct
import sys
import zipfile
from collections import Counter
from functools import partial

import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

from briefpack.check import mend, presentation
from briefpack.check.presentation.colour import Colour, contrast
from briefpack.check.presentation.rules import RULES
from deck_faults import FAULTS, ZIPPED
from plain_decks import CARDS, PICTURE, TABLE, TEXT, box, clean, rezipped, saved, spoilt
from workshop import ROOT, put, run

NOWHERE = {"stands": lambda _: False}


def problems(data):
    return presentation.problems(presentation.read(data, "deck.pptx", **NOWHERE))


def words(data):
    """Every text of a deck by slide, whatever the order of shapes."""
    slides = presentation.read(data, "deck.pptx").slides
    return [sorted(shape.words for shape in slide.shapes if shape.words) for slide in slides]


def planted(name):
    return spoilt(FAULTS[name][2]) if name in FAULTS else ZIPPED[name][2](clean())


def test_the_clean_twin_has_no_fault():
    assert problems(clean()) == ()


@pytest.mark.parametrize("name", [*FAULTS, *ZIPPED])
def test_a_planted_fault_is_found_where_it_is(name):
    rule, slide, _ = {**FAULTS, **ZIPPED}[name]
    found = problems(planted(name))

    assert (rule, slide) in {(notice.rule, notice.slide) for notice in found}
    assert all(notice.what and notice.do for notice in found)


def test_every_rule_has_its_planted_fault():
    tried = {rule for rule, *_ in (*FAULTS.values(), *ZIPPED.values())}

    assert set(RULES) - tried == {"no-slides", "part-twice", "overflow-near"}


def test_a_part_that_stands_twice_is_found():
    data = io.BytesIO(clean())
    with zipfile.ZipFile(data, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("ppt/presentation.xml", archive.read("ppt/presentation.xml"))

    assert "part-twice" in {notice.rule for notice in problems(data.getvalue())}


def test_a_deck_without_slides_holds_no_slide():
    assert [notice.rule for notice in problems(saved(Presentation())) if notice.hard] == ["no-slides"]


def test_text_that_fits_to_the_pixel_deserves_a_look():
    rules = {notice.rule for width in range(230, 270, 3) for notice in problems(spoilt(partial(_wide, width=width)))}

    assert "overflow-near" in rules


def _wide(deck, width):
    shape = box(deck.slides[PICTURE], "Two new quays replaced five", 340, 250)
    shape.text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", "en-GB")
    shape.width, shape.height = Pt(width), Pt(34)


def white(shape):
    shape.text_frame.paragraphs[0].runs[0].font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1


TRUE_TO_LIFE = {
    "a text on its own card": lambda deck: white(box(deck.slides[CARDS], "Also here", 80, 235, 120, 30)),
    "a line under a text": lambda deck: deck.slides[PICTURE].shapes.add_connector(
        1, Pt(340), Pt(185), Pt(560), Pt(185)
    ),
    "a text beside a picture": lambda deck: box(deck.slides[PICTURE], "Beside it", 340, 300),
    "two columns, read one after the other": lambda deck: [
        box(deck.slides[CARDS], said, x, y) for said, x, y in (("a", 60, 300), ("b", 60, 380), ("c", 360, 300))
    ],
}
SERIOUS = {"overlap", "overlap-partly", "line-through-text", "order", "align", "off-slide", "contrast"}


@pytest.mark.parametrize("name", TRUE_TO_LIFE)
def test_what_is_meant_is_no_fault(name):
    found = problems(spoilt(TRUE_TO_LIFE[name]))

    assert not SERIOUS & {notice.rule for notice in found}, found


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("000000", "FFFFFF", 21.0), ("777777", "FFFFFF", 4.48), ("FFFFFF", "FFFFFF", 1.0), ("AE371C", "FBF5E9", 5.8)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(Colour.of(one), Colour.of(other)) == pytest.approx(ratio, abs=0.06)


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ours")
    assert (
        run("build", *put(folder, "court-news.html", "phones-editorial.html"), "--out", folder / "out").exit_code == 0
    )
    return folder / "out"


@pytest.mark.parametrize("audience", ["students", "policy"])
def test_a_deck_of_ours_breaks_no_rule(audience, ours):
    found = presentation.problems(presentation.read((ours / audience / "deck.pptx").read_bytes(), "deck.pptx"))

    assert not [notice for notice in found if notice.rule != "title-long"]


MENDABLE = (
    "one_title_on_two_slides", "a_line_that_nobody_describes", "an_empty_placeholder", "no_header_row",
    "a_text_read_too_soon", "a_text_without_language", "a_file_without_a_title", "a_part_that_nothing_leads_to",
)  # fmt: skip


@pytest.mark.parametrize("name", MENDABLE)
def test_what_can_be_mended_is_mended_and_not_a_word_is_changed(name):
    data = planted(name)
    rule = {**FAULTS, **ZIPPED}[name][0]
    fixed = mend(data, "deck.pptx", **NOWHERE)

    assert rule in {notice.rule for notice in fixed.done}
    assert rule not in {notice.rule for notice in fixed.left}
    assert len(fixed.left) < len(problems(data)) and fixed.left == problems(fixed.data)
    assert mend(data, "deck.pptx", **NOWHERE).data == fixed.data
    said = [[re.sub(r" \(\d of \d\)$", "", text) for text in slide] for slide in words(fixed.data)]
    assert said == words(data)
    Presentation(io.BytesIO(fixed.data))


@pytest.mark.parametrize("name", sorted({*FAULTS, *ZIPPED} - set(MENDABLE)))
def test_mending_never_makes_a_deck_worse(name):
    data = planted(name)
    fixed = mend(data, "deck.pptx", **NOWHERE)

    assert len(fixed.left) <= len(problems(data))
    assert words(fixed.data) == words(data)


def test_mending_a_clean_deck_changes_nothing():
    assert mend(clean(), "deck.pptx").done == ()


def test_autofit_is_turned_off_where_the_text_fits_anyway():
    shrinking = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    data = spoilt(lambda deck: setattr(deck.slides[TEXT].placeholders[1].text_frame, "auto_size", shrinking))
    fixed = mend(data, "deck.pptx")

    assert [notice.what for notice in fixed.done] == ["turned autofit off in 1 text that fit"]


def test_repeated_titles_are_numbered_after_their_words():
    fixed = mend(planted("one_title_on_two_slides"), "deck.pptx")
    titles = [slide.title_words for slide in presentation.read(fixed.data, "deck.pptx").slides]

    assert titles[TEXT : TABLE + 1] == [f"Seven lines cross the sound ({n} of 2)" for n in (1, 2)]


def on_disk(folder):
    data = planted("a_line_that_nobody_describes")
    (folder / "deck.pptx").write_bytes(data)
    return folder / "deck.pptx", data


def test_the_original_is_never_written_over(tmp_path):
    deck, data = on_disk(tmp_path)
    (tmp_path / "deck.fixed.pptx").write_text("somebody's own")
    result = run("check", deck, "--fix")

    assert result.exit_code == 0 and "mended: slide 5: marked 1 line or shape as decorative" in result.output
    assert deck.read_bytes() == data and (tmp_path / "deck.fixed.pptx").read_text() == "somebody's own"
    assert run("check", tmp_path / "deck.fixed2.pptx").output.strip() == "nothing falls short"


def test_a_mended_deck_goes_where_out_says(tmp_path):
    deck, _ = on_disk(tmp_path)

    assert run("check", deck, "--fix", "--out", tmp_path / "b.pptx").exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"deck.pptx", "b.pptx"}
    assert run("check", deck, "--fix", "--out", tmp_path / "no" / "b.pptx").exit_code == 4
    assert run("check", deck, "--out", tmp_path / "b.pptx").exit_code == 2
    assert run("check", tmp_path, "--fix").exit_code == 2


def test_findings_stand_under_their_slide(tmp_path):
    (tmp_path / "deck.pptx").write_bytes(planted("a_picture_without_words"))
    result = run("check", tmp_path / "deck.pptx")

    assert result.exit_code == 1
    assert result.output.splitlines() == [
        str(tmp_path / "deck.pptx"),
        "  slide 5",
        "    FAILS S6  Picture 2: picture has no alternative text (say what it shows and why)",
        "1 hard gate broken, 0 things to look at",
    ]


def test_json_holds_the_same(tmp_path):
    (tmp_path / "deck.pptx").write_bytes(planted("a_picture_without_words"))
    told = json.loads(run("check", tmp_path / "deck.pptx", "--json").output)["files"]

    assert [(one["hard"], one["soft"], one["mended"], one["written"]) for one in told] == [(1, 0, [], "")]
    assert told[0]["findings"][0] == {
        "slide": 5, "shape": "Picture 2", "rule": "alt-missing", "what": "picture has no alternative text",
        "do": "say what it shows and why", "gate": "S6", "hard": True, "where": "slide 5",
    }  # fmt: skip


def test_the_docs_tell_every_rule_with_its_gate():
    page = (ROOT / "docs" / "how-to" / "check.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| ([^|]+) \|", page, flags=re.MULTILINE))

    assert {rule: f"{gate or '–'}{', hard' if hard else ''}" for rule, (gate, hard) in RULES.items()} == rows


def a_bomb(data):
    return rezipped(data, lambda parts: parts.update({"ppt/media/bomb.bin": b"\0" * 120_000_000}))


def a_document_type(data):
    lure = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;">]>'
    return rezipped(data, lambda parts: parts.update({
        "ppt/slides/slide2.xml": re.sub(rb"(<\?xml[^>]*\?>)?", rb"\1" + lure, parts["ppt/slides/slide2.xml"], count=1)
    }))  # fmt: skip


def an_encrypted_entry(data):
    at = data.rfind(b"PK\x01\x02")
    return data[: at + 8] + struct.pack("<H", 1) + data[at + 10 :]


def broken_slide(data):
    return rezipped(data, lambda parts: parts.update({"ppt/slides/slide2.xml": b"<p:sld"}))


def too_deep(data):
    return rezipped(data, lambda parts: parts.update({"ppt/slides/slide2.xml": b"<a>" * 5000 + b"</a>" * 5000}))


def strict(data):
    def change(parts):
        parts["ppt/presentation.xml"] = parts["ppt/presentation.xml"].replace(
            b"http://schemas.openxmlformats.org/presentationml/2006/main",
            b"http://purl.oclc.org/ooxml/presentationml/main",
        )

    return rezipped(data, change)


HOSTILE = {
    "a zip bomb": (a_bomb, "would unpack to"),
    "a document type": (a_document_type, "document type"),
    "an encrypted entry": (an_encrypted_entry, "password"),
    "an encrypted file": (lambda _: b"\xd0\xcf\x11\xe0" + bytes(600), "password"),
    "a slide cut short": (broken_slide, "is broken"),
    "a slide a mile deep": (too_deep, "is broken"),
    "a strict file": (strict, "Strict"),
    "half a file": (lambda data: data[: len(data) // 2], "no readable .pptx"),
    "words": (lambda _: b"words", "no readable .pptx"),
    "nothing": (lambda _: b"", "no readable .pptx"),
    "an archive of something else": (lambda data: rezipped(data, dict.clear), "no .pptx"),
    "a deck without its main part": (
        lambda data: rezipped(data, lambda parts: parts.pop("ppt/presentation.xml")),
        "no .pptx",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_clear_line_and_exit_code_3(name, tmp_path):
    make, said = HOSTILE[name]
    (tmp_path / "deck.pptx").write_bytes(make(clean()))
    for option in ((), ("--fix",), ("--json",)):
        result = run("check", tmp_path / "deck.pptx", *option)

        assert result.exit_code == 3 and said in result.output, result.output
        assert len(result.output.strip().splitlines()) == 1


@pytest.mark.parametrize("part", ["ppt/slideLayouts/slideLayout2.xml", "ppt/theme/theme1.xml", "docProps/core.xml",
                                  "ppt/slideMasters/slideMaster1.xml", "ppt/notesSlides/notesSlide1.xml"])  # fmt: skip
def test_a_deck_that_lacks_a_part_is_still_read(part):
    found = problems(rezipped(clean(), lambda parts: parts.pop(part)))

    assert "part-missing" in {notice.rule for notice in found}


def calls(slides):
    """How often functions are called while a deck of so many slides is read and checked."""
    deck = Presentation()
    for number in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = f"Line {number}", f"Boat {number} is old\nIt is slow"
    data, seen, before = saved(deck), Counter(), sys.getprofile()
    sys.setprofile(lambda _frame, event, _arg: seen.update((event,)) if event in ("call", "c_call") else None)
    try:
        problems(data)
    finally:
        sys.setprofile(before)
    return seen.total()


def test_the_cost_of_a_slide_does_not_grow_with_the_deck():
    calls(2)
    small, large = calls(20), calls(80)

    assert large <= 4.4 * small
