"""What an inspection says, line by line: the whole, each area of its framework, safeguarding, and anything else."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.inspection_line import InspectionLine
from ui.widgets.fields import TextArea
from ui.widgets.layout import clear, column, wrap
from ui.widgets.text import Text
from visitapp.domain.preparing import KnownInspection
from visitapp.domain.published.history import Event, judgements_of
from visitapp.domain.published.scales import CONCERN, EXPECTED, GRADED, SAFEGUARDING, UNGRADED, InspectionLists


class InspectionLines(QWidget):
    """The lines of one inspection; words of areas that a framework does not have stand below, so that none is lost.

    `changed` tells that words were typed, `done` that a field was left or a word chosen.
    """

    changed = Signal()
    done = Signal()

    def __init__(self, lists: InspectionLists, event: Event | None) -> None:
        super().__init__()
        self._lists, self._framework, self._kind = lists, "", GRADED
        self._published = _published(event)
        self.outcome = self._wired(InspectionLine(self.tr("Overall"), published=event.outcome if event else ""))
        self.areas: dict[str, InspectionLine] = {}
        self._areas_box = column(spacing=6)
        self._areas = wrap(self._areas_box)
        self.others = TextArea(
            self.tr("Other judgements"), placeholder=self.tr("One on a line, such as Collective worship: excellent"),
            least=2, most=12,
        )  # fmt: skip
        self.others.changed.connect(self.changed)
        self.others.done.connect(self.done)
        self._others = wrap(column(Text(self.tr("Other judgements"), "captionm"), self.others, spacing=4))
        self.setLayout(column(self.outcome, self._areas, self._others, spacing=6))

    def show_inspection(self, known: KnownInspection) -> None:
        """Show what was typed of an inspection."""
        self.outcome.set_words(known.outcome)
        self._lay_out(known.framework, judgements_of(known, self._lists))

    def show_framework(self, code: str) -> None:
        """Ask for the areas of another framework; words written already stay."""
        self._lay_out(code, self._said(code))

    def show_kind(self, kind: str) -> None:
        """Ask for what an inspection of this sort says."""
        self._kind = kind
        framework = self._lists.framework(self._framework)
        is_full = kind == GRADED
        self._areas.setVisible(is_full)
        self._others.setVisible(is_full and (not self.areas_of_framework() or bool(self.others.text().strip())))
        is_asked = not is_full or framework is None or framework.overall
        self.outcome.setVisible(is_asked or bool(self.outcome.words()))
        scale = self._lists.scale_of(self._framework)
        if kind == EXPECTED:
            self.outcome.call(self.tr("When"), self.tr("Such as: not before 2028"))
        else:
            self.outcome.call(self.tr("Overall") if is_full else self.tr("Outcome"))
        outcomes = tuple(dict.fromkeys(self._lists.outcomes.values())) if kind == UNGRADED else ()
        self.outcome.offer(scale.words if is_full and scale else outcomes)

    def areas_of_framework(self) -> tuple[str, ...]:
        """Return the codes of the areas its framework has."""
        framework = self._lists.framework(self._framework)
        return framework.areas if framework else ()

    def has_areas(self) -> bool:
        """Return whether something is written for an area."""
        return bool(self.judgements())

    def judgements(self) -> tuple[str, ...]:
        """Return "area: words" for each that is written, in the order of the report."""
        lines = (f"{line.label}: {words}" for line in self.areas.values() if (words := line.words()))
        others = (" ".join(line.split()) for line in self.others.text().splitlines())
        return (*lines, *filter(None, others))

    def _said(self, framework: str) -> Mapping[str, str]:
        typed = KnownInspection("", framework=framework, judgements=self.judgements())
        return judgements_of(typed, self._lists)

    def _lay_out(self, framework: str, said: Mapping[str, str]) -> None:
        self._framework = framework
        clear(self._areas_box)
        codes = (*self.areas_of_framework(), *self._beside())
        self.areas = {code: self._line(code, said.get(code, "")) for code in codes}
        for line in self.areas.values():
            self._areas_box.addWidget(line)
        rest = [f"{self._label(code)}: {words}" for code, words in said.items() if code not in self.areas]
        self.others.set_text("\n".join(rest))
        self.show_kind(self._kind)

    def _beside(self) -> tuple[str, ...]:
        framework = self._lists.framework(self._framework)
        if framework is None or not framework.scale:
            return ()
        return (SAFEGUARDING, CONCERN) if framework.safeguarding else (CONCERN,)

    def _line(self, code: str, words: str) -> InspectionLine:
        if code == CONCERN:
            choices = tuple(dict.fromkeys(self._lists.concerns.values()))
        else:
            scale = self._lists.scale_of(self._framework, code)
            choices = scale.words if scale else ()
        return self._wired(InspectionLine(self._label(code), choices, words, self._published.get(code, "")))

    def _label(self, code: str) -> str:
        return self._lists.areas[code].label if code in self._lists.areas else code

    def _wired(self, line: InspectionLine) -> InspectionLine:
        line.changed.connect(self.changed)
        line.done.connect(self.done)
        return line


def _published(event: Event | None) -> Mapping[str, str]:
    if event is None or not event.number:
        return {}
    said = {one.area: one.words for one in event.areas}
    return said | {SAFEGUARDING: event.safeguarding, CONCERN: event.concern}
