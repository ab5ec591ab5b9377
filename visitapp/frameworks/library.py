"""The installed frameworks: files read, checked and turned into domain values."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TypeVar, cast

from pydantic import ValidationError

from visitapp.domain.framework import Framework, Vocabulary
from visitapp.errors import FrameworkError
from visitapp.frameworks.faults import Fault, first_fault, found
from visitapp.frameworks.programme_shape import ProgrammeShape
from visitapp.frameworks.references import framework_faults, vocabulary_faults
from visitapp.frameworks.shapes import VocabularyShape
from visitapp.frameworks.table_shape import Shape
from visitapp.frameworks.toml_files import read_toml

_S = TypeVar("_S", bound=Shape)


@dataclass(frozen=True, slots=True)
class Library:
    """The frameworks that can be used, by file name, and a sentence for each file that cannot."""

    frameworks: tuple[Framework, ...] = ()
    problems: tuple[str, ...] = ()

    def find(self, key: str) -> Framework | None:
        """Return the framework with a key such as `code@version`, or None."""
        return next((one for one in self.frameworks if one.key == key), None)


def load_framework(path: Path, vocabularies_dir: Path) -> Framework:
    """Return the framework in a file, with the vocabularies it names.

    Raises FrameworkError naming the file, the key as a dotted path counted from one, and what was expected.
    """
    return _framework(path, partial(_vocabulary_in, vocabularies_dir))


def load_vocabulary(path: Path) -> Vocabulary:
    """Return the vocabulary in a file. Raises FrameworkError as `load_framework` does."""
    vocabulary = cast("Vocabulary", _shaped(VocabularyShape, path).value())
    if vocabulary.code != path.stem:
        _refuse_first(path, [Fault("code", "the name of the file without its ending", found(vocabulary.code))])
    _refuse_first(path, vocabulary_faults(vocabulary))
    return vocabulary


def installed(frameworks_dir: Path, vocabularies_dir: Path) -> Library:
    """Return every framework of a folder that can be used; a bad file never keeps a good one out."""
    if not frameworks_dir.is_dir():
        return Library((), (f"{frameworks_dir.name}: expected a folder of frameworks; there is none",))
    frameworks: dict[str, Framework] = {}
    vocabulary = cache(partial(_vocabulary_in, vocabularies_dir))
    problems = list(_vocabulary_problems(vocabularies_dir, vocabulary))
    for path in sorted(frameworks_dir.glob("*.toml")):
        try:
            framework = _framework(path, vocabulary)
            if framework.key in frameworks:
                _refuse_first(path, [Fault("version", "a version no other file has", found(framework.version))])
        except FrameworkError as error:
            problems.append(str(error))
            continue
        frameworks[framework.key] = framework
    return Library(tuple(frameworks.values()), tuple(problems))


def _framework(path: Path, vocabulary: Callable[[str], Vocabulary]) -> Framework:
    shape = _shaped(ProgrammeShape, path)
    named = shape.vocabularies.written().items()
    framework = shape.framework({role: _for_role(path, role, str(name), vocabulary) for role, name in named})
    _refuse_first(path, framework_faults(framework))
    return framework


def _for_role(path: Path, role: str, name: str, vocabulary: Callable[[str], Vocabulary]) -> Vocabulary:
    try:
        return vocabulary(name)
    except FrameworkError as error:
        fault = Fault(f"vocabularies.{role}", "the name of a vocabulary that can be read", str(error))
        raise FrameworkError(fault.in_file(path.name)) from error


def _vocabulary_in(folder: Path, name: str) -> Vocabulary:
    return load_vocabulary(folder / f"{name}.toml")


def _vocabulary_problems(folder: Path, vocabulary: Callable[[str], Vocabulary]) -> Iterator[str]:
    for path in sorted(folder.glob("*.toml")):
        try:
            vocabulary(path.stem)
        except FrameworkError as error:
            yield str(error)


def _shaped(shape: type[_S], path: Path) -> _S:
    try:
        return shape.model_validate(read_toml(path))
    except ValidationError as error:
        raise FrameworkError(first_fault(error).in_file(path.name)) from error


def _refuse_first(path: Path, faults: Iterable[Fault]) -> None:
    for fault in faults:
        raise FrameworkError(fault.in_file(path.name))
