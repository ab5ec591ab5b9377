"""The table of replies of an accuracy draft: what the school said of each numbered paragraph."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from visitapp.domain.answering import COMMENT, Remark
from visitapp.domain.papers.accuracy import ANYTHING_ELSE, UNANSWERED, answered_record, reply_id
from visitapp.domain.returned.likeness import loose, settled
from visitapp.domain.returned.matching import Match
from visitapp.domain.returned.units import Unit

_YES = frozenset(("yes", "y", "accurate", "agreed", "correct", "ok", "true"))
_BEHIND = 0.4
ACCURATE = "Said to be accurate: {paragraphs}."


@dataclass(frozen=True, slots=True)
class Reply:
    """What was said of one paragraph: its number as printed, the answer and the words, both empty when not given."""

    number: str
    answer: str
    words: str

    @property
    def is_plain_yes(self) -> bool:
        """Return whether the paragraph was said to be accurate, and no more."""
        return not self.words and loose(self.answer).strip(" .!\u2713") in _YES


def is_reply(record_id: str) -> bool:
    """Return whether an id is that of a row in which a paragraph is answered."""
    return record_id.startswith(reply_id(""))


def reply_remarks(sent: Mapping[str, str], match: Match) -> Iterator[Remark]:
    """Yield a remark for each row that was answered; those answered by a plain yes are told in one remark."""
    agreed: list[str] = []
    for piece in match.pieces:
        if not is_reply(piece.record_id) or piece.place not in match.found:
            continue
        number = match.found[piece.place][0]
        reply = _reply(piece.text, match.units[number])
        if reply.is_plain_yes:
            agreed.append(reply.number)
        elif reply.answer or reply.words:
            yield _remark(sent, piece.record_id, reply, match, number)
    if agreed:
        said = ACCURATE.format(paragraphs=", ".join(agreed))
        yield Remark("", position=len(match.units) + 1.0, kind=COMMENT, said=said)


def _reply(sent: str, unit: Unit) -> Reply:
    number = sent.split("\n", maxsplit=1)[0]
    texts = [settled(after) for _, after in unit.cells] + ["", "", ""]
    answer, words = (text if text != blank else "" for text, blank in zip(texts[1:3], UNANSWERED, strict=True))
    more = [text for text in (texts[0] if texts[0] != number else "", words, *texts[3:]) if text]
    return Reply(number, answer, "\n".join(more))


def _remark(sent: Mapping[str, str], row_id: str, reply: Reply, match: Match, number: int) -> Remark:
    record_id = answered_record(row_id)
    known = record_id if record_id in sent else ""
    place = next((one.place for one in match.pieces if one.record_id == known), None) if known else None
    position = match.place_of(place) if place is not None else float(number)
    about = "" if known or reply.number == ANYTHING_ELSE else f"{reply.number}. "
    said = about + ": ".join(part for part in (reply.answer, reply.words) if part)
    unit = match.units[number]
    return Remark(
        "",
        position=position + _BEHIND,
        record_id=known,
        kind=COMMENT,
        sent=sent.get(known, ""),
        said=said,
        by=", ".join(dict.fromkeys(one.by for one in unit.changes if one.by)),
        on=max((one.on for one in unit.changes), default=""),
        tracked=bool(unit.changes),
    )
