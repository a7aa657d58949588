"""index.html, sources.html and the archives: what they hold, what they keep back, and how they open in a browser."""

import html.parser
import json
import os
import re
import shutil
import subprocess
import unicodedata
import zipfile
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.model import Ref
from briefpack.pack import offers, shipped, zipped
from briefpack.writers.html import markup, style
from workshop import EXAMPLE, contents, put, run

BROWSER = Path(__file__).parent / "browser"
NASTY = "\"><script>alert(1)</script><img src=x onerror=alert(1)> & 'co'"
SLUG = "china-and-russia"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("sent") / "out"
    result = run("build", EXAMPLE, "--out", out, "--zip")
    assert result.exit_code == 0, result.output
    return out, result


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A pack whose every name tries to break out of the page."""
    home = tmp_path_factory.mktemp("hostile")
    (home / "a'b\"c&d.txt").write_text(f"A headline {NASTY}\n\n" + "The mayor said that the bridge must close. " * 9)
    put(home, "steel-opinion.txt")
    (home / "pack.yaml").write_text(
        f"title: {json.dumps(NASTY)}\nquestion: {json.dumps('Why? ' + NASTY)}\naudiences: [students]\nteacher: {json.dumps(NASTY)}\n"
        f"sources:\n- {{file: {json.dumps(chr(97) + chr(39) + 'b' + chr(34) + 'c&d.txt')}, publisher: {json.dumps(NASTY)}, url: 'https://example.org/\"onclick=x'}}\n"
        f"- file: steel-opinion.txt\n"
    )
    result = run("build", home, "--zip", "--large-print", "--handout", "3,guided")
    assert result.exit_code in (0, 1), result.output
    return home / "out"


class Tags(html.parser.HTMLParser):
    """Every element of a page, and its attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def text_of(page):
    return re.sub(r"<[^>]+>", "", page.read_text("utf-8") if isinstance(page, Path) else page)


def names_in(archive):
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        return opened.namelist()


def test_every_build_writes_an_index_that_links_every_file_and_nothing_else(built):
    out, _ = built
    links = {a["href"].partition("#")[0] for tag, a in Tags((out / "index.html").read_text()).found if tag == "a"}
    made = {name for name in contents(out) if not name.endswith(".zip") and name not in ("report.json", "index.html")}
    compared = {name for name in made if name.startswith(".briefpack/")}

    assert made - compared == {link for link in links if link and ":" not in link}
    decks = {name for name in compared if re.fullmatch(r"\.briefpack/deck-[0-9a-f]{16}\.json", name)}
    pages = {name.replace("/", "-").removesuffix(".md") for name in made if name.endswith(".md")}
    assert len(decks) == 2 and compared - decks == {f".briefpack/{page}.json" for page in pages}


def test_the_index_shows_the_products_the_brief_and_the_sources(built):
    out, _ = built
    text = text_of(out / "index.html")

    asked = json.loads((out / "students" / "questions.json").read_text())["questions"][0]["prompt"]
    for said in ("Do China and Russia stand together", "Reverse Kissinger", asked[:40], "Key points", "¶"):
        assert said in text
    brief = json.loads((out / "brief.json").read_text())
    assert all(passage["text"] in markup_free(out / "index.html") for passage in brief["sources"][0]["passages"][:5])


def markup_free(path):
    import html

    return html.unescape(text_of(path))


def test_no_answer_stands_in_the_index(built):
    out, _ = built
    answers = [
        line["text"]
        for q in json.loads((out / "students" / "questions.json").read_text())["questions"]
        for line in q["look_fors"]
    ]
    text = markup_free(out / "index.html")

    assert len(answers) > 20 and not [answer for answer in answers if answer in text]


def test_a_quiz_stands_on_the_page_with_its_choices_and_without_its_key(built):
    page = (built[0] / "index.html").read_text()
    quiz = page.split("<h3>Quiz</h3>")[1].split("</details>")[0]

    assert re.search(r"<ol>\s*<li>.*\?\s*<ul class=\"plain\">\s*<li><b>A</b> ", quiz)
    assert not re.search("right answer is|Do not hand out", quiz)


def test_every_reference_leads_to_a_passage_on_the_page(built):
    out, _ = built
    for name in ("index.html", "sources.html"):
        found = Tags((out / name).read_text()).found
        ids = [a["id"] for _, a in found if "id" in a]

        assert len(ids) == len(set(ids))
        assert {a["href"][1:] for tag, a in found if tag == "a" and a["href"].startswith("#")} <= set(ids)


def test_the_whole_pack_and_what_is_handed_out(built):
    out, result = built
    everything = names_in(out / f"{SLUG}.zip")
    handed = names_in(out / f"{SLUG}-students.zip")

    assert {
        f"{SLUG}/{name}" for name in ("index.html", "brief.md", "sources.html", "students/deck.pptx", "policy/key.pdf")
    } <= set(everything)
    parts = [Path(name).relative_to(f"{SLUG}-students").as_posix() for name in handed]
    assert {"index.html", "sources.html", "students/handout.pdf", "students/questions.pdf", "students/quiz.pdf"} <= set(
        parts
    )
    assert not [name for name in parts if re.search(r"key|notes\.|\.md|\.json|\.pptx|\.docx|policy", name)]
    assert f"{SLUG}.zip: holds answers" in result.output and f"{SLUG}-students.zip" in result.output


def test_every_link_out_of_a_page_that_is_sent_leads_to_a_source_in_the_archive(hostile, tmp_path):
    (archive,) = hostile.glob("*-students.zip")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path)
    ids = {a["id"] for _, a in Tags((tmp_path / archive.stem / "sources.html").read_text()).found if "id" in a}
    led = 0
    for page in tmp_path.rglob("*.pdf"):
        for link in links_of(page):
            place, _, anchor = link.partition("#")
            assert (page.parent / place).resolve() == tmp_path / archive.stem / "sources.html", (page.name, link)
            assert anchor in ids, (page.name, link)
            led += 1
    assert led > 10


def links_of(pdf):
    """Relative addresses that a PDF leads to."""
    with pikepdf.open(pdf) as opened:
        notes = [note for page in opened.pages for note in page.get("/Annots", []) if "/A" in note]
        found = [str(note.A["/URI"] if "/URI" in note.A else note.A.get("/F", "")) for note in notes]
    return [link for link in found if link and not re.match("https?://", link)]


def test_archives_keep_state_machine_and_folders_to_themselves(built):
    out, _ = built
    for archive in out.glob("*.zip"):
        names = names_in(archive)
        assert {name.split("/")[0] for name in names} == {archive.stem}
        assert not [name for name in names if name.startswith("/") or ".." in name or ".briefpack" in name]
        with zipfile.ZipFile(archive) as opened:
            assert not [name for name in names if str(out).encode() in opened.read(name)]


def test_archives_open_with_unzip(built, needs):
    needs("unzip")
    out, _ = built

    for archive in out.glob("*.zip"):
        subprocess.run(["unzip", "-tqq", archive], check=True)


def test_a_file_that_a_person_changed_is_the_one_that_is_sent(built, tmp_path):
    out = shutil.copytree(built[0], tmp_path / "out")
    page, deck = out / "students" / "summary.md", out / "students" / "deck.pptx"
    page.write_text(page.read_text().replace("## In short", "## In two words"))
    deck.write_bytes(deck.read_bytes() + b"mine")
    run("build", EXAMPLE, "--out", out, "--zip", "--audience", "students")

    with zipfile.ZipFile(out / f"{SLUG}.zip") as opened:
        assert opened.read(f"{SLUG}/students/summary.md") == page.read_bytes()
        assert opened.read(f"{SLUG}/students/deck.pptx") == deck.read_bytes()
        assert not [name for name in opened.namelist() if ".new" in name]
        assert b"In two words" in opened.read(f"{SLUG}/index.html")


def test_an_archive_goes_when_it_is_not_asked_for_any_more(hostile, tmp_path):
    out = shutil.copytree(hostile, tmp_path / "out")
    assert list(out.glob("*.zip"))
    run("build", hostile.parent, "--out", out)

    assert not list(out.glob("*.zip"))


def test_nothing_gets_out_of_its_place(hostile):
    for page in (hostile / "index.html", hostile / "sources.html"):
        found = Tags(page.read_text()).found

        assert not [tag for tag, _ in found if tag in {"script", "img", "iframe", "object", "form", "link", "base"}]
        assert not [name for _, attributes in found for name in attributes if name.startswith("on") or name == "style"]
        assert not [
            a for tag, a in found if tag == "a" and re.match(r"(?i)\s*(javascript|data|file|vbscript):", a["href"])
        ]
        assert "alert(1)" in text_of(page)


def test_the_policy_lets_only_our_own_style_in(built):
    page = (built[0] / "index.html").read_text()

    assert "default-src 'none'; style-src 'sha256-" in page and "unsafe" not in page


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JAVAscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil",
        "http:",
        "https://[",
        None,
        "",
    ],
)
def test_only_an_address_on_the_web_is_a_link(url):
    assert markup.web_address(url) == ""


def test_an_address_on_the_web_keeps_its_marks_inside():
    assert markup.web_address('https://x.org/?a="b"&c') == '"https://x.org/?a=&quot;b&quot;&amp;c"'


@given(st.text(max_size=90))
def test_the_name_of_an_archive_is_safe_anywhere(title):
    name = zipped.name(title)

    assert name and not re.search(r'[\x00-\x1f/\\:*?"<>|. ]', name) and len(name) <= 66
    assert not re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", name)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tides and nets: how high?", "tides-and-nets"),
        ("Wer zahlt fürs Netz?", "wer-zahlt-fürs-netz"),
        ("Что дальше", "что-дальше"),
        ("The court’s view", "the-courts-view"),
        ("CON", "con-pack"),
        ("COM¹", "com¹-pack"),
        ("हिन्दी की किताब", "हिन्दी-की-किताब"),
        ("../../x", "x"),
        ("???", "pack"),
    ],
)
def test_an_archive_is_named_after_the_pack(title, name):
    assert zipped.name(title) == unicodedata.normalize("NFC", name)


def test_a_paragraph_runs_the_way_of_its_own_script(tmp_path):
    (tmp_path / "he.txt").write_text("הגשר ייסגר\n\n" + "ראש העיר אמרה ביום שני כי הגשר הישן ייסגר בחודש ינואר. " * 3)
    run("build", tmp_path / "he.txt", "--title", "A bridge", "--out", tmp_path / "out")
    paragraph = re.search(r"<p class=.paragraph.*?</p>", (tmp_path / "out" / "sources.html").read_text())[0]

    assert 'dir="auto"><span class="number"><span dir="ltr">' in paragraph  # the number has no say in the direction


def test_every_file_of_a_build_has_a_title_and_a_place(built):
    unknown = [
        name
        for name in contents(built[0])
        if Path(name).suffix in (".pdf", ".docx", ".pptx") and Path(name).stem not in offers.TITLES
    ]

    assert not unknown, f"give them a title in pack/offers.py, and say there whether they may be handed out: {unknown}"


@pytest.mark.parametrize(
    "name",
    [
        "students/key.pdf",
        "students/key.docx",
        "students/something-new.pdf",
        "policy/questions.json",
        "students/deck.pptx",
    ],
)
def test_what_gives_answers_away_or_is_unknown_is_never_handed_out(name):
    assert offers.offer(name).role != "hand out"


@pytest.mark.parametrize("look", ["classroom", "briefing"])
def test_a_look_can_be_read_in_the_dark(look):
    from briefpack.model.colour import contrast

    night = style._night(shipped.look(look))
    for text in ("ink", "muted", "accent", "accent2"):
        for ground in ("page", "tint", "panel"):
            assert contrast(night[text], night[ground]) >= 4.5, (text, ground)
    assert contrast(night["ink"], night["found"]) >= 4.5


def test_files_of_one_title_share_a_line(built):
    page = (built[0] / "index.html").read_text()
    line = re.search(r"<li><a href=.students/summary.pdf.*?</li>", page)[0]

    assert "students/summary.docx" in line and line.count("One-page summary") == 2


@pytest.mark.parametrize(
    ("name", "title", "edition"),
    [
        ("students/handout-6.pdf", "Handout of the slides, 6 to a page", ""),
        ("students/large-print/key.pdf", "Answer key", "large print"),
        ("students/teaching/role-cards.pdf", "Role cards", ""),
        ("students/deck.md", "deck.md", ""),
    ],
)
def test_a_file_is_called_by_its_title(name, title, edition):
    offer = offers.offer(name)

    assert (offer.title, offer.edition, offer.audience) == (title, edition, "students")


def test_sentences_of_one_paragraph_share_a_link():
    from briefpack.compose import cited
    from briefpack.model import Brief, Passage, Source

    passages = tuple(Passage(Ref("met", *place), "x") for place in ((1, 1), (1, 2), (4, 2)))
    sources = cited.sources(Brief("t", "q", (Source("met", "f", "0", passages),)), ())
    links = re.findall(r'href="(#[^"]+)"', markup.pointer([p.ref for p in passages], sources))

    assert links == ["#met-1", "#met-4.2"]


@pytest.fixture(scope="module")
def seen(built, hostile, tmp_path_factory):
    """What Chromium and axe saw of the pages, by name."""
    chromium, node = shutil.which("chromium"), shutil.which("node")
    if not (chromium and node and (BROWSER / "node_modules").is_dir()):
        pytest.skip("not installed: chromium, node and 'npm ci' in tests/browser (see .ci/run)")
    out, _ = built
    bad = tmp_path_factory.mktemp("bad") / "bad.html"
    bad.write_text("<html><nav></nav><main><img src='data:,'><h4>x</h4></main></html>")
    index, handed = out / "index.html", tmp_path_factory.mktemp("handed")
    for audience in ("students", "policy"):
        with zipfile.ZipFile(out / f"{SLUG}-{audience}.zip") as opened:
            opened.extractall(handed)
    views = {
        "phone": {"page": handed / f"{SLUG}-students" / "index.html", "wide": 320, "open": True},
        "night": {"page": handed / f"{SLUG}-policy" / "index.html", "wide": 1280, "dark": True, "open": True},
        "zoomed": {"page": out / "sources.html", "wide": 640},
        "hostile": {"page": hostile / "index.html", "wide": 320, "dark": True, "open": True},
        "bad": {"page": bad, "wide": 320},
        "target": {"page": index, "wide": 1280, "at": "post-5.2", "still": True},
        "keys": {"page": index, "wide": 1280, "keys": True},
    }
    asked = json.dumps([{**view, "page": str(view["page"])} for view in views.values()])
    done = subprocess.run(
        [node, BROWSER / "look.mjs", asked],
        env={**os.environ, "CHROMIUM": chromium},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return dict(zip(views, json.loads(done.stdout), strict=True))


PAGES = ("phone", "night", "zoomed", "hostile")


@pytest.mark.parametrize("view", PAGES)
def test_axe_finds_nothing(seen, view):
    assert seen[view]["faults"] == []


def test_axe_would_find_something(seen):
    assert any("image-alt" in fault for fault in seen["bad"]["faults"])


@pytest.mark.parametrize(("view", "wide"), [("phone", 320), ("hostile", 320), ("zoomed", 640), ("night", 1280)])
def test_nothing_scrolls_sideways(seen, view, wide):
    assert seen[view]["wide"] <= wide


@pytest.mark.parametrize("view", PAGES)
def test_headings_go_down_one_step_at_a_time(seen, view):
    levels = seen[view]["headings"]

    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("view", PAGES)
def test_a_page_loads_nothing_and_runs_nothing(seen, view):
    assert [url for url in seen[view]["asked"] if not url.endswith(".html")] == []
    assert len(seen[view]["asked"]) == 1 and seen[view]["said"] == []


def test_a_reference_shows_its_passage_in_the_middle_of_the_window(seen):
    target = seen["target"]["target"]

    assert 60 < target["top"] < 400 and target["ground"] not in ("rgba(0, 0, 0, 0)", "transparent")
    assert seen["target"]["motion"] == "auto" and seen["keys"]["motion"] == "smooth"


def test_the_keyboard_starts_at_the_skip_link_and_goes_down_the_page(seen):
    tabs = seen["keys"]["tabs"]

    assert tabs[0]["text"] == "Skip to the content" and all(tab["seen"] for tab in tabs)
    assert tabs[-1]["text"] == "Handout of the slides"


def test_paper_has_no_menu(seen):
    assert seen["phone"]["printed"] == "none"
