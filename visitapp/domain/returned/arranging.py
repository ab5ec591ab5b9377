"""The remarks of a returned file as they are decided on: by the text they are about, and what belongs to none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from visitapp.domain.answering import ASIDE, COMMENT, EDIT, GONE, MOVED, NEW, REJECTED, Remark
from visitapp.domain.returned.replies import is_reply

_HEADINGS = ("section.", "part.", "paper.")


@dataclass(frozen=True, slots=True)
class Case:
    """What is decided in one go: a remark, and the comments on the same text."""

    remark: Remark
    comments: tuple[Remark, ...] = ()

    @property
    def is_open(self) -> bool:
        """Return whether there is something to decide."""
        return any(not one.verdict for one in (self.remark, *self.comments))


@dataclass(frozen=True, slots=True)
class Arranged:
    """All that is in a returned file. `cases` are about texts that left, `unmatched` about none of them, `missing`
    texts that are no longer there; `as_sent` are the ids of those that came back as they were, of `sent` in all,
    headings left out."""

    cases: tuple[Case, ...]
    unmatched: tuple[Remark, ...]
    missing: tuple[Case, ...]
    as_sent: tuple[str, ...]
    sent: int

    @property
    def to_decide(self) -> int:
        """Return how many cases are open."""
        return sum(one.is_open for one in self.cases)

    @property
    def to_place(self) -> int:
        """Return how many texts that belong to none, or are missing, are open."""
        return sum(not one.verdict for one in self.unmatched) + sum(one.is_open for one in self.missing)


def arranged(remarks: Iterable[Remark], sent: Mapping[str, str]) -> Arranged:
    """Return the remarks of one file arranged; `sent` is what left under each record (`Export.sent()`)."""
    living = sorted((one for one in remarks if not one.deleted), key=lambda one: (one.position, one.id))
    unmatched = [one for one in living if _is_unmatched(one)]
    rest = [one for one in living if not _is_unmatched(one)]
    firsts: list[Remark] = [one for one in rest if one.kind != COMMENT]
    about: dict[str, Remark] = {one.record_id: one for one in reversed(firsts)}
    comments: dict[str, list[Remark]] = {}
    for one in rest:
        if one.kind != COMMENT:
            continue
        if one.record_id not in about:
            about[one.record_id] = one
            firsts.append(one)
        else:
            comments.setdefault(about[one.record_id].id, []).append(one)
    order = {record_id: place for place, record_id in enumerate(sent)}
    firsts.sort(key=lambda one: (order.get(one.record_id, len(order)), one.position))
    cases = [Case(one, tuple(comments.get(one.id, ()))) for one in firsts]
    printed = [record_id for record_id, text in sent.items() if text.strip() and not _is_fixed(record_id)]
    touched = {one.record_id for one in living if one.kind in (EDIT, GONE, MOVED)}
    return Arranged(
        cases=tuple(one for one in cases if one.remark.kind != GONE),
        unmatched=tuple(unmatched),
        missing=tuple(one for one in cases if one.remark.kind == GONE),
        as_sent=tuple(record_id for record_id in printed if record_id not in touched),
        sent=len(printed),
    )


def is_declined(verdict: str) -> bool:
    """Return whether a verdict leaves the record as it was sent."""
    return verdict in (REJECTED, ASIDE)


def _is_fixed(record_id: str) -> bool:
    """Return whether a text is no piece of the report: a heading, or a row to answer in."""
    return record_id.startswith(_HEADINGS) or is_reply(record_id)


def _is_unmatched(remark: Remark) -> bool:
    """Return whether a remark is about none of the texts that left: it is new, or a comment on a heading."""
    about_text = remark.record_id and not remark.record_id.startswith(_HEADINGS)
    return remark.kind == NEW or (remark.kind == COMMENT and not about_text)
