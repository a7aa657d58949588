"""Printing: what goes to which printer, what a person is told, and real pages out of a real CUPS."""

import re
import shutil
import subprocess

import pytest
from PIL import Image, ImageChops, ImageStat

import printer as printers
from briefpack.pack import cups
from workshop import EXAMPLE, run


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("printed") / "out"
    assert run("build", EXAMPLE, "--out", out, "--audience", "students").exit_code == 0
    return out


@pytest.fixture
def mine(built, tmp_path):
    """The same build, to be changed."""
    return shutil.copytree(built, tmp_path / "out")


@pytest.fixture(scope="module")
def real():
    """A printer of a real CUPS."""
    if printers.missing():
        pytest.skip(printers.missing())
    with printers.started() as printer:
        yield printer


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """In place of CUPS, programs that answer what a test wants."""

    def make(lp="echo request id is Office-1", lpstat="echo Office"):
        for name, script in {"lp": lp, "lpstat": lpstat}.items():
            (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
            (tmp_path / name).chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")

    return make


def pictures(pdf, folder):
    """Every page, small and grey: paper keeps no text that could be asked."""
    subprocess.run(
        ["pdftoppm", "-r", "50", "-gray", "-png", pdf, folder / pdf.stem], stderr=subprocess.DEVNULL, check=True
    )
    return [Image.open(path).convert("L") for path in sorted(folder.glob(f"{pdf.stem}-*.png"))]


def apart(one, other):
    """How far two pages are apart, 0 to 255: 7 where a printer draws the same letters, 25 and more for other pages."""
    return ImageStat.Stat(ImageChops.difference(one, other.resize(one.size))).mean[0]


def dry(place, *options):
    result = run("print", place, "--dry-run", *options)
    assert result.exit_code == 0, result.output
    return [line for line in result.stdout.splitlines() if line.startswith("lp ")]


def printed(place, *options):
    result = run("print", place, *options)
    return result.exit_code, result.stdout, result.stderr


def test_what_is_handed_out_is_printed_and_the_key_stays_apart(built):
    result = run("print", built, "--dry-run")

    assert [line.rpartition("/")[2] for line in result.stdout.splitlines()] == [
        "handout.pdf", "summary.pdf", "questions.pdf",
    ]  # fmt: skip
    assert re.search(r"not printed: .*\bkey\b.*--what", result.stderr)


def test_the_key_is_printed_when_it_is_named_and_a_word_says_so(built):
    result = run("print", built, "--dry-run", "--what", "key")

    assert len(result.stdout.splitlines()) == 1 and "key.pdf" in result.stdout
    assert "keep it apart" in result.stderr


def test_where_only_six_to_a_page_were_made_they_are_the_handout(built, tmp_path):
    out = tmp_path / "out"
    assert run("build", EXAMPLE, "--out", out, "--audience", "students", "--handout", "6,9,guided").exit_code == 0

    assert [line.rpartition("/")[2] for line in dry(out)] == ["handout-6.pdf", "summary.pdf", "questions.pdf"]
    assert "handout-9" in run("print", out, "--dry-run").stderr


def test_all_is_what_is_handed_out_without_keys_and_large_print(mine):
    (mine / "students" / "large-print").mkdir()
    shutil.copy(mine / "students" / "key.pdf", mine / "students" / "large-print")
    report = mine / "report.json"
    report.write_text(report.read_text().replace('"students/summary.docx"', '"students/large-print/key.pdf"'))

    names = [line.rpartition("/")[2] for line in dry(mine, "--what", "all")]
    assert names[:4] == ["handout.pdf", "summary.pdf", "questions.pdf", "quiz.pdf"]
    assert not [name for name in names if "key" in name or "notes" in name]
    assert ["large-print/key.pdf" in line for line in dry(mine, "--what", "large-print/key")] == [True]


def test_the_command_says_all_that_was_asked(built):
    assert dry(built, "--what", "summary", "--printer", "Office", "--copies", 30, "--two-sided") == [
        "lp -d Office -n 30 -o collate=true -o sides=two-sided-long-edge -o media=A4 -- "
        f"{built.resolve()}/students/summary.pdf"
    ]


def test_pages_made_for_another_paper_are_scaled_to_fit(built):
    assert "-o media=Letter -o fit-to-page" in dry(built, "--what", "summary", "--paper", "letter")[0]
    assert "fit-to-page" not in dry(built, "--what", "summary", "--paper", "a4")[0]


def test_a_pack_is_printed_from_its_out_folder(built, tmp_path):
    pack = shutil.copytree(EXAMPLE, tmp_path / "pack", ignore=shutil.ignore_patterns("out", ".briefpack"))
    code, _, said = printed(pack)

    assert code == 2 and f"briefpack build {pack}" in said
    shutil.copytree(built, pack / "out")
    assert len(dry(pack)) == len(dry(pack / "pack.yaml")) == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--what", "hanout"), "did you mean 'handout'? There is: handout, summary, questions, quiz"),
        (("--what", "handout,quizz"), "no 'quizz'"),
        (("--what", "deck"), "deck.pptx is no PDF"),
        (("--what", " , "), "names no page"),
        (("--what", "../../key"), "known are: handout"),
        (("--audience", "student"), "did you mean 'students'?"),
        (("--copies", "0"), "--copies"),
        (("--paper", "a5"), "--paper"),
    ],
)
def test_what_is_wrong_is_said_with_the_right_word(built, options, said):
    result = run("print", built, "--dry-run", *options)

    assert result.exit_code == 2 and said in result.stderr and not result.stdout


def test_a_folder_that_is_not_there_or_not_built(tmp_path):
    assert run("print", tmp_path / "nowhere").exit_code == 3
    assert run("print", tmp_path).exit_code == 2


def test_without_cups_it_says_how_to_get_it(built, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    code, _, said = printed(built)

    assert code == 4 and "apt install cups-client" in said and "macOS" in said
    assert len(dry(built)) == 3


def test_what_a_person_changed_is_printed_as_it_stands(mine):
    page = mine / "students" / "summary.pdf"
    page.write_bytes(page.read_bytes() + b"\n% signed\n")
    run("build", EXAMPLE, "--out", mine, "--audience", "students")
    result = run("print", mine, "--dry-run")

    assert (mine / "students" / "summary.new.pdf").exists()
    assert len(result.stdout.splitlines()) == 3 and "summary.new.pdf" not in result.stdout
    assert "students/summary.pdf: was changed by hand and is printed as it stands" in result.stderr


def test_a_page_that_is_no_pdf_any_more_is_refused(mine):
    (mine / "students" / "summary.pdf").write_bytes(b"#!/bin/sh\n")

    assert run("print", mine, "--dry-run").exit_code == 3


def test_a_strangers_report_cannot_name_a_file_elsewhere(mine, tmp_path):
    (tmp_path / "secret.pdf").write_bytes(b"%PDF-1.7")
    (mine / "students" / "map.pdf").symlink_to(tmp_path / "secret.pdf")
    report = mine / "report.json"
    report.write_text(report.read_text().replace("students/key.pdf", "../secret.pdf").replace("handout.pdf", "map.pdf"))

    assert "secret" not in " ".join(dry(mine)) and "map" not in " ".join(dry(mine))


def test_where_no_printer_is_named_and_none_is_usual_they_are_listed(built, stand_in):
    stand_in(lpstat='[ "$1" = -e ] && printf "Office\\nLibrary\\n" || echo no system default destination')
    code, out, said = printed(built)

    assert code == 2 and "Library, Office" in said and not out


def test_the_usual_printer_is_taken(built, stand_in):
    stand_in(
        lpstat='[ "$1" = -e ] && echo Office || echo system default destination: Office', lp='echo "$@" >&2; exit 1'
    )
    code, _, said = printed(built, "--what", "summary")

    assert code == 4 and "-d Office -n 1" in said


@pytest.mark.parametrize("name", ["-x", "Offic", "a b", "Office\nLibrary", "$(id)", "--", "é"])
def test_only_a_printer_that_is_there_is_used(built, stand_in, name):
    stand_in(lp="exit 9")
    code, out, said = printed(built, f"--printer={name}")

    assert code == 2 and "there is no" in said and "Office" in said and not out


def test_a_cups_that_does_not_answer_is_not_waited_for(built, stand_in, monkeypatch):
    monkeypatch.setattr(cups, "_PATIENCE_SECONDS", 0.2)
    stand_in(lpstat="sleep 30")
    code, _, said = printed(built)

    assert code == 4 and "has not answered" in said


def test_no_printer_at_all(built, stand_in):
    stand_in(lpstat="exit 1")

    assert printed(built)[0] == 4


def test_the_pages_come_out_on_paper(built, real, needs, tmp_path):
    needs("pdftoppm")
    real.emptied()
    code, said, _ = printed(built, "--what", "summary,questions", "--printer", printers.NAME, "--two-sided")

    assert code == 0 and re.findall(r"students/(\w+)\.pdf: Paper-\d+", said) == ["summary", "questions"]
    meant = [pictures(built / "students" / f"{name}.pdf", tmp_path) for name in ("summary", "questions")]
    came = [pictures(page, tmp_path) for page in real.printed()]
    assert sorted(map(len, came)) == sorted(map(len, meant))
    assert {min((0, 1), key=lambda at: apart(pages[0], meant[at][0])) for pages in came} == {0, 1}
    assert all(min(apart(pages[0], other[0]) for other in meant) < 15 for pages in came)


def test_so_many_copies_come_out(built, real, needs, tmp_path):
    needs("pdftoppm")
    real.emptied()
    assert printed(built, "--what", "summary", "--printer", printers.NAME, "--copies", 2)[0] == 0

    first, second = pictures(real.printed()[0], tmp_path)
    assert apart(first, second) < 1


def test_what_cups_refuses_is_passed_on(built, real):
    real.ask("cupsreject", printers.NAME)
    try:
        code, _, said = printed(built, "--what", "summary", "--printer", printers.NAME)
    finally:
        real.ask("cupsaccept", printers.NAME)

    assert code == 4 and "not accepting jobs" in said


def test_a_printer_whose_name_begins_with_a_dash(built, real):
    real.ask("lpadmin", "-p", "-oraw", "-v", "file:///dev/null", "-E")
    code, said, _ = printed(built, "--what", "summary", "--printer=-oraw")
    real.ask("lpadmin", "-x", "-oraw")

    assert code == 0 and "-oraw-" in said


def test_a_dry_run_prints_nothing(built, real):
    real.emptied()
    dry(built, "--printer", printers.NAME)

    assert real.printed() == ()


def test_a_dry_run_shows_no_sign_that_a_terminal_obeys(built):
    said = dry(built, "--printer", "x\x07\ny")
    assert "\x07" not in str(said) and "lp -d 'x\ufffd y'" in str(said)
