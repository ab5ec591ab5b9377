"""Schools somebody may mean: those of the vault and of the register, and how two in the vault become one."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from visitapp.domain.change import Change
from visitapp.domain.ids import new_id
from visitapp.domain.places import put
from visitapp.domain.published.offers import Offers, matched
from visitapp.domain.published.schools import RegisterSchool
from visitapp.domain.visit import School

if TYPE_CHECKING:
    from sqlmodel import Session

    from ui.workspace.desk import Desk
    from ui.workspace.published import Published

Known = Callable[[Collection[str]], Sequence[School]]
"""Gives the schools of the vault that bear one of some URNs."""


class SchoolOffers(QObject):
    """Looks in the register off the window's thread, nearest schools first; `authorities` are the codes of where the
    reader works. Once it is gone, nothing is told any more."""

    def __init__(
        self,
        published: "Published",
        authorities: Sequence[str],
        known: Known | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._published, self._authorities, self._known = published, tuple(authorities), known
        self._day: str | None = None
        published.changed.connect(self._forget_day)
        self.has_register = False
        """Whether there is a register to be asked, as far as is known yet."""

    def _forget_day(self) -> None:
        self._day = None

    def prepare(self) -> None:
        """Find out at once whether there is a register and of which day, so that no search has to."""
        self.find("", _not_told)

    def find(self, text: str, done: Callable[[Offers], None], town: str = "") -> None:
        """Look for schools; those in `town` come first."""
        from visitapp.store.published.offering import offered

        wanted = partial(offered, text=text, authorities=self._authorities, town=town, day=self._day)
        self._published.ask(wanted, Offers(), partial(self._take, done))

    def why_none(self) -> str:
        """Return in a sentence why nothing is found in a register: there is none, or it cannot be asked."""
        if self._published.trouble is not None:
            says = self._published.trouble.says
            return self.tr("The register of schools cannot be asked. {trouble}").format(trouble=says)
        return self.tr(
            "No register of schools has been read in. Library reads one in; then its schools are found here."
        )

    def known(self, urns: Collection[str]) -> dict[str, School]:
        """Return the schools that are in the vault already, by URN."""
        return {one.urn: one for one in self._known(urns)} if self._known is not None else {}

    def made(self, found: RegisterSchool) -> School:
        """Return a new school of the vault, matched to its line of the register."""
        return matched(School(new_id()), found, self.day)

    @property
    def day(self) -> str:
        """The ISO day of the register that was asked last, empty when it says none."""
        return self._day or ""

    def _take(self, done: Callable[[Offers], None], offers: Offers) -> None:
        self.has_register = offers.has_register
        if offers.has_register:
            self._day = offers.day
        done(offers)


def _not_told(_offers: Offers) -> None:
    """Nobody waits for this answer."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Another school of the vault with the same number, and the ids of the visits to it."""

    school: School
    visits: tuple[str, ...]


def ask_for_twins(desk: "Desk", urn: str, done: Callable[[tuple[Twin, ...]], None]) -> None:
    """Tell which other schools of the vault bear a URN, once all that was done before is on the disk."""
    desk.ask(partial(_twins, urn=urn, own=desk.record.school.id), done)


def make_one(desk: "Desk", found: RegisterSchool, day: str, twins: Sequence[Twin]) -> None:
    """Match the school of the visit and bring the visits of its twins under it, as one act that Undo takes back."""
    changes = [
        *put(desk.record, matched(desk.record.school, found, day)),
        *(Change("visit", one, "school_id", desk.record.school.id) for twin in twins for one in twin.visits),
        *(Change("school", twin.school.id, "deleted", True) for twin in twins),
    ]
    desk.act(desk.tr("Two schools made one"), changes)


def _twins(session: "Session", urn: str, own: str) -> tuple[Twin, ...]:
    from visitapp.store.visits import schools_numbered, visits_to

    found = [one for one in schools_numbered(session, (urn,)) if one.id != own]
    return tuple(Twin(one, visits_to(session, one.id)) for one in found)
