"""Whether a line is a heading, and which of several like ones: that depends on where in the report it stands."""

from collections.abc import Iterator, Sequence

from visitapp.domain.framework import Section
from visitapp.domain.imported import catalogue
from visitapp.domain.imported.catalogue import Heading, Match, begins_a_title, heading_match
from visitapp.domain.imported.likeness import SAME, without_sign
from visitapp.domain.imported.lines import BULLET, Line, Piece
from visitapp.domain.imported.outline import Parted

MOST_LINES = 3
"""Over how many lines a heading may run."""
_LONGEST_LEAD = 90
_ORDER = (catalogue.PART, catalogue.GROUP, catalogue.CHANGES, catalogue.STANDING)


def heading_here(match: Match, parted: Parted, section: Section | None, group: str) -> Heading | None:
    """Return the heading a line is at this place of the report, or None when none of the like ones may stand here."""
    possible = [one for one in match.headings if _may_stand(one, parted, section, group)]
    return min(possible, key=lambda one: _rank(one, parted), default=None)


def _may_stand(heading: Heading, parted: Parted, section: Section | None, group: str) -> bool:
    if heading.opens == catalogue.AIM:
        return section is not None and section.measures
    if heading.opens != catalogue.KIND:
        return True
    if section is not None and section.headed and heading.code in section.findings:
        return True
    return bool(group) and any(
        one.group == group and heading.code in one.findings for one in parted.framework.outline
    )


def _rank(heading: Heading, parted: Parted) -> int:
    if heading.opens in (catalogue.KIND, catalogue.AIM):
        return 0
    if heading.opens == catalogue.SECTION:
        return 1 if heading.code not in parted.found else 2
    return 3 + _ORDER.index(heading.opens)


def best_heading(headings: Sequence[Heading], line: Line, following: Sequence[Piece]) -> tuple[int, Match | None]:
    """Return the heading a line is, alone or with the lines after it, and how many lines that takes."""
    bare, signed = without_sign(line.text.strip())
    best, used = heading_match(headings, bare), 1
    if (signed or line.item == BULLET) and not line.heading:
        return 1, best if best and best.likeness >= SAME and line.bold else None
    if (best is None or best.likeness < SAME) and begins_a_title(headings, bare):
        for count, longer in _longer(bare, following):
            match = heading_match(headings, longer)
            if match and match.likeness > (best.likeness if best else 0.0):
                best, used = match, count
    return used, best


def leading_words(line: Line) -> tuple[str, str]:
    """Return the words a line begins with that may be its heading, and the rest; both empty without them."""
    if line.lead:
        rest = line.text.strip().removeprefix(line.lead.strip()).lstrip(" :.\u2013\u2014-\t")
        return (line.lead, rest) if rest else ("", "")
    title, colon, rest = line.text.strip().partition(":")
    if not colon or not rest.strip() or len(title) > _LONGEST_LEAD or line.item or without_sign(title)[1]:
        return "", ""
    return title, rest.strip()


def _longer(text: str, following: Sequence[Piece]) -> Iterator[tuple[int, str]]:
    """Yield a text with one, then two of the lines after it, as far as they could go on from it."""
    for count, piece in enumerate(following, 2):
        if not isinstance(piece, Line) or not piece.text.strip() or piece.item or without_sign(piece.text.strip())[1]:
            return
        text = f"{text} {piece.text.strip()}"
        yield count, text
