"""Which criteria are a concern, and whether the report will speak of each: said at the foot of the criteria."""

from collections.abc import Iterable
from functools import partial
from itertools import groupby

from PySide6.QtCore import QCoreApplication, Signal

from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, shown_if, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.criteria import Concern, concerns, criterion_key
from visitapp.domain.matters import is_open


class ConcernLine(Card):
    """A sentence or two, and a button for each criterion that has no finding (`finding_wanted` brings its code)."""

    finding_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(fill="accent_soft", line=None, radius=8)
        self._desk = desk
        self._shown: tuple[Concern, ...] | None = None
        self._words = Text("", "small", wrap=True)
        self._ways = Flow(spacing=6)
        self._holder = wrap(self._ways)
        mark = column(Icon("info", "accent", 17, 2), None, spacing=0)
        layout = row(mark, (column(self._words, self._holder, spacing=6), 1), spacing=10, margins=(14, 9, 14, 9))
        self.setLayout(layout)
        self.refresh()

    def refresh(self) -> None:
        """Say what the record holds; without a concern nothing is said."""
        found = concerns(self._desk.record)
        if found == self._shown:
            return
        self._shown = found
        shown_if(self, bool(found))
        words = " ".join(part for part in (self._on(found), self._linked(found), self._missing(found)) if part)
        self._words.set_text(words)
        self.setAccessibleName(words)
        self._offer_ways(self._of_kind("criterion-without-finding", found))

    def _on(self, found: tuple[Concern, ...]) -> str:
        order = {one.code: place for place, one in enumerate(self._desk.record.framework.judgement.criterion_values)}
        by_value = groupby(sorted(found, key=lambda one: order[one.value.code]), lambda one: one.value.label)
        parts = [
            self.tr("{value} on {letters}").format(value=value, letters=_letters(run)) for value, run in by_value
        ]
        return f"{'; '.join(parts)}." if parts else ""

    def _linked(self, found: tuple[Concern, ...]) -> str:
        reported = [one for one in found if one.reported_as]
        plurals = [kind.plural for kind in self._desk.record.framework.finding_kinds]
        under = {kind for one in reported for kind in one.reported_as}
        kinds = _listed([kind for kind in plurals if kind in under])
        if not reported:
            return ""
        if len(reported) < len(found):
            words = self.tr("The report shows {letters} under {kinds}.")
        elif len(found) == 1:
            words = self.tr("It is linked to a finding, so the report shows it under {kinds}.")
        else:
            words = self.tr("Each is linked to a finding, so the report shows all of them under {kinds}.")
        return words.format(letters=_letters(reported), kinds=kinds)

    def _missing(self, found: tuple[Concern, ...]) -> str:
        apart = self._of_kind("criterion-without-finding", found)
        silent = self._of_kind("criterion-unreported", found)
        said = []
        if apart:
            one, more = self.tr("{letters} is linked to no finding."), self.tr("{letters} are linked to no finding.")
            said.append((one if len(apart) == 1 else more).format(letters=_letters(apart)))
        if silent:
            words = self.tr("What is linked with {letters} does not stand in the report.")
            said.append(words.format(letters=_letters(silent)))
        return " ".join(said)

    def _of_kind(self, kind: str, found: Iterable[Concern]) -> list[Concern]:
        return [one for one in found if is_open(self._desk.record, kind, criterion_key(one.criterion))]

    def _offer_ways(self, apart: list[Concern]) -> None:
        clear(self._ways)
        for one in apart:
            words = self.tr("Link {letter} to a finding").format(letter=one.criterion.letter)
            button = Button(words, "secondary", icon="link-2", small=True)
            button.clicked.connect(partial(self.finding_wanted.emit, one.criterion.code))
            self._ways.addWidget(button)
        self._holder.setVisible(bool(apart))


def _letters(found: Iterable[Concern]) -> str:
    return _listed([one.criterion.letter for one in found])


def _listed(parts: list[str]) -> str:
    last = QCoreApplication.translate("ConcernLine", "{others} and {last}")
    return last.format(others=", ".join(parts[:-1]), last=parts[-1]) if len(parts) > 1 else "".join(parts)
