"""What a person weighs and decides: evidence on an answer, who was told, the support asked for."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.deciding import RESPONSES, TOLD_AT, TOLD_ON, TOLD_TO, support_responses
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.places import answered
from visitapp.domain.text import first_words
from visitapp.domain.visit import Value
from visitapp.domain.weighing import Bearing, bearing_id

Stance = Literal["", "for", "against"]
"""How a note or finding stands to an answer: not linked, for it, or against it."""
_AFTER: dict[Stance, Stance] = {"": "for", "for": "against", "against": ""}
_WORDS = 32


class Judging:
    """The weighing of the open visit. Every method is one act, which undo takes back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def stance(self, key: str, other: Note | Finding) -> Stance:
        """Return how a note or finding stands to the answer to `key`."""
        found = self._desk.record.find("bearing", self._id(key, other))
        if not isinstance(found, Bearing):
            return ""
        return "against" if found.against else "for"

    def turn(self, key: str, other: Note | Finding) -> Stance:
        """Move a note on from not linked to for, against, and off again; a finding is linked or not."""
        now = self.stance(key, other)
        wanted: Stance = _AFTER[now] if isinstance(other, Note) else ("" if now else "for")
        self.set_stance(key, other, wanted)
        return wanted

    def set_stance(self, key: str, other: Note | Finding, stance: Stance) -> None:
        """Say how a note or finding stands to the answer to `key`."""
        if stance == self.stance(key, other):
            return
        name = other.label if isinstance(other, Note) else first_words(other.text, _WORDS)
        if not stance:
            found = self._desk.record.find("bearing", self._id(key, other))
            if found is not None:
                self._desk.remove(self._tr("{name} taken away").format(name=name), found)
            return
        note_id, finding_id = (other.id, "") if isinstance(other, Note) else ("", other.id)
        words = self._tr("{name} linked") if stance == "for" else self._tr("{name} linked against")
        link = Bearing(
            self._id(key, other), self._desk.visit_id, key, note_id, finding_id, against=stance == "against"
        )
        self._desk.put(words.format(name=name), link)

    def tell_now(self) -> None:
        """Keep that the decision was told at this minute, on this device's clock."""
        now = self._desk.now().astimezone()
        record = self._desk.record
        day = answered(record, TOLD_ON, value=now.date().isoformat())
        self._desk.act(self._tr("Told"), (*day, *answered(record, TOLD_AT, value=f"{now:%H:%M}")))

    def tell(self, code: str, *, is_told: bool) -> None:
        """Keep that one of those the framework names was told of the decision, or was not."""
        self._answer(self._tr("Told"), TOLD_TO, code, is_in=is_told)

    def ask_for(self, code: str, *, is_wanted: bool) -> None:
        """Ask for one of the framework's responses, or no longer."""
        self._answer(self._tr("Support asked for"), RESPONSES, code, is_in=is_wanted)

    def is_asked_for(self, code: str) -> bool:
        """Return whether a response is asked for."""
        return any(one.code == code for one in support_responses(self._desk.record))

    def _answer(self, label: str, key: str, code: str, *, is_in: bool) -> None:
        before: Value = self._desk.record.answer(key).value
        others = tuple(one for one in before if one != code) if isinstance(before, tuple) else ()
        after = (*others, code) if is_in else others
        self._desk.answer(label, key, after or None)

    def _id(self, key: str, other: Note | Finding) -> str:
        return bearing_id(self._desk.visit_id, key, other.id)

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("Judging", text)
