"""Every script on a page: what goes in is drawn and comes out again, or is refused by name; nothing is scrambled."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack.errors import WriteError
from briefpack.layout import bidi, fit, metrics, shaping
from briefpack.layout.marks import Paragraph, Run
from briefpack.model import Block, Line, Summary
from briefpack.pack.drawable import drawable
from briefpack.writers import pdf
from page_samples import LOOKS, STUDENTS
from pdf_tree import paragraphs, tree
from test_pdf import one_box, page_checker

SENTENCES = {
    "vi": "Hà Nội và Thành phố Hồ Chí Minh đặc biệt quan tâm.",
    "tr": "İstanbul’da ılık ğ harfi, şöyle böyle.",
    "pl": "Zażółć gęślą jaźń, Łódź.",
    "ru": "Съешь ещё этих мягких французских булок.",
    "uk": "Щастя, їжак, ґанок, Євген — об’єкт.",
    "sr": "Љубазни фењерџија чађавог лица; Ђорђе и Ћирилица.",
    "kk": "Қазақстан, Өскемен, Ұлытау, ғылым, іс, һәм.",
    "el": "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία. Ἐν ἀρχῇ ἦν ὁ λόγος·",
    "zh": "这是一个测试，没有空格的长句子应该在任何汉字之间换行。",
    "ja": "日本語の文章は、どこでも改行できます。",
    "ko": "한국어 텍스트도 있습니다.",
    "hi": "नमस्ते दुनिया, क्षितिज पर ध्यान दें।",
    "hy": "Բոլոր մարդիկ ծնվում են ազատ։",
    "ka": "ყველა ადამიანი იბადება თავისუფალი.",
    "am": "ሰላም ለዓለም።",
    "en": "“Quoted” – 5 °C ≥ 3 ≤ 4 ≈ ± × ′ ″ → ⇒ ½ ⅓ x² H₂O € ₽ ₴ ₺ ₹ § ¶ † ‡ • … ‰ № ™ ∈ ∑ √ ∞ ■ ▲ ★ ✓ Ⅳ.",
}
LETTERS = """
A1-AC AE-17F 180-24F 1E00-1E9B 1EA0-1EF9
386-386 388-3CE 1F00-1F15 1F20-1F45 1FD6-1FDB
400-482 48A-513
2010-2027 2030-2055 20A0-20BF 2190-2199 2260-2261 2264-2265
"""
"""Latin, Greek, Cyrillic; punctuation, currencies, arrows, comparisons."""
CHARACTERS = [
    chr(c) for span in LETTERS.split() for a, b in [span.split("-")] for c in range(int(a, 16), int(b, 16) + 1)
]


def copied(data: bytes) -> str:
    """The words as pdftotext has them."""
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace("\f", " ").split())


def told(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_read_as_it_was_written(language: str) -> None:
    text = SENTENCES[language]
    sheets = one_box(text, w=600)

    data = pdf.write(sheets, LOOKS, look="classroom")

    assert paragraphs(tree(data)) == [text]
    assert told(copied(data)) == told(text)
    assert page_checker.is_pdf_compliant_bytes(data, profile="2a")


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=40))
def test_letters_and_signs_of_latin_greek_and_cyrillic_come_out_as_they_went_in(text: str) -> None:
    text = "".join(one for one in text if unicodedata.category(one) not in ("Cn", "Cf", "Zs", "Zl", "Zp", "Mn"))

    data = pdf.write(one_box(f"a {text} z", w=2000), LOOKS, look="briefing")

    assert pdf.lacking(text) == ""
    assert paragraphs(tree(data)) == [f"a {text} z"]


def test_nothing_is_missing_without_the_extras(bare: None) -> None:
    own = "vi tr pl ru uk sr kk el en".split()

    assert {language: pdf.lacking(SENTENCES[language]) for language in own} == dict.fromkeys(own, "")


@pytest.mark.parametrize("text", ["Noa מזרחי spoke.", "She said “مرحبا” in 2024.", "(王毅) Wang Yi", "सीता and Ram"])
def test_a_mixed_line_is_refused_whole_where_its_font_is_missing(bare: None, text: str) -> None:
    with pytest.raises(WriteError, match=r"U\+.*pip install (manimgx|fontpkg)-"):
        pdf.write(one_box(text), LOOKS, look="classroom")


@pytest.mark.parametrize("text", ["สวัสดี", "\ue000", "𓀀", "a\u0378"])
def test_what_no_font_of_the_list_draws_is_always_refused(text: str) -> None:
    assert pdf.lacking(text)


RIGHT_TO_LEFT = [
    ("he", "שלום עולם, אמר נועם"),
    ("ar", "هذا نص عربي قصير"),
    ("fa", "پاکستان و چین"),
]


@pytest.mark.parametrize(("language", "text"), RIGHT_TO_LEFT)
def test_text_that_runs_to_the_left_is_drawn_so_and_told_in_its_own_order(language: str, text: str) -> None:
    data = pdf.write(one_box(text, w=400), LOOKS, look="classroom")

    node = next(node for node in tree(data).all() if node.actual)
    assert node.actual == text
    drawn = re.sub(r"[\u200c\u200d]", "", "".join(kid for kid in node.kids if isinstance(kid, str)))
    assert drawn[::-1].replace(" ", "") == text.replace(" ", "")


def test_letters_that_join_are_drawn_joined() -> None:
    alone = {glyph.number for one in "بيت" for s in shaping.shaped(one, "Lato", False, False) for glyph in s.glyphs}
    word = [glyph.number for s in shaping.shaped("بيت", "Lato", False, False) for glyph in s.glyphs]

    assert len(set(word) - alone) >= 2 and len(word) == 3


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("abc אבג def", "abc גבא def"),
        ("אבג 123 דהו", "והד 123 גבא"),
        ("אבג (def) זח", "חז (def) גבא"),
        ("He said (אבג דה) 12 %", "He said (הד גבא) 12 %"),
        ("שנת 2024: abc", "abc :2024 תנש"),
        ("سنة ١٢,٥ abc", "abc ١٢,٥ ةنس"),
    ],
)
def test_stretches_stand_as_the_unicode_algorithm_has_them(text: str, seen: str) -> None:
    mirrored = {"(": ")", ")": "("}
    levels = bidi.levels(text, bidi.base(text))

    shown = [mirrored.get(text[at], text[at]) if levels[at] % 2 else text[at] for at in bidi.visual(levels)]
    assert "".join(shown) == seen


@settings(max_examples=200, deadline=None)
@given(st.text("abc 12.,()%-אבגدسم٣\u05b0", max_size=24))
def test_every_character_has_one_place_and_plain_text_stays_as_it_is(text: str) -> None:
    levels = bidi.levels(text, bidi.base(text))

    assert sorted(bidi.visual(levels)) == list(range(len(text)))
    if not bidi.mixed(text):
        assert bidi.visual(levels) == list(range(len(text)))


@settings(max_examples=60, deadline=None)
@given(st.text("中文测试王毅日本語カタ、。，（）「」！abc 12", min_size=1, max_size=60), st.integers(40, 160))
def test_no_line_begins_or_ends_with_a_sign_that_may_not(text: str, width: int) -> None:
    families = fit.Families.of_page(LOOKS["classroom"])
    lines = fit.wrap((Paragraph((Run(text),)),), width, 11, families)
    words = ["".join(run.text for run in line.runs) for line in lines]

    for before, after in pairwise(words):
        broken_inside = metrics.width(before + after[:1], families["body"], 11) > width * 0.9
        assert not (after[:1] in "、。，）」！" and not broken_inside)
    assert "".join("".join(words).split()) == "".join(text.split())


def test_han_characters_are_drawn_as_the_language_has_them() -> None:
    faces = [next(iter(shaping.shaped("骨", "Lato", False, False, False, tongue))).face for tongue in ("zh", "ja")]

    assert faces[0].index != faces[1].index


def test_what_is_measured_is_what_is_drawn() -> None:
    for text in (*SENTENCES.values(), *(text for _, text in RIGHT_TO_LEFT)):
        drawn = sum(glyph.advance for s in shaping.shaped(text, "Lato", False, False) for glyph in s.glyphs)
        assert abs(metrics.width(text, "Lato", 1000) - drawn) <= 0.5 * len(text)


@pytest.mark.parametrize("text", ["\u200f", "\u202e\u202c", "\u2066\u061c\u200e", "א \u200f", "a \u200fb\u202e c"])
def test_signs_of_direction_that_a_person_pastes_are_borne(text: str) -> None:
    assert pdf.write(one_box(text, w=400), LOOKS, look="classroom").startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("word", "script"),
    [("ตลาด", "Thai"), ("ຕະຫຼາດ", "Lao"), ("ភ្នំពេញ", "Khmer"), ("ရန်ကုန်", "Burmese"), ("𒀀𒀁", "Cuneiform")],
)
def test_what_no_font_draws_is_called_by_its_script_with_what_to_do(word: str, script: str) -> None:
    kept, (notice,) = drawable(changed_line(f"The market of {word} is closed."))

    assert f"({script})" in notice.what
    assert "the Word files have them" in notice.do and "in Latin letters" in notice.do
    assert word not in " ".join(line.text for block in kept.blocks for line in block.lines)


def changed_line(text: str) -> Summary:
    return replace(STUDENTS, blocks=(*STUDENTS.blocks, Block("facts", "Also", (Line(text),))))
