"""A text of several paragraphs comes back as one text, whatever another program did to the marks around it."""

import pytest

from tests.exports.sample_reports import report_of
from tests.imports.word_edits import Edited, W, element
from visitapp.domain.answering import Returned
from visitapp.domain.report import Bullet, Bullets, Paragraph, Table
from visitapp.domain.returned.found import found_in, frame_of

SENTENCES = ("Pupils read every day.", "Staff know each family.", "Governors visit often.", "The library is busy.")


def report(*texts):
    return report_of(
        *(Paragraph(f"p{number}", text) for number, text in enumerate(texts)),
        Bullets(tuple(Bullet(f"b{number}", text) for number, text in enumerate(texts))),
        Paragraph("last", "Nothing more."),
    )


def saved_by_libreoffice(edited):
    """Begin each mark again in the last paragraph it holds, and end only that one, as LibreOffice 7.4 writes them."""
    for number, end in enumerate(list(edited.root.iter(W + "bookmarkEnd")), 9000):
        start = next(one for one in edited.root.iter(W + "bookmarkStart") if one.get(W + "id") == end.get(W + "id"))
        if start.getparent() is not end.getparent():
            again = element("bookmarkStart", id=number)
            again.set(W + "name", start.get(W + "name"))
            end.getparent().insert(1, again)
            end.set(W + "id", str(number))
    return edited


def remarks(edited, made, framed):
    frame = frame_of(edited.sent, Edited(made).read()) if framed else ()
    return found_in(Returned("returned", "visit"), edited.sent, edited.read(), frame)


@pytest.mark.parametrize("framed", [True, False])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_untouched_it_is_as_it_left(count, framed):
    made = report("\n\n".join(SENTENCES[:count]), "\n\n".join(SENTENCES[-count:]))
    result = remarks(saved_by_libreoffice(Edited(made)), made, framed)
    assert (result.remarks, result.same) == ((), result.sent)


@pytest.mark.parametrize("wrap", [saved_by_libreoffice, lambda edited: edited], ids=["libreoffice", "word"])
@pytest.mark.parametrize(
    "text", ["One.\n\n<!--", "One.\n\n!!\n\nThree.", "One.\n\n\u200b\n\nThree.", "One.\n\n?\n\n!"]
)
def test_a_paragraph_of_signs_alone_belongs_to_its_text(text, wrap):
    made = report(text, "Another.\n\n<!--")
    result = remarks(wrap(Edited(made)), made, framed=True)
    assert (result.remarks, result.same) == ((), result.sent)


@pytest.mark.parametrize("framed", [True, False])
def test_an_edit_between_is_an_edit_of_the_whole_text(framed):
    made = report("\n\n".join(SENTENCES[:3]))
    edited = saved_by_libreoffice(Edited(made))
    between = edited.paragraph("p0").getnext()
    edited.replace(between, "each family", "every family")
    (remark,) = remarks(edited, made, framed).remarks
    assert (remark.kind, remark.record_id) == ("edit", "p0")
    assert remark.given == "Pupils read every day.\n\nStaff know every family.\n\nGovernors visit often."


def test_a_paragraph_put_in_between_is_not_lost():
    made = report("\n\n".join(SENTENCES[:3]))
    edited = saved_by_libreoffice(Edited(made))
    edited.add_behind(edited.paragraph("b0"), "Parents are glad.", tracked=False)
    (remark,) = remarks(edited, made, framed=True).remarks
    assert (remark.kind, remark.record_id) == ("edit", "b0")
    assert "Parents are glad." in remark.given


NUMBERED = ("1.\tPupils read every day.\n2.\tStaff know each family.", "[4]\tGovernors visit often.", "12\tpupils")


@pytest.mark.parametrize("framed", [True, False])
@pytest.mark.parametrize("wrap", [saved_by_libreoffice, lambda edited: edited], ids=["libreoffice", "word"])
def test_a_number_and_a_tab_that_a_text_begins_with_are_of_the_text(wrap, framed):
    rows = tuple((text, text) for text in NUMBERED)
    blocks = report(*NUMBERED).sections[0].blocks
    made = report_of(*blocks, Table("t", "Figures", ("One", "Two"), rows, ("r0", "r1", "r2")))
    result = remarks(wrap(Edited(made)), made, framed)
    assert (result.remarks, result.same) == ((), result.sent)
    edited = wrap(Edited(made))
    edited.append(edited.paragraph("p1"), " All agree.")
    edited.append(edited.cell("r1", 1), " All agree.")
    assert [one.given for one in remarks(edited, made, framed).remarks] == [f"{NUMBERED[1]} All agree."] * 2


@pytest.mark.parametrize("lost", [(), (1,), (0, 3), (0, 1, 2, 3)])
@pytest.mark.parametrize("wrap", [saved_by_libreoffice, lambda edited: edited], ids=["libreoffice", "word"])
def test_a_number_printed_before_a_text_is_not_of_it_also_where_its_mark_is_lost(wrap, lost):
    made = report_of(*(Paragraph(f"p{number}", text, number=number + 1) for number, text in enumerate(SENTENCES)))
    edited = wrap(Edited(made))
    for start in [edited.start(f"p{number}") for number in lost]:
        start.getparent().remove(start)
    result = remarks(edited, made, framed=True)
    assert (result.remarks, result.same) == ((), result.sent)


def test_a_number_printed_before_a_text_that_begins_with_one_is_taken_alone():
    made = report_of(*(Paragraph(f"p{number}", text, number=number + 1) for number, text in enumerate(NUMBERED)))
    result = remarks(Edited(made), made, framed=True)
    assert (result.remarks, result.same) == ((), result.sent)
