"""How a remark stands in the record: what hinders it, whether it can be decided again, and the way back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from visitapp.domain.answering import ACCEPTED, COMMENT, GONE, MOVED, NEW, REWORDED, Remark
from visitapp.domain.change import Change
from visitapp.domain.record import VisitRecord
from visitapp.domain.returned.accepting import NO_LONGER_THERE, placed
from visitapp.domain.text import paragraphs
from visitapp.domain.writing import Block


@dataclass(frozen=True, slots=True)
class Standing:
    """`hindrance` says why what was decided, or would be accepted, has to be put in place by hand; `overtaken` that
    the text was changed here since it was sent. A `final` verdict is only taken back by undo. `waits` tells that the
    wording of a reworded text is not in place yet."""

    hindrance: str = ""
    overtaken: bool = False
    final: bool = False
    waits: bool = False


def standing(record: VisitRecord, remark: Remark, now: Mapping[str, str] | None = None) -> Standing:
    """Return how a remark stands; `now` is what the report would say under each record (`Report.texts()`)."""
    if not remark.verdict:
        would = placed(record, replace(remark, verdict=ACCEPTED), now)
        return Standing("" if remark.kind == COMMENT else would.hindrance, would.overtaken)
    if remark.verdict not in (ACCEPTED, REWORDED):
        return Standing()
    done = placed(record, remark, now)
    if _is_final(record, remark):
        gone = remark.kind == GONE and done.hindrance == NO_LONGER_THERE
        hindrance = "" if gone or _stands_behind(record, remark) else done.hindrance
        return Standing(hindrance, final=not hindrance)
    waits = remark.verdict == REWORDED and bool(done.changes)
    hindrance = "" if remark.kind == COMMENT and remark.verdict == ACCEPTED else done.hindrance
    return Standing(hindrance, waits=waits)


def taken_back(record: VisitRecord, remark: Remark) -> tuple[Change, ...]:
    """Return what puts the sent text back where an accepted or reworded one stands.

    None when nothing was put in place, when only undo can take it back, or when the text was changed since.
    """
    if remark.verdict not in (ACCEPTED, REWORDED) or remark.kind in (NEW, MOVED) or _is_final(record, remark):
        return ()
    done = placed(record, remark)
    if done.changes or done.hindrance:
        return ()
    return placed(record, replace(remark, verdict=REWORDED, wording=remark.sent)).changes


def _stands_behind(record: VisitRecord, remark: Remark) -> bool:
    """Return whether a moved text already stands where it was put."""
    block = record.find("block", remark.record_id)
    if remark.kind != MOVED or not isinstance(block, Block):
        return False
    ids = [f"section.{block.section}", *(one.id for one in record.blocks(block.section))]
    return ids[ids.index(block.id) - 1] == remark.near


def _is_final(record: VisitRecord, remark: Remark) -> bool:
    """Return whether a verdict that was put in place cannot be changed: texts came, went, or stand elsewhere."""
    if remark.kind in (NEW, MOVED) or (remark.kind == GONE and remark.verdict == ACCEPTED):
        return True
    text = remark.wording if remark.verdict == REWORDED else remark.given
    several = len(paragraphs(text)) > 1 or len(paragraphs(remark.sent)) > 1
    return several and record.find("block", remark.record_id) is not None
