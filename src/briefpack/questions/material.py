"""The brief as the askers look at it: passages by reference, sources by name, who stands where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from briefpack import messages
from briefpack.messages import say
from briefpack.model import Brief, Line, Organisation, Passage, Person, Point, Ref, Source
from briefpack.questions import articles, documents, shapes
from briefpack.questions.skeleton import Draft, Skeleton, draft
from briefpack.text import words
from briefpack.text.plain import plain
from briefpack.text.shorten import shorten

_MOST_MENTIONS = 20
_MOST_NEAR = 4
_FEW, _TENTH = 4, 10
_MOST_WORDS = 24  # of a look-for's statement
_INSIDE = frozenset("of the and for in on de la du von van der al bin".split())
_FOR = re.compile(r"\b(?:for|of|in|on)\b")


@dataclass(frozen=True)
class Material:
    """A brief with its lookups, each made once."""

    brief: Brief
    skeletons: tuple[Skeleton, ...] = ()

    def drafts(
        self,
        view: str,
        slots: dict[str, str],
        refs: Iterable[Ref],
        look_fors: Iterable[Line | None],
        about: Iterable[str] = (),
    ) -> Iterator[Draft]:
        """A draft of every skeleton that takes a view of an item, with its slots filled."""
        found, told, names = tuple(refs), tuple(look_fors), tuple(about)
        yield from (draft(skeleton, slots, found, told, names) for skeleton in self._taking.get(view, ()))

    @cached_property
    def _taking(self) -> dict[str, list[Skeleton]]:
        taking: dict[str, list[Skeleton]] = {}
        for skeleton in self.skeletons:
            taking.setdefault(skeleton.takes, []).append(skeleton)
        return taking

    @cached_property
    def passages(self) -> dict[Ref, Passage]:
        """Every sentence that may be cited."""
        return {p.ref: p for source in self.brief.sources for p in source.passages}

    @cached_property
    def texts(self) -> dict[Ref, str]:
        """Passages made plain, for looking names up."""
        return {ref: plain(p.text) for ref, p in self.passages.items()}

    @cached_property
    def named(self) -> dict[str, str]:
        """Source key to the name that questions use: 'the Valley Herald report'."""
        return documents.printed(self.brief.sources)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources that have passages, by key."""
        return {source.key: source for source in self.brief.sources if source.passages}

    @cached_property
    def everything(self) -> str:
        """All passages made plain, in order."""
        return "\n".join(self.texts.values())

    @cached_property
    def actors(self) -> tuple[Person | Organisation, ...]:
        """People and organisations, the most often cited first; ties by place."""
        return tuple(sorted((*self.brief.people, *self.brief.organisations), key=lambda a: -len(set(a.refs))))

    def known(self, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        """Those references that resolve."""
        return tuple(ref for ref in refs if ref in self.passages)

    def text(self, refs: Iterable[Ref]) -> str:
        """The first passage of these references, verbatim; empty where none resolves."""
        known = self.known(refs)
        return self.passages[known[0]].text if known else ""

    def called(self, actor: Person | Organisation) -> str:
        """An actor's name as it stands inside a sentence: 'the World Health Organization', 'Maria Orlova'."""
        name = shapes.name(actor.name)
        return self.with_article(name) if isinstance(actor, Organisation) else name

    def with_article(self, name: str) -> str:
        """'the' before a name that the sources themselves mostly write with 'the'."""
        if messages.spoken().translates:
            return articles.placed(name, self.everything) if name else ""
        if not name or name[:4].lower() == "the ":
            return "the " + name[4:] if name else ""
        if name not in self._articles:
            self._articles[name] = self._has_article(plain(name))
        return f"the {name}" if self._articles[name] else name

    def _has_article(self, name: str) -> bool:
        """Whether 'the' stands before most mentions that are not part of a longer name; the first twenty count."""
        places = list(islice(_places(name, self.everything), _MOST_MENTIONS))
        with_it = sum(self.everything[max(0, at - 4) : at].lower() == "the " for at in places)
        return with_it * 2 > len(places) or (with_it > 0 and name.split()[-1] in words.data("article-heads-en"))

    @cached_property
    def _articles(self) -> dict[str, bool]:
        """Whether a name takes 'the', for the names that were asked for."""
        return {}

    def stands(self, actor: Person | Organisation, ref: Ref) -> bool:
        """Whether a passage names an actor, in full, by another name or by a person's last name."""
        return self.names(actor, self.texts.get(ref, ""))

    def names(self, actor: Person | Organisation, text: str) -> bool:
        """Whether a text made plain names an actor, as `stands`."""
        last = (actor.name.split()[-1],) if isinstance(actor, Person) and actor.name.split() else ()
        return any(_whole(plain(form), text) for form in (actor.name, *actor.aka, *last) if len(form) > 1)

    def speaks_of(self, topic: str, ref: Ref) -> bool:
        """Whether a passage names what `topic` gave: an actor by any of the names, or a term."""
        named = [actor for actor in self.actors if self.called(actor) == topic]
        return any(self.stands(actor, ref) for actor in named) or plain(topic.strip(shapes.MARKS)) in self.texts[ref]

    def topic(self, refs: Iterable[Ref], avoid: Iterable[str] = (), *, both: Iterable[str] = ()) -> str:
        """What passages are about: the actor most often cited, not their publisher; else a term in its marks.

        With ``both``, only an actor that each of these sources names.
        """
        known, keys = self.known(refs), tuple(both)
        taken = [*avoid, *(self.named[ref.source] for ref in known)]
        for actor in self.actors:
            free = not any(actor.name in text for text in taken) and self.named_in_all(actor, keys)
            if free and self.called(actor) and any(self.stands(actor, ref) for ref in known):
                return self.called(actor)
        terms = (t for t in self.brief.terms if t.term not in taken and not keys)
        found = (shapes.quoted(t.term, self.passages[ref].text, 6) for t in terms for ref in known)
        return next((term for term in found if term), "")

    def says(self, refs: Iterable[Ref], text: str = "", voice: str = "") -> Line | None:
        """A look-for that restates a passage, attributed: 'Maria Orlova, in the Argus report: “…”'."""
        known = self.known(refs)
        if not known:
            return None
        passage = self.passages[known[0]].text
        own = text if text and plain(text) in plain(passage) else passage
        where = self.named[known[0].source]
        speaker = self.voice(voice, where)
        who = say("{voice}, in {source}", voice=speaker, source=where) if speaker else where
        return Line(say("{label}: ", label=shapes.capital(who)) + self._restated(own), known[:1])

    def shows(self, refs: Iterable[Ref], answer: str, text: str = "") -> Line | None:
        """As `says`, but never without the answer that it is to show: what is cut stands elsewhere then."""
        line = self.says(refs, text)
        if line is None or plain(answer) in plain(line.text):
            return line
        around = shapes.around(self.passages[line.refs[0]].text, answer)
        where = shapes.capital(self.named[line.refs[0].source])
        return Line(say("{label}: ", label=where) + shapes.marked(around), line.refs) if around else line

    def _restated(self, text: str) -> str:
        """At most 25 words: the passage in marks, else safely shortened without marks; else cut with '[…]'."""
        if text not in self._statements:
            short = shorten(text, _MOST_WORDS) if len(text.split()) > _MOST_WORDS else None
            torn = short and short.count("“") != short.count("”")  # a sentence out of a longer quotation
            self._statements[text] = shapes.marked(shapes.clip(text)) if torn or not short else short
        return self._statements[text]

    @cached_property
    def _statements(self) -> dict[str, str]:
        """Passages as look-fors restate them, for those that were asked for."""
        return {}

    def point_says(self, point: Point) -> Line | None:
        """A point as a look-for, in its shortest full form."""
        return self.says(point.refs, point.short or point.text, "" if point.voiced else point.voice)

    def voice(self, name: str, where: str) -> str:
        """A voice as a name, unless it is the document's own: 'The Argus' in 'the Argus report' adds nothing."""
        fits = shapes.name(name)
        bare = fits[4:] if fits[:4].lower() == "the " else fits
        known = any(p.name == fits for p in self.brief.people)
        small = {word for word in bare.split() if word[:1].islower()} - _INSIDE
        office = " for " in bare and bare not in {body.name for body in self.brief.organisations}
        if (
            small or office or (known and _FOR.search(bare))
        ):  # 'Peoples lose', 'Member for Eastby Ann Lee': not surely a name
            return ""
        return "" if bare and bare in where else fits if known else self.with_article(fits)

    def is_name(self, word: str) -> bool:
        """Whether a word with a capital is a name: part of an actor's, or written with it inside a sentence."""
        parts = {part for actor in self.actors for part in actor.name.split()}
        mentions = islice(_places(word, self.everything), _MOST_MENTIONS)
        return word in parts or any(re.match(r"[a-z,;] ", self.everything[max(0, at - 2) : at]) for at in mentions)

    def near(self, ref: Ref) -> list[Line]:
        """What stands with a sentence, the next one first, without what leans on another sentence.

        From the paragraphs beside it only what shares a word with it.
        """
        own = [Ref(ref.source, ref.paragraph, ref.sentence + step) for step in (1, -1, 2, -2, 3, -3)]
        beside = [Ref(ref.source, ref.paragraph + step, sentence) for step in (1, -1) for sentence in (1, 2)]
        places = [*own, *(r for r in beside if self.shared((r,), (ref,)))]
        whole = (r for r in places if r in self.passages and not shapes.dangling(self.passages[r].text))
        return [line for r in islice(whole, _MOST_NEAR) if (line := self.says((r,)))]

    def kind_of(self, key: str) -> Line | None:
        """What is known of a source, at its first passage."""
        source = self.sources.get(key)
        known = documents.described(source) if source else ""
        if not source or not known or known in self.named[key]:  # 'the document of 6 May 2024'
            return None
        return Line(
            say("Knows what {document} is: {known}.", document=self.named[key], known=known), (source.passages[0].ref,)
        )

    def points_of(self, key: str) -> tuple[Point, ...]:
        """The points whose wording comes from a source, best first."""
        return tuple(p for p in self.brief.points if self.known(p.refs)[:1] and self.known(p.refs)[0].source == key)

    def judges(self, point: Point) -> bool:
        """Whether a point is somebody's judgement, not a report of what happened."""
        refs = self.known(point.refs)
        genre = self.sources[refs[0].source].genre if refs else None
        weighs = shapes.weighs(point.text)
        if genre == "analysis":  # its authors voice every line, the report of a visit too
            return weighs
        return weighs or point.voiced or bool(point.voice) or genre in ("opinion", "editorial")

    def happened(self, ref: Ref) -> bool:
        """Whether a passage reports a dated event that is past."""
        return ref in self._past

    @cached_property
    def _past(self) -> frozenset[Ref]:
        return frozenset(ref for event in self.brief.events if not event.planned for ref in event.refs)

    def named_in_all(self, actor: Person | Organisation, keys: Iterable[str]) -> bool:
        """Whether each of some sources names an actor somewhere."""
        return all(any(self.stands(actor, p.ref) for p in self.sources[key].passages) for key in keys)

    def shared(self, first: Iterable[Ref], second: Iterable[Ref]) -> int:
        """How many content words two groups of passages share."""
        return len(self._content(first) & self._content(second))

    def tied(self, first: Iterable[Ref], second: Iterable[Ref]) -> int:
        """The same of words that few passages hold: not 'ferry' where all of a pack is about a ferry."""
        return len(self._content(first) & self._content(second) - self._usual)

    @cached_property
    def _usual(self) -> frozenset[str]:
        """Words of so many passages that sharing them says nothing."""
        counts = Counter(word for passage in self.passages.values() for word in words.content(passage.text))
        return frozenset(word for word, times in counts.items() if times > max(_FEW, len(self.passages) // _TENTH))

    def _content(self, refs: Iterable[Ref]) -> frozenset[str]:
        known = self.known(refs)
        for ref in known:
            if ref not in self._contents:
                self._contents[ref] = words.content(self.passages[ref].text)
        return frozenset().union(*(self._contents[ref] for ref in known))

    @cached_property
    def _contents(self) -> dict[Ref, frozenset[str]]:
        """Content words of the passages that were asked for."""
        return {}


def _places(name: str, text: str) -> Iterator[int]:
    """Where a name stands as a whole, and not inside a longer one: not 'Water' in 'Waterford' or 'Water Board'."""
    at = text.find(name)
    while at >= 0:
        before, after = text[max(0, at - 1) : at], text[at + len(name) : at + len(name) + 2]
        if not before.isalnum() and not re.match(r"\w|['’]| [A-Z]", after):
            yield at
        at = text.find(name, at + 1)


def _whole(form: str, text: str) -> bool:
    return form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None
