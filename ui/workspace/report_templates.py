"""The organisations' own Word templates: copies kept on this device, and which programme goes by which."""

import hashlib
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from visitapp.durable import OWNER_ONLY, replace_whole
from visitapp.errors import StorageError, UnreadableFileError, VisitappError
from visitapp.paths import templates_dir

_SHA256 = re.compile(r"[0-9a-f]{64}")
_ENDING = ".docx"
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Template:
    """An adopted Word file: the SHA-256 of its copy, and the name it had where it was taken from."""

    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class ReportLook:
    """What a report will look like: the content of a template and its name, or none for the built-in look.

    `trouble` says why the built-in look stands in for a template that was chosen; `found` of `wanted` is how much
    of what a report needs the template has.
    """

    name: str = ""
    content: bytes | None = None
    trouble: str = ""
    found: int = 0
    wanted: int = 0


class ReportTemplates:
    """The copies in a folder, and the choices of this device by the code of a programme."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or templates_dir()
        self._choices: Mapping[str, Template] = {}

    def use(self, choices: str) -> None:
        """Go by these choices, written as `choices_with` writes them."""
        self._choices = read_choices(choices)

    def chosen(self, programme: str) -> Template | None:
        """Return the template of a programme, or None for the built-in look."""
        return self._choices.get(programme)

    def look_of(self, programme: str) -> "FindLook":
        """Return what finds, on any thread, the look a report of this programme gets now."""
        return partial(_look, self._folder, self.chosen(programme))

    def keep(self, content: bytes, name: str) -> Template:
        """Keep a copy of a template that was checked; raises StorageError when the disk refuses."""
        template = Template(hashlib.sha256(content).hexdigest(), name)
        path = _path(self._folder, template)
        part = path.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_whole(path, part, content, OWNER_ONLY)
        except OSError as fault:
            _discard(part)
            words = _tr(
                "Nothing was changed. {name} could not be copied: {reason}. Make room on the disk and try again."
            )
            raise StorageError(words.format(name=name, reason=fault.strerror or fault)) from fault
        return template

    def content(self, template: Template) -> bytes:
        """Return the copy of a template, byte for byte as it was adopted; raises UnreadableFileError otherwise."""
        return _content(self._folder, template)

    def forget_unused(self) -> None:
        """Delete the copies that no choice names any more; what cannot be deleted stays."""
        used = {_path(self._folder, one) for one in self._choices.values()}
        for path in self._folder.glob(f"*{_ENDING}"):
            if path not in used and _SHA256.fullmatch(path.stem):
                _discard(path)


FindLook = partial[ReportLook]
"""What finds a look when it is called, which may take a moment."""


def read_choices(text: str) -> dict[str, Template]:
    """Return the templates by programme that `choices_with` wrote; whatever cannot be read is left out."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return {}
    pairs = kept.items() if isinstance(kept, dict) else ()
    return {code: Template(one["sha256"], one["name"]) for code, one in pairs if _is_choice(one)}


def choices_with(choices: str, programme: str, template: Template | None) -> str:
    """Return the choices as text, with another template for one programme, None for the built-in look."""
    chosen = read_choices(choices)
    chosen.pop(programme, None)
    if template is not None:
        chosen[programme] = template
    kept = {code: {"sha256": one.sha256, "name": one.name} for code, one in sorted(chosen.items())}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def read_template(path: Path) -> bytes:
    """Return a Word file somebody offers as a template; raises UnreadableFileError when there is none to be had."""
    try:
        if path.stat().st_size > _LARGEST:
            words = _tr(
                "Nothing was changed. {name} is larger than 64 MB. Take pictures out of it, or choose another."
            )
            raise UnreadableFileError(words.format(name=path.name))
        return path.read_bytes()
    except OSError as fault:
        words = _tr("Nothing was changed. {name} could not be read: {reason}.")
        raise UnreadableFileError(words.format(name=path.name, reason=fault.strerror or fault)) from fault


def offered_look(path: Path | None) -> FindLook:
    """Return what finds the look of a template that is not adopted, or the built-in one without a path.

    Raises UnreadableFileError when the file cannot be had.
    """
    return partial(ReportLook) if path is None else partial(ReportLook, path.name, read_template(path))


def _look(folder: Path, template: Template | None) -> ReportLook:
    """Find a look: the copy is checked again, and one that does not pass never stops a report."""
    if template is None:
        return ReportLook()
    from exports.word.adopted.check import check_template

    try:
        content = _content(folder, template)
        points = check_template(content).points
    except VisitappError as fault:
        words = _tr("{why} The built-in look is used.")
        return ReportLook(template.name, trouble=words.format(why=fault))
    found, lacking = (sum(one.sort == sort for one in points) for sort in ("found", "falls-back"))
    return ReportLook(template.name, content, found=found, wanted=found + lacking)


def _content(folder: Path, template: Template) -> bytes:
    try:
        content = _path(folder, template).read_bytes()
    except OSError as fault:
        words = _tr("The copy of {name} on this device is missing.")
        raise UnreadableFileError(words.format(name=template.name)) from fault
    if hashlib.sha256(content).hexdigest() != template.sha256:
        words = _tr("The copy of {name} on this device is not as it was adopted.")
        raise UnreadableFileError(words.format(name=template.name))
    return content


def _path(folder: Path, template: Template) -> Path:
    return folder / f"{template.sha256}{_ENDING}"


def _discard(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _is_choice(one: object) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(one.get("name"), str)
        and isinstance(one.get("sha256"), str)
        and _SHA256.fullmatch(one["sha256"]) is not None
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReportTemplates", text)
