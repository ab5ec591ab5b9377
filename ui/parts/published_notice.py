"""What stands in the way of published data, said where it is missed, and the way to begin it anew."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.layout import clear, column
from ui.workspace.published import Published, Trouble

_ANEW = "anew"
_MOST_NAMED = 6


class PublishedNotice(QWidget):
    """Empty as long as published data can be asked. Its button is reached by Tab next `after` another."""

    def __init__(self, published: Published, after: QWidget | None = None) -> None:
        super().__init__()
        self._published, self._after = published, after
        self._said: tuple[Trouble | None, tuple[str, ...]] = (None, ())
        self._list = column(spacing=8)
        self.setLayout(self._list)
        self.hide()

    def show_trouble(self, trouble: Trouble | None, lost: Sequence[str] = ()) -> None:
        """Say why published data cannot be asked, or which files were lost with it and wait to be read in again."""
        if self._said == (trouble, tuple(lost)):
            return
        self._said = trouble, tuple(lost)
        clear(self._list)
        if trouble is not None:
            words = trouble.says
            if trouble.can_begin_anew:
                words = self.tr(
                    "{fault} Begin anew, then read the published files in again; the old file is kept beside the new "
                    "one under a dated name."
                ).format(fault=trouble.says)
            actions = [(_ANEW, self.tr("Begin anew"))] if trouble.can_begin_anew else []
            banner = Banner("risk", "circle-alert", self.tr("Published data cannot be read"), words, actions)
            banner.acted.connect(self._begin_anew)
            self._list.addWidget(banner)
            button = banner.findChild(Button)
            if self._after is not None and button is not None:
                self.setTabOrder(self._after, button)  # made late, it would come last
        elif lost:
            self._list.addWidget(self._of_lost(lost))
        self.setVisible(bool(self._list.count()))

    def say(self, sentence: str) -> None:
        """Say why something asked for was not done, until what is known is shown again."""
        self._said = None, (sentence,)
        clear(self._list)
        self._list.addWidget(Banner("risk", "circle-alert", self.tr("Nothing was changed"), sentence))
        self.show()

    def _of_lost(self, lost: Sequence[str]) -> Banner:
        names = ", ".join(lost[:_MOST_NAMED])
        if len(lost) > _MOST_NAMED:
            names = self.tr("{names} and {count} more").format(names=names, count=len(lost) - _MOST_NAMED)
        words = self.tr("These were read in before and are no longer here: {names}.").format(names=names)
        return Banner("develop", "history", self.tr("To be read in again"), words)

    def _begin_anew(self, _code: str) -> None:
        self._published.begin_anew(self._say_begun, self.say)

    def _say_begun(self) -> None:
        announce(self, self.tr("Published data was begun anew. The old file is kept beside it."))


def unreadable(trouble: str) -> EmptyState:
    """Return what stands where something of published data would, while it cannot be asked."""
    title = QCoreApplication.translate("PublishedNotice", "Published data cannot be read")
    return EmptyState("circle-alert", title, trouble)
