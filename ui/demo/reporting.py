"""The report is written section by section, its front page filled in, and exported to Word by the dialog."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.demo.hands import LostWayError
from ui.demo.walk import Walk
from ui.parts.fact_date import short_day
from ui.parts.fact_form import FactForm
from ui.widgets.banner import Banner
from ui.widgets.chips import PickerChip
from ui.widgets.radio_card import RadioCard
from visitapp.domain.composition import compose_report
from visitapp.domain.forms import field_options, field_value, front_key, section_key
from visitapp.domain.framework import Field
from visitapp.domain.report_words import spelt_out
from visitapp.domain.writing import Export

_EVENING = 18 * 60


@dataclass(frozen=True, slots=True)
class Delivered:
    """A report on disk, and what was counted when it was read back."""

    path: Path
    sections: int
    bullets: int
    paragraphs: int
    rows: int


def write_report(walk: Walk) -> None:
    """Type every section and fill in every field of the report."""
    last_day = max((slot.day for slot in walk.sample.slots), default=1)
    walk.set_clock(last_day, _EVENING)
    walk.hands.press("Ctrl+5")
    for field in walk.asked.front:
        _fill(walk, field, front_key(field), "Front page")
    for section in walk.asked.outline:
        for field in section.fields:
            _fill(walk, field, section_key(section, field), f"Facts of {section.heading}")
        text = walk.sample.section_text(section.code)
        if text:
            walk.hands.focus(f"{section.heading}, text", QPlainTextEdit)
            walk.hands.write_quickly(text)


def export_report(walk: Walk) -> Delivered:
    """Press Export in the open dialog, and read the file back. Raises LostWayError when it is refused."""
    hands, before = walk.hands, walk.ids("export")
    hands.press("Return")
    hands.wait_until(lambda: walk.ids("export") != before or bool(_refusal(walk)), "exporting the report")
    if _refusal(walk):
        raise LostWayError(f"The report was not exported. {_refusal(walk)}")
    hands.wait_until(lambda: not QApplication.activeModalWidget(), "closing the export dialog")
    return _read_back(walk, walk.the_new("export", before))


def ask_for_export(walk: Walk) -> None:
    """Open the export dialog by its keys, and choose that the report is final."""
    walk.hands.press("Ctrl+Shift+E")
    walk.hands.wait_until(lambda: QApplication.activeModalWidget() is not None, "opening the export dialog")
    walk.hands.focus("Final", RadioCard)
    walk.hands.press("Space")
    walk.hands.focus("File name", QLineEdit)


def put_outcome_away(walk: Walk) -> None:
    """Close what is said of the export, and mark the report as done."""
    walk.hands.wait_until(partial(walk.hands.shows, "Close"), "saying that the report is exported")
    walk.hands.focus("Close")
    walk.hands.press("Space")
    walk.mark_done("Report")


def _fill(walk: Walk, field: Field, key: str, form: str) -> None:
    answer = walk.sample.answers.get(key)
    wanted = str(answer.value) if answer is not None else _of_school(walk, field)
    if not wanted or wanted == field_value(walk.desk.record, field, key):
        return
    control = _form(walk, form).field(field.code)
    walk.hands.point_at(control)
    if isinstance(control, PickerChip):
        walk.hands.press("Space")
        walk.hands.choose(
            next(one.label for one in field_options(walk.desk.record, field, key) if one.code == wanted)
        )
        return
    walk.hands.replace(short_day(wanted) if field.kind == "date" else wanted)
    walk.hands.press("Tab")


def _of_school(walk: Walk, field: Field) -> str:
    """Return what New visit does not ask for, and the front page does."""
    root, _, name = field.default.partition(".")
    return str(getattr(walk.sample.school, name)) if root == "school" and name == "trust" else ""


def _form(walk: Walk, name: str) -> FactForm:
    return next(one for one in walk.page.findChildren(FactForm) if one.accessibleName() == name)


def _refusal(walk: Walk) -> str:
    banners = (one for one in walk.page.findChildren(Banner) if one.isVisible())
    said = (one.accessibleName() for one in banners)
    return next((words for words in said if "not exported" in words), "")


def _read_back(walk: Walk, export_id: str) -> Delivered:
    from exports.word.verify import verify

    export = walk.desk.record.find("export", export_id)
    assert isinstance(export, Export)
    path = Path(walk.sitting.session.settings.reports_folder) / export.file_name
    made = datetime.fromisoformat(export.at).astimezone()
    report = compose_report(walk.desk.record, export.revision, export.status, made)
    if walk.desk.aids is not None:
        report = spelt_out(report, walk.desk.aids.shorthand)
    counted = verify(report, path)
    return Delivered(path, counted.sections, counted.bullets, counted.paragraphs, counted.rows)


def tell_recipients(walk: Walk) -> None:
    """Say in Follow-up who has the report, and since when."""
    days = [str(one.value) for key, one in walk.sample.answers.items() if key.startswith("sent.")]
    if days:
        walk.sitting.moment = datetime.fromisoformat(f"{max(days)}T09:00:00+00:00")
    walk.hands.press("Ctrl+6")
    for recipient in walk.asked.distribution:
        if f"sent.{recipient.code}" in walk.sample.answers:
            walk.hands.focus(recipient.label, QWidget)
            walk.hands.press("Space")
