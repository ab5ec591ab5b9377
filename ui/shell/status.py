"""Whether the work is saved, and that being offline is normal."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.announce import announce
from ui.widgets.icons import Icon
from ui.widgets.layout import row
from ui.widgets.sample_tag import SampleTag
from ui.widgets.tags import Tag
from ui.widgets.text import Text


class SaveStatus(QWidget):
    """A quiet line in the header. Only a failure is announced; a save never is."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("circle-check", "strength", 15, 2)
        self._words = Text("", "caption", "text2", tnum=True)
        self._sample = SampleTag()
        self._offline = Tag(self.tr("Offline"), icon="wifi-off", height=22)
        self._offline.hide()
        line = row(self._icon, self._words, spacing=5)
        self.setLayout(row(line, self._sample, self._offline, spacing=14))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Everything is saved and encrypted on this device. You do not need the internet."))
        self._show("", "circle-check", "strength", "text2")

    def show_saved(self, at: str) -> None:
        """Say that everything up to a time such as 10:42 is on the disk."""
        words = self.tr("Saved {at} on this device") if self._sample.isHidden() else self.tr("Saved {at}")
        self._show(words.format(at=at), "circle-check", "strength", "text2")

    def show_saving(self) -> None:
        """Say that a save takes longer than usual."""
        self._show(self.tr("Saving"), "circle-dot", "accent", "text2")

    def show_failed(self, message: str) -> None:
        """Say, aloud too, that something is not on the disk."""
        self._show(message, "circle-alert", "risk", "risk")
        announce(self, message, urgent=True)

    def set_offline(self, *, offline: bool) -> None:
        """Show or hide the offline tag."""
        self._offline.setVisible(offline)
        self._rename()

    def set_sample(self, *, sample: bool) -> None:
        """Show or hide the tag that marks a sample visit."""
        self._sample.setVisible(sample)
        self._rename()

    def _show(self, words: str, icon: str, icon_colour: str, colour: str) -> None:
        self._icon.set_icon(icon, icon_colour)
        self._icon.setVisible(bool(words))
        self._words.set_text(words)
        self._words.set_colour(colour)
        self._rename()

    def _rename(self) -> None:
        offline = "" if self._offline.isHidden() else self.tr("Offline: nothing leaves this device.")
        sample = "" if self._sample.isHidden() else self.tr("Sample visit.")
        parts = (f"{self._words.text()}." if self._words.text() else "", sample, offline)
        self.setAccessibleName(" ".join(part for part in parts if part))
