"""A review of a trust from New visit to its report in Word, at the real window with the keyboard."""

import pytest
from docx import Document
from person import Person
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from exports.word.read_back import read_back
from ui.parts.measure_row import MeasureRow
from ui.widgets.chips import PickerChip
from ui.widgets.radio_card import RadioCard
from visitapp.domain.measured import evidence_count, latest, target

NAME = "Larkrise Schools Trust"
NOTE = "Leavers: 29 of 171, nine of them promoted within the trust."
WHY = "Most left for promotion that the trust had prepared."
CONTEXT = "Larkrise is a trust of three primary schools."


@pytest.fixture(scope="module")
def person(qapp, tmp_path_factory):
    """Play the review once; every test looks at what came of it."""
    person = Person(tmp_path_factory.mktemp("trust"))
    try:
        for part in (begin, capture, measure, write_report, export):
            part(person)
        yield person
    finally:
        person.leave()


def begin(person):
    hands = person.hands
    hands.tab_to("Explore with a sample visit")
    hands.press("Return")
    hands.wait_until(lambda: person.session.workspace is not None, "opening the sample")
    hands.press("Ctrl+N")
    hands.write(NAME)
    hands.press("Return")
    hands.tab_to("Phase")
    hands.press("Space")
    hands.choose("Not applicable")
    hands.tab_to("", RadioCard)
    hands.tab_to("Trust review", RadioCard, key="Right")
    hands.tab_to("Context", PickerChip)
    hands.press("Space")
    hands.choose("Yearly review")
    hands.tab_to("First day")
    hands.replace("2025-11-20")
    hands.press("Tab", "Return")
    hands.wait_until(lambda: person.window.frame is not None, "beginning the visit")


def capture(person):
    hands = person.hands
    hands.press("Ctrl+3")
    hands.write(f"{NOTE} #data #stf")
    hands.press("Return")


def measure(person):
    hands = person.hands
    hands.press("Ctrl+4", "Ctrl+K")
    hands.write("Indicators")
    hands.press("Return")
    hands.tab_to("Staff turnover", MeasureRow, key="Down")
    hands.press("Return", "Return")
    hands.write("17%")
    hands.tab_to("Change rating")
    hands.press("Space")
    hands.choose("Met")
    hands.write(WHY)
    hands.tab_to("Link notes")
    hands.press("Space")
    hands.write("leavers")
    hands.press("Down", "Space", "Escape")


def write_report(person):
    hands = person.hands
    hands.press("Ctrl+5")
    hands.focus("Trust leader", QLineEdit)
    hands.write("L. Sample")
    hands.focus("Context, text", QPlainTextEdit)
    hands.write(CONTEXT)


def export(person):
    hands = person.hands
    hands.press("Ctrl+Shift+E", "Return")
    hands.wait_until(lambda: bool(person.record.exports), "exporting")


def path(person):
    return person.reports / person.record.exports[-1].file_name


def test_the_visit_is_one_of_the_trust(person):
    assert (person.record.school.name, person.record.framework.code) == (NAME, "trust-review")
    assert person.record.visit.context == "yearly"


def test_the_value_stands_beside_its_target_with_the_rating_a_person_gave(person):
    said = latest(person.record, "turnover")
    indicator = person.record.framework.measures.indicator("turnover")
    assert (said.value, said.rating, said.reason) == ("17%", "met", WHY)
    assert target(person.record, indicator) == "20% at most"
    assert evidence_count(person.record, "turnover") == 1


def test_the_word_report_holds_the_indicators_aim_by_aim(person):
    tables = [[[cell.text for cell in row.cells] for row in one.rows] for one in Document(path(person)).tables]
    header = ["Indicator", "Rhythm", "Target", "Value", "Rating", "Reason"]
    aims = [rows for rows in tables if rows[0] == header]
    assert [len(rows) - 1 for rows in aims] == [3, 4, 3, 5]
    assert aims[1][1] == ["Staff turnover", "Yearly", "20% at most", "17% (20 Nov 2025)", "Met", WHY]


def test_the_word_report_counts_the_ratings_and_lists_the_criteria(person):
    printed = "\n".join(read_back(path(person)).paragraphs)
    assert "Met: 1 of 15 indicators. Not rated: 14 of 15 indicators." in printed
    assert "10% of the staff of schools help to lead trust training." in printed
    assert CONTEXT in printed


def test_it_is_a_draft_while_indicators_are_due(person):
    assert person.record.exports[-1].status == "DRAFT"
