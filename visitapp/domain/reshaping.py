"""Making one finding of two, or two of one: no word and no piece of evidence is lost on the way."""

from collections.abc import Collection
from dataclasses import replace

from visitapp.domain.change import Change, altered, created, removed
from visitapp.domain.finding import Finding, Support, support_id
from visitapp.domain.places import put
from visitapp.domain.record import VisitRecord
from visitapp.domain.weighing import Bearing, bearing_id


def merged(record: VisitRecord, gone: Finding, kept: Finding) -> tuple[Change, ...]:
    """Return the changes that make one finding of two: its words are those of both, a line each, to be reworded.

    Evidence, criteria and actions of the one that goes come over; where a note speaks to both, what it says of the
    kept one stands. The new words were agreed with nobody yet.
    """
    texts = [one.text.strip() for one in (kept, gone) if one.text.strip()]
    joined = replace(kept, text="\n".join(dict.fromkeys(texts)), agreed=False)
    return (
        *altered(kept, joined),
        *_links_over(record, gone, kept),
        *_bearings_over(record, gone, kept),
        *(
            Change("action", one.id, "finding_id", kept.id)
            for one in record.living("action")
            if one.finding_id == gone.id
        ),
        *removed([gone]),
    )


def split(
    record: VisitRecord, whole: Finding, new_id: str, words: tuple[str, str], staying: Collection[str]
) -> tuple[Change, ...]:
    """Return the changes that make two findings of one: the first keeps its id, the second stands behind it.

    `words` are those of the first and the second. Notes in `staying` stay with the first alone; all others go with
    the second, so that each piece of evidence stands somewhere. The second takes kind, group and strand.
    """
    after = [one.position for one in record.findings(whole.kind, whole.group) if one.position > whole.position]
    place = (whole.position + min(after)) / 2 if after else whole.position + 1
    first = replace(whole, text=words[0].strip(), agreed=False)
    second = replace(whole, id=new_id, text=words[1].strip(), position=place, agreed=False)
    moving = [one for one in record.supports(whole.id) if one.note_id not in staying]
    return (
        *altered(whole, first),
        *created(second),
        *(one for link in moving for one in created(_link(second, link))),
        *removed(moving),
    )


def _links_over(record: VisitRecord, gone: Finding, kept: Finding) -> tuple[Change, ...]:
    held = {one.note_id for one in record.supports(kept.id)}
    coming = [one for one in record.supports(gone.id) if one.note_id not in held]
    return tuple(change for one in coming for change in put(record, _link(kept, one)))


def _bearings_over(record: VisitRecord, gone: Finding, kept: Finding) -> tuple[Change, ...]:
    held = {one.key for one in record.living("bearing") if one.finding_id == kept.id}
    links: list[Bearing] = [one for one in record.living("bearing") if one.finding_id == gone.id]
    coming = [
        replace(one, id=bearing_id(one.visit_id, one.key, kept.id), finding_id=kept.id)
        for one in links
        if one.key not in held
    ]
    return (*(change for one in coming for change in put(record, one)), *removed(links))


def _link(finding: Finding, like: Support) -> Support:
    return replace(like, id=support_id(finding.id, like.note_id), finding_id=finding.id)
