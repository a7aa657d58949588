"""Whatever comes in ends with a result or one line and an exit code; never a traceback."""

import io
import os
import string
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop import field_bytes, run

LONG = "a" * 3000
BAD = {
    "empty.txt": b"",
    "spaces.txt": b"  \n\n \t ",
    "zeros.txt": b"\0" * 500,
    "binary.txt": bytes(range(256)) * 20,
    "404.html": b"<html><head><title>404 Not Found</title></head><body><h1>404</h1><p>Page not found.</p></body></html>",
    "denied.html": b"<html><body><h1>Access denied</h1><p>You do not have permission.</p></body></html>",
    "script.html": b"<html><body><noscript>Please enable JavaScript to continue.</noscript></body></html>",
    "cookies.html": b"<html><body><p>We use cookies. Accept all cookies to continue.</p></body></html>",
    "truncated.pdf": b"%PDF-1.7\n1 0 obj << /Type /Catalog",
    "truncated.docx": b"PK\x03\x04 broken",
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
}


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def encrypted_pdf():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(field_bytes("dairy-study.pdf"))))
    writer.encrypt("secret", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned_pdf():
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


MADE = {
    "locked.pdf": encrypted_pdf,
    "scan.pdf": scanned_pdf,
    "bomb.docx": lambda: zipped(word__document=b"0" * 60_000_000, **{"word__document.xml": b"0" * 150_000_000}),
    "sheet.xlsx": lambda: zipped(**{"xl__workbook.xml": b"<x/>"}),
}


@pytest.mark.parametrize("name", [*BAD, *MADE])
def test_a_document_that_holds_no_article_is_refused_in_one_line(name, tmp_path):
    (tmp_path / name).write_bytes(BAD[name] if name in BAD else MADE[name]())
    result = run("build", tmp_path / name, "--out", tmp_path / "out")

    assert result.exit_code == 3, result.output
    assert result.output.startswith("briefpack: ") and name in result.output
    assert len(result.output.strip().splitlines()) == 1


ODD = {
    "one long word": f"The {LONG} was found. It was long. Nobody knew why it was so long, said Ann Lee.",
    "markup": "<script>alert(1)</script> & <b>bold</b> claims {{ 7*7 }} were made. " * 8,
    "page grammar": "## Heading {.claim}\n\n- The council said [@x, 1.1] that ::: notes are fine. {.title}\n\nThe mayor agreed.\n",
    "formula": "=cmd|'/C calc'!A0 was in the cell. The auditor, Jo Wu, said that 45 per cent of cells were wrong.",
    "right to left": "The minister said \u202egnihton\u202c. قال الوزير إن الخطة جيدة. The plan was adopted on 3 May 2024.",
    "chinese": "The two sides met on 3 May 2024 in Beijing (北京). President Li Wei (李伟) said that talks would go on.",
    "emoji": "The vote was close 🙂. The council adopted the plan with 5 votes to 4. The mayor 👍 thanked everyone.",
    "one sentence": "The bridge is closed.",
    "no sentences": "bridge closed\n\nroad open\n\nferry late\n",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_text_builds_or_is_refused_in_words(name, tmp_path):
    (tmp_path / "a.txt").write_text(ODD[name], encoding="utf-8")
    result = run("build", tmp_path / "a.txt", "--out", tmp_path / "out")

    assert result.exit_code in (0, 3), result.output
    if result.exit_code == 0:
        assert run("check", tmp_path / "out").exit_code == 0


LARGE = {
    "too many words": b"The plan was adopted by the council. " * 40_000,
    "one long word": b"a" * 5_000_000,
    "brackets": b"(" * 1_000_000 + b" The plan was adopted by the council on Monday.",
    "empty lines": b"\n" * 5_000_000,
    "a picture in letters": b"The plan was adopted.\n\n" + b"QUJD" * 500_000,
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_file_ends_soon(name, tmp_path):
    (tmp_path / "a.txt").write_bytes(LARGE[name])
    start = time.monotonic()
    result = run("sources", tmp_path / "a.txt")

    assert result.exit_code in (0, 3), result.output
    assert time.monotonic() - start < 15


def test_what_is_no_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")

    for name in ("pipe.txt", "loop.txt", "/dev/zero"):
        assert run("sources", tmp_path / name).exit_code == 3


TEXT = st.lists(
    st.text(
        alphabet=string.ascii_letters + " .,;:!?\"'“”‘’()[]{}#@*-–—_|\\/&<>%$0123456789éßжΩ中\n",
        min_size=1,
        max_size=300,
    ),
    min_size=1,
    max_size=8,
).map("\n\n".join)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=TEXT)
def test_any_text_builds_or_is_refused(text, tmp_path_factory):
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    result = run("build", folder / "a.txt", "--out", folder / "out", "--audience", "students")

    assert result.exit_code in (0, 3, 4), result.output
