"""What opens below a criterion: the whole of it, what the report shows of it, and the reason."""

from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.parts.bearing_list import shown_as
from ui.widgets.fields import TextArea
from ui.widgets.layout import column
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.criteria import criterion_key
from visitapp.domain.framework import Criterion
from visitapp.domain.places import answer_place
from visitapp.domain.text import first_words
from visitapp.domain.weighed import findings_bearing

_WORDS = 64


class CriterionMore(QWidget):
    """The reason to write, with the criterion's whole text over it."""

    def __init__(self, desk: Desk, criterion: Criterion, name: str) -> None:
        super().__init__()
        self._desk, self._key = desk, criterion_key(criterion)
        label = self.tr("Reason for {name}").format(name=name)
        self.reason = TextArea(label, placeholder=self.tr("Why, in a sentence or two"), least=1, most=8)
        Autosave(self.reason.edit, desk, answer_place(self._key), self.tr("Reason written"))
        self._shown = Text("", "caption", "text2", wrap=True)
        whole = Text(criterion.text, "caption", "text2", wrap=True)
        self.setLayout(column(whole, self._shown, self.reason, spacing=4))
        self.refresh()

    def refresh(self) -> None:
        """Show what the report makes of it."""
        record = self._desk.record
        linked = findings_bearing(record, self._key)
        said = [f"{shown_as(record, one)}, \u201c{first_words(one.text, _WORDS)}\u201d" for one in linked]
        self._shown.set_text("\n".join(said))
        self._shown.setVisible(bool(said))
