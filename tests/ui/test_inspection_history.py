"""Inspections on the screen: side by side under their own frameworks, typed, corrected, deleted, undone."""

import csv
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui_support import accessible_name, shown
from vault_desk import KEY

from ui.parts.inspection_history import InspectionHistory
from ui.parts.inspection_offers import InspectionOffers
from ui.parts.inspection_sheet import InspectionSheet
from ui.theme.theme import theme
from ui.theme.tokens import LIGHT, TOUCH
from ui.widgets.buttons import Button
from ui.widgets.layout import column, wrap
from ui.workspace.published import Published
from ui.workspace.visits import NewVisit
from visitapp.domain.preparing import KnownInspection
from visitapp.domain.published.batches import Scope

Key = Qt.Key
FILES = Path(__file__).parent.parent / "files" / "published"
pytestmark = pytest.mark.usefixtures("look")

SEEN = (
    KnownInspection("1", "", "2014-11-12", "graded", "s5-2012", "Good"),
    KnownInspection("2", "", "2019-03-05", "ungraded", "cif-2015", "Remains good"),
    KnownInspection(
        "3", "", "2025-01-21", "graded", "eif-2024", "",
        (
            "Quality of education: Good", "Behaviour and attitudes: Outstanding", "Personal development: Good",
            "Leadership and management: Good", "Safeguarding: Not effective",
        ),
        ("Check recall.", "Attend to attendance."), "Report",
    ),
    KnownInspection("4", "", "", "expected", "card-2025", "Not before 2028"),
)  # fmt: skip


@pytest.fixture
def card(qtbot, desk):
    """Return the card in a window of its own, with nothing known."""
    card = InspectionHistory(desk, None)
    window = wrap(column(card, None))
    window.resize(700, 600)
    shown(qtbot, window)
    yield card
    assert window is card.window()


def put(desk, *known):
    desk.put("Typed", *(replace(one, visit_id=desk.visit_id) for one in known))


def words(card):
    return [tile.words for tile in card.strip.tiles]


def sheet_of(card):
    (sheet,) = (one for one in card.window().findChildren(InspectionSheet) if one.isVisible())
    return sheet


def typed(desk):
    return sorted(desk.record.living("inspection"), key=lambda one: one.id)


def write(edit, text):
    edit.setFocus()
    edit.clear()
    QTest.keyClicks(edit, text)


def test_each_inspection_stands_under_its_own_framework(card, desk):
    put(desk, *SEEN)
    assert words(card) == [
        ("12 Nov 2014", "Good overall", "2012 framework"),
        ("5 Mar 2019", "Remains good", "Short inspection"),
        (
            "21 Jan 2025", "Good in three areas, outstanding in behaviour", "Safeguarding: not effective",
            "From September 2024, no overall word", "2 points to improve",
        ),
        ("Not before 2028", "Five-point area grades", "November 2025 framework"),
    ]  # fmt: skip
    assert accessible_name(card.strip.tiles[0]) == "Good overall, 12 November 2014, 2012 framework"
    assert "Check recall." in accessible_name(card.strip.tiles[2])


def test_they_go_on_more_lines_when_there_is_little_room(card, desk, qtbot):
    put(desk, *SEEN)
    qtbot.waitUntil(lambda: len(card.strip.rows()) == 1)
    card.window().resize(380, 600)
    qtbot.waitUntil(lambda: len(card.strip.rows()) == 2)
    assert all(card.strip.rect().contains(tile.geometry()) for tile in card.strip.tiles)
    assert all(tile.height() >= tile.tallness(tile.width()) for tile in card.strip.tiles)


def test_with_nothing_known_it_offers_to_type_one_and_keeps_what_is_typed(card, desk):
    (button,) = (one for one in card.findChildren(Button) if one.isVisible())
    QTest.keyClick(button, Key.Key_Return)
    sheet = sheet_of(card)
    write(sheet.day, "21 Jan 2025")
    QTest.keyClick(sheet.day, Key.Key_Return)
    assert sheet.framework.current() == "eif-2024"
    write(sheet.lines.areas["quality"].edit, "Good")
    write(sheet.lines.areas["behaviour"].edit, "Splendid, truly")
    sheet.points.setFocus()
    sheet.points.edit.insertPlainText("Check recall.\n\n Attend. ")
    QTest.keyClick(sheet.points.edit, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not sheet.isVisible()
    (one,) = typed(desk)
    assert (one.on, one.kind, one.framework) == ("2025-01-21", "graded", "eif-2024")
    assert one.judgements == ("Quality of education: Good", "Behaviour and attitudes: Splendid, truly")
    assert one.points == ("Check recall.", "Attend.")
    assert words(card)[0][:2] == ("21 Jan 2025", "Good in quality of education, splendid, truly in behaviour")


def test_a_word_of_the_scale_can_be_chosen(card, desk):
    card.type_new()
    sheet = sheet_of(card)
    line = sheet.lines.areas["inclusion"]
    assert [action.text() for action in line.choice.menu().actions()] == [
        "Exceptional", "Strong standard", "Expected standard", "Needs attention", "Urgent improvement",
    ]  # fmt: skip
    line.choice.menu().actions()[2].trigger()
    sheet.close_sheet()
    assert typed(desk)[0].judgements == ("Inclusion: Expected standard",)


def test_nothing_is_kept_of_a_sheet_in_which_nothing_was_typed(card, desk):
    card.type_new()
    QTest.keyClick(sheet_of(card), Key.Key_Escape)
    assert typed(desk) == []


def test_escape_keeps_what_was_typed_and_undo_takes_it_back(card, desk, qtbot):
    card.type_new()
    sheet = sheet_of(card)
    write(sheet.lines.areas["inclusion"].edit, "Good")
    QTest.keyClick(sheet.lines.areas["inclusion"].edit, Key.Key_Escape)
    assert len(typed(desk)) == 1
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert typed(desk) == []
    assert card.strip.tiles == []


def test_another_framework_keeps_every_word(card, desk):
    put(desk, SEEN[2])
    card.strip.tiles[0].click()
    sheet = sheet_of(card)
    before = set(typed(desk)[0].judgements)
    sheet.framework.menu().actions()[5].trigger()
    assert sheet.framework.current() == "card-2025"
    assert set(typed(desk)[0].judgements) == before
    assert "Quality of education: Good" in sheet.lines.others.text()
    assert typed(desk)[0].kind == "report-card"


def test_one_that_is_still_to_come_has_only_words_for_when(card, desk):
    card.type_new()
    sheet = sheet_of(card)
    sheet.kind.button("expected").click()
    assert not sheet.day.isVisible()
    assert not sheet.points.isVisible()
    write(sheet.lines.outcome.edit, "Not before 2028")
    sheet.close_sheet()
    assert (typed(desk)[0].kind, typed(desk)[0].outcome) == ("expected", "Not before 2028")
    assert words(card)[-1][0] == "Not before 2028"


def test_an_inspection_is_deleted_from_its_sheet_and_undo_brings_it_back(card, desk, qtbot):
    put(desk, *SEEN[:2])
    card.strip.tiles[1].click()
    sheet = sheet_of(card)
    sheet.delete.click()
    assert not sheet.isVisible()
    assert [one.id for one in typed(desk)] == ["1"]
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert [one.id for one in typed(desk)] == ["1", "2"]
    assert len(card.strip.tiles) == 2


def test_what_changes_elsewhere_while_the_sheet_is_open_is_shown(card, desk):
    put(desk, SEEN[0])
    card.strip.tiles[0].click()
    sheet = sheet_of(card)
    put(desk, replace(SEEN[0], outcome="Outstanding"))
    assert sheet.lines.outcome.words() == "Outstanding"


def test_a_day_that_is_none_is_not_kept_and_says_so(card, desk):
    card.type_new()
    sheet = sheet_of(card)
    write(sheet.day, "soon")
    write(sheet.lines.areas["inclusion"].edit, "Good")
    assert sheet.day.property("wrong")
    sheet.close_sheet()
    assert typed(desk)[0].on == ""
    assert words(card)[0][0] == "Day not known"


def test_every_field_is_named_and_big_enough_for_a_finger(card, desk):
    theme().apply(LIGHT, TOUCH)
    put(desk, *SEEN)
    card.strip.tiles[2].click()
    sheet = sheet_of(card)
    lines = [*sheet.lines.areas.values(), sheet.lines.outcome]
    fields = [one for line in lines for one in (line.edit, line.choice)]
    fields += [sheet.day, sheet.framework, sheet.source.edit, sheet.delete, sheet.close_button]
    assert all(accessible_name(one) for one in (*fields, sheet.points.edit))
    assert all(one.height() >= 44 for one in fields if one.isVisible())
    assert all(tile.height() >= 44 for tile in card.strip.tiles)
    assert card.window().rect().contains(sheet.sheet.geometry())


def test_what_is_published_stands_there_with_its_source_and_can_be_typed_over(qtbot, desk, tmp_path):
    published = Published(tmp_path / "visitapp.db", KEY, lambda: datetime(2026, 1, 1, tzinfo=UTC))
    row = {
        "URN": "146143", "LAESTAB": "8502217", "School name": "Sallowfield Primary School",
        "Local authority": "Hampshire", "Inspection number of latest OEIF graded inspection": "10226113",
        "Inspection start date of latest OEIF graded inspection": "27/06/2023",
        "URN at time of latest OEIF graded inspection": "115850", "Latest OEIF overall effectiveness": "2",
        "Latest OEIF quality of education": "1",
    }  # fmt: skip
    path = tmp_path / "latest.csv"
    path.write_text(",".join(row) + "\r\n" + ",".join(row.values()) + "\r\n", encoding="cp1252")
    published.bring_in(path, Scope(), None, None)
    school = desk.record.school
    desk.put("URN", replace(school, urn="146143"))
    card = InspectionHistory(desk, published)
    window = wrap(column(card, None))
    window.resize(800, 600)
    shown(qtbot, window)
    assert words(card) == [("27 Jun 2023", "Good overall", "2019 framework", "Under its earlier number 115850")]
    card.strip.tiles[0].click()
    sheet = sheet_of(card)
    assert sheet.lines.areas["quality"].edit.placeholderText() == "Published: Outstanding"
    sheet.points.edit.setPlainText("Check recall.")
    sheet.close_sheet()
    assert len(card.events) == 1
    assert (card.events[0].number, card.events[0].points) == ("10226113", ("Check recall.",))
    with qtbot.waitSignal(published.changed):
        published.set_standing(published.batches()[0].id, standing=False, done=list, failed=pytest.fail)
    assert card.events[0].number == ""


def test_cancel_leaves_an_inspection_as_it_was(card, desk):
    put(desk, SEEN[0])
    card.strip.tiles[0].click()
    sheet = sheet_of(card)
    write(sheet.source.edit, "A newspaper")
    sheet.cancel.click()
    assert [one.source for one in typed(desk)] == [""]
    assert sheet.isHidden()


def test_cancel_leaves_nothing_of_an_inspection_that_was_new(card, desk):
    card.type_new()
    sheet = sheet_of(card)
    write(sheet.source.edit, "A newspaper")
    sheet.source.done.emit("")
    assert len(typed(desk)) == 1
    sheet.cancel.click()
    assert typed(desk) == []


def test_an_inspection_typed_for_one_visit_is_offered_in_the_next_and_taken_over_by_a_press(qtbot, workspace):
    first = workspace.desk
    put(first, SEEN[2])
    new = NewVisit(first.record.framework, first.record.school, "2026-11-20")
    record = workspace.visits.begin(new)
    workspace.flush()
    desk = workspace.open_visit(record.visit_id)
    card = shown(qtbot, InspectionHistory(desk, None))
    assert typed(desk) == []
    offers = card.findChild(InspectionOffers)
    assert offers.isVisibleTo(card)
    (button,) = offers.findChildren(Button)
    assert "21 January 2025" in accessible_name(button)
    button.click()
    (kept,) = typed(desk)
    assert (kept.on, kept.judgements, kept.points, kept.source) == (
        SEEN[2].on,
        SEEN[2].judgements,
        SEEN[2].points,
        "Report",
    )
    assert not offers.isVisibleTo(card)
    desk.undo()
    qtbot.waitUntil(lambda: offers.isVisibleTo(card))


def test_what_an_older_register_says_of_the_last_inspection_is_dated_and_names_the_register(
    qtbot, workspace, tmp_path
):
    lines = (FILES / "register-whole.csv").read_text(encoding="cp1252").splitlines()
    head, first, *rest = list(csv.reader(lines))
    rows = [[*head, "OfstedLastInsp", "OfstedRating (name)"], [*first, "06-11-2019", "Good"]]
    rows += [[*one, "", ""] for one in rest]
    path = tmp_path / "register.csv"
    with path.open("w", encoding="cp1252", newline="") as out:
        csv.writer(out).writerows(rows)
    workspace.published.bring_in(path, Scope(), None, None)
    desk = workspace.desk
    desk.put("Matched", replace(desk.record.school, urn=first[head.index("URN")]))
    card = shown(qtbot, InspectionHistory(desk, workspace.published))
    (tile,) = card.strip.tiles
    assert tile.words[:2] == ("6 Nov 2019", "Good overall")
    assert "Get Information about Schools" in tile.words[-1]
    assert "Get Information about Schools" in accessible_name(tile)
