"""tests/cases/metadata.md, run; formats, refusals, keys, and what holds of any bytes."""

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack import readers
from briefpack.errors import ReadError
from briefpack.model import Ref


def cases(name):
    return re.split(r"^## ", (Path(__file__).parent / "cases" / name).read_text(encoding="utf-8"), flags=re.M)[1:]


CASES = cases("metadata.md") + cases("genre.md")
ARTICLE = (
    "The river rose by four metres in two days, the fastest increase since measurements began, the office said.",
    "At least 12,000 people have left their homes, according to the town, and more rain is expected this week.",
)
PAGE = f"<html><body><article><h1>Rivers rise</h1><p>{ARTICLE[0]}</p><p>{ARTICLE[1]}</p></article></body></html>"


def shown(source, field):
    if field == "key":
        return readers.key_for(source, ())
    value = getattr(source, field)
    if field == "worked_out":
        return " | ".join(value)
    return ", ".join(value) or "none" if isinstance(value, tuple) else "none" if value is None else str(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.partition("\n")[0])
def test_metadata(case):
    text = re.search(r"^```\n(.*?)^```", case, flags=re.M | re.S)[1]
    name = {"<": "case.html", "-": "case.md"}.get(text[0], "case.txt")
    source = readers.read(text.encode(), name).source

    for field, value in re.findall(r"^- (\w+): (.*)$", case.rpartition("```")[2], flags=re.M):
        assert value in shown(source, field) if field == "worked_out" else shown(source, field) == value


def docx(*paragraphs, **properties):
    from docx import Document

    book = Document()
    for style, text in paragraphs:
        book.add_paragraph(text, style=style)
    for name, value in properties.items():
        setattr(book.core_properties, name, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def pdf(*pages, encrypt=None):
    """Pages of (x, y, size, text) pieces."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1, encrypt=encrypt)
    for pieces in pages:
        for x, y, size, text in pieces:
            canvas.setFont("Times-Roman", size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def texts(source):
    return [passage.text for passage in source.passages]


def test_the_format_is_told_by_content_not_by_name():
    assert texts(readers.read(PAGE.encode(), "page.txt").source) == list(ARTICLE)
    assert texts(readers.read(docx(("Normal", ARTICLE[0])), "article.pdf").source) == [ARTICLE[0]]
    assert readers.read(b"# Rivers rise\n\n" + ARTICLE[0].encode(), "x.txt").source.title == "Rivers rise"


def test_only_the_last_part_of_a_path_is_kept_as_origin():
    assert readers.read(ARTICLE[0].encode(), "C:\\docs/rivers.txt").source.origin == "rivers.txt"


def test_a_word_file_gives_its_styles():
    data = docx(
        ("Title", "Rivers rise"),
        ("Heading 1", "What happened"),
        ("Normal", ARTICLE[0]),
        ("List Bullet", "The wall is old."),
        ("List Bullet 2", "It leaks."),
        ("Caption", "Figure 1. The wall in spring"),
        author="python-docx",
        title="Microsoft Word - draft.docx",
    )

    source = readers.read(data, "rivers.docx").source

    assert source.title == "Rivers rise"
    assert source.authors == ()
    assert [(p.kind, p.depth, p.heading) for p in source.passages] == [
        ("body", 0, "What happened"),
        ("item", 1, "What happened"),
        ("item", 2, "What happened"),
        ("caption", 0, "What happened"),
    ]


def test_a_table_becomes_rows():
    from docx import Document

    book = Document()
    book.add_paragraph(ARTICLE[0])
    table = book.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Quill", "6.1 m"
    out = io.BytesIO()
    book.save(out)

    assert texts(readers.read(out.getvalue(), "a.docx").source) == [ARTICLE[0], "Quill; 6.1 m"]


def lines(count, name):
    return [f"This is row {at} of the {name} column, which goes on" for at in range(count - 1)] + [
        f"until {name} ends."
    ]


def test_columns_of_a_pdf_are_read_one_after_the_other():
    left, right = lines(6, "left"), lines(6, "right")
    rows = [(50, 800, 20, "A study of two columns of text")]
    for at in range(6):
        rows += [(50, 740 - 13 * at, 10, left[at]), (310, 740 - 13 * at, 10, right[at])]

    source = readers.read(pdf(rows), "study.pdf").source

    assert source.title == "A study of two columns of text"
    assert " ".join(texts(source)) == " ".join(left + right)


def test_words_broken_at_a_line_end_are_joined_and_compounds_keep_their_hyphen():
    rows = [
        "Long-term plans for the harbour were given up in the govern-",
        "ment of the day, and no new long-",
        "term plan was made.",
    ]
    page = [(50, 740 - 13 * at, 10, row) for at, row in enumerate(rows)]

    assert texts(readers.read(pdf(page), "a.pdf").source) == [
        "Long-term plans for the harbour were given up in the government of the day, and no new long-term plan was made."
    ]


def test_running_heads_and_page_numbers_of_a_pdf_go():
    pages = [
        [
            (50, 815, 8, "Journal of Walls"),
            (50, 700, 10, f"{sentence} {sentence[:20]}"),
            (290, 20, 8, f"Page {at} of 2"),
        ]
        for at, sentence in enumerate(ARTICLE, 1)
    ]

    source = readers.read(pdf(*pages), "a.pdf").source

    assert {line.why for line in source.dropped} == {"running head", "page number"}
    assert "Journal" not in " ".join(texts(source))


def test_a_caption_of_a_web_page_is_one_and_its_credit_goes():
    page = PAGE.replace(
        "<p>At", "<figure><img><figcaption>The wall on Sunday. Photograph: Ben Arno/AP</figcaption></figure><p>At"
    )

    source = readers.read(page.encode(), "a.html").source

    assert [p.text for p in source.passages if p.kind == "caption"] == ["The wall on Sunday."]
    assert [line.text for line in source.dropped] == ["Photograph: Ben Arno/AP"]


def test_what_stands_around_a_web_page_is_listed():
    around = (
        "<nav><a>Home</a> <a>News</a></nav>",
        "<div class='cookie-banner'>We use cookies.</div>",
        "<footer>Imprint</footer>",
    )
    page = PAGE.replace("<body>", "<body>" + "".join(around[:2])).replace("</body>", around[2] + "</body>")

    source = readers.read(page.encode(), "a.html").source

    assert [(line.why, line.text) for line in source.dropped] == [
        ("navigation", "Home News"),
        ("newsletter or cookie notice", "We use cookies."),
        ("page furniture", "Imprint"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_need_no_guess(encoding):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    reading = readers.read(
        mark + "Le café de la gare est fermé depuis que la ligne a été coupée.".encode(encoding), "a.txt"
    )

    assert texts(reading.source) == ["Le café de la gare est fermé depuis que la ligne a été coupée."]
    assert not [notice for notice in reading.notices if "guess" in notice.what]


def test_a_guessed_encoding_is_a_notice():
    text = "Le café de la gare est fermé depuis que la ligne a été coupée, a déclaré le maire, très étonné. " * 3
    reading = readers.read(text.encode("cp1252"), "a.txt")

    assert "café" in reading.source.passages[0].text
    assert [notice for notice in reading.notices if "guess" in notice.what]


def test_a_wrong_encoding_is_put_right_only_if_all_of_it_is_wrong():
    text = "Le café de la gare est fermé depuis que la ligne a été coupée."
    wrong = text.encode().decode("cp1252")

    right, mixed = readers.read(wrong.encode(), "a.txt"), readers.read(f"{wrong} Ça va “mal” 東京.".encode(), "a.txt")

    assert texts(right.source) == [text]
    assert any("put right" in notice.what for notice in right.notices)
    assert any("point to a wrong encoding" in notice.what for notice in mixed.notices)


def test_a_paragraph_of_over_two_thousand_words_is_cut_between_sentences():
    sentence = "The " + " ".join(["word"] * 98) + " end. "
    source = readers.read((sentence * 45).encode(), "a.txt").source

    assert source.passages[-1].ref.paragraph == 3
    assert all(passage.text.endswith("end.") for passage in source.passages)


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


REFUSED = {
    "is empty": b"",
    "is empty; give": b" \n\t\n ",
    "binary data": bytes(range(256)) * 20,
    "a PNG picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 99,
    "a JPEG picture": b"\xff\xd8\xff\xe0" + b"\0" * 99,
    "an RTF file, which cannot be read; save it as .docx": b"{\\rtf1\\ansi Hello}",
    "an old Office file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99,
    "a PowerPoint deck (.pptx)": zipped(**{"ppt/presentation.xml": "<x/>"}),
    "an OpenDocument file": zipped(**{"content.xml": "<x/>"}),
    "an e-book": zipped(**{"META-INF/container.xml": "<x/>"}),
    "a zip archive, not a document": zipped(**{"a.txt": "x"}),
    "a broken or cut-off zip": zipped(**{"word/document.xml": "x" * 999})[:-30],
    "a broken Word file": zipped(**{"word/document.xml": "<x/>"}),
    "would unpack to": zipped(**{"word/document.xml": b"0" * 30_000_000}),
    "more than 2,000": zipped(**{f"{at}": "" for at in range(2001)}),
    "a broken or cut-off PDF": b"%PDF-1.7\n1 0 obj << /Type /Catalog",
    "no text layer on its 1 pages": pdf([]),
    "is encrypted": pdf([(50, 700, 10, ARTICLE[0])], encrypt="secret"),
    "an error page or a consent wall ('404')": b"<html><body><h1>404</h1><p>Page not found.</p></body></html>",
    "an error page or a consent wall ('access denied')": b"<html><body><p>Access Denied</p></body></html>",
    "an error page or a consent wall ('enable javascript')": b"Please enable JavaScript to view this page.",
    "an error page or a consent wall": b"<html><body><p>We value your privacy. Accept all cookies.</p></body></html>",
    "more than 20 MB": b"a" * (20 * 2**20 + 1),
    "holds no article": b"12 34 56 78 90 11",
}


@pytest.mark.parametrize(("said", "data"), REFUSED.items(), ids=REFUSED)
def test_refused_with_one_line_that_says_what_and_what_to_do(said, data):
    with pytest.raises(ReadError) as error:
        readers.read(data, "folder/file.bin")

    assert said in str(error.value)
    assert str(error.value).startswith("file.bin: ") and "\n" not in str(error.value)


def test_an_article_about_cookies_is_no_consent_wall():
    text = "We use cookies, says every page; nobody can accept all of them with open eyes. " + " ".join(ARTICLE * 4)

    assert readers.read(text.encode(), "a.txt").source.passages


def test_keys_are_short_readable_and_unique():
    source = readers.read(f"---\npublisher: The Coast and Harbour\n---\n\n{ARTICLE[0]}".encode(), "a.md").source
    nameless = readers.read(ARTICLE[0].encode(), "Überschwemmung 2024 (final).txt").source

    assert readers.key_for(source, ()) == "coast"
    assert readers.key_for(source, {"coast", "coast-2"}) == "coast-3"
    assert readers.key_for(nameless, ()) == "uberschwemmung-2"


def test_a_new_key_reaches_every_reference():
    source = readers.with_key(readers.read(" ".join(ARTICLE).encode(), "a.txt").source, "rivers")

    assert source.key == "rivers"
    assert [passage.ref for passage in source.passages] == [Ref("rivers", 1, 1), Ref("rivers", 1, 2)]


STARTS = (
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<html><body><p>",
    b"# ",
    b"---\ntitle: ",
    b"\xff\xfe",
    b"{\\rtf",
    b"<p>" * 50,
)


@settings(max_examples=150, deadline=1000)
@given(
    st.sampled_from(STARTS),
    st.binary(max_size=600),
    st.sampled_from(["a.txt", "b.md", "c.html", "d", "e.pdf", "f.docx"]),
)
def test_any_bytes_give_a_reading_or_a_read_error(start, data, name):
    try:
        reading = readers.read(start + data, name)
    except ReadError as error:
        assert "\n" not in str(error)
    else:
        assert reading.source.passages and reading.source.title


@settings(max_examples=150, deadline=1000)
@given(st.text(max_size=600), st.sampled_from(["a.txt", "b.md", "c.html"]))
def test_any_text_gives_a_reading_or_a_read_error(text, name):
    try:
        reading = readers.read((ARTICLE[0] + "\n\n" + text).encode("utf-8", "replace"), name)
    except ReadError:
        return
    assert reading.source.passages and reading.source.title


def test_reading_text_loads_no_parser():
    code = (
        "import sys; from briefpack import readers; "
        f"readers.read({ARTICLE[0]!r}.encode(), 'a.txt'); readers.read({ARTICLE[0]!r}.encode(), 'a.md'); "
        "print([m for m in ('lxml', 'trafilatura', 'pypdf', 'docx', 'charset_normalizer') if m in sys.modules])"
    )

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


WANTED = {
    "000_0384a56b0d81c4e2.txt": ("Russian President Vladimir Putin", "in an era of Russia-China alignment"),
    "002_0ad3b1526ebff006.txt": ("Chinese President Xi Jinping is flying", "carries global consequences"),
    "004_2775689b2b3e3ad3.txt": ("On April 2", "few other viable options"),
}
NOISE = (
    "Photo",
    "Leave a comment",
    "Trending",
    "WordPress",
    "Skip to",
    "With reports from",
    "Follow related",
    "Edited by",
    "Read more",
    "Erin",
)


def test_the_real_documents_keep_their_first_and_last_words_and_nothing_around_them(real_documents):
    for path in real_documents:
        source = readers.read(path.read_bytes(), path.name).source
        bodies = [passage.text for passage in source.passages if passage.kind != "caption"]
        first, last = WANTED[path.name]
        assert bodies[0].startswith(first) and last in bodies[-1]
        assert not [noise for noise in NOISE if noise in " ".join(texts(source))]
        assert source.publisher


def test_a_json_file_is_refused_and_said_to_be_one():
    with pytest.raises(ReadError, match="holds JSON data, not an article"):
        readers.read(b'{"title": "Rivers rise", "body": "' + ARTICLE[0].encode() + b'"}', "page.json")


def test_a_text_in_brackets_is_no_json():
    assert readers.read(f"[{ARTICLE[0]}] {ARTICLE[1]}".encode(), "page.txt").source.passages


@pytest.mark.parametrize("code", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_without_its_mark(code):
    source = readers.read("\n\n".join(("Die Flüsse steigen", *ARTICLE)).encode(code), "rivers.txt").source

    assert (source.title, source.passages[0].text) == ("Die Flüsse steigen", ARTICLE[0])


def test_a_card_that_only_a_pointer_shows_does_not_run_into_its_sentence() -> None:
    card = '<span class="rollover-person"><a>Ana Ruiz</a><span class="rollover-block"><a>Ana Ruiz</a> Her news</span></span>'
    page = PAGE.replace("<p>At", f"<p>Mayor {card} opened the gates and said so. At")

    assert texts(readers.read(page.encode(), "a.html").source)[1].startswith(
        "Mayor Ana Ruiz opened the gates and said so."
    )
