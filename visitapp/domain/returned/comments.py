"""The comments of a returned file, each with what was replied to it."""

from collections.abc import Iterator, Sequence

from visitapp.domain.answering import COMMENT, Remark
from visitapp.domain.returned.matching import Match
from visitapp.domain.returned.reading import ReadComment

RESOLVED = "Marked as resolved in the file."
_BEHIND = 0.3


def comment_remarks(comments: Sequence[ReadComment], match: Match) -> Iterator[Remark]:
    """Yield a remark for each comment that is no reply; `given` is what it stands on, `said` all that was said."""
    known = {one.id for one in comments}
    places = _places(match)
    for one in comments:
        replies = _replies(one, comments)
        if (one.parent and one.parent in known and not _circular(one, comments)) or not (one.text or replies):
            continue
        number = places.get(one.id, next((places[reply.id] for reply in replies if reply.id in places), None))
        record = "" if number is None else match.record_at(number)
        yield Remark(
            "",
            position=(len(match.units) if number is None else number) + _BEHIND,
            record_id=record,
            near="" if record or number is None else match.record_before(number),
            kind=COMMENT,
            sent=match.pieces[match.owner[number]].text if number in match.owner else "",
            given=one.about,
            said="\n".join([one.text, *map(_reply, replies), *([RESOLVED] if one.resolved else [])]),
            by=one.by,
            on=one.on,
            sure=number is None or match.owner.get(number, -1) not in match.unsure,
        )


def _places(match: Match) -> dict[str, int]:
    """Return in which unit each comment stands first; one that belongs to a text that left goes before any other."""
    places: dict[str, int] = {}
    for number, unit in enumerate(match.units):
        for comment in unit.comments:
            before = places.setdefault(comment, number)
            if match.record_at(number) and not match.record_at(before):
                places[comment] = number
    return places


def _replies(comment: ReadComment, comments: Sequence[ReadComment]) -> list[ReadComment]:
    """Return the replies to a comment and to its replies, in order."""
    thread = {comment.id}
    for _ in comments:
        more = {one.id for one in comments if one.parent in thread} - thread
        if not more:
            break
        thread |= more
    return [one for one in comments if one.id in thread and one.id != comment.id]


def _circular(comment: ReadComment, comments: Sequence[ReadComment]) -> bool:
    """Return whether a reply leads back to itself, as in no honest file; the first of such a ring is told."""
    parents = {one.id: one.parent for one in comments}
    ring, at = [comment.id], comment.parent
    while at in parents and at not in ring:
        ring.append(at)
        at = parents[at]
    return at in ring and comment.id == min(ring[ring.index(at) :])


def _reply(comment: ReadComment) -> str:
    return f"{comment.by}: {comment.text}" if comment.by else comment.text
