"""Where should this note go: a small menu of new findings and of findings to add to."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme.painting import icon
from ui.widgets.tones import TONES
from visitapp.domain.framework import FindingGroup, FindingKind
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import first_words

_WORDS = 56
_UNNAMED = (FindingGroup("", "", ""),)


def groups_of(record: VisitRecord) -> tuple[FindingGroup, ...]:
    """Return the groups findings stand in, one unnamed group when the framework has none."""
    return record.framework.finding_groups or _UNNAMED


def menu_words(text: str) -> str:
    """Return text that a menu shows as it is: an ampersand would otherwise underline a letter."""
    return text.replace("&", "&&")


class FindingChooser(QMenu):
    """Opens with the first new finding chosen, so that Enter makes it. `kind` narrows it to one list.

    `new_wanted` brings kind and group of a finding to make, `link_wanted` the id of one to add to.
    """

    new_wanted = Signal(str, str)
    link_wanted = Signal(str)

    def __init__(self, record: VisitRecord, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Choose a finding"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._record = record
        self._first: dict[str, QAction] = {}
        kinds = [one for one in record.framework.finding_kinds if kind in ("", one.code)]
        for one in kinds:
            self._offer_new(one)
        for one in kinds:
            self._offer_existing(one)
        self.setActiveAction(next(iter(self._first.values()), self.actions()[0] if self.actions() else QAction(self)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the key of a kind go to its new finding."""
        wanted = self._first.get(event.text().upper()) if event.text() else None
        if wanted is not None:
            self.setActiveAction(wanted)
            return
        super().keyPressEvent(event)

    def _offer_new(self, kind: FindingKind) -> None:
        for group in groups_of(self._record):
            words = self.tr("New: {kind}").format(kind=kind.label)
            if group.title:
                words = f"{words} \u00b7 {group.number} {first_words(group.title, 36)}"
            action = self.addAction(icon(kind.icon, TONES[kind.tone].front), menu_words(words))
            action.triggered.connect(partial(self._choose_new, kind.code, group.code))
            self._first.setdefault(kind.key.upper(), action)

    def _offer_existing(self, kind: FindingKind) -> None:
        found = self._record.findings(kind.code)
        if found:
            self.addSeparator()
        for finding in found:
            words = first_words(finding.text, _WORDS) or self.tr("(no words yet)")
            action = self.addAction(icon("link-2", TONES[kind.tone].front), menu_words(self._add_to(words)))
            action.triggered.connect(partial(self._choose_existing, finding.id))

    def _add_to(self, words: str) -> str:
        return self.tr("Add to: {finding}").format(finding=words)

    def _choose_new(self, kind: str, group: str, checked: bool = False) -> None:
        self.new_wanted.emit(kind, group)

    def _choose_existing(self, finding_id: str, checked: bool = False) -> None:
        self.link_wanted.emit(finding_id)
