"""The actions of an earlier visit, each to be judged: met, partly, not met, not looked at."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.parts.fact_beside import Beside
from ui.parts.fact_date import short_day
from ui.widgets.layout import Line, column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.finding import Action
from visitapp.domain.record import VisitRecord

NOT_LOOKED_AT = "not-looked-at"
_LEAST_WORDS = 220


class EarlierActions(Card):
    """The actions an earlier visit ended with; an empty card says that there are none."""

    def __init__(self, desk: Desk, earlier: VisitRecord | None) -> None:
        self._desk = desk
        self._verdicts: dict[str, Segmented] = {}
        super().__init__(None)
        actions = [one for one in earlier.actions if one.text.strip()] if earlier else []
        when = short_day(earlier.visit.starts_on) if earlier else ""
        said = self.tr("Visit of {day}").format(day=when) if when else ""
        title = Text(self.tr("Actions from last year"), "heading")
        count = Text(str(len(actions)) if actions else "", "caption", "text3", tnum=True)
        layout = column(row(title, count, None, Text(said, "caption", "text2"), spacing=8), 3, spacing=6)
        for number, action in enumerate(actions, 1):
            if number > 1:
                layout.addWidget(Line())
            layout.addWidget(self._action_row(number, action))
        if not actions:
            layout.addWidget(Text(self._empty(earlier), "small", "text2", wrap=True))
        layout.setContentsMargins(18, 11, 18, 12)
        self.setLayout(layout)
        self.setAccessibleName(self.tr("Actions from last year"))
        self.refresh()

    def refresh(self) -> None:
        """Show the verdicts as the record now has them."""
        for action_id, verdict in self._verdicts.items():
            verdict.set_current(str(self._desk.record.answer(f"earlier.{action_id}").value or NOT_LOOKED_AT))

    def _action_row(self, number: int, action: Action) -> QWidget:
        words = [
            Segment("met", self.tr("Met")),
            Segment("partly", self.tr("Partly")),
            Segment("not-met", self.tr("Not met")),
            Segment(NOT_LOOKED_AT, self.tr("Not looked at")),
        ]
        name = self.tr("Verdict on action {number}").format(number=number)
        verdict = Segmented(words, name, height=26, pad=9)
        verdict.picked.connect(partial(self._take, action.id))
        self._verdicts[action.id] = verdict
        reply = Text(action.reply or action.first_step, "caption", "text2", wrap=True)
        reply.setVisible(bool(reply.text()))
        text = wrap(column(Text(action.text, "small", wrap=True), reply, spacing=0))
        beside = Beside(text, verdict, _LEAST_WORDS)
        return wrap(row(Text(str(number), "captionm", "text3", tnum=True), (beside, 1), spacing=9))

    def _take(self, action_id: str, verdict: str) -> None:
        self._desk.answer(self.tr("Earlier action judged"), f"earlier.{action_id}", verdict)

    def _empty(self, earlier: VisitRecord | None) -> str:
        if earlier is None:
            return self.tr("This visit follows no earlier one. When it does, the actions agreed then stand here.")
        return self.tr("No action was agreed on the earlier visit.")
