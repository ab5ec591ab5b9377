"""The versions of a report that left the app: what is different between two, text by text."""

from collections.abc import Mapping
from dataclasses import dataclass

from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Report
from visitapp.domain.writing import Export

FINAL = "FINAL"
_HEADINGS = ("section.", "part.")


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


def full_versions(record: VisitRecord) -> tuple[Export, ...]:
    """Return the exports of the report itself whose texts are kept, newest first; other papers are left out."""
    return tuple(one for one in reversed(record.exports) if one.texts and not one.variant)


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
