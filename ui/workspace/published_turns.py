"""What was last done to published data, in the order it was done: taken back and done again as one thing each."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.background import is_there, run_in_background

if TYPE_CHECKING:
    from visitapp.store.connection import Connection

Write = Callable[[Callable[["Connection"], str]], str]
STANDING, CONFIRMED = "standing", "confirmed"


@dataclass(frozen=True, slots=True)
class Act:
    """That a file came to stand or no longer does, or that somebody said it is right."""

    batch_id: str
    what: str
    value: bool = True


class Turns:
    """The acts of one open vault; `write` does some work on the database, on any thread, and hands on its answer."""

    def __init__(self, owner: QObject, write: Write, tell: Callable[[], None]) -> None:
        self._owner, self._write, self._tell = owner, write, tell
        self._done: list[Act] = []
        self._undone: list[Act] = []

    def note(self, act: Act) -> None:
        """Remember what was done."""
        self._done.append(act)
        self._undone.clear()

    def forget_all_but(self, known: Collection[str]) -> None:
        """Let go of what was done to files that are not there any more: another reading took their place."""
        for acts in (self._done, self._undone):
            acts[:] = [one for one in acts if one.batch_id in known]

    def do(self, act: Act, done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Do it off the window's thread and remember it; `done` follows, or `failed` with a sentence."""
        self.note(act)
        self._carry_out(act, partial(self._told, done), partial(self._not_done, act, failed))

    def turn(self, done: Callable[[Act, str], None], failed: Callable[[str], None], *, again: bool) -> None:
        """Take the last act back, or do the last one taken back `again`; nothing happens where there is none. `done`
        gets what was done and the file's title, empty where the file is not there any more."""
        source, target = (self._undone, self._done) if again else (self._done, self._undone)
        if source:
            act = source.pop()
            now = act if again else replace(act, value=not act.value)
            target.append(act)
            not_turned = partial(self._not_turned, act, source, target, failed)
            self._carry_out(now, partial(self._told_title, done, now), not_turned)

    def _carry_out(self, act: Act, told: Callable[[str], None], failed: Callable[[str], None]) -> None:
        run_in_background(self._owner, partial(self._write, partial(_written, act=act)), told, failed)

    def _not_done(self, act: Act, failed: Callable[[str], None], sentence: str) -> None:
        if act in self._done:
            self._done.remove(act)
        if is_there(failed):
            failed(sentence)

    def _not_turned(
        self, act: Act, source: list[Act], target: list[Act], failed: Callable[[str], None], sentence: str
    ) -> None:
        if act in target:
            target.remove(act)
            source.append(act)
        if is_there(failed):
            failed(sentence)

    def _told_title(self, done: Callable[[Act, str], None], act: Act, title: str) -> None:
        self._told(partial(done, act, title))

    def _told(self, done: Callable[[], None], _title: str = "") -> None:
        self._tell()
        if is_there(done):
            done()


def _written(connection: "Connection", act: Act) -> str:
    """Do it, and return the file's title, empty where nothing is held of it; read later, it might not be had."""
    from visitapp.store.published import batches

    if act.what == STANDING:
        batches.set_standing(connection, act.batch_id, standing=act.value)
    else:
        batches.set_confirmed(connection, act.batch_id, confirmed=act.value)
    return next((one.title for one in batches.batches(connection) if one.id == act.batch_id), "")
