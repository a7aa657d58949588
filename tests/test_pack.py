"""What a person wrote is never lost, and a build is written whole or not at all."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workshop import contents, deck_text, pdf_text, put, run

NEW = "was changed by hand"
PAGES = ("deck", "summary", "questions", "quiz")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    put(folder, "court-news.html", "phones-editorial.html")
    (folder / "pack.yaml").write_text(
        "title: Cameras and phones\naudiences: [students]\nsources: [court-news.html, phones-editorial.html]\n"
    )
    assert run("build", folder).exit_code == 0
    return folder


@pytest.fixture
def pack(built, tmp_path):
    """A pack that has been built."""
    return shutil.copytree(built, tmp_path / "pack")


def test_a_second_build_changes_nothing(pack):
    before = contents(pack / "out")
    result = run("build", pack)

    assert NEW not in result.output
    assert contents(pack / "out") == before


def test_an_edited_brief_is_used_as_it_stands(pack):
    page = pack / "brief.md"
    text = page.read_text()
    line = next(line for line in text.splitlines() if line.startswith("- "))
    page.write_text(text.replace(line, "- Cameras are everywhere, I say."))
    result = run("build", pack)

    assert "brief.md" in result.output and NEW in result.output
    assert "Cameras are everywhere, I say." in page.read_text()
    points = json.loads((pack / "out" / "brief.json").read_text())["points"]
    assert points[0]["text"] == "Cameras are everywhere, I say." and points[0]["refs"] == []


def test_an_edited_page_is_built_from(pack):
    page = pack / "out" / "students" / "deck.md"
    text = page.read_text()
    heading = next(line for line in text.splitlines() if line.startswith("## ") and "{.discussion" in line)
    page.write_text(text.replace(heading, "## What would you have ruled? {.discussion minutes=10}"))
    result = run("build", pack)

    assert "deck.md" in result.output and NEW in result.output
    assert "What would you have ruled?" in page.read_text()
    from workshop import deck_text

    assert "What would you have ruled?" in deck_text((pack / "out" / "students" / "deck.pptx").read_bytes())


def test_an_edited_deck_is_kept_and_the_fresh_one_stands_beside_it(pack):
    deck = pack / "out" / "students" / "deck.pptx"
    mine = deck.read_bytes() + b"mine"
    deck.write_bytes(mine)
    first = run("build", pack)
    run("build", pack)

    assert deck.read_bytes() == mine
    assert "deck.new.pptx" in first.output
    assert (pack / "out" / "students" / "deck.new.pptx").exists()


def test_a_foreign_file_in_out_is_left_alone(pack):
    note = pack / "out" / "students" / "my notes.txt"
    note.write_text("keep me")
    run("build", pack)

    assert note.read_text() == "keep me"


def test_a_broken_page_is_named_with_its_line_and_nothing_is_lost(pack):
    page = pack / "out" / "students" / "deck.md"
    page.write_text(page.read_text() + "\n## A slide {.clam}\n- text [@nobody 1]\n")
    before = contents(pack / "out")
    result = run("build", pack)

    assert result.exit_code == 2
    assert "deck.md:" in result.output
    assert contents(pack / "out") == before


def test_a_failed_build_leaves_the_last_good_output_whole(pack):
    before = contents(pack / "out")
    (pack / "court-news.html").write_text("404 Not Found")
    result = run("build", pack)

    assert result.exit_code == 3
    assert contents(pack / "out") == before


def test_a_killed_build_is_finished_or_forgotten_by_the_next(pack):
    out = pack / "out"
    staged = out / ".briefpack" / "next" / "files" / "students"
    staged.mkdir(parents=True)
    (staged / "deck.pptx").write_bytes(b"half")
    before = (out / "students" / "deck.pptx").read_bytes()
    run("build", pack)

    assert (out / "students" / "deck.pptx").read_bytes() == before
    assert not (out / ".briefpack" / "next").exists()


def test_nothing_is_written_outside_out_but_the_brief(tmp_path):
    documents = tmp_path / "documents"
    documents.mkdir()
    names = put(documents, "trade-wire.txt")
    before = contents(documents)
    run("build", *names, "--out", tmp_path / "out")

    assert contents(documents) == before
    assert {p.name for p in tmp_path.iterdir()} == {"documents", "out"}


def test_a_place_that_cannot_be_written_exits_with_4(tmp_path):
    (tmp_path / "out").write_text("a file, not a folder")
    names = put(tmp_path, "trade-wire.txt")
    result = run("build", *names, "--out", tmp_path / "out")

    assert result.exit_code == 4
    assert (tmp_path / "out").read_text() == "a file, not a folder"


def test_the_same_document_twice_is_read_once(tmp_path):
    names = put(tmp_path, "trade-wire.txt")
    (tmp_path / "copy.txt").write_bytes((tmp_path / "trade-wire.txt").read_bytes())
    result = run("build", *names, tmp_path / "copy.txt", "--out", tmp_path / "out", "--audience", "policy")

    assert result.exit_code == 0 and "same document" in result.output
    assert len(json.loads((tmp_path / "out" / "brief.json").read_text())["sources"]) == 1


def test_pack_facts_win_over_the_document(tmp_path):
    put(tmp_path, "court-news.html")
    (tmp_path / "pack.yaml").write_text(
        "sources:\n  - file: court-news.html\n    key: ruling\n    publisher: Another Paper\n    published: 2025-03-15\n"
    )
    run("build", tmp_path, "--audience", "students")
    source = json.loads((tmp_path / "out" / "brief.json").read_text())["sources"][0]

    assert (source["key"], source["publisher"], source["published"]) == ("ruling", "Another Paper", "2025-03-15")


def test_a_genre_comes_with_its_reason_everywhere(tmp_path):
    put(tmp_path, "steel-opinion.txt", "trade-wire.txt")
    (tmp_path / "pack.yaml").write_text(
        "sources:\n  - file: steel-opinion.txt\n    genre: analysis\n  - file: trade-wire.txt\n"
    )
    listed = run("sources", tmp_path).output
    run("build", tmp_path, "--audience", "students")
    sources = json.loads((tmp_path / "out" / "brief.json").read_text())["sources"]
    page = (tmp_path / "out" / "sources.html").read_text()

    reasons = ["set in pack.yaml", "it carries a news agency's line"]
    assert [source["genre_reason"] for source in sources] == reasons
    assert "analysis (set in pack.yaml)" in listed and f"news ({reasons[1]})" in listed
    assert "Analysis: set in pack.yaml" in page and "News: it carries a news agency" in page
    assert not any("genre" in fact for fact in sources[0]["worked_out"])


PACK = "sources:\n  - file: a.txt\n    {}\n"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("key: my key", "pack.yaml:3: 'key' must be lower-case letters, digits and '-'"),
        ("key: ../out", "pack.yaml:3: 'key' must be"),
        ("published: 2024-13-45", "pack.yaml:3: 'published' must be a date such as 2024-05-16, 2024-05 or 2024"),
        ("published: May 2024", "pack.yaml:3: 'published' must be a date"),
        ("genre: newz", "pack.yaml:3: 'genre' cannot be 'newz', did you mean 'news'?"),
        ("language: english", "pack.yaml:3: 'language' must be a code of two letters"),
        ("url: javascript:alert(1)", "pack.yaml:3: 'url' must be an address"),
        ("authors: Jo Writer", "pack.yaml:3: 'authors' must be a list"),
        ("authors: [Jo, ]\n  -", "pack.yaml:4: a value of 'sources' is empty"),
        ("key: x\n  - {file: b.txt, key: x}", "pack.yaml:4: the key 'x' is used twice"),
        ("key: x\n  - key: y", "pack.yaml:4: 'file' is missing here"),
        ("title: a: b", "pack.yaml:3: a ':' stands inside a value"),
        ("key: x\npaper: A4", "pack.yaml:4: 'paper' cannot be 'A4', did you mean 'a4'?"),
        ("key: x\naudiences: [student]", "pack.yaml:4: a value of 'audiences' cannot be 'student', did you mean"),
        (f"key: x\ntitle: {'word ' * 90}", "pack.yaml:4: 'title' must be a line of at most 150 characters"),
        ('key: x\n  - "b\\0.txt"', "pack.yaml:4: a value of 'sources' must be the name of a document"),
    ],
)
def test_a_wrong_fact_in_a_pack_is_named_with_its_line(line, says, tmp_path):
    put(tmp_path, "trade-wire.txt")
    (tmp_path / "pack.yaml").write_text(PACK.format(line))
    result = run("build", tmp_path)

    assert result.exit_code == 2, result.output
    assert says in result.output and len(result.output.splitlines()) == 1


@pytest.mark.parametrize("date", ["2024", "2024-05", "2024-05-16"])
def test_a_date_may_be_as_exact_as_it_is_known(date, tmp_path):
    put(tmp_path, "trade-wire.txt")
    (tmp_path / "pack.yaml").write_text(PACK.replace("a.txt", "trade-wire.txt").format(f"published: {date}"))

    assert f"date      {date}\n" in run("sources", tmp_path).output


def test_a_key_that_the_pack_asks_for_is_not_taken_by_another_document(tmp_path):
    put(tmp_path, "trade-wire.txt", "court-news.html")
    (tmp_path / "pack.yaml").write_text("sources:\n  - court-news.html\n  - file: trade-wire.txt\n    key: linden\n")
    output = run("sources", tmp_path).output

    assert "linden-2: " in output and "\nlinden: " in output


SPOILT = {
    "utf-16": lambda data: data.decode().encode("utf-16"),
    "latin-1": lambda data: data + "\ncafé".encode("latin-1"),
    "binary": lambda data: data + bytes(range(256)),
    "nested": lambda data: data + b"\n## X {.points}\n\n" + b"".join(b"  " * n + b"- x\n" for n in range(2000)),
    "crowded": lambda data: data + b"\n## X {.points}\n\n" + b"- One more.\n" * 2000,
    "endless": lambda data: data + b"\n## X {.points}\n\n- One more.\n" * 500,
    "empty": lambda _: b"",
    "only comments": lambda _: b"<!-- nothing yet -->\n",
    "half attributes": lambda data: data + b"\n## A title {.claim\n\n- x\n",
    "wrong reference": lambda data: data + b"\n## X {.points}\n\n- One. [@nobody, 1.1]\n",
    "unknown kind": lambda data: data + b"\n## X {.clam}\n\n- One.\n",
    "too long": lambda data: data + b"\n## X {.points}\n\n- " + b"word " * 2000 + b"\n",
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_page_is_named_and_stays_as_it_is(how, pack):
    page = pack / "out" / "students" / "deck.md"
    page.write_bytes(SPOILT[how](page.read_bytes()))
    before = contents(pack)
    result = run("build", pack)

    assert result.exit_code in (2, 4), result.output
    assert result.output.startswith(f"briefpack: {page}:") and len(result.output.splitlines()) == 1
    assert contents(pack) == before


TOUCHED = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "hard spaces": lambda text: text.replace(", ", ",\u00a0").replace("- ", "-\u00a0").replace("## ", "##\u00a0"),
    "tabs": lambda text: text.replace("- ", "-\t"),
    "Jinja": lambda text: text.replace("\n- ", "\n- {{ 7 * 7 }} {% raw %} ", 1),
    "markup": lambda text: text.replace("\n- ", "\n- <script>alert(1)</script> ", 1),
    "a slide taken out": lambda text: text[: text.rindex("\n## ")] + "\n",
}


@pytest.mark.parametrize("how", TOUCHED)
def test_a_clumsy_edit_builds(how, pack):
    page = pack / "out" / "students" / "deck.md"
    text = TOUCHED[how](page.read_text(encoding="utf-8"))
    page.write_bytes(text.encode())
    result = run("build", pack)

    assert result.exit_code == 0, result.output
    assert page.read_bytes() == text.encode()


def test_every_fresh_file_finds_a_place_beside_what_a_person_changed(pack):
    students = pack / "out" / "students"
    for name in ("deck.pptx", "deck.new.pptx", "deck.new2.pptx"):
        (students / name).write_bytes(b"mine")
        run("build", pack)

    assert [(students / name).read_bytes() for name in ("deck.pptx", "deck.new.pptx", "deck.new2.pptx")] == [
        b"mine"
    ] * 3
    assert (students / "deck.new3.pptx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("blocked", ["out/students/deck.pptx", "brief.md"])
def test_a_folder_in_the_place_of_a_file_ends_the_build_before_it_writes(blocked, pack):
    (pack / blocked).unlink()
    (pack / blocked).mkdir()
    before = contents(pack)
    result = run("build", pack, "--title", "Another")

    assert result.exit_code == 4 and blocked in result.output
    assert contents(pack) == before


def test_a_link_that_leads_out_of_out_is_not_followed(pack, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    students = pack / "out" / "students"
    students.rename(pack / "out" / "old")
    students.symlink_to(elsewhere)
    result = run("build", pack)

    assert result.exit_code == 4 and "leads out of" in result.output
    assert not list(elsewhere.iterdir())


def test_what_was_changed_between_a_killed_build_and_the_next_is_kept(pack):
    out = pack / "out"
    staged = out / ".briefpack" / "next"
    (staged / "files" / "students").mkdir(parents=True)
    (staged / "files" / "students" / "deck.pptx").write_bytes(b"of the killed build")
    (staged / "ready").write_text(json.dumps({"students/deck.pptx": "what stood there then"}))
    mine = (out / "students" / "deck.pptx").read_bytes()
    run("build", pack)

    assert (out / "students" / "deck.pptx").read_bytes() == mine
    assert (out / "students" / "deck.new.pptx").read_bytes() == b"of the killed build"


@pytest.mark.parametrize("report", ["", "[" * 100_000, '{"files": {"../../x": {"sha256": 1}, "a": 5}}', "null"])
def test_a_spoilt_report_loses_nothing(report, pack):
    (pack / "out" / "students" / "deck.md").write_text("## Mine {.points}\n\n- One thing.\n")
    (pack / "out" / "report.json").write_text(report)

    assert run("build", pack).exit_code == 0
    assert (pack / "out" / "students" / "deck.md").read_text() == "## Mine {.points}\n\n- One thing.\n"


def test_out_may_be_the_pack_itself(pack):
    assert run("build", pack, "--out", pack).exit_code == 0
    assert NEW not in run("build", pack, "--out", pack).output


def test_the_build_s_own_page_is_no_document(pack):
    result = run("build", pack / "brief.md", "--out", pack)

    assert result.exit_code == 2 and "the build's own page" in result.output


def test_a_pack_is_built_by_itself(pack):
    for also in (pack, pack / "pack.yaml"):
        result = run("build", also, pack / "court-news.html")
        assert result.exit_code == 2 and "name it alone" in result.output


def test_a_title_that_no_font_draws_is_refused_and_part_of_one_is_left_out(tmp_path, bare):
    names = put(tmp_path, "trade-wire.txt")

    assert run("build", *names, "--title", "北京 🙂", "--out", tmp_path / "out").exit_code == 2
    assert run("build", *names, "--title", "Talks 🙂", "--out", tmp_path / "out").exit_code == 0


def test_a_name_that_the_fonts_of_pages_lack_stands_in_the_deck_and_is_left_out_of_the_handout(pack, bare):
    page = pack / "out" / "students" / "deck.md"
    told = "\n## Two voices from the port {.points}\n- Noa מזרחי and 王小明 spoke first.\n- A third line.\n"
    page.write_text(page.read_text(encoding="utf-8") + told, encoding="utf-8")

    said = run("build", pack).output

    assert "מזרחי and 王小明 spoke first" in deck_text((page.parent / "deck.pptx").read_bytes())
    handout = pdf_text((page.parent / "handout.pdf").read_bytes())
    assert "A third line" in handout and "spoke first" not in handout
    assert "lines left out of the PDFs: no font has" in said
    assert "pip install manimgx-fonts manimgx-fonts-cjk, then build again" in " ".join(said.split())


def test_a_name_in_another_script_stands_on_the_handout_where_its_font_is_installed(pack):
    page = pack / "out" / "students" / "deck.md"
    told = "\n## Two voices from the port {.points}\n- Noa מזרחי and 王小明 spoke first.\n- A third line.\n"
    page.write_text(page.read_text(encoding="utf-8") + told, encoding="utf-8")

    said = run("build", pack).output

    assert "left out of the PDFs" not in said
    assert "and 王小明 spoke first" in " ".join(pdf_text((page.parent / "handout.pdf").read_bytes()).split())


def test_a_slide_of_a_fresh_deck_that_does_not_fit_is_left_out(monkeypatch):
    from briefpack.errors import FitError
    from briefpack.layout import slides
    from briefpack.model import Deck, Line, Slide
    from briefpack.pack import fitting, shipped

    def place(deck, look):
        if any(slide.title.text == "Too long" for slide in deck.slides):
            raise FitError("slide 'Too long': its title is too long")
        return "sheets"

    monkeypatch.setattr(slides, "place", place)
    deck = Deck("Tides", "students", "en", tuple(Slide("claim", Line(t)) for t in ("One", "Too long", "Two")), ())
    left, _, notices = fitting.placed(deck, shipped.look("classroom"), Path("deck.md"), by_hand=False)

    assert [slide.title.text for slide in left.slides] == ["One", "Two"]
    assert "left out" in notices[0].what
    with pytest.raises(FitError, match=r"deck\.md: slide 'Too long'"):
        fitting.placed(deck, shipped.look("classroom"), Path("deck.md"), by_hand=True)


def test_a_build_killed_at_any_moment_leaves_the_last_output_or_the_next_one(pack):
    last = contents(pack)
    for wait in (0.3, 0.6, 0.9, 1.2):
        process = subprocess.Popen([sys.executable, "-m", "briefpack", "build", str(pack)], stdout=subprocess.DEVNULL)
        time.sleep(wait)
        process.kill()
        process.wait()
        assert {name: data for name, data in contents(pack).items() if "/next/" not in name} == last

    assert run("build", pack).exit_code == 0
    assert contents(pack) == last


def test_two_builds_at_once_do_not_mix(pack):
    command = [sys.executable, "-m", "briefpack", "build", str(pack)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    ends = [process.communicate(timeout=120) for process in both]

    assert [process.returncode for process in both] == [0, 0], ends
    assert NEW not in "".join(out for out, _ in ends)


LINKED = ("next", "next/files", "brief.md.next", "lock")


@pytest.mark.parametrize("name", LINKED)
def test_a_link_among_what_a_build_keeps_leads_nowhere(name, pack, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "mine.txt").write_text("mine")
    for state in (pack / ".briefpack", pack / "out" / ".briefpack"):
        link = state / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(elsewhere if "." not in name and name != "lock" else elsewhere / "mine.txt")
        if name == "next/files":
            (state / "next" / "ready").write_text("{}")
    (pack / "brief.md").unlink()

    assert run("build", pack).exit_code == (4 if name == "lock" else 0)
    assert contents(elsewhere) == {"mine.txt": b"mine"}


def test_a_persons_own_report_is_kept_under_another_name(pack):
    report = pack / "out" / "report.json"
    report.write_text('{"mine": 1}')
    done = run("build", pack)

    assert done.exit_code == 0 and "is kept as report.old.json" in done.output
    assert (pack / "out" / "report.old.json").read_text() == '{"mine": 1}'
    assert "files" in json.loads(report.read_text())
    assert "report.old.json" not in run("build", pack).output
    assert (pack / "out" / "report.old.json").read_text() == '{"mine": 1}'


def test_a_report_that_is_no_file_is_not_waited_for(pack):
    (pack / "out" / "report.json").unlink()
    os.mkfifo(pack / "out" / "report.json")
    assert run("build", pack).exit_code == 0


def test_a_brief_with_a_day_may_be_edited(pack):
    assert run("build", pack, "--as-of", "2025-05-16").exit_code == 0
    page = pack / "brief.md"
    assert "\nas-of: 2025-05-16\n" in page.read_text()
    page.write_text(page.read_text().replace("# Cameras", "# My cameras"))

    assert run("build", pack, "--as-of", "2025-05-16").exit_code == 0
    assert "# My cameras" in page.read_text() and '"as of": "2025-05-16"' in (pack / "out" / "brief.json").read_text()
    assert run("build", pack, "--as-of", "2025-05-20").exit_code == 0
    assert "\nas-of: 2025-05-20\n" in page.read_text()
    page.write_text(page.read_text().replace("as-of: 2025-05-20", "as-of: 2025-06-01"))
    done = run("build", pack)
    assert done.exit_code == 0 and "was asked for" not in done.output
    assert '"as of": "2025-06-01"' in (pack / "out" / "brief.json").read_text()
    later = run("build", pack, "--as-of", "2025-07-01")
    assert "as of: was set by hand and stays as it is, '2025-06-01' there; '2025-07-01' was asked for" in later.output
    assert '"as of": "2025-06-01"' in (pack / "out" / "brief.json").read_text()


@pytest.mark.parametrize(
    ("page", "setting"),
    [
        ("deck", 'course: "\\u0001"'),
        ("deck", "language: zz'"),
        ("summary", 'language: "\\ud800"'),
        ("questions", 'language: "e\\u0000n"'),
        ("quiz", f"language: {'x' * 5000}"),
        ("quiz", "course: \uffff"),
    ],
)
def test_a_setting_that_no_file_can_hold_is_named(page, setting, pack):
    path = pack / "out" / "students" / f"{page}.md"
    text = path.read_text()
    fresh = text if text.startswith("---\n") else f"---\n---\n{text}"
    path.write_text(fresh.replace("---\n", f"---\n{setting}\n", 1))
    done = run("build", pack)

    assert done.exit_code == 2 and f"{page}.md:" in done.output and setting.partition(":")[0] in done.output
    assert f"\n{setting}\n" in path.read_text()


def test_signs_of_direction_in_pages_are_borne(pack):
    for page in PAGES:
        path = pack / "out" / "students" / f"{page}.md"
        text = re.sub(r"(?m)^(### |- (?!\*\*))", "\\1\u200f\u202e \u061c", path.read_text(), count=3)
        assert text.count("\u202e") == 3
        path.write_text(text)

    done = run("build", pack)

    assert done.exit_code == 0, done.output
    assert all((pack / "out" / "students" / f"{page}.md").read_text().count("\u202e") == 3 for page in PAGES)


@pytest.fixture
def large(pack):
    """A build of one audience in large print, with handouts of two kinds."""
    one = (pack, "--audience", "students")
    assert run("build", *one, "--large-print", "--handout", "3,6").exit_code == 0
    out = pack / "out"
    assert (out / "students/large-print/key.pdf").is_file() and (out / "students/handout-6.pdf").is_file()
    return one, out


def test_what_a_build_makes_no_more_is_taken_away_and_named(large):
    one, out = large
    last = contents(out)

    done = run("build", *one)

    assert done.exit_code == 0, done.output
    assert not (out / "students/large-print").exists()
    assert set(last) - set(contents(out)) == {
        name for name in last if "large-print" in name or name == "students/handout-6.pdf"
    }
    assert "students/handout-6.pdf: is not made any more, nobody had changed it, and it was removed" in done.output
    assert "students/large-print" in done.output and "that nobody had changed, were removed" in done.output
    assert not [name for name in json.loads((out / "report.json").read_text())["files"] if "large-print" in name]
    assert "removed" not in run("build", *one).output


def test_what_a_person_changed_or_added_there_is_never_taken_away(large):
    one, out = large
    mine, added = out / "students/large-print/key.pdf", out / "students/large-print/mine.txt"
    mine.write_bytes(b"my own key")
    added.write_text("my own notes")

    for _ in range(2):
        done = run("build", *one)
        assert done.exit_code == 0, done.output
        kept = "students/large-print/key.pdf: was changed by hand and is kept, though this build does not make it"
        assert kept in done.output
        assert mine.read_bytes() == b"my own key" and added.read_text() == "my own notes"
    assert sorted(path.name for path in mine.parent.iterdir()) == ["key.pdf", "mine.txt"]


def test_an_audience_that_was_not_asked_for_stays_and_is_said_to_be_older(pack):
    last = contents(pack / "out/students")

    done = run("build", pack, "--audience", "policy")

    assert done.exit_code == 0, done.output
    assert contents(pack / "out/students") == last
    assert "students: " in done.output and "build with --audience students too" in done.output


@pytest.mark.parametrize(
    "name", ["../mine.txt", "students/../../mine.txt", "{pack}/mine.txt", "students/link/mine.txt"]
)
def test_a_report_cannot_have_anything_outside_taken_away(name, pack):
    import hashlib

    run("build", pack, "--audience", "students")
    out, mine = pack / "out", pack / "mine.txt"
    mine.write_text("mine")
    (out / "students/link").symlink_to(pack)
    report = json.loads((out / "report.json").read_text())
    report["files"][name.format(pack=pack)] = {"sha256": hashlib.sha256(b"mine").hexdigest()}
    (out / "report.json").write_text(json.dumps(report))

    done = run("build", pack, "--audience", "students")

    assert done.exit_code == 0, done.output
    assert mine.read_text() == "mine"
