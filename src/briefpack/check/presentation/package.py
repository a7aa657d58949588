"""A deck as the parts of its archive: read within limits, related to each other, written again."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from lxml import etree

from briefpack import archives
from briefpack.check.presentation.xml import R
from briefpack.errors import ReadError

_MOST_XML = 60_000_000
_STRICT = b"http://purl.oclc.org/ooxml/presentationml/main"


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another."""

    id: str
    kind: str
    """Last word of the relationship's type: 'slide', 'image', 'hyperlink'."""
    target: str
    """Name of a part, or an address where it is external."""
    external: bool


class Package:
    """The parts of a deck; each is unpacked and parsed when it is asked for, once."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._archive = archives.opened(data, name)
        self.entries = tuple(self._archive.namelist())
        """Names as they stand in the archive, a name that stands there twice included."""
        self.names = frozenset(entry for entry in self.entries if not entry.endswith("/"))
        self._roots: dict[str, Any] = {}
        self._relations: dict[str, Mapping[str, Relation]] = {}
        self.main = self._main()

    def blob(self, part: str) -> bytes:
        """A part as it is; ReadError where it cannot be unpacked."""
        try:
            return self._archive.read(part)
        except archives.BROKEN:
            raise self.refusal(f"its part {part[:80]} is broken: save it again from PowerPoint or Impress") from None

    def root(self, part: str) -> Any:
        """A part's XML; ReadError where it is none, or brings a document type along."""
        if part not in self._roots:
            self._roots[part] = self._parsed(part)
        return self._roots[part]

    def relations(self, part: str) -> Mapping[str, Relation]:
        """A part's relationships by id; those of the package for ''."""
        if part not in self._relations:
            file = rels_of(part)
            found = self.root(file) if file in self.names else ()
            listed = (_relation(item, part) for item in found if isinstance(item.tag, str))
            self._relations[part] = {relation.id: relation for relation in listed}
        return self._relations[part]

    def related(self, part: str, kind: str) -> str:
        """The first part that this one names as its theme, layout, notes …; empty where it is not there."""
        targets = (one.target for one in self.relations(part).values() if one.kind == kind and not one.external)
        return next((target for target in targets if target in self.names), "")

    def written(self, changed: Mapping[str, bytes], dropped: frozenset[str]) -> bytes:
        """The archive with some parts changed and some left out: the same bytes for the same parts."""
        kept = (entry for entry in self.entries if entry in self.names and entry not in dropped)
        return archives.zipped({entry: changed.get(entry) or self.blob(entry) for entry in kept})

    def refusal(self, why: str) -> ReadError:
        """The error that ends a check."""
        return ReadError(f"{self.name}: {why}")

    def _main(self) -> str:
        part = self.related("", "officeDocument")
        if not part or archives.TYPES not in self.names:
            raise self.refusal("is no .pptx: name a deck that PowerPoint, Impress or Keynote saved")
        if _STRICT in self.blob(part)[:4000]:
            raise self.refusal("is a 'Strict Open XML' file: save it as an ordinary .pptx")
        if self.root(part).tag.rpartition("}")[2] != "presentation":
            raise self.refusal("is an Office file, but no deck: name a .pptx")
        return part

    def _parsed(self, part: str) -> Any:
        if self._archive.getinfo(part).file_size > _MOST_XML:
            raise self.refusal(f"its part {part[:80]} is larger than {_MOST_XML // 1_000_000} MB: split the deck")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(self.blob(part), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self.refusal(f"its part {part[:80]} is broken: save it again from PowerPoint or Impress") from None
        if cast("str", root.getroottree().docinfo.doctype):  # type: ignore[union-attr]
            raise self.refusal(
                f"its part {part[:80]} brings a document type (DTD) along, which no deck has: not opened"
            )
        return root


def rels_of(part: str) -> str:
    """Name of the part that holds a part's relationships; of the package's for ''."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def reachable(package: Package) -> Iterator[str]:
    """Every part that some relationship leads to, from the package's own on; '' itself first."""
    seen, open_ = {""}, [""]
    while open_:
        part = open_.pop()
        yield part
        for relation in package.relations(part).values():
            if not relation.external and relation.target in package.names and relation.target not in seen:
                seen.add(relation.target)
                open_.append(relation.target)


def _relation(item: Any, source: str) -> Relation:
    kind, target = item.get("Type", "").rpartition("/")[2], item.get("Target", "")
    external = item.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target.partition("#")[0]))
    return Relation(item.get("Id", ""), kind, target if external else target.lstrip("/"), external)


def relation_id(element: Any, name: str = "id") -> str:
    """The 'r:id' (or 'r:embed' …) of an element; empty where it has none."""
    return cast("str", element.get(f"{{{R}}}{name}", ""))
