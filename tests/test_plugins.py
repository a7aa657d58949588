"""What other packages add: the example package, and packages that fail."""

from __future__ import annotations

import csv
import io
import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from briefpack import compose, limits, plugins
from briefpack.model import Brief, Event, Figure, Notice, Person, Point, Quote, Ref, Side, Source, Tension
from briefpack.pack import apart, exporting, folder, intake, plugged, stages
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft, Skeleton
from briefpack.readers.blocks import Block, Document, Meta
from test_templates import BRIEF as TOLD
from test_templates import audience
from test_templates import load as shipped
from workshop import ROOT, put, run, run_apart

EXAMPLE = ROOT / "docs" / "examples" / "briefpack-transcripts"
BRIEF = Brief("Trams", "", ())
TALK = """1
00:00:01,000 --> 00:00:06,000
Thank you all for coming to the meeting of the harbour council in Elmouth tonight.

2
00:00:06,200 --> 00:00:12,000
The dredging of the inner basin began in March 2024, and it will be finished in October 2025.

3
00:00:16,500 --> 00:00:24,000
Two thirds of the berths are empty in winter. The council says that the works cost 4.2 million pounds.

4
00:00:30,000 --> 00:00:41,000
A berth is a place where a ship is tied up. “We cannot afford another lost season,” said harbour master Edith Nwosa.

5
00:00:45,000 --> 00:00:59,000
The fishing fleet has shrunk from 41 boats to 19 in ten years, and most skippers are over sixty.
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example package, installed into a folder of its own."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(EXAMPLE)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(folder / "lib")]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    return folder / "lib"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "harbour-talk.srt").write_text(TALK, encoding="utf-8")
    put(tmp_path, "trade-wire.txt", "ocean-explainer.md")
    return tmp_path


def test_the_example_package_adds_one_of_each_kind(installed: Path, home: Path) -> None:
    paths = f"{ROOT / 'src'}:{installed}"
    listed = run_apart("plugins", PYTHONPATH=paths)
    built = run_apart(
        "build", "harbour-talk.srt", "ocean-explainer.md", "--audience", "students", folder=home, PYTHONPATH=paths
    )

    assert listed.returncode == 0 and listed.stdout.count("briefpack-transcripts 1.0") == 5
    assert built.returncode == 0, built.stdout + built.stderr
    brief = json.loads((home / "out" / "brief.json").read_text(encoding="utf-8"))
    assert any(figure["value"].lower() == "two thirds" for figure in brief["figures"])
    cards = (home / "out" / "students" / "cards" / "cards.csv").read_text(encoding="utf-8")
    assert next(csv.reader(io.StringIO(cards))) == ["term", "meaning"]
    assert "harbour-talk.srt" in (home / "out" / "sources.html").read_text(encoding="utf-8")
    templates = run_apart("templates", folder=home, PYTHONPATH=paths)
    assert "seminar" in templates.stdout


def test_without_plugins_the_list_says_how_to_write_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "found", lambda: ())

    said = run("plugins")

    assert said.exit_code == 0 and "plugins.md" in said.output


def planted(monkeypatch: pytest.MonkeyPatch, group: str, **functions: object) -> None:
    """A plugin of a group whose module holds these."""
    module = ModuleType("planted")
    vars(module).update(functions)
    monkeypatch.setitem(sys.modules, "planted", module)
    one = plugins.Plugin(group, "mine", "mine 1.0", EntryPoint("mine", "planted", f"briefpack.{group}"))
    monkeypatch.setattr(plugins, "found", lambda: (one,))


def written(folder: Path, name: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that other processes find, too."""
    (folder / f"{name}.py").write_text(code)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("PYTHONPATH", f"{ROOT / 'src'}:{folder}")
    monkeypatch.delitem(sys.modules, name, raising=False)


def failing(*_: object) -> None:
    raise ValueError("the moon is\nin the wrong place")


def leaving(*_: object) -> None:
    sys.exit(0)


def hanging(*_: object) -> None:
    time.sleep(60)


def spinning(*_: object) -> None:
    pow(3, 10**9)  # in C, which no signal of Python's interrupts


BAD = {
    "a finder that ends the program": ("finders", {"find": leaving}),
    "an asker that ends the program": ("askers", {"ask": leaving}),
    "a writer that ends the program": ("writers", {"write": leaving}),
    "a finder that fails": ("finders", {"find": failing}),
    "a finder that cites nothing": ("finders", {"find": lambda *_: [Figure("1", "One.", ())]}),
    "a finder that cites what is not there": ("finders", {"find": lambda *_: [Figure("1", "One.", (Ref("x", 9, 9),))]}),
    "a finder of something else": ("finders", {"find": lambda *_: ["text"]}),
    "an asker that fails": ("askers", {"ask": failing}),
    "an asker of something else": ("askers", {"ask": lambda _: ["Why?"]}),
    "a writer that fails": ("writers", {"write": failing}),
    "a writer of text": ("writers", {"write": lambda _: {"a.txt": "text"}}),
    "a writer that climbs": ("writers", {"write": lambda _: {"../../a.txt": b"x"}}),
    "a writer of a hidden file": ("writers", {"write": lambda _: {".profile": b"x"}}),
    "a writer of nothing by name": ("writers", {"write": lambda _: b"x"}),
}


@pytest.mark.parametrize(("group", "functions"), BAD.values(), ids=BAD)
def test_a_plugin_that_fails_is_named_and_the_build_goes_on(
    group: str, functions: dict[str, object], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted(monkeypatch, group, **functions)

    said = run("build", home / "trade-wire.txt", "--audience", "students", "--out", home / "out")

    report = json.loads((home / "out" / "report.json").read_text(encoding="utf-8"))
    named = [one["what"] for one in report["notices"] if "plugin 'mine' of mine 1.0" in one["what"]]
    assert said.exit_code == 0 and len(named) == 1 and "\n" not in named[0]
    assert (home / "out" / "students" / "deck.pptx").exists() and not (home.parent / "a.txt").exists()


@pytest.mark.parametrize("wanted", [("students", "policy"), ("students",)])
def test_an_asker_that_fails_is_called_once_and_named_once_in_a_build(
    wanted: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(_: object) -> None:
        with (tmp_path / "calls").open("a") as calls:
            calls.write("x")
        raise ValueError("no question")

    planted(monkeypatch, "askers", ask=ask)
    asked, guard = folder.Job((), Path(), Path()), plugins.Guard()

    told = [stages.filled(asked, TOLD, audience(name), guard).notices for name in wanted]

    assert (tmp_path / "calls").read_text() == "x" and len(guard.notices) == 1
    assert not [one for notices in told for one in notices if "plugin" in one.what]


class Odd(BaseException):
    """No Exception, and without words of its own."""

    def __str__(self) -> str:
        raise ValueError


class Returned:
    """What raises as soon as it comes back."""

    def __reduce__(self) -> tuple[object, ...]:
        return (raising, ())


def raising(*_: object) -> None:
    raise Odd


def interrupting(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    "find",
    [
        raising,
        interrupting,
        lambda *_: os.kill(os.getpid(), 9),
        lambda *_: os.closerange(0, 50),
        lambda *_: [Returned()],
        lambda *_: [sys.stdin.read() or failing()],
    ],
    ids=["raises no Exception", "interrupts", "kills itself", "closes all", "raises when it is back", "reads"],
)
def test_whatever_a_plugin_does_it_is_named_in_a_line(
    find: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    planted(monkeypatch, "finders", find=find)
    guard = plugins.Guard()

    assert plugged.finders(TOLD, guard) == TOLD
    (notice,) = guard.notices
    assert "failed and was left out: " in notice.what and notice.what.isprintable()


REF = TOLD.sources[0].passages[0].ref
SAID = TOLD.sources[0].passages[0].text
ITEMS = {
    "references that are a number": Figure("1", "One.", 5),  # type: ignore[arg-type]
    "references in a list of lists": Figure("1", "One.", ([],)),  # type: ignore[arg-type]
    "no text": Figure("1", None, (REF,)),  # type: ignore[arg-type]
    "an empty name": Person("", (REF,)),
    "a name of signs that nobody sees": Person("\u200b\ud800", (REF,)),
    "a weight that is no number": Point(SAID, (REF,), weight=float("nan")),
    "a date that is none": Event("It happened.", (REF,), date="yesterday"),
    "a day that does not exist": Event("It happened.", (REF,), date="2024-13-45"),
    "one side": Tension("What?", (Side(REF.source, SAID, (REF,)),)),
    "a side without a passage": Tension("What?", (Side(REF.source, SAID, (REF,)), Side(REF.source, SAID, ()))),
    "a passage that is not there, further in": Person("Ann Lee", (REF,), does_refs=(Ref("x", 9, 9),)),
    "a quotation that nobody said": Quote("Nobody said these words.", (REF,)),
    "a text without end": Figure("1", "word " * 10_000, (REF,)),
}


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_an_item_that_is_nonsense_is_refused_before_it_is_used(item: object, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(monkeypatch, "finders", find=lambda *_: [item])
    guard = plugins.Guard()

    assert plugged.finders(TOLD, guard) == TOLD and len(guard.notices) == 1


def test_what_a_finder_gives_stands_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    planted(monkeypatch, "finders", find=lambda *_: [Figure("1", "One.\n\n## A heading\x00", [REF])])  # type: ignore[arg-type]

    found = plugged.finders(TOLD, plugins.Guard()).figures[-1]

    assert found == Figure("1", "One. ## A heading", (REF,))


FORM = Skeleton("x", "sourcing", "analyse", ("core",), ("students",), 3, ("Why is {a} so?",))
DRAFT = Draft(FORM, (("a", "this"),), (REF,), ())
DRAFTS = {
    "nothing": replace(DRAFT, skeleton=None),  # type: ignore[arg-type]
    "no references": replace(DRAFT, refs=None),  # type: ignore[arg-type]
    "a weight in letters": replace(DRAFT, skeleton=replace(FORM, weight="x")),  # type: ignore[arg-type]
    "no wording": replace(DRAFT, skeleton=replace(FORM, wordings=())),
    "a brace alone": replace(DRAFT, skeleton=replace(FORM, wordings=("Why {",))),
    "a way into Python": replace(DRAFT, skeleton=replace(FORM, wordings=("Why {a.__class__}?",))),
    "slots that are not filled": replace(DRAFT, slots=()),
    "a wording without end": replace(DRAFT, skeleton=replace(FORM, wordings=("Why " * 10_000,))),
}


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_a_draft_that_is_nonsense_is_refused_before_it_is_used(draft: Draft) -> None:
    (notice,) = plugged.Guarded("plugin 'mine' of mine 1.0", lambda _: iter((draft,)))(Material(TOLD, ()))

    assert isinstance(notice, Notice) and "failed and was left out: ask gave " in notice.what


NAMES = ["a" * 90, "con.txt", "a:b", "a.", " ", "..", "a/b", 1]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_some_system_cannot_write_costs_the_plugin_not_the_build(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted(monkeypatch, "writers", write=lambda _: {name: b"x"})
    guard = plugins.Guard()

    assert plugged.writers(BRIEF, "students", (), guard) == {} and len(guard.notices) == 1


@pytest.mark.parametrize("ours", ["students/mine", "students/mine/a.txt", "students/Mine/b.txt"])
def test_a_writer_takes_no_place_of_ours(ours: str, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(monkeypatch, "writers", write=lambda _: {"a.txt": b"x"})
    guard = plugins.Guard()

    assert plugged.writers(BRIEF, "students", (), guard, (ours,)) == {} and "another name" in guard.notices[0].what
    assert plugged.writers(BRIEF, "students", (), plugins.Guard(), ("policy/mine",))


@pytest.mark.parametrize("find", [hanging, spinning])
def test_a_plugin_that_hangs_is_ended_and_named(
    find: Callable[..., None], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plugins, "SECONDS", 0.2)
    planted(monkeypatch, "finders", find=find)
    guard = plugins.Guard()
    start = time.monotonic()

    brief = plugged.finders(BRIEF, guard)

    (notice,) = guard.notices
    assert brief == BRIEF and time.monotonic() - start < 5
    assert notice.what == "plugin 'mine' of mine 1.0 failed and was left out: it took longer than 0.2 s"


def test_a_plugin_that_hangs_while_it_is_loaded_is_ended_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sleepy.py").write_text("import time\ntime.sleep(60)\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(plugins, "SECONDS", 0.2)
    one = plugins.Plugin("writers", "mine", "mine 1.0", EntryPoint("mine", "sleepy", "briefpack.writers"))
    guard = plugins.Guard()

    assert guard.load(one) is None and "longer than 0.2 s" in guard.notices[0].what


def test_what_a_plugin_gives_comes_back_whole_and_what_it_started_ends_with_it(tmp_path: Path) -> None:
    made = {"a.bin": bytes(range(256)) * 10_000}

    assert limits.within(20, lambda: made) == made
    with pytest.raises(limits.StoppedError, match="ended the program"):
        limits.within(20, lambda: os._exit(0))
    with pytest.raises(limits.StoppedError, match="pickle"):
        limits.within(20, lambda: lambda: 1)
    late = f"sleep 1; touch {tmp_path}/late"
    limits.within(20, lambda: subprocess.Popen(["sh", "-c", late]).pid)
    time.sleep(1.5)
    assert not (tmp_path / "late").exists()


def test_a_step_that_leaves_a_helper_behind_has_answered() -> None:
    def step() -> str:
        if not os.fork():
            time.sleep(5)  # it holds the pipe of the answer
            os._exit(0)
        return "done"

    assert limits.within(2, step) == "done"


def test_a_step_that_gives_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_LONGEST", 1_000_000)

    with pytest.raises(limits.StoppedError, match="more than 1 MB"):
        limits.within(20, lambda: bytes(1_000_001))


CHATTY = """
import os
import subprocess
print("while loaded")


def ask(*given):
    print("when called")
    os.write(1, b"by the back door\\n")
    subprocess.run(["echo", "by a helper"])
    return []


find = ask
"""


def test_what_a_plugin_prints_is_none_of_the_program_s_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, "chatty", CHATTY, monkeypatch)
    one = plugins.Plugin("finders", "mine", "mine 1.0", EntryPoint("mine", "chatty", "briefpack.finders"))
    monkeypatch.setattr(plugins, "found", lambda: (one,))
    guard = plugins.Guard()

    plugged.finders(BRIEF, guard)

    said = capfd.readouterr()
    assert not said.out and not guard.notices
    for words in ("while loaded", "when called", "by the back door", "by a helper"):
        assert words in said.err


def test_an_asker_that_prints_spoils_no_page_of_a_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "chatty", CHATTY, monkeypatch)
    name = "plugin 'mine' of mine 1.0"
    asker = plugged.Guarded(name, import_module("chatty").ask)

    made = apart.pages(TOLD, audience("students"), shipped, (), ((name, asker),))

    assert made == compose.pages(TOLD, audience("students"), shipped)


@pytest.mark.parametrize("does", ["raise KeyboardInterrupt", "time.sleep(60)"])
def test_an_asker_that_only_another_process_cannot_load_is_named_and_not_the_course(
    does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = f"import sys, time\nif 'pytest' not in sys.modules:\n    {does}\ndef ask(m):\n    return []\n"
    written(tmp_path, "twofaced", code, monkeypatch)
    monkeypatch.setattr(plugins, "SECONDS", 0.5)
    name = "plugin 'mine' of mine 1.0"
    sent = pickle.dumps(plugged.Guarded(name, import_module("twofaced").ask))

    script = f"""
import pickle
from briefpack import plugins
plugins.SECONDS = 0.5
(notice,) = pickle.loads({sent!r})(None)
print(notice)
"""
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert told.startswith(f"{name} failed and was left out: ")


def test_without_plugins_no_copy_of_the_process_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "found", lambda: ())
    monkeypatch.setattr(os, "fork", None)
    guard = plugins.Guard()

    assert plugged.finders(BRIEF, guard) == BRIEF and plugged.askers(guard) == ()
    assert plugged.writers(BRIEF, "students", (), guard) == {} and plugged.reader("a.srt", guard) is None


@pytest.mark.parametrize("read", [failing, lambda *_: "text"])
def test_a_reader_that_fails_loses_its_own_document_alone(
    read: object, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted(monkeypatch, "readers", ENDINGS=(".srt",), read=read)

    said = run(
        "build", home / "harbour-talk.srt", home / "trade-wire.txt", "--audience", "students", "--out", home / "out"
    )

    assert said.exit_code == 0 and "plugin 'mine' of mine 1.0" in said.output
    alone = run("build", home / "harbour-talk.srt", "--out", home / "other")
    assert alone.exit_code == 3 and "plugin 'mine'" in alone.output


DOCUMENTS = {
    "blocks of text": Document(("x",)),  # type: ignore[arg-type]
    "no text": Document((Block(None),)),  # type: ignore[arg-type]
    "a kind that is none": Document((Block("A line.", "headline"),)),
    "nothing of itself": Document((), None),  # type: ignore[arg-type]
    "a title that is a number": Document((), Meta(title=5)),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_that_is_nonsense_is_left_out_with_its_name(
    document: Document, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted(monkeypatch, "readers", ENDINGS=(".srt",), read=lambda *_: document)

    sources, notices = intake.read(map(folder.Document, (home / "harbour-talk.srt", home / "trade-wire.txt")))

    assert [source.origin for source in sources] == ["trade-wire.txt"]
    assert [str(one) for one in notices if "plugin 'mine' of mine 1.0: read gave " in one.what and one.where]


def test_each_document_that_a_reader_fails_on_is_named_and_the_next_is_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(data: bytes, name: str) -> Document:
        return failing() if name == "a.srt" else hanging() if name == "c.srt" else Document((Block(TALK * 2),))

    for name in "abcd":
        (home / f"{name}.srt").write_text(name)
    monkeypatch.setattr(plugins, "SECONDS", 0.3)
    planted(monkeypatch, "readers", ENDINGS=(".srt",), read=read)

    sources, notices = intake.read(folder.Document(home / f"{name}.srt") for name in "abcd")

    assert [source.origin for source in sources] == ["b.srt"]
    told = {one.where: one.what for one in notices if "could not be read by" in one.what}
    assert list(told) == ["a.srt", "c.srt", "d.srt"]
    assert "longer than 0.3 s" in told["c.srt"] and "took too long before" in told["d.srt"]


@pytest.mark.parametrize("endings", [5, ".srt", (1,)])
def test_endings_that_are_none_take_no_file(endings: object, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(monkeypatch, "readers", ENDINGS=endings, read=failing)
    guard = plugins.Guard()

    assert plugged.reader("report.srt", guard) is None and "ENDINGS" in guard.notices[0].what


def test_a_plugin_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    one = plugins.Plugin("finders", "gone", "gone 1.0", EntryPoint("gone", "no_such_module", "briefpack.finders"))
    monkeypatch.setattr(plugins, "found", lambda: (one,))

    said = run("plugins")

    assert said.exit_code == 1 and "CANNOT BE LOADED" in said.output


def test_why_knows_what_a_plugin_finds(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def find(sources: tuple[Source, ...], _: object) -> list[Figure]:
        return [Figure("the plugin's own", passage.text, (passage.ref,)) for passage in sources[0].passages]

    planted(monkeypatch, "finders", find=find)

    said = run("why", home / "trade-wire.txt", "said on Tuesday")

    assert said.exit_code == 0 and "the plugin's own" in said.output


def test_an_export_cites_what_a_plugin_finds(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def find(sources: tuple[Source, ...], _: object) -> list[Figure]:
        return [Figure("the plugin's own", passage.text, (passage.ref,)) for passage in sources[0].passages]

    planted(monkeypatch, "finders", find=find)

    told = exporting._told(folder.job((home / "trade-wire.txt",), out=home / "out"))

    assert any(figure.value == "the plugin's own" for figure in told.figures)


def test_an_asker_that_was_sent_to_another_process_still_raises_nothing() -> None:
    sent = pickle.loads(pickle.dumps(plugged.Guarded("plugin 'mine' of mine 1.0", json.loads)))

    (notice,) = sent(None)
    assert "plugin 'mine' of mine 1.0 failed and was left out: TypeError" in notice.what
