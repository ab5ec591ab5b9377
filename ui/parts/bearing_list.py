"""What may be linked with an answer, as a list model: notes or findings, each with how it stands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.parts.evidence_tray_words import spoken
from ui.workspace.judging import Stance
from visitapp.domain.criteria import reported_as
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.record import VisitRecord
from visitapp.domain.weighable import Nearness, Offered

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BearingList(QAbstractListModel):
    """Holds what is offered, in the order it was given; `stance` says how each stands."""

    def __init__(self, stance: Callable[[Note | Finding], Stance], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stance = stance
        self._record: VisitRecord | None = None
        self._offered: tuple[Offered, ...] = ()

    def show_offered(self, record: VisitRecord, offered: Sequence[Offered]) -> None:
        """Hold these; the same ones again are only drawn afresh."""
        self._record = record
        if tuple(one.one.id for one in offered) == tuple(one.one.id for one in self._offered):
            self._offered = tuple(offered)
            self.redraw()
            return
        self.beginResetModel()
        self._offered = tuple(offered)
        self.endResetModel()

    def redraw(self) -> None:
        """Have everything drawn again: how it stands may be other."""
        if self._offered:
            self.dataChanged.emit(self.index(0), self.index(len(self._offered) - 1))

    def offered(self, row: int) -> Offered | None:
        """Return what stands in a row, or None past the end."""
        return self._offered[row] if 0 <= row < len(self._offered) else None

    def row_of(self, record_id: str) -> int:
        """Return the row of a note or finding, -1 when it is not here."""
        return next((row for row, one in enumerate(self._offered) if one.one.id == record_id), -1)

    def why(self, row: int) -> str:
        """Return in words why a row stands where it does, or for a linked finding what the report makes of it."""
        offered = self.offered(row)
        if offered is None or self._record is None:
            return ""
        if isinstance(offered.one, Finding):
            return shown_as(self._record, offered.one) if self.stance(offered.one) else ""
        return _nearness_words(offered.nearness) if not self.stance(offered.one) else ""

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._offered)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row in words, for a screen reader with how it stands first."""
        offered = self.offered(index.row())
        if offered is None or self._record is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return offered.one.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            one, framework = offered.one, self._record.framework
            words = spoken(framework, one) if isinstance(one, Note) else _finding_words(self._record, one)
            said = (stance_words(one, self.stance(one)) or _tr("Not linked"), words, self.why(index.row()))
            return ". ".join(part.rstrip(".") for part in said if part)
        return None


def stance_words(one: Note | Finding, stance: Stance) -> str:
    """Return how something stands, in a word; empty when it is not linked."""
    if isinstance(one, Finding):
        return _tr("Linked") if stance else ""
    return {"for": _tr("For"), "against": _tr("Against"), "": ""}[stance]


def shown_as(record: VisitRecord, finding: Finding) -> str:
    """Return under what the report shows a finding, or that it does not."""
    kind = reported_as(record, finding)
    return _tr("Shown in the report as: {kind}").format(kind=kind) if kind else _tr("Not in the report")


def _finding_words(record: VisitRecord, finding: Finding) -> str:
    kind = record.framework.finding_kind(finding.kind)
    return f"{kind.label if kind else finding.kind}. {finding.text.strip()}"


def _nearness_words(nearness: Nearness) -> str:
    return {
        Nearness.IN_FINDING: _tr("in a linked finding"),
        Nearness.MENTIONS: _tr("uses its words"),
    }.get(nearness, "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("BearingList", text)
