"""Where a text stands, who changed it and when, and what became of it, in the words of the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.parts.note_words import local_time
from visitapp.domain.answering import ACCEPTED, ASIDE, REJECTED, REWORDED, Remark
from visitapp.domain.report import Report, Table, heading_text
from visitapp.domain.returned.log import TextPlace, text_places
from visitapp.domain.returned.rows import cell_of
from visitapp.domain.versions import FINAL
from visitapp.domain.writing import Export

_BETWEEN = "  \u00b7  "


@dataclass(frozen=True)
class Grounds:
    """What an answer is read against: the version that left, where each text stood in it, and the report now, with
    the number of the version it would leave as."""

    export: Export
    places: Mapping[str, TextPlace]
    now: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    next_revision: int = 0


def grounds(export: Export, report: Report) -> Grounds:
    """Return what an answer to a version is read against; `report` is the report as it would leave now.

    Headings are told without their numbers.
    """
    plain = {heading_text(section): section.heading for section in report.sections}
    tables = (block for section in report.sections for block in section.blocks if isinstance(block, Table))
    headers = {row_id: table.header for table in tables for row_id in table.row_ids}
    places = {
        record_id: replace(place, heading=plain.get(place.heading, place.heading))
        for record_id, place in text_places(export.sent(), headers).items()
    }
    return Grounds(export, places, report.texts(), headers, report.revision)


def place_words(remark: Remark, on: Grounds) -> tuple[str, str]:
    """Return under which heading a remark stands, and where there."""
    place = on.places.get(remark.record_id, TextPlace())
    if not place.heading:
        return _tr("Outside the sections"), ""
    column = cell_of(remark)
    header = on.headers.get(remark.record_id, ())
    if column is not None:
        named = header[column].lower() if column < len(header) else _tr("column {number}").format(number=column + 1)
        return place.heading, _tr("row {number}, {column}").format(number=place.number, column=named)
    return place.heading, numbered(place)


def numbered(place: TextPlace) -> str:
    """Return which of the texts, or of the rows, under its heading a text is."""
    if not place.number:
        return _tr("heading")
    words = _tr("row {number}") if place.is_row else _tr("paragraph {number}")
    return words.format(number=place.number)


def after_words(remark: Remark, on: Grounds) -> str:
    """Return after which text a new or moved one stands, empty when that is not known."""
    place = on.places.get(remark.near, TextPlace())
    if not place.heading:
        return ""
    where = f"{place.heading} {numbered(place)}" if place.number else place.heading
    return _tr("after {where}").format(where=where)


def day_words(iso: str, *, year: bool = False) -> str:
    """Return a kept moment as "Tue 25 Nov"; empty when there is none."""
    moment = _moment(iso)
    return f"{moment:%a} {moment.day} {moment:%b}" + (f" {moment:%Y}" if year else "") if moment else ""


def moment_words(iso: str) -> str:
    """Return a kept moment as "Mon 1 Dec, 14:06"."""
    moment = _moment(iso)
    return f"{day_words(iso)}, {moment:%H:%M}" if moment else ""


def by_words(remark: Remark) -> str:
    """Return who changed or said it and when, as far as the file tells."""
    moment = _moment(remark.on)
    day = f"{moment.day} {moment:%b}" if moment else ""
    return ", ".join(part for part in (remark.by, day) if part)


def version_words(export: Export) -> str:
    """Return what a version is called: "Draft 1"."""
    words = _tr("Final {number}") if export.status == FINAL else _tr("Draft {number}")
    return words.format(number=export.revision)


def verdict_tag(verdict: str) -> tuple[str, str, str]:
    """Return words, tone and icon of a verdict."""
    tags = {
        ACCEPTED: (_tr("Accepted"), "strength", "check"),
        REWORDED: (_tr("Reworded"), "query", "pencil"),
        REJECTED: (_tr("Rejected"), "risk", "x"),
        ASIDE: (_tr("Set aside"), "neutral", "archive"),
    }
    return tags.get(verdict, (_tr("To decide"), "neutral", ""))


def joined(*parts: str) -> str:
    """Return what there is of these, with dots between."""
    return _BETWEEN.join(part for part in parts if part)


def quoted(text: str) -> str:
    """Return a text in quotation marks."""
    return f"\u201c{text.strip()}\u201d"


def _moment(iso: str) -> datetime | None:
    try:
        return local_time(iso)
    except ValueError:
        return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Returned", text)
