"""Management information on inspections, every era of it, on made-up rows under the headers as published."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitapp.domain.published.batches import Scope, Tally
from visitapp.domain.published.inspections import AreaJudgement, PublishedInspection
from visitapp.frameworks.inspections import load_inspections
from visitapp.frameworks.measures import load_measures
from visitapp.imports.published.read import read_file

HEADERS = json.loads((Path(__file__).parents[2] / "files" / "published" / "inspection-headers.json").read_text())
YEAR, LATEST, EIF, CIF = (HEADERS[name] for name in ("year-2026", "latest-2026", "latest-2021", "latest-2018"))
SCHOOL = {
    "URN": "146143", "LAESTAB": "8502217", "School name": "Sallowfield Primary School",
    "Local authority": "Hampshire",
}  # fmt: skip
CARD = SCHOOL | {
    "Inspection number of latest full inspection": "10381234", "Inspection type": "School inspection",
    "Inspection start date": "20/01/2026", "Publication date": "02/03/2026",
    "URN at time of latest full inspection": "146143", "Category of concern": "NULL",
    "Safeguarding standards": "Met", "Safeguarding standards - date of grade": "20/01/2026",
    "Inclusion": "Strong standard", "Inclusion - date of grade": "14/05/2026",
    "Curriculum and teaching": "Expected standard", "Curriculum and teaching - date of grade": "20/01/2026",
    "Leadership and governance": "Needs attention", "Early years (where applicable)": "NULL",
}  # fmt: skip
OEIF = SCHOOL | {
    "Inspection number of latest OEIF graded inspection": "10226113",
    "Inspection type of latest OEIF graded inspection": "S5 Inspection",
    "Inspection start date of latest OEIF graded inspection": "27/06/2023",
    "Publication date of latest OEIF graded inspection": "13/09/2023",
    "URN at time of latest OEIF graded inspection": "115850",
    "Latest OEIF overall effectiveness": "2", "Latest OEIF quality of education": "2",
    "Latest OEIF behaviour and attitudes": "1", "Latest OEIF personal development": "2",
    "Latest OEIF effectiveness of leadership and management": "2", "Latest OEIF  safeguarding is effective?": "Yes",
    "Latest OEIF early years provision (where applicable)": "9", "Latest OEIF category of concern": "NULL",
}  # fmt: skip
UNGRADED = SCHOOL | {
    "Latest ungraded inspection number": "10290011", "Date of latest ungraded inspection": "11/03/2025",
    "Ungraded inspection publication date": "30/04/2025", "URN at time of the ungraded inspection": "146143",
    "Ungraded inspection overall outcome": "School remains Good (Concerns) - S5 Next",
}  # fmt: skip
EVERYWHERE = Scope()


def write(tmp_path, header, rows, *, encoding="cp1252", title="", name="inspections.csv"):
    """Write rows, each a table of cells by column, with NULL where nothing is said."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    if title:
        writer.writerow([title])
    writer.writerow(header)
    writer.writerows([row.get(column, "NULL") for column in header] for row in rows)
    path = tmp_path / name
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def read(path, scope=EVERYWHERE):
    reading, tally, events, faults = read_file(path, scope, sources=load_measures()), Tally(), [], []
    for row in reading:
        tally.count(row)
        events += row.items
        faults += [one.code for one in row.faults]
    assert tally.balances
    assert all(isinstance(one, PublishedInspection) for one in events)
    return reading.profile, tally, events, faults


def test_a_row_of_the_latest_inspections_gives_card_grades_and_ungraded_each_with_its_number(tmp_path):
    profile, tally, events, faults = read(write(tmp_path, LATEST, [CARD | OEIF | UNGRADED]))
    assert (profile.kind, profile.encoding, len(profile.columns)) == ("inspections", "utf-8", 85)
    assert (tally.kept, faults, profile.faults) == (1, [], ())
    assert [(one.number, one.sort, one.framework, one.started_on, one.published_on) for one in events] == [
        ("10381234", "report-card", "card-2025", "2026-01-20", "2026-03-02"),
        ("10226113", "graded", "eif-2019", "2023-06-27", "2023-09-13"),
        ("10290011", "ungraded", "eif-2024", "2025-03-11", "2025-04-30"),
    ]
    assert [one.outcome for one in events] == [
        "", "Good", "Remains good, with concerns; full inspection next",
    ]  # fmt: skip
    assert [one.safeguarding for one in events] == ["Met", "Effective", ""]
    assert "Open Government Licence v3.0" in profile.attribution


def test_an_area_graded_on_another_day_keeps_that_day(tmp_path):
    _, _, (card,), _ = read(write(tmp_path, LATEST, [CARD]))
    assert card.areas == (
        AreaJudgement("inclusion", "Strong standard", "Strong standard", "2026-05-14"),
        AreaJudgement("curriculum", "Expected standard", "Expected standard"),
        AreaJudgement("governance", "Needs attention", "Needs attention"),
    )


def test_the_number_of_the_school_at_the_time_and_now_are_both_kept(tmp_path):
    _, _, (graded,), _ = read(write(tmp_path, LATEST, [OEIF]))
    assert (graded.urn, graded.latest_urn) == ("115850", "146143")
    assert [(one.area, one.said, one.words) for one in graded.areas] == [
        ("quality", "2", "Good"), ("behaviour", "1", "Outstanding"), ("personal", "2", "Good"),
        ("leadership", "2", "Good"),
    ]  # fmt: skip


def test_a_year_of_inspections_gives_one_a_row_by_its_type(tmp_path):
    card = {column.replace(" of latest full inspection", ""): cell for column, cell in CARD.items()}
    visit = SCHOOL | {
        "Inspection number": "10400000", "Inspection type": "Monitoring inspection",
        "Inspection start date": "03/02/2026",
        "Outcomes for legacy monitoring inspections": "Effective action is being taken", "Category of concern": "SM",
    }  # fmt: skip
    profile, tally, events, faults = read(write(tmp_path, YEAR, [card, visit]))
    assert (len(profile.columns), tally.kept, faults, profile.faults) == (42, 2, [], ())
    assert [(one.number, one.sort, one.concern) for one in events] == [
        ("10381234", "report-card", ""), ("10400000", "monitoring", "Special measures"),
    ]  # fmt: skip
    assert events[1].outcome == "Effective action is being taken"


def test_from_september_2024_there_is_no_overall_word(tmp_path):
    row = OEIF | {
        "Inspection start date of latest OEIF graded inspection": "21/01/2025",
        "Latest OEIF overall effectiveness": "Not judged",
    }
    _, _, (event,), faults = read(write(tmp_path, LATEST, [row]))
    assert (event.framework, event.sort, event.outcome, faults) == ("eif-2024", "graded", "", [])
    assert len(event.areas) == 4


def test_a_file_of_2021_gives_the_latest_the_one_before_and_the_section_8_visit(tmp_path):
    row = SCHOOL | {
        "Inspection number of latest full inspection": "10100001", "Inspection start date": "03/12/2019",
        "URN at time of latest full inspection": "146143", "Overall effectiveness": "3", "Quality of education": "3",
        "Effectiveness of leadership and management": "2", "Safeguarding is effective?": "Yes",
        "Sixth form provision (where applicable)": "9", "Previous full inspection number": "ITS447320",
        "Previous inspection start date": "12/11/2014", "URN at time of previous full inspection": "115850",
        "Previous full inspection overall effectiveness": "2",
        "Latest section 8 inspection number since last full inspection": "10199999",
        "Date of latest section 8 inspection": "09/06/2021", "Section 8 inspection overall outcome": "NULL",
    }  # fmt: skip
    profile, _, events, faults = read(write(tmp_path, EIF, [row], title="Inspections as at 31 August 2021"))
    assert [(one.number, one.framework, one.sort, one.outcome, one.started_on) for one in events] == [
        ("10100001", "eif-2019", "graded", "Requires improvement", "2019-12-03"),
        ("10199999", "eif-2019", "ungraded", "", "2021-06-09"),
        ("ITS447320", "s5-2012", "graded", "Good", "2014-11-12"),
    ]
    assert (faults, [one.code for one in profile.faults]) == ([], ["I-TITLE"])
    assert events[2].urn == "115850"


def test_a_file_of_2018_has_the_areas_of_its_time(tmp_path):
    row = SCHOOL | {
        "Inspection number of latest full inspection": "10053333", "Inspection start date": "05/03/2018",
        "Overall effectiveness": "4", "Category of concern": "SWK", "Outcomes for pupils": "4",
        "Quality of teaching, learning and assessment": "3", "Personal development, behaviour and welfare": "2",
        "Effectiveness of leadership and management": "4", "16 - 19 study programmes": "9",
    }  # fmt: skip
    _, _, (event,), faults = read(write(tmp_path, CIF, [row]))
    assert (event.framework, event.outcome, event.concern, faults) == (
        "cif-2015",
        "Inadequate",
        "Serious weaknesses",
        [],
    )
    assert [(one.area, one.words) for one in event.areas] == [
        ("leadership", "Inadequate"), ("teaching-2015", "Requires improvement"), ("personal-2015", "Good"),
        ("outcomes", "Inadequate"),
    ]  # fmt: skip


def test_the_old_split_of_the_lowest_grade_is_a_grade_and_a_concern(tmp_path):
    row = OEIF | {"Latest OEIF overall effectiveness": "Special Measures", "Latest OEIF category of concern": ""}
    _, _, (event,), _ = read(write(tmp_path, LATEST, [row]))
    assert (event.outcome, event.concern) == ("Inadequate", "Special measures")


def test_a_three_before_september_2012_was_satisfactory(tmp_path):
    plain = SCHOOL | {
        "Previous full inspection number": "ITS300001",
        "Previous inspection start date": "02/05/2011", "Previous full inspection overall effectiveness": "3",
    }  # fmt: skip
    _, _, events, _ = read(write(tmp_path, EIF, [plain]))
    assert [(one.framework, one.outcome) for one in events] == [("before-2012", "Satisfactory")]


def test_a_school_without_any_number_is_rejected_with_a_code(tmp_path):
    orphan = SCHOOL | {"URN": "146144", "Latest OEIF overall effectiveness": "2"}
    _, tally, events, faults = read(write(tmp_path, LATEST, [SCHOOL, orphan]))
    assert (tally.rejected, events) == (2, [])
    assert faults == ["E-INSPECTION", "E-INSPECTION", "W-ORPHAN"]


def test_what_is_damaged_is_said_and_the_rest_is_kept(tmp_path):
    row = CARD | OEIF | {
        "Inspection number of latest full inspection": "1.04E+07", "Latest OEIF quality of education": "Splendid",
        "Publication date of latest OEIF graded inspection": "32/13/2023",
    }  # fmt: skip
    _, tally, (event,), faults = read(write(tmp_path, LATEST, [row]))
    assert tally.kept == 1
    assert sorted(faults) == ["W-DATE", "W-EXCEL", "W-GRADE", "W-ORPHAN"]
    assert event.areas[0] == AreaJudgement("quality", "Splendid", "Splendid")
    assert (event.started_on, event.published_on) == ("2023-06-27", "")


def test_the_same_inspection_twice_is_kept_once_but_two_schools_may_come_from_one(tmp_path):
    other = OEIF | {"URN": "146150"}
    _, tally, events, faults = read(write(tmp_path, LATEST, [OEIF, OEIF, other]))
    assert (tally.kept, tally.rejected, faults) == (2, 1, ["E-DUP"])
    assert [one.latest_urn for one in events] == ["146143", "146150"]


def test_only_the_authorities_wanted_are_kept_by_number_or_by_name(tmp_path):
    elsewhere = OEIF | {"URN": "100000", "LAESTAB": "2013614", "Local authority": "City of London"}
    by_name = OEIF | {"URN": "146160", "LAESTAB": "NULL"}
    nowhere = OEIF | {"URN": "146161", "LAESTAB": "", "Local authority": "NULL"}
    path = write(tmp_path, LATEST, [OEIF, elsewhere, by_name, nowhere])
    _, tally, events, faults = read(path, Scope(frozenset({"850"})))
    assert (tally.read, tally.kept, tally.outside, tally.rejected, faults) == (4, 2, 1, 1, ["E-PLACE"])
    assert {one.latest_urn for one in events} == {"146143", "146160"}
    assert read(path, Scope(frozenset({"936"}), frozenset({"146161"})))[1].kept == 1


def test_letters_of_windows_and_a_title_line_are_read(tmp_path):
    row = OEIF | {"School name": "St Mary\u2019s School"}
    path = write(
        tmp_path, LATEST, [row], title="Latest inspections as at 31 August 2026",
        name="Management_information_-_state-funded_schools_-_latest_inspections_as_at_31_August_2026.csv",
    )  # fmt: skip
    profile, tally, _, _ = read(path)
    assert (profile.encoding, tally.kept, profile.period) == ("cp1252", 1, "as at 31 August 2026")


def test_a_column_nobody_knows_is_said(tmp_path):
    profile, tally, _, _ = read(write(tmp_path, [*LATEST, "Number of visits"], [OEIF]))
    assert (tally.kept, [(one.code, one.raw) for one in profile.faults]) == (1, [("I-NEWCOL", "Number of visits")])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_whatever_is_done_to_a_file_every_row_is_accounted_for(tmp_path_factory, encoding, data):
    header = list(data.draw(st.sampled_from([LATEST, YEAR, EIF, CIF])))
    cell = st.sampled_from(
        ["", "NULL", "2", "9", "Good", "Met", "146143", "8502217", "1.0E+07", "31/02/2020", "x\u00e9"]
    )
    rows = [list(data.draw(st.lists(cell, min_size=0, max_size=len(header) + 2))) for _ in range(6)]
    rows += [[(CARD | OEIF | UNGRADED).get(column, "NULL") for column in header][: data.draw(st.integers(0, 90))]]
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([header, *rows])
    path = tmp_path_factory.mktemp("mutated") / "file.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    _, tally, events, _ = read(path, data.draw(st.sampled_from([EVERYWHERE, Scope(frozenset({"850"}))])))
    assert tally.read == sum(any(row) for row in rows) or tally.read <= len(rows)
    assert all(one.number and one.latest_urn for one in events)


def test_every_word_of_a_scale_has_its_place_on_that_scale_only():
    scales = load_inspections().scales
    four, five = scales["four"], scales["five"]
    assert [four.place(word) for word in four.words] == [0, 1, 2, 3]
    assert {five.place(word) for word in four.words} == {len(five.words)}
    assert {four.word(str(number)) for number in range(1, 5)} == set(four.words)
    assert (four.word("9"), four.word("Strong standard")) == ("", None)
