"""The verdict on one remark: accept, reword or reject, and the words that go with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.pages.report.returned.answer_box import AnswerBox
from ui.widgets.buttons import Button
from ui.widgets.layout import Spacer, column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.answering import ACCEPTED, ASIDE, COMMENT, REJECTED, REWORDED, Remark
from visitapp.domain.places import Place
from visitapp.domain.returned.standing import Standing

KEYS = {Qt.Key.Key_A: ACCEPTED, Qt.Key.Key_W: REWORDED, Qt.Key.Key_R: REJECTED, Qt.Key.Key_S: ASIDE}
_BOXES = (REWORDED, REJECTED)


class VerdictRow(QWidget):
    """Brings `decided` with a verdict, and `left` when the words are written and the card takes over again.

    A rewording counts once Enter or "Use it" says so; what is typed before is kept all the same.
    """

    decided = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, remark: Remark) -> None:
        super().__init__()
        self._desk, self._remark = desk, remark
        self._rewording = False
        self._boxes: dict[str, AnswerBox] = {}
        self.choice = Segmented(self._segments(remark), self.tr("Verdict"))
        self.choice.picked.connect(self.choose)
        for key, verdict in KEYS.items():
            if verdict in self.verdicts():
                self.choice.button(verdict).setToolTip(f"{self.choice.button(verdict).text()}  {key.name[-1]}")
        self._use = Button(self.tr("Use it"), "soft", small=True, name=self.tr("Use this wording"))
        self._use.clicked.connect(self._use_wording)
        self._hint = Text("", "small", "text2", wrap=True)
        self._line = row(self.choice, spacing=12)
        self._line.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._use)
        self._room = Spacer()
        self._room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._line.addWidget(self._room)
        self._below = Text("", "small", "text2", wrap=True)
        self.setLayout(column(self._line, self._below, spacing=4))

    def verdicts(self) -> tuple[str, ...]:
        """Return the verdicts that can be given."""
        return self.choice.codes()

    def choose(self, verdict: str) -> None:
        """Give a verdict; a rewording first asks for its words."""
        if verdict not in self.verdicts() or not self.choice.button(verdict).isEnabled():
            return
        self._rewording = verdict == REWORDED
        if self._rewording:
            self._show_box(REWORDED)
            self.choice.set_current(REWORDED)
            self._box(REWORDED).start(self._remark.sent if self._remark.kind == COMMENT else self._remark.given)
            return
        self.decided.emit(verdict)
        if verdict == REJECTED:
            self._box(REJECTED).start()

    def refresh(self, remark: Remark, standing: Standing, hint: str) -> None:
        """Show how a remark was decided; words being typed are left alone."""
        self._remark = remark
        if remark.verdict and remark.verdict != REWORDED and not self._box_has_focus(REWORDED):
            self._rewording = False
        held = REWORDED if self._is_rewording() else remark.verdict
        self.choice.set_current(held)
        for code in self.verdicts():
            self.choice.button(code).setEnabled(not standing.final)
        self._show_box("" if standing.final else held)
        self._use.setVisible(held == REWORDED and not standing.final and (standing.waits or not remark.verdict))
        has_box = held in _BOXES and not standing.final
        said, unsaid = (self._below, self._hint) if has_box else (self._hint, self._below)
        said.set_text(hint)
        said.set_colour("develop" if standing.hindrance or standing.overtaken or standing.waits else "text2")
        said.setVisible(bool(hint))
        unsaid.setVisible(False)
        unsaid.set_text("")
        self._room.setVisible(not has_box and not hint)

    def written(self) -> str:
        """Return the wording as it stands in its box."""
        return self._boxes[REWORDED].text() if REWORDED in self._boxes else self._remark.wording

    def box(self) -> AnswerBox | None:
        """Return the box in sight, None when there is none."""
        return next((box for box in self._boxes.values() if not box.isHidden()), None)

    def _is_rewording(self) -> bool:
        return self._rewording or (not self._remark.verdict and bool(self._remark.wording))

    def _box_has_focus(self, code: str) -> bool:
        return code in self._boxes and self._boxes[code].edit.hasFocus()

    def _show_box(self, code: str) -> None:
        if code in _BOXES:
            self._box(code)
        for each, box in self._boxes.items():
            box.setVisible(each == code)

    def _box(self, code: str) -> AnswerBox:
        if code not in self._boxes:
            self._boxes[code] = box = self._made(code)
            self._line.insertWidget(1, box, 3)
            QWidget.setTabOrder(self.choice, box)
            box.escaped.connect(self.left)
        return self._boxes[code]

    def _made(self, code: str) -> AnswerBox:
        if code == REJECTED:
            place = Place("remark", self._remark.id, "reason")
            hint = self.tr("Why it stays as it was; the reply letter says so")
            box = AnswerBox(self._desk, place, self.tr("Reason"), hint, self.tr("Reason written"))
            box.entered.connect(self.left)
            return box
        place = Place("remark", self._remark.id, "wording")
        hint = self.tr("What it should say; Enter puts it in the report")
        box = AnswerBox(self._desk, place, self.tr("Wording"), hint, self.tr("Wording written"))
        box.entered.connect(self._use_wording)
        return box

    def _use_wording(self) -> None:
        box = self._box(REWORDED)
        box.autosave.seal()
        if not box.text().strip():
            box.start()
            return
        self._rewording = False
        self.decided.emit(REWORDED)
        self.left.emit()

    def _segments(self, remark: Remark) -> list[Segment]:
        accept = Segment(ACCEPTED, self.tr("Accept"), "check", name=self.tr("Accept, A"))
        reword = Segment(REWORDED, self.tr("Reword"), "pencil", name=self.tr("Reword, W"))
        reject = Segment(REJECTED, self.tr("Reject"), "x", name=self.tr("Reject, R"))
        aside = Segment(ASIDE, self.tr("Set aside"), "archive", name=self.tr("Set aside, S"))
        return [reword, reject, aside] if remark.kind == COMMENT else [accept, reword, reject]
