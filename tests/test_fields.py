"""Documents of other fields build alone and together: no overflow, one page, nothing that is not an article."""

import json

import pytest

from workshop import ALL_FIELDS, contents, deck_text, page_count, pdf_text, put, run

FURNITURE = (
    "cookie",
    "Sign up",
    "Subscribe",
    "Most read",
    "Copyright",
    "©",
    "Log in",
    "Share on",
    "Related articles",
    "Skip to",
    "Mentions légales",
    "Advertisement",
)
MIXED = {
    "all of them": ALL_FIELDS,
    "health": ("vaccination-communique.html", "dairy-study.pdf"),
    "law": ("court-news.html", "courts-brief.md", "phones-editorial.html"),
    "trade": ("trade-wire.txt", "steel-opinion.txt"),
    "climate": ("drought-report.docx", "ocean-explainer.md", "stromnetz.txt"),
}


def build(folder, *names):
    result = run("build", *put(folder, *names), "--out", folder / "out")
    assert result.exit_code == 0, result.output
    return folder / "out", result


def sound(out):
    """What must hold of any build."""
    for audience in ("students", "policy"):
        folder = out / audience
        deck = deck_text((folder / "deck.pptx").read_bytes())
        assert page_count((folder / "summary.pdf").read_bytes()) == 1
        pages = "".join(pdf_text(path.read_bytes()) for path in folder.glob("*.pdf"))
        assert not [word for word in FURNITURE if word in deck + pages]
        assert "None" not in deck and "{{" not in deck + pages
    report = json.loads((out / "report.json").read_text())
    assert not [notice for notice in report["notices"] if notice["hard"]]
    assert run("check", out).exit_code == 0


@pytest.mark.parametrize("name", ALL_FIELDS)
def test_each_document_builds_alone(name, tmp_path):
    out, _ = build(tmp_path, name)

    sound(out)


@pytest.mark.parametrize("names", MIXED.values(), ids=MIXED)
def test_documents_build_together(names, tmp_path):
    out, _ = build(tmp_path, *names)

    sound(out)
    assert len(json.loads((out / "brief.json").read_text())["sources"]) == len(names)


def test_both_columns_of_a_pdf_are_read_in_order(tmp_path):
    out, _ = build(tmp_path, "dairy-study.pdf")
    source = json.loads((out / "brief.json").read_text())["sources"][0]
    text = " ".join(p["text"] for p in source["passages"])

    places = [
        text.index(words)
        for words in (
            "Antibiotics are often given",
            "Herds were assigned by lot",
            "In the selective group 34 per cent",
            "In conclusion",
        )
    ]
    assert places == sorted(places)
    assert "Journal of Herd Health" not in text


def test_every_file_of_a_build_is_the_same_twice(tmp_path):
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        build(tmp_path / name, *MIXED["law"])

    assert contents(tmp_path / "first" / "out") == contents(tmp_path / "second" / "out")
