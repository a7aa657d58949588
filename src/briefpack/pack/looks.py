"""Which look a deck wears: its audience's, one that was named, or somebody else's template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from briefpack import compose, settings
from briefpack.errors import ReadError, TemplateError, WriteError
from briefpack.layout import typefaces
from briefpack.layout.slides import hosted, specimen
from briefpack.model import Hosting, Look, Notice, Template
from briefpack.pack import logos, outputs, shipped
from briefpack.pack.courses import of_loose, places
from briefpack.pack.folder import Job
from briefpack.writers import pptx
from briefpack.writers.pptx import template as templates

ENDINGS = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm", ".ppt", ".pot")
"""What tells a template from the name of a look; those that cannot be used are refused by what they hold."""
BRANDS = (".yml", ".yaml")
"""What tells a _brand.yml from the name of a look."""
MOST_BYTES = 100_000_000
_OURS = b"<cp:lastModifiedBy>briefpack</cp:lastModifiedBy>"
_PNG = b"\x89PNG"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a job says of looks; nothing is said where both are None."""

    named: Look | None = None
    template: Template | None = None
    folders: tuple[Path, ...] = ()
    brand: compose.Brand | None = None
    """A _brand.yml, which every audience's look takes its colours and fonts from."""
    logo: str = ""
    """The file of a logo, the job's or the brand's."""
    logo_asked: str = ""
    """Where it is asked for: 'week-3/pack.yaml:4'."""
    institution: str = ""
    bases: tuple[str, ...] = ()
    """The looks that a brand is laid over."""

    def of(self, audience: str) -> Look:
        """The look of pages: the one that was named, else the audience's, in the colours of a brand."""
        own = self.named or named(audience, self.folders)
        own = compose.branded(own, self.brand, typefaces.OWN)[0] if self.brand else own
        if not self.logo:
            return own
        try:
            return logos.worn(own, Path(self.logo), self.institution)
        except TemplateError as error:
            raise TemplateError(f"{self.logo_asked}: logo: {error}") from None

    def deck(self, own: Look) -> Look:
        """The look of a deck."""
        return hosted.look(own, self.template) if self.template else own

    def notices(self) -> tuple[Notice, ...]:
        """What a person should know of the template before the deck is shown."""
        lacks = tuple(Notice(what, where, "see briefpack look check") for where, what in shortfalls(self.template))
        return (*lacks, *dict.fromkeys(notice for name in self.bases for notice in self._refused(name)))

    def _refused(self, base: str) -> tuple[Notice, ...]:
        """What of the brand could not be used over a look."""
        return compose.branded(named(base, self.folders), self.brand, typefaces.OWN)[1] if self.brand else ()


def asked(job: Job) -> Asked:
    """Read what a job names; TemplateError where no look is called so, ReadError where a template cannot be used."""
    found = _asked(job)
    logo = job.logo or _beside(found.brand)
    told = job.course.settings().get("logo")
    where = told.where if told else found.brand.file if found.brand else ""
    return replace(found, logo=logo, logo_asked=where, institution=dict(job.details).get("institution", ""))


def _beside(brand: compose.Brand | None) -> str:
    """The logo of a brand, which lies beside its file."""
    return str(Path(brand.file).parent / brand.logo) if brand and brand.logo else ""


def _asked(job: Job) -> Asked:
    folders = _folders(job)
    if not job.look:
        return Asked(folders=folders)
    if Path(job.look).suffix.lower() in ENDINGS:
        found = template(Path(job.look))
        if found.missing:
            raise TemplateError(
                f"{job.look}: holds no deck ({found.missing[0]}): see 'briefpack look check {job.look}'"
            )
        return Asked(template=found, folders=folders)
    if Path(job.look).suffix.lower() in BRANDS:
        told = compose.brand(_text(Path(job.look)), file=job.look)
        bases = tuple(dict.fromkeys(job.course.audience(name).look for name in job.audiences))
        return Asked(folders=folders, brand=told, bases=bases)
    return Asked(named=named(job.look, folders), folders=folders)


def template(path: Path) -> Template:
    """A template, looked over and mapped."""
    return templates.read(_bytes(path), path.name)


def shortfalls(found: Template | None) -> tuple[tuple[str, str], ...]:
    """Where and what, each once: of the whole template, then of its layouts."""
    if found is None:
        return ()
    of_layouts = ((f"{found.name}, layout {one.layout!r}", lack) for one in found.hostings for lack in one.lacks)
    return tuple(dict.fromkeys([*((found.name, lack) for lack in found.lacks), *of_layouts]))


def rows(found: Template) -> tuple[tuple[str, Hosting | None, str], ...]:
    """Every kind of slide with its layout, or with the reason why it has none."""
    mapped: list[tuple[str, Hosting | None, str]] = [(one.kind, one, "") for one in found.hostings if one.kind]
    return (*mapped, *((text.partition(": ")[0], None, text.partition(": ")[2]) for text in found.missing))


def picture(found: Template, path: Path) -> None:
    """Draw a mapping; WriteError where something other than a picture stands there."""
    if path.exists() and not _bytes(path).startswith(_PNG):
        raise WriteError(f"{path}: is no picture and is kept: name another file")
    outputs.write(path, templates.drawn(found))


def built(name: str, out: Path | None) -> Path:
    """Write the master of a look, by name or from its folder, as a deck without slides."""
    folder = Path(name)
    is_folder = (folder / "look.yaml").is_file()
    folders = (Path("looks"), *of_loose().look_folders())
    look = _read(folder / "look.yaml", folders) if is_folder else named(name, folders)
    path = out or Path(f"{look.name}.pptx")
    if path.exists() and not _made_here(path):
        raise WriteError(f"{path}: was changed by hand and is kept: name another file with --out")
    outputs.write(path, pptx.blank(specimen.sheets(look), look))
    return path


def named(name: str, folders: tuple[Path, ...]) -> Look:
    """A look by name: a course's own before those that ship."""
    for folder in folders:
        if name and "/" not in name and (folder / name / "look.yaml").is_file():
            return _read(folder / name / "look.yaml", folders)
    if name in shipped.looks():
        return shipped.look(name)
    packages = tuple(place.folder / "looks" for place in places.installed())
    if packages and folders != packages:
        return named(name, packages)
    own = [path.parent.name for folder in folders for path in sorted(folder.glob("*/look.yaml"))]
    known = dict.fromkeys([*own, *shipped.looks()])
    hint = settings.nearest(name, list(known))
    raise TemplateError(f"there is no look '{name}', {hint} A look is a folder looks/NAME with a look.yaml, or a .pptx")


def _folders(job: Job) -> tuple[Path, ...]:
    """Where looks lie: in the pack, its courses, the project, beside the pack, or where the command is given."""
    beside = (job.home / "looks", job.home.absolute().parent / "looks", Path("looks"))
    return tuple(dict.fromkeys((*beside[:1], *job.course.look_folders(), *beside[1:])))


def _read(path: Path, folders: tuple[Path, ...]) -> Look:
    return compose.look(_text(path), file=str(path), pages=typefaces.OWN, base=_base(path, folders))


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateError(f"{path}: is not UTF-8 text: save it as UTF-8") from None


def _base(path: Path, folders: tuple[Path, ...]) -> Callable[[str], Look]:
    """The look that a file extends: one that ships, or another that lies further on the way."""

    def found(name: str) -> Look:
        left = folders[folders.index(path.parents[1]) + 1 :] if path.parents[1] in folders else ()
        own = [each.parent.name for folder in left for each in sorted(folder.glob("*/look.yaml"))]
        known = list(dict.fromkeys([*own, *shipped.looks()]))
        if name not in known:
            raise TemplateError(f"{path}: 'extends' cannot be '{name}', {settings.nearest(name, known)}")
        return named(name, left)

    return found


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ReadError(f"{path}: is larger than {MOST_BYTES // 1_000_000} MB: take its films and pictures out")
        return path.read_bytes()
    except OSError as problem:
        raise ReadError(f"{path}: cannot be read ({problem.strerror}): see whether the name is right") from None


def _made_here(path: Path) -> bool:
    """Whether a file is as a build left it: office programs put another name into its properties."""
    try:
        with ZipFile(BytesIO(_bytes(path))) as archive:
            return _OURS in archive.read("docProps/core.xml")
    except (BadZipFile, KeyError):
        return False
