"""The words of a report as the record keeps them: paragraph blocks, and every version that left the app."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from visitapp.domain.ids import new_id
from visitapp.domain.prose import BULLET_SIGNS
from visitapp.domain.text import clean


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of one report section; `position` orders them, with room between for later ones."""

    id: str
    visit_id: str = ""
    section: str = ""
    position: float = 0.0
    text: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Export:
    """A report that left the app: when (UTC), under which name, with the SHA-256 of the file and its exact text.

    `texts` are ids of records, each followed by the text that left under it, in order; `frame` holds the
    texts around them in the file, such as its title. `variant` says which of the programme's papers it was, empty for
    the report itself, and `recipient` whom it was for.
    """

    id: str
    visit_id: str = ""
    revision: int = 0
    status: str = ""
    file_name: str = ""
    sha256: str = ""
    at: str = ""
    text: str = ""
    variant: str = ""
    recipient: str = ""
    texts: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()
    deleted: bool = False

    def sent(self) -> dict[str, str]:
        """Return the text that left under each record, by its id, in order."""
        return dict(zip(self.texts[::2], self.texts[1::2], strict=True))


def section_text(blocks: tuple[Block, ...]) -> str:
    """Return the paragraphs of a section as one text, a blank line between them; items of a list follow one another
    without."""
    text, listed = "", False
    for block in blocks:
        is_item = block.text.startswith(BULLET_SIGNS)
        between = "\n" if listed and is_item else "\n\n"
        text += between + block.text if text else block.text
        listed = is_item
    return text


def reconcile(blocks: tuple[Block, ...], text: str, visit_id: str, section: str) -> tuple[Block, ...]:
    """Return the blocks that make the section read as `text`, keeping the id of each paragraph that lived on.

    A paragraph that is changed in place keeps its id; a new one gets a new id and a position between its
    neighbours; one that is gone is returned with `deleted` set.
    """
    wanted = [part.strip() for part in clean(text).split("\n") if part.strip()]
    kept: list[tuple[Block | None, str]] = []
    gone: list[Block] = []
    matcher = SequenceMatcher(None, [block.text for block in blocks], wanted, autojunk=False)
    for _, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        old, new = blocks[old_from:old_to], wanted[new_from:new_to]
        kept += [(old[i] if i < len(old) else None, part) for i, part in enumerate(new)]
        gone += old[len(new) :]
    return _placed(kept, visit_id, section) + tuple(_gone(block) for block in gone)


def _placed(kept: list[tuple[Block | None, str]], visit_id: str, section: str) -> tuple[Block, ...]:
    placed: list[Block] = []
    last = 0.0
    for index, (block, text) in enumerate(kept):
        if block is None:
            after = next((later.position for later, _ in kept[index:] if later is not None), last + 2.0)
            placed.append(Block(new_id(), visit_id, section, (last + after) / 2, text))
        else:
            placed.append(Block(block.id, visit_id, section, block.position, text))
        last = placed[-1].position
    return tuple(placed)


def _gone(block: Block) -> Block:
    return Block(block.id, block.visit_id, block.section, block.position, block.text, deleted=True)
