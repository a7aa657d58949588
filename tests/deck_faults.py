"""Faults to plant in a clean deck, each with the rule of check that must find it and the slide where."""

from __future__ import annotations

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

from plain_decks import CARDS, CHART, GREY, PICTURE, TABLE, TEXT, box, card, described, line, picture, rezipped

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MUCH = "The county owns four old boats and wants to sell two of them before winter comes. " * 12
FAULTS = {}
ZIPPED = {}


def fault(rule, slide=0):
    """Register a change to the open deck; the slide is counted from 0."""

    def keep(spoil):
        FAULTS[spoil.__name__] = (rule, slide + 1, spoil)
        return spoil

    return keep


def speak(shape, language="en-GB"):
    for run in shape._element.xpath(".//a:r"):
        run.get_or_add_rPr().set("lang", language)
    return shape


def added(deck, place, words, *where, **more):
    return speak(box(deck.slides[place], words, *where, **more))


def first_run(deck, place):
    return deck.slides[place].placeholders[1].text_frame.paragraphs[0].runs[0]


@fault("title-missing", TEXT)
def an_empty_title(deck):
    deck.slides[TEXT].shapes.title.text_frame.clear()


@fault("title-missing", TEXT)
def no_title_at_all(deck):
    title = deck.slides[TEXT].shapes.title._element
    title.getparent().remove(title)


@fault("title-repeated", TABLE)
def one_title_on_two_slides(deck):
    for place in (TEXT, TABLE):
        run = deck.slides[place].shapes.title.text_frame.paragraphs[0].runs[0]
        run.text, run.font.size = "Seven lines cross the sound", Pt(30)


@fault("title-long", TEXT)
def a_title_of_many_lines(deck):
    run = deck.slides[TEXT].shapes.title.text_frame.paragraphs[0].runs[0]
    run.text, run.font.size = "Seven lines cross the sound and four of them are old " * 3, Pt(24)


@fault("overflow", TEXT)
def a_body_that_inherits_its_size(deck):
    first_run(deck, TEXT).text = MUCH


@fault("overflow", PICTURE)
def a_box_that_is_too_low(deck):
    added(deck, PICTURE, "Two quays replaced five of the old ones in the harbour", 340, 250, 120, 20)


@fault("overflow", TEXT)
def wide_insets(deck):
    frame = deck.slides[TEXT].placeholders[1].text_frame
    frame.margin_top = Pt(330)


@fault("overflow", TEXT)
def lines_far_apart(deck):
    for paragraph in deck.slides[TEXT].placeholders[1].text_frame.paragraphs:
        paragraph.line_spacing = 6.0


@fault("overflow", CARDS)
def a_card_with_too_many_words(deck):
    deck.slides[CARDS].shapes[1].text_frame.paragraphs[0].runs[0].text = MUCH


@fault("overflow-wide", PICTURE)
def a_word_wider_than_its_box(deck):
    added(deck, PICTURE, "Hafenbehördenverwaltungsgebäude", 340, 250, 120, 60)


@fault("overflow-wide", PICTURE)
def text_that_does_not_wrap(deck):
    added(deck, PICTURE, "Two quays replaced five in the harbour", 340, 250, 120).text_frame.word_wrap = False


@fault("overflow-grows", PICTURE)
def a_box_that_grows(deck):
    frame = added(deck, PICTURE, "Two quays replaced five of the old ones here", 340, 250, 120, 30).text_frame
    frame.auto_size = MSO_AUTO_SIZE.SHAPE_TO_FIT_TEXT


@fault("autofit", TEXT)
def shrunk_by_autofit(deck):
    frame = deck.slides[TEXT].placeholders[1].text_frame
    etree.SubElement(frame._txBody.bodyPr, f"{A}normAutofit").set("fontScale", "62500")


@fault("off-slide", PICTURE)
def text_over_the_edge(deck):
    added(deck, PICTURE, "Two quays", 600, 250)


@fault("off-slide", PICTURE)
def a_picture_over_the_edge(deck):
    deck.slides[PICTURE].shapes[1].left = Pt(-30)


@fault("off-slide", TABLE)
def a_table_that_grows_over_the_edge(deck):
    deck.slides[TABLE].shapes[1].table.cell(2, 0).text_frame.text = MUCH
    speak(deck.slides[TABLE].shapes[1])


@fault("overlap", PICTURE)
def two_texts_on_each_other(deck):
    added(deck, PICTURE, "One on another", 350, 155)


@fault("overlap", CARDS)
def a_card_that_covers_a_text(deck):
    card(deck.slides[CARDS], 70, 190, 100, 50)


@fault("overlap", TABLE)
def a_text_on_a_table(deck):
    added(deck, TABLE, "Look here", 70, 160)


@fault("overlap", PICTURE)
def two_pictures_on_each_other(deck):
    described(deck.slides[PICTURE].shapes.add_picture(picture(), Pt(200), Pt(250), Pt(240), Pt(180)), "A crane at dusk")


@fault("overlap-partly", CARDS)
def a_text_half_on_a_card(deck):
    added(deck, CARDS, "County and union", 200, 240, 160, 30)


@fault("line-through-text", PICTURE)
def a_line_through_a_text(deck):
    described(line(deck.slides[PICTURE], 330, 169, 560, 171), "Line")


@fault("size", TEXT)
def a_small_run(deck):
    first_run(deck, TEXT).font.size = Pt(9)


@fault("size", TABLE)
def a_small_cell(deck):
    deck.slides[TABLE].shapes[1].table.cell(1, 1).text_frame.paragraphs[0].runs[0].font.size = Pt(8)


@fault("size", CHART)
def a_small_chart(deck):
    deck.slides[CHART].shapes[1].chart.font.size = Pt(8)


@fault("size-body", TEXT)
def small_running_text(deck):
    run = first_run(deck, TEXT)
    run.text, run.font.size = "Four of the seven lines across the sound are served by boats from before the war", Pt(13)
    deck.slides[TEXT].placeholders[1].text_frame.paragraphs[1].runs[0].font.size = Pt(13)


@fault("contrast", TEXT)
def pale_text_on_the_background(deck):
    for paragraph in deck.slides[TEXT].placeholders[1].text_frame.paragraphs:
        paragraph.runs[0].font.color.rgb = GREY


@fault("contrast", CARDS)
def dark_text_on_a_dark_card(deck):
    deck.slides[CARDS].shapes[1].text_frame.paragraphs[0].runs[0].font.color.theme_color = MSO_THEME_COLOR.TEXT_1


@fault("contrast", TEXT)
def a_dark_background_of_the_slide(deck):
    fill = deck.slides[TEXT].background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0x22, 0x22, 0x22)


@fault("contrast", CARDS)
def a_colour_made_lighter(deck):
    deck.slides[CARDS].shapes[1].fill.fore_color.brightness = 0.6


@fault("contrast", PICTURE)
def a_text_on_a_dark_shape_behind_it(deck):
    shape = described(card(deck.slides[PICTURE], 330, 140, 240, 80, MSO_THEME_COLOR.TEXT_2), "A card")
    deck.slides[PICTURE].shapes._spTree.insert(2, shape._element)


@fault("contrast", TABLE)
def pale_cells(deck):
    cell = deck.slides[TABLE].shapes[1].table.cell(1, 0)
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor(0x33, 0x33, 0x33)


@fault("contrast-unknown", PICTURE)
def a_text_on_a_picture(deck):
    deck.slides[PICTURE].shapes[1].width = Pt(620)


@fault("colour-only", TEXT)
def words_in_another_colour(deck):
    run = deck.slides[TEXT].placeholders[1].text_frame.paragraphs[0].add_run()
    run.text, run.font.color.rgb = " and late", RGBColor(0xC0, 0, 0)
    speak(deck.slides[TEXT].placeholders[1])


@fault("colour-only", TABLE)
def traffic_lights_in_a_table(deck):
    for row, colour in ((1, RGBColor(0xC0, 0, 0)), (2, RGBColor(0, 0x80, 0))):
        cell = deck.slides[TABLE].shapes[1].table.cell(row, 1)
        cell.text_frame.clear()
        cell.fill.solid()
        cell.fill.fore_color.rgb = colour


@fault("colour-only", PICTURE)
def dots_of_two_colours(deck):
    for at, colour in enumerate((MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2)):
        dot = deck.slides[PICTURE].shapes.add_shape(MSO_SHAPE.OVAL, Pt(340 + 40 * at), Pt(300), Pt(20), Pt(20))
        dot.fill.solid()
        dot.fill.fore_color.theme_color = colour


@fault("alt-missing", PICTURE)
def a_picture_without_words(deck):
    described(deck.slides[PICTURE].shapes[1], "")


@fault("alt-missing", TABLE)
def a_table_without_words(deck):
    described(deck.slides[TABLE].shapes[1], "")


@fault("alt-missing", CHART)
def a_chart_without_words(deck):
    described(deck.slides[CHART].shapes[1], "")


@fault("alt-missing", PICTURE)
def a_group_without_words(deck):
    group = deck.slides[PICTURE].shapes.add_group_shape()
    group.shapes.add_shape(MSO_SHAPE.OVAL, Pt(340), Pt(300), Pt(60), Pt(60))


@fault("alt-file-name", PICTURE)
def a_picture_named_after_its_file(deck):
    described(deck.slides[PICTURE].shapes[1], "IMG_2031.jpeg")


@fault("alt-file-name", PICTURE)
def a_picture_named_by_the_program(deck):
    described(deck.slides[PICTURE].shapes[1], "Picture 3")


@fault("alt-long", PICTURE)
def a_picture_with_a_whole_story(deck):
    described(deck.slides[PICTURE].shapes[1], "Cranes over the quay. " * 20)


@fault("alt-undecided", PICTURE)
def a_line_that_nobody_describes(deck):
    line(deck.slides[PICTURE], 60, 400, 500, 400)


@fault("placeholder-empty", TEXT)
def an_empty_placeholder(deck):
    deck.slides[TEXT].placeholders[1].text_frame.clear()


@fault("table-header", TABLE)
def no_header_row(deck):
    deck.slides[TABLE].shapes[1].table.first_row = False


@fault("table-merged", TABLE)
def merged_cells(deck):
    grid = deck.slides[TABLE].shapes[1].table
    grid.cell(1, 0).merge(grid.cell(1, 1))


@fault("table-empty-row", TABLE)
def an_empty_row(deck):
    for column in (0, 1):
        deck.slides[TABLE].shapes[1].table.cell(1, column).text_frame.clear()


@fault("table-ragged", TABLE)
def a_row_that_lacks_a_cell(deck):
    row = deck.slides[TABLE].shapes[1].table._tbl.tr_lst[1]
    row.remove(row.tc_lst[1])


@fault("order", PICTURE)
def a_text_read_too_soon(deck):
    shape = added(deck, PICTURE, "And a third one was planned", 340, 300)
    deck.slides[PICTURE].shapes._spTree.insert(3, shape._element)


@fault("order", TEXT)
def a_title_read_last(deck):
    added(deck, TEXT, "Said below the body", 60, 480)
    shape = deck.slides[TEXT].shapes.title
    deck.slides[TEXT].shapes._spTree.append(shape._element)


@fault("language", -1)
def a_text_without_language(deck):
    box(deck.slides[PICTURE], "Drei Kais", 340, 300)


@fault("language-other", TEXT)
def a_slide_in_another_language(deck):
    for shape in deck.slides[TEXT].placeholders:
        speak(shape, "de-DE")


@fault("language-other", PICTURE)
def letters_of_another_script(deck):
    added(deck, PICTURE, "Два новых причала", 340, 300)


@fault("document-title", -1)
def a_file_without_a_title(deck):
    deck.core_properties.title = ""


@fault("notes", TEXT)
def a_slide_without_notes(deck):
    deck.slides[TEXT].notes_slide.notes_text_frame.text = ""


@fault("align", CARDS)
def cards_that_nearly_line_up(deck):
    deck.slides[CARDS].shapes[2].top += Pt(2)


@fault("gaps", CARDS)
def gaps_that_are_nearly_alike(deck):
    deck.slides[CARDS].shapes[2].left += Pt(4)


@fault("font", -1)
def a_font_of_one_s_own(deck):
    first_run(deck, TEXT).font.name = "Arial"


@fault("font-unknown", -1)
def a_font_that_nobody_knows(deck):
    first_run(deck, TEXT).font.name = "Harbour Grotesk"


@fault("link", TEXT)
def a_link_that_runs_a_script(deck):
    first_run(deck, TEXT).hyperlink.address = "javascript:alert(1)"


@fault("link", TEXT)
def a_link_to_nowhere(deck):
    first_run(deck, TEXT).hyperlink.address = "https://example.org"
    next(deck.slides[TEXT]._element.iter(f"{A}hlinkClick")).set(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "rId99"
    )


@fault("link-file", -1)
def a_link_to_a_file_that_is_not_there(deck):
    first_run(deck, TEXT).hyperlink.address = "../notes of a friend.docx"


@fault("part-outside", PICTURE)
def a_picture_from_the_net(deck):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    deck.slides[PICTURE].part.relate_to("https://example.org/a.png", kind, is_external=True)


@fault("source-line", TEXT)
def a_source_line_that_is_missing(deck):
    for place in (TABLE, CHART, PICTURE, CARDS):
        layout = next(one for one in deck.slide_layouts[5].placeholders if "FOOTER" in str(one.placeholder_format.type))
        deck.slides[place].shapes.clone_placeholder(layout)
        foot = next(
            shape
            for shape in deck.slides[place].placeholders
            if shape.placeholder_format.idx == layout.placeholder_format.idx
        )
        foot.text_frame.text = "Source: the harbour office"
        speak(foot)


def zipped(rule, slide=0):
    def keep(change):
        ZIPPED[change.__name__] = (rule, slide + 1, lambda data: rezipped(data, change))
        return change

    return keep


@zipped("part-orphan", -1)
def a_part_that_nothing_leads_to(parts):
    parts["ppt/media/image77.png"] = b"left over"


@zipped("part-missing", PICTURE)
def a_picture_that_is_gone(parts):
    del parts["ppt/media/image1.png"]
