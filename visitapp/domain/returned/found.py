"""Everything in a returned file that a person has to decide on, nothing left out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from visitapp.domain.answering import NEW, Remark, Returned
from visitapp.domain.ids import new_id
from visitapp.domain.marks import END, NOTHING_WRITTEN, PART_PREFIX, RECORD_PREFIX, record_names
from visitapp.domain.returned.comments import comment_remarks
from visitapp.domain.returned.comparing import Comparing
from visitapp.domain.returned.likeness import loose
from visitapp.domain.returned.matching import Piece, matched
from visitapp.domain.returned.reading import FOOTER, HEADER, ReadFile
from visitapp.domain.returned.replies import is_reply, reply_remarks
from visitapp.domain.returned.units import Unit, units
from visitapp.domain.text import clean

_AROUND = ("title", "subtitle", "report ", "caption", "table heading")
_CONTENTS = "toc"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a returned file. `anchored` tells that its records were known by their bookmarks; of the
    `sent` texts that left, `same` came back as they were."""

    remarks: tuple[Remark, ...]
    anchored: bool
    same: int
    sent: int


def found_in(returned: Returned, sent: Mapping[str, str], file: ReadFile, frame: Sequence[str] = ()) -> Found:
    """Return what the school changed or said, in the order of the file, as remarks of `returned`.

    `sent` is the text that left under each record, as `Export.sent()` gives it; `frame` the texts that surround the
    records, as `frame_of` gives them: without it a change of those is only seen when it was tracked.
    """
    read = units(file.paragraphs)
    around = _Surroundings(read, frame)
    pieces = _pieces(sent, around.body())
    match = matched(pieces, read, around.holds)
    plain = [one for one in Comparing(match, bool(frame)).all() if not is_reply(one.record_id)]
    told = [*plain, *reply_remarks(sent, match), *comment_remarks(file.comments, match)]
    remarks = tuple(
        replace(one, id=new_id(), visit_id=returned.visit_id, returned_id=returned.id, position=float(number))
        for number, one in enumerate(sorted(told, key=lambda one: one.position), 1)
    )
    printed = {one.record_id for one in pieces if one.record_id and not one.is_blank and not is_reply(one.record_id)}
    touched = {one.record_id for one in plain if one.kind != NEW}
    return Found(remarks, match.anchored, len(printed - touched), len(printed))


def frame_of(sent: Mapping[str, str], file: ReadFile) -> tuple[str, ...]:
    """Return the texts of a file as it left that belong to no record: title, facts, captions, closing words."""
    read = units(file.paragraphs)
    match = matched(_pieces(sent, ()), read, lambda unit: unit.paragraphs[0].style.startswith(_CONTENTS))
    return tuple(read[number].before for number in match.left_units())


def _pieces(sent: Mapping[str, str], frame: Sequence[str]) -> list[Piece]:
    names = record_names(sent)
    given = [(record_id, clean(text), names.get(record_id, "")) for record_id, text in sent.items()]
    return [Piece(place, *one) for place, one in enumerate([*given, *(("", text, "") for text in frame)])]


class _Surroundings:
    """Knows which paragraphs surround the records, as well as it can when their texts are not given.

    The line at the head or foot of each page may stand in a file any number of times, with any number of pages.
    """

    def __init__(self, read: Sequence[Unit], frame: Sequence[str]) -> None:
        self._frame = frame
        self._running = {_without_figures(one.before) for one in read if _is_running(one)}
        self._standing = Counter(_without_figures(one.before) for one in read if not _is_running(one))
        self._fixed = set(map(_without_figures, frame))
        self._first = _first(read, RECORD_PREFIX, -1)
        self._closing = _first(read, PART_PREFIX, 1 << 30)

    def holds(self, unit: Unit) -> bool:
        """Return whether a unit belongs to no record and is as it left, as far as can be told."""
        first = unit.paragraphs[0]
        if unit.changes or first.style.startswith(_CONTENTS):
            return not unit.changes
        if self._frame:
            return _is_running(unit) and _without_figures(unit.before) in self._fixed
        said = unit.before.strip() in (NOTHING_WRITTEN, END)
        styled = first.style.startswith(_AROUND)
        outside = not self._first <= unit.place < self._closing
        return said or styled or outside or _is_running(unit)

    def body(self) -> list[str]:
        """Return the texts around the records that stand in the file, not those that run along every page.

        A title may do both: it is returned as often as it stands.
        """
        left = self._standing.copy()
        kept = []
        for text in self._frame:
            bare = _without_figures(text)
            if bare not in self._running or left[bare] > 0:
                kept.append(text)
                left[bare] -= 1
        return kept


def _is_running(unit: Unit) -> bool:
    return unit.paragraphs[0].place in (HEADER, FOOTER)


def _without_figures(text: str) -> str:
    return "".join(letter for letter in loose(text) if not letter.isdigit())


def _first(read: Sequence[Unit], prefix: str, default: int) -> int:
    return next((one.place for one in read if any(name.startswith(prefix) for name in one.names)), default)
