"""What the register offers to whoever looks for a school: those nearest first, closed ones after what they became."""

from collections.abc import Collection, Sequence
from functools import partial

from visitapp.domain.published.offers import Offered, Offers
from visitapp.domain.published.schools import RegisterSchool
from visitapp.store.connection import Connection
from visitapp.store.published.ages import day_of, newest
from visitapp.store.published.schools import find_schools, links_of, school
from visitapp.store.published.seeking import sought

_MOST = 20
_CLOSED = "closed"


def offered(
    connection: Connection, text: str, authorities: Sequence[str] = (), town: str = "", day: str | None = None
) -> Offers:
    """Return the schools found for some words: those in `town` first, then open ones of these authorities, then the
    others that are open, then closed ones, each after what it became. `day` is the register's, where it is known."""
    register = newest(connection, "school")
    if not register:
        return Offers()
    found = {one.urn: one for one in _nearest(connection, text, authorities, town)}
    ordered = sorted(found.values(), key=partial(_distance, text, set(authorities), town.casefold()))[:_MOST]
    shown: dict[str, Offered] = {}
    for one in ordered:
        later = _became(connection, one) if _is_closed(one) else None
        if later is not None:
            shown.setdefault(later.urn, Offered(later))
        shown[one.urn] = Offered(one, f"{later.name}, {later.urn}" if later is not None else "")
    return Offers(tuple(shown.values()), True, _day(connection, register) if day is None else day)


def _nearest(connection: Connection, text: str, authorities: Sequence[str], town: str) -> tuple[RegisterSchool, ...]:
    """Return every school that may have to be shown: all there are, or those of each sort where they are many."""
    near = partial(find_schools, connection, limit=_MOST)
    found = near(text)
    if len(found) < _MOST:
        return found
    own = (*near(text, among=authorities, leading=True), *near(text, among=authorities)) if authorities else ()
    return (*found, *(near(f"{text} {town}") if town else ()), *own, *near(text, leading=True))


def _day(connection: Connection, register: int) -> str:
    """Return the day a register is of: the one its file names, else the newest in it."""
    changed = "select coalesce(max(changed_on), '') from school where batch = ?"
    return day_of(connection, register) or str(connection.execute(changed, (register,)).fetchone()[0])


def _distance(
    text: str, authorities: Collection[str], town: str, one: RegisterSchool
) -> tuple[bool, bool, bool, bool, str]:
    """Return what puts schools in order."""
    begins = sought(one.name).startswith(sought(text).rstrip())
    elsewhere = bool(town) and one.town.casefold() != town
    return _is_closed(one), elsewhere, one.authority_code not in authorities, not begins, sought(one.name)


def _is_closed(one: RegisterSchool) -> bool:
    return one.status == _CLOSED


def _became(connection: Connection, closed: RegisterSchool) -> RegisterSchool | None:
    """Return the school that is open now and came, perhaps through others, from a closed one; None for several."""
    links = {(one.urn, one.other_urn) for one in links_of(connection, closed.urn) if one.sort == "successor"}
    reached, waiting = {closed.urn}, [closed.urn]
    while waiting:
        urn = waiting.pop()
        further = {other for one, other in links if one == urn} - reached
        reached |= further
        waiting += further
    later = [school(connection, urn) for urn in sorted(reached - {closed.urn})]
    still = [one for one in later if one is not None and not _is_closed(one)]
    return still[0] if len(still) == 1 else None
