"""How many notes are linked with an answer, as a chip that opens them."""

from ui.widgets.chips import Chip
from ui.workspace.desk import Desk
from visitapp.domain.weighed import notes_bearing


class EvidenceChip(Chip):
    """A count of linked notes. Press it to see and change them."""

    def __init__(self, desk: Desk, key: str, letter: str) -> None:
        super().__init__("", icon="notebook-pen", command=True, small=True)
        self._desk, self._answer_key, self._letter = desk, key, letter
        self.count = 0
        self.refresh()

    def refresh(self) -> None:
        """Show how many notes are linked."""
        against = len(notes_bearing(self._desk.record, self._answer_key, against=True))
        self.count = len(notes_bearing(self._desk.record, self._answer_key))
        words = self.tr("Evidence on {letter}: {pro} for, {con} against")
        name = words.format(letter=self._letter, pro=self.count - against, con=against)
        if not self.count:
            name = self.tr("Evidence on {letter}: none linked yet").format(letter=self._letter)
        self.set_label(str(self.count), name)
        self.setToolTip(f"{name}  E")
