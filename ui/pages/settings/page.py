"""Settings: how this device looks, who you are on paper, and where reports go."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QWidget

from ui.pages.settings.template_card import TemplateCard
from ui.pages.settings.writing import WritingCard
from ui.settings import Settings
from ui.theme.painting import wash
from ui.theme.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.fields import TextField
from ui.widgets.layout import Line, Piece, column, row, wrap
from ui.widgets.sample_tag import SampleTag
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card, Scroll
from ui.widgets.text import Text
from visitapp.paths import reports_dir

_SIZES = (90, 100, 110, 120, 130, 140, 150)
_TWO_COLUMNS_FROM = 760


class SettingsPage(QWidget):
    """Choices of this device, and the reviewer's name; each is given away as soon as it is made.

    `reviewer_changed` brings name, role and organisation.
    """

    changed = Signal(object)
    reviewer_changed = Signal(str, str, str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._reviewer = ("", "", "")
        self._make_controls()
        self._lay_out()
        self._connect()
        self.show_settings(settings)

    def settings(self) -> Settings:
        """Return the choices as they stand."""
        return self._settings

    def show_settings(self, settings: Settings) -> None:
        """Show other choices without telling anyone."""
        self._settings = settings
        self.look.set_current(settings.look)
        self.touch.set_current("on" if settings.touch else "off")
        self.text_size.set_current(str(round(settings.text_scale * 100)))
        self.writing.show_settings(settings)
        self.templates.show_settings(settings)
        self._folder.set_text(settings.reports_folder or str(reports_dir()))
        self.usual_folder.setVisible(bool(settings.reports_folder))

    def show_sample(self, *, sample: bool) -> None:
        """Say that the vault is the sample, or not."""
        self._sample.setVisible(sample)

    def show_reviewer(self, name: str, role: str, organisation: str) -> None:
        """Show who the reviewer is without telling anyone."""
        self._reviewer = (name, role, organisation)
        for field, text in zip(self._person_fields(), self._reviewer, strict=True):
            if not field.edit.hasFocus():
                field.set_text(text)

    def take_focus(self) -> None:
        """Put the focus on the first choice."""
        self.look.button(self.look.current() or "device").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the cards below each other when there is no room for two."""
        super().resizeEvent(event)
        wide = self.width() >= theme().scaled(_TWO_COLUMNS_FROM)
        down = QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else down)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), "bg")

    def _make_controls(self) -> None:
        self._sample = SampleTag()
        looks = (
            Segment("device", self.tr("Device")),
            Segment("light", self.tr("Light")),
            Segment("dark", self.tr("Dark")),
            Segment("contrast", self.tr("More contrast")),
        )
        self.look = Segmented(looks, self.tr("Theme"), height=24, pad=9)
        turns = (Segment("off", self.tr("Off")), Segment("on", self.tr("On")))
        self.touch = Segmented(turns, self.tr("Touch mode"), height=24, pad=9)
        self.writing = WritingCard()
        self.templates = TemplateCard()
        self.text_size = PickerChip(self.tr("Text size"), sticky=False, small=True)
        self.text_size.set_options([(str(size), f"{size} %") for size in _SIZES])
        self.name = TextField(self.tr("Name"), hint=self.tr("Leave it empty to be shown by role only."))
        self.role = TextField(self.tr("Role"))
        self.organisation = TextField(self.tr("Organisation"))
        self._folder = Text("", "caption", "text2", wrap=True)
        self.change_folder = Button(self.tr("Change"), small=True, name=self.tr("Change the reports folder"))
        self.usual_folder = Button(self.tr("Use the usual folder"), "quiet", small=True)

    def _lay_out(self) -> None:
        title = column(
            Text(self.tr("Settings"), "display"),
            Text(self.tr("This device only. Nothing here needs the internet."), "caption", "text2"),
            spacing=0,
        )
        appearance = _card(
            self.tr("Appearance"),
            _line(self.tr("Theme"), self.tr("Device follows the system's own setting"), self.look),
            Line(),
            _line(self.tr("Text size"), self.tr("90 to 150 %"), self.text_size),
            Line(),
            _line(self.tr("Touch mode"), self.tr("Larger targets and one-tap buttons. Ctrl+Shift+T"), self.touch),
        )
        folder = column(Text(self.tr("Reports folder"), "label"), self._folder, spacing=1)
        reports = _card(
            self.tr("Reports"), row((folder, 1), self.change_folder, spacing=8), row(self.usual_folder, None)
        )
        paper = _card(self.tr("You on paper"), self.name, self.role, self.organisation)
        left, right = (
            column(appearance, reports, self.templates, None, spacing=12),
            column(paper, self.writing, None, spacing=12),
        )
        self._columns: QHBoxLayout = row((left, 1), (right, 1), spacing=12)
        inner = wrap(column(self._columns, None, margins=(0, 0, 4, 12)))
        body = Scroll(inner, self.tr("Settings"))
        head = row((title, 1), self._sample, spacing=8)
        self.setLayout(column(head, (body, 1), spacing=12, margins=(26, 16, 22, 0)))

    def _connect(self) -> None:
        self.look.picked.connect(self._choose_look)
        self.text_size.picked.connect(self._choose_size)
        self.touch.picked.connect(self._choose_touch)
        self.writing.changed.connect(self._take)
        self.templates.changed.connect(self._take)
        self.change_folder.clicked.connect(self._ask_folder)
        self.usual_folder.clicked.connect(self._forget_folder)
        for field in self._person_fields():
            field.done.connect(self._take_reviewer)

    def _person_fields(self) -> tuple[TextField, TextField, TextField]:
        return self.name, self.role, self.organisation

    def _choose_look(self, look: str) -> None:
        self._take(replace(self._settings, look=look))

    def _choose_size(self, size: str) -> None:
        self._take(replace(self._settings, text_scale=int(size) / 100))

    def _choose_touch(self, turn: str) -> None:
        self._take(replace(self._settings, touch=turn == "on"))

    def choose_folder(self, folder: str) -> None:
        """Put reports into another folder from now on."""
        self._take(replace(self._settings, reports_folder=str(Path(folder))))

    def _forget_folder(self) -> None:
        self._take(replace(self._settings, reports_folder=""))

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Where reports are saved"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(self._settings.reports_folder or str(reports_dir().parent))
        dialog.fileSelected.connect(self.choose_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_reviewer(self) -> None:
        written = (self.name.text().strip(), self.role.text().strip(), self.organisation.text().strip())
        if written != self._reviewer:
            self._reviewer = written
            self.reviewer_changed.emit(*written)

    def _take(self, settings: Settings) -> None:
        self.show_settings(settings)
        self.changed.emit(settings)


def _card(title: str, *pieces: Piece) -> Card:
    return Card(column(Text(title, "heading"), 1, *pieces, spacing=9), margins=(18, 13, 16, 15), name=title)


def _line(title: str, note: str, control: QWidget) -> QHBoxLayout:
    words = column(Text(title, "label"), Text(note, "caption", "text2", wrap=True), spacing=1)
    return row((words, 1), control, spacing=8)
