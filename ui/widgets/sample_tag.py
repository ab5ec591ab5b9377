"""The mark of what is invented: it stands on every screen of the sample vault."""

from PySide6.QtCore import QCoreApplication

from ui.widgets.layout import shown_if
from ui.widgets.tags import Tag

_TALL = 22


def sample_words() -> str:
    """Return what the mark says."""
    return QCoreApplication.translate("SampleTag", "Sample")


class SampleTag(Tag):
    """Quiet, in the accent's tone; hidden unless it is `shown`."""

    def __init__(self, *, shown: bool = False) -> None:
        super().__init__(sample_words(), icon="compass", tone="accent", height=_TALL)
        about = QCoreApplication.translate("SampleTag", "A sample: schools, people and figures are invented.")
        self.setToolTip(about)
        self.setAccessibleDescription(about)
        shown_if(self, shown)
