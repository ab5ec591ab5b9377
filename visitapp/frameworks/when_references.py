"""Whether what is limited to certain visits names contexts and commissionings there are, and other words a place."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from visitapp.domain.framework import Framework, When
from visitapp.frameworks.faults import Fault, dotted, found
from visitapp.frameworks.naming_faults import unknown

_Path = tuple[str | int, ...]


def when_faults(framework: Framework) -> Iterator[Fault]:
    """Yield every code a limit names that is not there, and every wording that leads to no words."""
    contexts = frozenset(one.code for one in framework.contexts)
    commissioning = frozenset(one.code for one in framework.commissioning)
    for path, when in _limits(framework, ()):
        for name, known, of in (
            ("contexts", contexts, "codes of contexts"),
            ("not_contexts", contexts, "codes of contexts"),
            ("commissioned", commissioning, "codes of commissioning"),
            ("not_commissioned", commissioning, "codes of commissioning"),
        ):
            yield from unknown((*path, name), getattr(when, name), known, of)
    for i, wording in enumerate(framework.wordings):
        if not _leads_to_words(framework, wording.part.split(".")):
            yield Fault(dotted(("wordings", i, "part")), "a way to words of this file", found(wording.part))


def _limits(value: object, path: _Path) -> Iterator[tuple[_Path, When]]:
    if isinstance(value, When):
        yield path, value
    elif isinstance(value, tuple):
        for i, one in enumerate(value):
            yield from _limits(one, (*path, i))
    elif is_dataclass(value):
        for field in fields(value):
            yield from _limits(getattr(value, field.name), (*path, field.name))


def _leads_to_words(value: object, path: Sequence[str]) -> bool:
    if not path:
        return isinstance(value, str)
    if isinstance(value, tuple):
        inner = next((one for one in value if getattr(one, "code", "") == path[0]), None)
    else:
        inner = getattr(value, path[0], None) if is_dataclass(value) else None
    return inner is not None and _leads_to_words(inner, path[1:])
