"""Typesetting a source, offline: nothing is read, written or asked of a network; fonts are those that come with the
program and, where a sign is in none of them, those of the machine."""

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from exports.pdf.literal import in_words
from visitapp.errors import ExportError
from visitapp.paths import resource

_STANDARD: Final = "ua-1"
_REFUSED = re.compile(r'(?:the text|disallowed codepoint) `(".*?")`', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_MOST_TRIES = 12
_OTHER_SCRIPTS = 0x0590
"""Where letters begin that the bundled font does not hold."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A PDF, every text set in it, in order, and the signs that are named in words for want of a font."""

    pdf: bytes
    texts: tuple[str, ...]
    named: frozenset[str]


def typeset(source: str, made: datetime) -> Typeset:
    """Return the PDF of a source, dated `made` (aware); raises ExportError when it cannot be set.

    Nothing is written to a disk on the way, so that no text is left there if the program is killed.
    """
    found = _set(source, made, own_fonts=True)
    if isinstance(found, Typeset):
        return found
    named: frozenset[str] = frozenset()
    for tries in range(_MOST_TRIES + 1):
        found = _set(source, made, own_fonts=False, named=named)
        if isinstance(found, Typeset):
            return found
        named |= _unusual(source) if tries == _MOST_TRIES - 1 else found
    raise ExportError(_refused("some of its signs are in no font of this machine"))


def _set(
    source: str, made: datetime, *, own_fonts: bool, named: frozenset[str] = frozenset()
) -> "Typeset | frozenset[str]":
    """Return what was set, or the signs no font holds or no PDF may hold."""
    import typst

    typesetting = resource("typeset")
    try:
        compiler = typst.Compiler(
            str(typesetting / "report.typ"),
            root=str(typesetting),
            font_paths=[str(resource("fonts"))],
            ignore_system_fonts=own_fonts,
            sys_inputs={"report": in_words(source, named)},
            package_path=str(typesetting),
            package_cache_path=str(typesetting),
        )
        pdf = compiler.compile(format="pdf", pdf_standards=[_STANDARD], timestamp=int(made.timestamp()))
        texts = json.loads(compiler.query("<said>", field="value"))
    except RuntimeError as fault:
        missing = _without_font(str(fault))
        if missing:
            return missing
        raise ExportError(_refused(str(fault).partition("\n")[0])) from fault
    if not isinstance(pdf, bytes):
        raise ExportError(_refused("it has no pages"))
    return Typeset(pdf, tuple(texts), named)


def _without_font(fault: str) -> frozenset[str]:
    """Return the signs a refusal names; variation selectors and joiners go with the sign before them."""
    found = _REFUSED.search(fault)
    words = _ESCAPED.sub(lambda one: chr(int(one.group(1), 16)), found.group(1)[1:-1]) if found else ""
    return frozenset(one for one in words if ord(one) > 0x7F)


def _unusual(source: str) -> frozenset[str]:
    """Return every sign of a source that a plain font may lack."""
    return frozenset(one for one in source if ord(one) >= _OTHER_SCRIPTS and not _is_punctuation(one)) | frozenset(
        one for one in source if unicodedata.category(one) in ("Cc", "Cn", "Co") and one != "\n"
    )


def _is_punctuation(sign: str) -> bool:
    return 0x2000 <= ord(sign) < 0x2070


def _refused(reason: str) -> str:
    return f"Your text is safe in Visitapp, but no PDF was written: {reason}. Export the report to Word instead."
