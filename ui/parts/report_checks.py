"""What the programme asks before a report is final: unmet first, each a way to the place."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.style_note import StyleNote
from ui.widgets.bars import Ring
from ui.widgets.checks import StateRow
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.style_reading import StyleReading
from visitapp.domain.checks import CheckResult
from visitapp.domain.style import Flag
from visitapp.domain.style_checks import all_results

_Stop = tuple[str, str]
"""The code of a check, and the key of a flag where it has several places to go to."""


class ReportChecks(QWidget):
    """The framework's checks with a ring round how many are met. `wanted` brings the one that was pressed.

    `style_reading` reads the report; what it finds joins the list once it has. `note` shows the one gone to, and is
    put where there is room.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.style_reading = StyleReading(desk, self)
        self._rows: dict[str, StateRow] = {}
        self._at: _Stop = ("", "")
        self._results: tuple[CheckResult, ...] = ()
        self._ring = Ring(0, 1, "")
        self._said = Text("", "caption", "text2", tnum=True)
        self._list: QVBoxLayout = column(spacing=0)
        self.note = StyleNote()
        self.note.let_be.connect(self._let_be)
        self.note.not_now.connect(self._not_now)
        words = column(Text(self.tr("Before you export"), "heading"), self._said, spacing=0)
        self._scroll = Scroll(wrap(column(self._list, None, margins=(0, 0, 6, 4))), self.tr("Before you export"))
        self.setLayout(column(row(self._ring, (words, 1), spacing=8), (self._scroll, 1), spacing=2))
        self.style_reading.changed.connect(self.refresh)
        self.refresh()

    @property
    def results(self) -> tuple[CheckResult, ...]:
        """The results as they were last shown."""
        return self._results

    def results_now(self) -> tuple[CheckResult, ...]:
        """Return the results as the record now stands, with what was read last."""
        return all_results(self._desk.record, self.style_reading.reading)

    def unmet(self) -> tuple[CheckResult, ...]:
        """Return the checks that are not met, required ones first."""
        return tuple(result for result in self._results if not result.met)

    def refresh(self) -> None:
        """Show the results as the record now stands."""
        self._results = self.results_now()
        for place, result in enumerate(self._results):
            line = self._row(result)
            if self._list.indexOf(line) != place:
                self._list.insertWidget(place, line)
                line.show()
            line.set_state(*self._state(result))
        self._scroll.fit()
        met, count = len(self._results) - len(self.unmet()), len(self._results)
        said = self.tr("{met} of {count} complete").format(met=met, count=count)
        self._said.set_text(said)
        self._ring.set_done(met, count, said)
        if self._at[1]:
            here = next((one for one in self._stops() if _stop(one) == self._at), None)
            self.note.show_flag(here.flags[0] if here is not None else None)

    def step(self, steps: int) -> CheckResult | None:
        """Return the unmet check this many on from the one gone to last, round and round; None when all are met.

        A check with several places is gone to at each of them.
        """
        stops = self._stops()
        if not stops:
            return None
        codes = [_stop(one) for one in stops]
        start = codes.index(self._at) if self._at in codes else min(0, -steps)
        return self._go(stops[(start + steps) % len(stops)])

    def _stops(self) -> list[CheckResult]:
        """Return the unmet checks, one that has several places once for each."""
        found: list[CheckResult] = []
        for result in self.unmet():
            found += [replace(result, flags=(flag,), note=flag.says, place=flag.place) for flag in result.flags] or [
                result
            ]
        return found

    def _go(self, stop: CheckResult) -> CheckResult:
        self._at = _stop(stop)
        self.note.show_flag(stop.flags[0] if stop.flags else None)
        return stop

    def _row(self, result: CheckResult) -> StateRow:
        code = result.check.code
        if code not in self._rows:
            self._rows[code] = StateRow(result.check.title)
            self._rows[code].clicked.connect(partial(self._on_clicked, code))
        return self._rows[code]

    def _state(self, result: CheckResult) -> tuple[str, str]:
        if result.met:
            return "ok", ""
        if result.check.required:
            return "bad", self.tr("Required. {note}").format(note=result.note)
        return "warn", result.note

    def _on_clicked(self, code: str) -> None:
        stops = [one for one in self._stops() if one.check.code == code]
        codes = [_stop(one) for one in stops]
        after = codes.index(self._at) + 1 if self._at in codes else 0
        met = next(result for result in self._results if result.check.code == code)
        self.wanted.emit(self._go(stops[after % len(stops)] if stops else met))

    def _let_be(self, flag: Flag) -> None:
        self.style_reading.let_be(flag)

    def _not_now(self, flag: Flag) -> None:
        self.style_reading.not_now(flag)


def _stop(result: CheckResult) -> _Stop:
    return result.check.code, result.flags[0].key if result.flags else ""
