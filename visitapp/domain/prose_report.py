"""What is written under a heading as a reader has it: paragraphs and lists, without the evidence named in them."""

from collections.abc import Iterator

from visitapp.domain.framework import Section
from visitapp.domain.prose import BULLET_SIGNS, printed
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Bullet, Bullets, Paragraph
from visitapp.domain.tracing import known_labels


def prose_blocks(record: VisitRecord, section: Section) -> Iterator[Paragraph | Bullets]:
    """Return a section's paragraphs and lists in order; the last section has the closing words at least."""
    items: list[Bullet] = []
    for block_id, text in _texts(record, section):
        is_item = text.startswith(BULLET_SIGNS)
        read = printed(text[2:].strip() if is_item else text, known_labels(record) if "[" in text else None)
        if not read.text.strip():
            continue
        if is_item:
            items.append(Bullet(block_id, read.text, read.bold))
            continue
        if items:
            yield Bullets(tuple(items))
            items = []
        yield Paragraph(block_id, read.text, bold=read.bold)
    if items:
        yield Bullets(tuple(items))


def _texts(record: VisitRecord, section: Section) -> list[tuple[str, str]]:
    blocks = [(block.id, block.text) for block in record.blocks(section.code)]
    if not blocks and section is record.framework.outline[-1]:
        return [(f"closing.{number}", text) for number, text in enumerate(record.framework.closing, 1)]
    return blocks
