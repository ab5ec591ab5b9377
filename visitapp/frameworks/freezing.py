"""The copy of a framework a visit keeps: one canonical text, readable for as long as visits are."""

import hashlib
import json
from dataclasses import MISSING, asdict, fields, is_dataclass
from functools import cache, lru_cache
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from visitapp.domain.framework import Framework
from visitapp.errors import FrameworkError

_T = TypeVar("_T")


def freeze(framework: Framework) -> str:
    """Return a framework and its vocabularies as JSON with sorted keys: the same framework, the same text."""
    return json.dumps(asdict(framework), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """Return the SHA-256 of a frozen framework in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@lru_cache(maxsize=8)
def thaw(text: str) -> Framework:
    """Return the framework a text was frozen from.

    Keys this version does not know are ignored, and missing ones take the domain's defaults, so a copy made by
    an older or a newer version stays readable. Raises FrameworkError when the text is no framework.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FrameworkError("The visit's copy of its framework cannot be read: it is not JSON.") from error
    return cast("Framework", _decoded(Framework, content, "framework"))


def _decoded(kind: Any, value: object, path: str) -> object:  # noqa: ANN401
    if is_dataclass(kind):
        return _dataclass(kind, value, path)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple(inner, _of(list, value, path), path)
    if origin is dict:
        table = _of(dict, value, path)
        return {str(key): _decoded(inner[1], one, f"{path}.{key}") for key, one in table.items()}
    if NoneType in inner:
        return None if value is None else _decoded(inner[0], value, path)
    return _of(kind, value, path)


def _dataclass(kind: Any, value: object, path: str) -> object:  # noqa: ANN401
    table = _of(dict, value, path)
    known: dict[str, object] = {}
    for name, inner, required in _parts(kind):
        if name in table:
            known[name] = _decoded(inner, table[name], f"{path}.{name}")
        elif required:
            raise _unreadable(f"{path}.{name}", "is missing")
    return cast("object", kind(**known))


def _tuple(inner: tuple[Any, ...], values: list[object], path: str) -> tuple[object, ...]:
    if inner[-1] is Ellipsis:
        inner = (inner[0],) * len(values)
    if len(inner) != len(values):
        raise _unreadable(path, f"has {len(values)} entries, not {len(inner)}")
    pairs = enumerate(zip(inner, values, strict=True), 1)
    return tuple(_decoded(kind, one, f"{path}.{i}") for i, (kind, one) in pairs)


def _of(kind: type[_T], value: object, path: str) -> _T:
    if type(value) is not kind:
        raise _unreadable(path, f"is not a {_NAMES.get(kind, kind.__name__)}")
    return value


_NAMES: dict[type, str] = {str: "text", int: "whole number", bool: "yes or no", list: "list", dict: "table"}


@cache
def _parts(kind: type[Any]) -> tuple[tuple[str, Any, bool], ...]:
    hints = get_type_hints(kind)
    return tuple(
        (one.name, hints[one.name], one.default is MISSING and one.default_factory is MISSING) for one in fields(kind)
    )


def _unreadable(path: str, what: str) -> FrameworkError:
    return FrameworkError(f"The visit's copy of its framework cannot be read: {path} {what}.")
