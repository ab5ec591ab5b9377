"""The versions of a report that left the app: what is different between two, text by text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from visitapp.domain.marks import FACT_HEADER, NOT_RECORDED
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Report
from visitapp.domain.text import clean, one_line
from visitapp.domain.writing import Export

FINAL = "FINAL"
_HEADINGS = ("section.", "part.")
_HEADER = "\n".join(FACT_HEADER)
_LEADS_UP = r"(?:[:|(\"\u00b7\u2013\u2014\u2018\u201c] ?|(?<![\w'\u2019-])(?!(?:and|with) )[a-z]+ )"
"""What may stand before a name in a sentence: a word in small letters, or a sign that parts."""
_GOES_ON = (
    r"(?:\w| \d|[ ,&('\u2019\u2013\u2014/-]*"
    r"(?:(?:and|at|by|for|in|le|of|on|the|under|upon|with)[ -])*[^\W\da-z_])"
)
"""How a longer name goes on where one ends: "and Nursery", "of the Hill", ", Upper Site"."""


@dataclass(frozen=True, slots=True)
class Altered:
    """A text that is not the same in two versions: under which heading, and how it reads in each, empty for none."""

    record_id: str
    heading: str
    before: str
    after: str


def altered_texts(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Altered, ...]:
    """Return the texts that differ, in the order of the newer version; those that are gone stand where they stood.

    Both are texts by the id of their record, in order, headings among them, as `Report.texts` and `Export.sent`.
    """
    headings = _headings(before) | _headings(after)
    return tuple(
        Altered(one, headings.get(one, ""), before.get(one, ""), after.get(one, ""))
        for one in _merged(list(before), list(after))
        if before.get(one) != after.get(one) and (before.get(one) or after.get(one))
    )


def versions_of(record: VisitRecord) -> tuple[tuple[Export, ...], ...]:
    """Return every version that left, newest first, each with its files in the order they were written: the Word and
    the PDF of one and the same text are one version."""
    found: dict[object, list[Export]] = {}
    for one in record.exports:
        found.setdefault((one.revision, one.variant, one.status, one.texts or one.id), []).append(one)
    return tuple(reversed([tuple(files) for files in found.values()]))


def full_versions(record: VisitRecord) -> tuple[Export, ...]:
    """Return the versions of the report itself whose texts are kept, newest first, each as its first file; other
    papers are left out."""
    return tuple(one[0] for one in versions_of(record) if one[0].texts and not one[0].variant)


def revision_for(record: VisitRecord, report: Report, variant: str = "") -> int:
    """Return the number of the version a report, or another paper, would leave as: that of the newest one of its
    variant when not a word is different and it is still a draft or still final, else the next."""
    files = [one for one in reversed(record.exports) if one.variant == variant]
    newest = files[0] if files else None
    if newest is not None and newest.status == report.status:
        of_it = (one for one in files if (one.revision, one.status) == (newest.revision, newest.status))
        framed = next((one for one in of_it if one.frame), newest)
        if _reads_as(newest, report) and _reads_as(framed, report):
            return newest.revision
    return 1 + max((one.revision for one in record.exports), default=0)


def _reads_as(export: Export, report: Report) -> bool:
    """Return whether a report has the very texts that left; those round them are compared where they are kept."""
    same_texts = export.texts == tuple(chain.from_iterable(report.texts().items()))
    return same_texts and (not export.frame or _has_front(export.frame, report))


def _has_front(frame: Sequence[str], report: Report) -> bool:
    """Return whether a frame has the school of a report and its front: the very same lines, no more and no fewer."""
    lines = [_lined(one) for one in frame]
    told = ["\n".join(_lined(text) or NOT_RECORDED for text in row) for row in report.front]
    return _front_of(lines) == told and _tells(lines, one_line(report.school))


def _tells(lines: Sequence[str], school: str) -> bool:
    """Return whether a frame tells a school: in a line or a table cell of its own, or, as a template may, in a
    sentence before the facts."""
    own = set(chain.from_iterable(one.split("\n") for one in lines))
    before_facts = takewhile(lambda line: line != _HEADER, lines)
    return not school or school in own or any(_says(line, school) for line in before_facts)


def _says(line: str, name: str) -> bool:
    """Return whether a line has a name as whole words, and not as part of a longer name, as far as can be told."""
    said = re.escape(name)
    return bool(re.search(rf"{_LEADS_UP}{said}(?!{_GOES_ON})|^{said}(?= ?[:|\u00b7])", line, re.MULTILINE))


def _front_of(lines: Sequence[str]) -> list[str]:
    """Return the rows under the header of the facts; each is two lines or more, what follows them is one."""
    after = lines[lines.index(_HEADER) + 1 :] if _HEADER in lines else ()
    return list(takewhile(lambda line: "\n" in line, after))


def _lined(text: str) -> str:
    return "\n".join(filter(None, map(one_line, clean(text).split("\n"))))


def after_final(record: VisitRecord, report: Report) -> tuple[Altered, ...]:
    """Return what reads otherwise in a report than in its last version, when that one was final."""
    newest = next(iter(full_versions(record)), None)
    if newest is None or newest.status != FINAL:
        return ()
    return altered_texts(newest.sent(), report.texts())


def _headings(texts: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    heading = ""
    for record_id, text in texts.items():
        heading = text if record_id.startswith(_HEADINGS) else heading
        found[record_id] = heading
    return found


def _merged(before: list[str], after: list[str]) -> list[str]:
    """Return every id once: those of the newer version in order, each gone one behind the one it stood behind."""
    merged, held = list(after), set(after)
    last = -1
    for one in before:
        if one in held:
            last = merged.index(one)
            continue
        last += 1
        merged.insert(last, one)
    return merged
