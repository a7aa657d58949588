"""Every statement of every product leads back to a passage, and says what the passage says."""

import json
import re

import pytest

from briefpack.text.plain import plain
from workshop import EXAMPLE, deck_text, pdf_text, run


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("traced") / "out"
    assert run("build", EXAMPLE, "--out", folder).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def brief(out):
    return json.loads((out / "brief.json").read_text())


@pytest.fixture(scope="module")
def passages(brief):
    return {p["ref"]: plain(p["text"]) for source in brief["sources"] for p in source["passages"]}


def test_every_reference_of_the_brief_resolves(brief, passages):
    kinds = ("points", "events", "people", "organisations", "quotes", "figures", "terms")
    refs = [ref for kind in kinds for item in brief[kind] for ref in item["refs"]]
    refs += [ref for tension in brief["tensions"] for side in tension["sides"] for ref in side["refs"]]

    assert refs and not [ref for ref in refs if ref not in passages]


def test_quotations_are_verbatim(brief, passages):
    for quote in brief["quotes"]:
        assert plain(quote["text"]).strip(" \"',.") in " ".join(passages[ref] for ref in quote["refs"])


def test_numbers_stand_in_the_cited_passages(brief, passages):
    for kind in ("points", "events", "figures"):
        for item in brief[kind]:
            cited = " ".join(passages[ref] for ref in item["refs"])
            assert not [n for n in re.findall(r"\d[\d,.]*\d|\d", plain(item["text"])) if n not in cited]


@pytest.mark.parametrize("audience", ["students", "policy"])
def test_every_statement_line_of_a_page_has_a_reference(out, audience):
    """Lines of the argued slides and of the summary; prompts to the class have none."""
    from briefpack import page

    argued = {"claim", "bottomline", "timeline", "people", "number", "quote", "terms", "close", "points", "matrix"}
    text = page.parse((out / audience / "deck.md").read_text())
    lines = [
        entry
        for section in text.sections
        if section.kind in argued
        for group in section.groups
        if group.kind not in ("ask", "starter")
        for entry in (*group.entries, *(child for e in group.entries for child in e.children))
        if not entry.children
    ]

    assert lines and not [entry.text for entry in lines if not entry.refs]


@pytest.mark.parametrize("audience", ["students", "policy"])
def test_every_printed_reference_leads_to_a_paragraph(out, brief, audience):
    last = [max(int(p["ref"].split()[-1].split(".")[0]) for p in s["passages"]) for s in brief["sources"]]
    folder = out / audience
    text = deck_text((folder / "deck.pptx").read_bytes())
    text += "".join(pdf_text((folder / name).read_bytes()) for name in ("summary.pdf", "questions.pdf", "key.pdf"))
    pointers = re.findall(r"(\d+)[\u00a0 ]¶(\d+)", text)

    assert len(pointers) > 20
    assert not [(n, p) for n, p in pointers if int(p) > last[int(n) - 1]]


def test_every_reference_has_an_anchor_in_the_sources_page(out, passages):
    html = (out / "sources.html").read_text()

    assert not [ref for ref in passages if f'id="{ref.replace(" ", "-")}"' not in html]
