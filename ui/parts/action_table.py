"""The actions of a visit as a table that can be pasted into a letter, an email or a sheet."""

from html import escape

from PySide6.QtCore import QCoreApplication, QMimeData

from exports.handover.comma_separated import harmless
from visitapp.domain.changed_report import verdict_label
from visitapp.domain.finding import Action
from visitapp.domain.forms import short_date
from visitapp.domain.record import VisitRecord
from visitapp.domain.taking_over import still_open
from visitapp.domain.text import one_line

Row = tuple[str, ...]
_CELL = "<td style=\"mso-number-format:'\\@'\">"
"""A sheet takes such a cell for text, whatever it begins with."""


def action_rows(record: VisitRecord) -> tuple[Row, ...]:
    """Return a header and a row for each action a school is working on."""
    return (_header(), *(_row(record, number, one) for number, one in enumerate(still_open(record), 1)))


def as_mime(rows: tuple[Row, ...]) -> QMimeData:
    """Return rows for the clipboard: as tab-separated text, and as an HTML table."""
    data = QMimeData()
    data.setText("\n".join("\t".join(map(harmless, row)) for row in rows))
    data.setHtml(_html(rows))
    return data


def _header() -> Row:
    return (
        _tr("Number"),
        _tr("Action"),
        _tr("Urgency"),
        _tr("Who"),
        _tr("First step"),
        _tr("First step by"),
        _tr("By"),
        _tr("How it will be known"),
        _tr("Progress"),
        _tr("School\u2019s reply"),
    )


def _row(record: VisitRecord, number: int, action: Action) -> Row:
    urgency = next((one.label for one in record.framework.urgencies if one.code == action.urgency), "")
    first_by = _tr("done") if action.first_step_done else short_date(action.first_step_due)
    texts = (action.text, urgency, action.owner, action.first_step, first_by, short_date(action.due), action.measure)
    return (str(number), *map(one_line, texts), _progress(record, action), one_line(action.reply))


def _progress(record: VisitRecord, action: Action) -> str:
    words = {"started": _tr("Started"), "done": _tr("Done"), "stopped": _tr("Stopped")}
    status = words.get(action.status, _tr("Not started"))
    verdict = verdict_label(record, action.verdict)
    return f"{status} ({verdict})" if verdict else status


def _html(rows: tuple[Row, ...]) -> str:
    header, *body = rows
    head = "".join(f'<th scope="col" align="left">{escape(cell)}</th>' for cell in header)
    lines = "".join(f"<tr>{''.join(f'{_CELL}{escape(cell)}</td>' for cell in row)}</tr>" for row in body)
    table = f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody>"
    return f'<table border="1" cellspacing="0" cellpadding="4">{table}</table>'


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActionTable", text)
