"""A logo of one's own: on the title slide and at the head of pages, never in the way of words."""

import io

import page as page_checker
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image
from pypdf import PdfReader

from briefpack.pack import logos
from workshop import put, run


def picture(kind="PNG", mode="RGBA", size=(400, 140)):
    made = Image.new(mode, size)
    made.paste((138, 21, 56) if mode == "RGB" else (138, 21, 56, 255), (10, 10, size[0] // 2, size[1] - 10))
    data = io.BytesIO()
    made.save(data, kind)
    return data.getvalue()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    home = tmp_path_factory.mktemp("week-3")
    put(home, "trade-wire.txt", "steel-opinion.txt")
    (home / "logo.png").write_bytes(picture())
    (home / "pack.yaml").write_text(
        "institution: University of Tarn\nlogo: logo.png\nsources: [trade-wire.txt, steel-opinion.txt]\n"
    )
    done = run("build", home, "--handout", "6")
    assert done.exit_code == 0, done.output
    return home / "out"


def test_the_index_holds_it_inside_the_page_with_words_for_those_who_do_not_see_it(built):
    page = (built / "index.html").read_text(encoding="utf-8")

    assert page.count("<img ") == 1 and 'alt="Logo of University of Tarn"' in page
    assert 'src="data:image/png;base64,' in page and "img-src data:" in page
    assert "<img " not in (built / "sources.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["students", "policy"])
def test_the_title_slide_holds_it_with_words_for_those_who_do_not_see_it(built, name):
    from pptx import Presentation

    slides = Presentation(str(built / name / "deck.pptx")).slides
    found = [(number, shape) for number, slide in enumerate(slides) for shape in slide.shapes if shape.shape_type == 13]

    assert [(number, shape.name) for number, shape in found] == [(0, "Logo")]
    assert found[0][1]._element.nvPicPr.cNvPr.get("descr") == "Logo of University of Tarn"
    assert not list(OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(built / name / "deck.pptx").errors)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize(
    "name", ["students/summary", "students/questions", "policy/summary", "policy/key", "students/handout-6"]
)
def test_pages_hold_it_and_stay_accessible(built, name, profile):
    data = (built / f"{name}.pdf").read_bytes()

    assert page_checker.validate_pdf_bytes(data, profile=profile).failures == []
    assert len(PdfReader(io.BytesIO(data)).pages[0].images) >= 1


def test_no_gate_is_broken_by_it(built):
    assert run("check", built).exit_code == 0


def test_a_deck_with_it_comes_home_as_it_left(built):
    done = run("merge", built.parent, built / "students/deck.pptx", "--audience", "students")

    assert done.exit_code == 0 and "Logo" not in done.output, done.output


def test_a_jpeg_and_a_large_picture_do_too(tmp_path):
    (tmp_path / "a.jpg").write_bytes(picture("JPEG", "RGB", (3000, 500)))
    made = logos.read(tmp_path / "a.jpg", "Logo")

    assert (made.w, made.h, made.alpha) == (800, 133, b"")
    assert len(made.pixels) == made.w * made.h * 3


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no PNG or JPEG"),
        (b"<svg/>", "no PNG or JPEG"),
        (picture()[:200], "no PNG or JPEG"),
        (picture("GIF", "RGB"), "no PNG or JPEG"),
        (b"\x89PNG" * 2_000_000, "larger than 5 MB"),
    ],
    ids=["empty", "svg", "cut off", "gif", "large"],
)
def test_what_is_no_picture_is_refused(data, says, tmp_path):
    put(tmp_path, "trade-wire.txt")
    (tmp_path / "logo.png").write_bytes(data)
    (tmp_path / "pack.yaml").write_text("logo: logo.png\nsources: [trade-wire.txt]\n")
    done = run("build", tmp_path)

    assert done.exit_code == 2 and "logo.png: " in done.output and says in done.output
    assert f"{tmp_path.name}/pack.yaml:1: logo: " in done.output
    assert not (tmp_path / "out/students").exists()
