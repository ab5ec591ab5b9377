"""Paragraphs of a section keep their ids while the text around them changes."""

from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.writing import Block, reconcile, section_text

LINES = st.lists(st.text(alphabet="ab c", min_size=1, max_size=4).filter(str.strip), max_size=6)


def blocks_of(*texts):
    return tuple(Block(f"b{number}", "v", "context", float(number), text) for number, text in enumerate(texts, 1))


def live(blocks):
    return tuple(sorted((one for one in blocks if not one.deleted), key=lambda one: one.position))


def test_a_paragraph_put_between_keeps_its_neighbours():
    after = live(reconcile(blocks_of("one", "three"), "one\ntwo\nthree", "v", "context"))
    assert [block.text for block in after] == ["one", "two", "three"]
    assert (after[0].id, after[2].id) == ("b1", "b2")
    assert 1.0 < after[1].position < 2.0


def test_a_reworded_paragraph_keeps_its_id():
    assert live(reconcile(blocks_of("one", "two"), "one\ntwo, reworded", "v", "context"))[1].id == "b2"


def test_a_paragraph_that_went_is_marked_deleted_not_dropped():
    after = reconcile(blocks_of("one", "two"), "two", "v", "context")
    assert [(block.id, block.deleted) for block in after if block.deleted] == [("b1", True)]


@given(LINES, LINES)
def test_whatever_is_typed_is_what_the_section_then_reads(before, after):
    blocks = live(reconcile((), "\n".join(before), "v", "context"))
    again = live(reconcile(blocks, "\n".join(after), "v", "context"))
    assert section_text(again) == "\n\n".join(line.strip() for line in after)
    assert len({block.id for block in again}) == len(again)


def test_items_of_a_list_stand_without_blank_lines_between_and_paragraphs_with_them():
    text = "Strengths are:\n\n- one\n- two\n\nThen the rest."
    blocks = live(reconcile((), text, "v", "context"))
    assert section_text(blocks) == text
    assert section_text(live(reconcile(blocks, text.replace("- two", "* two"), "v", "context"))).count("\n\n") == 2
