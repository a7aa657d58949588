"""Words in other languages: message files, slots, plurals, and that French lacks none."""

import re

import pytest
import yaml

import messages_used
from briefpack.compose import messages, skeletons
from briefpack.compose.wording import between, dated, listed, number
from briefpack.errors import TemplateError, UsageError
from briefpack.messages import Messages, code, counted, quoted, say, speaking, spoken
from briefpack.pack import shipped
from briefpack.questions import gate_words
from briefpack.questions.skeleton import slots

FRENCH = messages("fr", "", shipped.template)
with speaking(FRENCH):
    WORDS = gate_words.spoken()


def read(text, code="xx", more=None):
    files = {f"messages/{code}.yaml": text, **(more or {})}
    return messages(code, "course" if more else "", lambda name: files[name])


def test_english_says_what_it_is_given():
    assert code() == ""
    assert say("Page {page} of {pages}", page=1, pages=3) == "Page 1 of 3"
    assert counted("{count} source", "{count} sources", 1) == "1 source"
    assert counted("{count} source", "{count} sources", 0) == "0 sources"


def test_a_translation_may_turn_its_slots_round():
    with speaking(read('texts:\n  "{name} {number} of {total}": "{number}/{total} {name}"\n')):
        assert say("{name} {number} of {total}", name="Key point", number=1, total=4) == "1/4 Key point"
    assert say("Key point") == "Key point"


def test_a_language_chooses_its_form_by_number():
    language = read('plural: n > 1\ntexts:\n  "{count} source": ["{count} source", "{count} fuentes"]\n')
    with speaking(language):
        said = [counted("{count} source", "{count} sources", many) for many in (0, 1, 2)]

    assert said == ["0 source", "1 source", "2 fuentes"]


def test_what_has_no_translation_stays_english_and_is_noted():
    with speaking(read("texts:\n  Timeline: Chronologie\n")) as language:
        assert [say("Timeline"), say("Sources"), counted("{count} word", "{count} words", 2)] == [
            "Chronologie",
            "Sources",
            "2 words",
        ]

    assert list(language.missing) == ["Sources", "{count} word"]


def test_a_course_adds_and_changes_texts():
    more = {
        "course/template.yaml": "name: course\n",
        "course/messages/xx.yaml": 'texts:\n  Timeline: Frise\n  "My heading": Mon titre\n',
    }
    with speaking(read("texts:\n  Timeline: Chronologie\n  Terms: Notions\n", more=more)):
        assert [say("Timeline"), say("Terms"), say("My heading")] == ["Frise", "Notions", "Mon titre"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("text:\n  a: b\n", "messages/xx.yaml:1: unknown key 'text', did you mean 'texts'?"),
        ('texts:\n  "Page {page}": "Page {pages}"\n', "xx.yaml:2: nothing fills {pages} in 'Page {pages}': did you mean 'page'?"),
        ('texts:\n  Timeline: "{when}"\n', "xx.yaml:2: nothing fills {when} in '{when}': it has no slots"),
        ('texts:\n  "Page {page}": "Page {page"\n', "xx.yaml:2: the braces do not match"),
        ('texts:\n  "Page {page}": "Page {page.x}"\n', "xx.yaml:2: the braces do not match, or a slot is not written"),
        ("texts:\n  Timeline:\n    - a:\n        b: c\n", "xx.yaml:2: the words for 'Timeline' must be text"),
        ("months: a b c\n", "xx.yaml:1: 'months' must be 12 words with spaces between, found 3"),
        ("plural: n is 1\n", "xx.yaml:1: 'plural' must say which form"),
        ("day: le jour\n", "xx.yaml:1: 'day' must be words with {day}"),
        ("texts:\n  a: b\n  a: c\n", "xx.yaml:3: 'a' is set twice"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_told_at_its_line(text, told):
    with pytest.raises(TemplateError, match=re.escape(told)):
        read(text)


def test_a_language_that_nobody_wrote_is_refused():
    with pytest.raises(UsageError, match=r"language 'eo': there is no messages/eo\.yaml"):
        messages("eo", "students", shipped.template)


def test_french_joins_its_small_words():
    with speaking(FRENCH):
        said = spoken().filled(
            "Au sujet de {a} et de {b}, que {c} va à {d}",
            {"a": "le rapport", "b": "Ottawa", "c": "elle", "d": "les eaux"},
        )

    assert said == "Au sujet du rapport et d’Ottawa, qu’elle va aux eaux"


def test_french_marks_and_dates():
    with speaking(FRENCH):
        assert quoted("cité") == "«\u00a0cité\u00a0»"
        assert [dated("2024-05-01"), dated("2024-05-16"), dated("2024-05"), dated("197X")] == [
            "1er mai 2024",
            "16 mai 2024",
            "mai 2024",
            "les années 1970",
        ]
        assert between("2024-04-01", "2024-05-16") == "le 1er avril et le 16 mai 2024"
        assert listed(["a", "b", "c"]) == "a, b et c"
        assert number(3) == "trois"


def test_a_language_is_left_behind_also_after_an_error():
    with pytest.raises(ZeroDivisionError), speaking(Messages("fr")):
        1 / 0  # noqa: B018
    assert code() == ""


def written():
    return yaml.safe_load(shipped.template("messages/fr.yaml"))["texts"]


def test_french_lacks_nothing_and_keeps_nothing_idle():
    used = messages_used.used()

    assert sorted(set(used) - set(written())) == [], "say these in templates/messages/fr.yaml, too"
    assert sorted(set(written()) - set(used)) == [], "nobody says these any more: take them out of fr.yaml"


def test_french_has_two_forms_for_what_is_counted():
    single = [text for text, forms in messages_used.used().items() if forms and len(written()[text]) != 2]

    assert single == []


def test_french_fills_every_slot_and_speaks_to_everybody():
    wrong = [(english, form) for english, form in pairs() if not sound(english, form)]

    assert wrong == []


def pairs():
    for english, forms in written().items():
        yield from ((english, form) for form in (forms if isinstance(forms, list) else [forms]))


def sound(english, form):
    """Whether a wording fills the English slots, calls nobody 'tu' or 'étudiant(e)', and has its marks and spaces."""
    asked, given = (set(re.findall(r"{(\w+)}", text)) for text in (english, form))
    slots = given <= asked and asked - given <= {"number", "count"}  # 'un sujet'
    address = re.search(r"\b(?:tu|toi|ton|tes)\b|\w\(e\)|·e\b", form)
    marks = re.search(r"['\"]|\w[;:?!»]|« *$|«\S|\.\.\.", form)
    return slots and not address and not marks


FILLED = {
    "a": "le reportage de La Voix", "b": "l’éditorial de La Presse", "issue": "Faut-il mesurer l’eau ?",
    "matter": "« the harvest »", "where": "le reportage de La Voix", "one": "« une taxe »", "two": "« un tarif »",
    "x": "la Ville de Valombre", "y": "Odile Brassard", "claim": "« l’eau coûte cher »", "hedge": "« may »",
    "other": "« the pipes leak »", "quote": "« il faut mesurer »", "reply": "« il faut attendre »", "speaker": "Ann Lee",
    "figure": "« 27 % de l’eau »", "topic": "le Comité des usagers", "then": "mai 2024", "later": "juin 2024",
    "first": "le 6 mai 2024", "last": "le 9 juin 2024", "date": "le 1er mai 2025", "term": "« tarif social »",
    "name": "Odile Brassard", "heard": "Odile Brassard et Ann Lee", "line": "« l’eau coûte cher »", "count": "trois",
}  # fmt: skip


def in_french():
    with speaking(FRENCH):
        return skeletons(("students", "base"), shipped.template)


def test_every_skeleton_that_ships_is_worded_in_french_three_times():
    english = {one.name: one for one in skeletons(("students", "base"), shipped.template)}
    french = {one.name: one for one in in_french()}

    assert set(french) == set(english)
    assert [name for name, one in french.items() if len(one.wordings) < 3] == []
    assert all(
        set().union(*map(slots, one.wordings)) <= set().union(*map(slots, english[name].wordings))
        for name, one in french.items()
    )


def test_what_a_good_answer_does_is_told_in_french_wherever_it_is_in_english():
    english = {one.name: one.answer for one in skeletons(("students", "base"), shipped.template)}
    french = {one.name: one.answer for one in in_french()}

    assert {name for name, said in french.items() if said} == {name for name, said in english.items() if said}
    assert [name for name, said in french.items() if slots(said) != slots(english[name])] == []
    assert [said for said in french.values() if said and not re.fullmatch(r"(?:Ne )?[A-ZÉ][^.]+\.", said)] == []


def test_french_questions_are_sound_with_their_slots_filled():
    with speaking(FRENCH):
        filled = [FRENCH.tied(spoken().filled(wording, FILLED)) for one in in_french() for wording in one.wordings]

    wrong = [text for text in filled if not asks_well(text)]
    assert wrong == []
    assert len(set(filled)) == len(filled)


def asks_well(text):
    bare = re.sub("«[^»]*»", "“”", text)
    begins = text.split()[0].strip(",").lower()
    asks = "?" in text or any(
        word.strip("«»\u00a0").lower() in WORDS.tasks for word in re.findall(r"(?:^|[.?!]\s+)(\w+)", text)
    )
    names_nobody_by_gender = not re.search(r"(?:Comité|Voix|Presse|Brassard|Lee)[^.?]{0,20}-t?-?(?:il|elle)s?\b", bare)
    marks = not re.search(r"\w[;:?!»]|['\"]| [?:;!»]", text.replace("\u00a0", "~"))
    return (
        asks
        and begins
        and not WORDS.broken.search(bare)
        and marks
        and names_nobody_by_gender
        and len(text.split()) < 60
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("who countd:\n  wordings: [\"Qui a compté ?\"]\n", "questions/fr/figures.yaml: no skeleton is called 'who countd', did you mean 'who counted'?"),
        ("who counted:\n  wordings: [\"Qui a compté {figur} ?\"]\n", "'who counted': nothing fills {figur}, did you mean 'figure'?"),
        ("who counted:\n  wordings: Qui\n", "questions/fr/figures.yaml:2: 'wordings' must be a list"),
        ("in a note:\n  answer: \"Donne {chiffre}.\"\n", "'in a note': nothing fills {chiffre}, known are: a, figure"),
    ],
)  # fmt: skip
def test_a_wrong_file_of_wordings_is_told(text, told):
    def load(name):
        return text if name == "questions/fr/figures.yaml" else shipped.template(name)

    with pytest.raises(TemplateError, match=re.escape(told)), speaking(FRENCH):
        skeletons(("base",), load)


def test_a_skeleton_without_a_french_wording_is_left_out_and_a_courses_own_stays():
    own = "mine:\n  takes: who counted\n  skill: sourcing\n  level: apply\n  phases: [core]\n  voices: [students]\n  weight: 5\n"
    files = {
        "questions/fr/terms.yaml": 'in your own words:\n  wordings: ["Expliquez {term}, tiré de {a}."]\n',
        "mine/questions.yaml": own + '  wordings:\n    - "Et {figure} ?"\n',
    }

    with speaking(FRENCH):
        found = {
            one.name for one in skeletons(("mine", "base"), lambda name: files.get(name) or shipped.template(name))
        }

    assert "mine" in found
    assert "in your own words" in found
    assert "whose word it is" not in found
