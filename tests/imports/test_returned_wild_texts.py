"""Whatever a report holds, a file that came back untouched has nothing to decide on."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exports.sample_reports import report_of
from tests.imports.word_edits import Edited
from visitapp.domain.answering import Returned
from visitapp.domain.report import Bullet, Bullets, Paragraph, ReportSection, Table
from visitapp.domain.returned.found import found_in, frame_of
from visitapp.domain.text import one_line

RETURNED = Returned("returned", "visit")
LINES = st.text(st.characters() | st.sampled_from("\n\n\t  \u00a0\u2011\u00ad.1-\u2022\u201c\u202e\x0b"), max_size=40)
CELLS = st.tuples(LINES, LINES, LINES)


@st.composite
def reports(draw):
    """Draw a report of wild texts in every kind of block."""
    texts = draw(st.lists(LINES, min_size=1, max_size=5))
    rows = tuple(draw(st.lists(CELLS, max_size=3)))
    blocks = (
        *(Paragraph(f"p{n}", text, draw(st.sampled_from(["body", "statement"]))) for n, text in enumerate(texts)),
        Bullets(tuple(Bullet(f"b{n}", text) for n, text in enumerate(draw(st.lists(LINES, min_size=1, max_size=3))))),
        Table("t", draw(LINES), ("One", "Two", "Three"), rows, tuple(f"r{n}" for n in range(len(rows)))),
    )
    return report_of(
        sections=(
            ReportSection(
                "s", f"Heading {one_line(draw(LINES))}", 1, blocks, draw(st.sampled_from(["", "1", "2.1"]))
            ),
        )
    )


@given(reports())
@settings(max_examples=150, deadline=None)
def test_untouched_it_has_no_remarks(report):
    edited = Edited(report)
    read = edited.read()
    assert found_in(RETURNED, edited.sent, read, frame_of(edited.sent, read)).remarks == ()
    assert found_in(RETURNED, edited.sent, read).remarks == ()


@given(reports(), st.text("abc", min_size=3, max_size=8))
@settings(max_examples=100, deadline=None)
def test_a_word_put_in_anywhere_is_found(report, word):
    edited = Edited(report)
    for record_id, text in edited.sent.items():
        if not text.strip() or record_id not in {name for name in edited.sent if _is_there(edited, name)}:
            continue
        changed = Edited(report)
        changed.append(changed.paragraph(record_id), f" zq{word}")
        told = found_in(RETURNED, edited.sent, changed.read()).remarks
        assert [one.record_id for one in told if f"zq{word}" in one.given] == [record_id]
        break


def _is_there(edited, record_id):
    return any(one.get(one.tag.partition("}")[0] + "}name") == edited.names[record_id] for one in edited.root.iter())
