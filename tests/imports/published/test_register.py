"""The national register, in each of its shapes, as schools and links."""

import csv
import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from visitapp.domain.published.batches import KEPT, OUTSIDE, REJECTED, Scope
from visitapp.domain.published.inspections import PublishedInspection
from visitapp.domain.published.phases import phase_of
from visitapp.domain.published.schools import RegisterSchool, SchoolLink
from visitapp.errors import CancelledImportError, ImportRefusedError
from visitapp.frameworks.library import load_vocabulary
from visitapp.frameworks.measures import load_measures
from visitapp.imports.published.read import read_file, tallied
from visitapp.paths import resource

SAMPLES = Path(__file__).parents[2] / "files" / "published"
SEARCH, WHOLE, LINKS = (SAMPLES / f"register-{name}.csv" for name in ("search", "whole", "links"))


EVERYWHERE = Scope()


def dry_run(path, scope, **said):
    """Return profile and tally of a file of which nothing is kept."""
    return tallied(read_file(path, scope, **said))


def schools_in(path, scope=EVERYWHERE):
    return {one.urn: one for row in read_file(path, scope) for one in row.items if isinstance(one, RegisterSchool)}


def changed(tmp_path, change, source=SEARCH, encoding="utf-8", name="changed.csv"):
    """Write a sample with its rows changed by a function, and return its path."""
    rows = list(csv.reader(io.StringIO(source.read_text(encoding="utf-8"), newline="")))
    rows = change(rows) or rows
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path = tmp_path / name
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def test_a_search_download_gives_its_schools():
    profile, tally = dry_run(SEARCH, Scope())
    assert (profile.kind, profile.encoding, len(profile.columns)) == ("register-search", "utf-8", 111)
    assert (tally.read, tally.kept, tally.rejected, tally.outside) == (42, 42, 0, 0)
    assert tally.faults == {"I-NAMES": 1}
    assert "Open Government Licence v3.0" in profile.attribution


def test_a_school_is_as_the_register_has_it():
    school = schools_in(SEARCH)["115850"]
    assert school.name == "Alton Infant School"
    assert (school.status, school.phase, school.phase_said) == ("open", "infant", "Primary")
    assert (school.authority_code, school.number, school.full_number) == ("850", "2000", "8502000")
    assert (school.youngest, school.oldest, school.roll, school.capacity) == (4, 7, 138, 180)
    assert school.meals_percent == 21.7
    assert (school.religion, school.trust, school.federation) == ("", "", "")
    assert (school.opened_on, school.closed_on, school.changed_on) == ("", "", "2022-03-17")
    assert school.counted_on == "2021-01-21"
    assert school.telephone.startswith("0")


def test_the_whole_register_is_known_by_its_codes_and_warns_of_letters_damaged_before():
    profile, tally = dry_run(WHOLE, Scope())
    assert (profile.kind, len(profile.columns), tally.kept) == ("register", 135, 1)
    assert tally.faults == {"W-ENC": 1}
    school = schools_in(WHOLE)["100000"]
    assert (school.name, school.religion, school.region) == ("The Aldgate School", "Church of England", "London")


def test_only_rows_of_the_authorities_and_of_the_reviewer_s_own_schools_are_kept():
    rows = list(read_file(SEARCH, Scope(frozenset({"936"}), frozenset({"115850"}))))
    assert {one.outcome for one in rows} == {KEPT, OUTSIDE}
    kept = [one.items[0] for one in rows if one.outcome == KEPT]
    assert {one.authority_code for one in kept if one.urn != "115850"} == {"936"}
    assert "115850" in {one.urn for one in kept}


def test_a_head_is_named_for_the_reviewer_s_own_schools_only():
    schools = schools_in(SEARCH, Scope(own=frozenset({"115850"})))
    assert {one.urn for one in schools.values() if one.head} == {"115850"}
    assert schools["115850"].head == "Ms Wren Ashdown"


def test_links_of_a_search_download_are_read_though_they_spill_over_its_last_column():
    links = [one for row in read_file(SEARCH, Scope()) for one in row.items if isinstance(one, SchoolLink)]
    of_one = [one for one in links if one.urn == "130397"]
    assert [(one.other_urn, one.sort) for one in of_one] == [
        ("149115", "successor"),
        ("125016", "predecessor"),
        ("124984", "predecessor"),
    ]


def test_links_are_read_too_where_a_spreadsheet_gave_them_columns_without_names(tmp_path):
    def saved_again(rows):
        most = max(map(len, rows))
        return [row + [""] * (most - len(row)) for row in rows]

    path = changed(tmp_path, saved_again)
    assert [row.items for row in read_file(path, EVERYWHERE)] == [row.items for row in read_file(SEARCH, EVERYWHERE)]
    assert set(dry_run(path, EVERYWHERE)[1].faults) == {"I-NAMES"}


def test_the_links_file_gives_every_sort_of_link():
    profile, tally = dry_run(LINKS, Scope(frozenset({"850"})))
    assert (profile.kind, tally.kept, tally.rejected, tally.faults) == ("register-links", 40, 0, {})
    links = [one for row in read_file(LINKS, Scope()) for one in row.items]
    assert Counter(one.sort for one in links) == {"predecessor": 17, "successor": 17, "other": 6}
    assert links[0] == SchoolLink(
        "100006", "134643", "CCfL Key Stage 3 PRU", "predecessor", "Predecessor - merged", "2022-01-01"
    )


def test_links_that_cannot_be_read_are_left_out_and_named(tmp_path):
    def spoil(rows):
        rows[1][1], rows[2][3], rows[3][4] = "12", "Friendship", "soon"
        rows.append(rows[4])

    _, tally = dry_run(changed(tmp_path, spoil, LINKS), Scope())
    assert tally.faults == {"E-URN": 1, "W-CODE": 1, "W-DATE": 1, "E-DUP": 1}
    assert (tally.read, tally.kept, tally.rejected) == (41, 39, 2)


def test_a_file_is_known_by_its_columns_and_not_by_its_name(tmp_path):
    path = tmp_path / "holiday photos.csv"
    path.write_bytes(SEARCH.read_bytes())
    assert read_file(path, Scope()).profile.kind == "register-search"


def test_the_day_of_a_register_is_taken_from_its_name_where_it_has_one(tmp_path):
    for name, period in (("edubasealldata20260924.csv", "24 September 2026"), ("edubase20269924.csv", "")):
        path = tmp_path / name
        path.write_bytes(WHOLE.read_bytes())
        profile = read_file(path, Scope()).profile
        assert profile.period == period
        assert profile.attribution.endswith(f"Department for Education{', ' if period else ''}{period}.")


def test_a_file_of_unknown_columns_is_refused_and_says_them(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("Colour,Shape,Weight\nred,round,5\n")
    with pytest.raises(
        ImportRefusedError, match="\u201cColour\u201d, \u201cShape\u201d, \u201cWeight\u201d"
    ) as caught:
        read_file(path, Scope())
    assert (caught.value.code, caught.value.columns) == ("E-KIND", ("Colour", "Shape", "Weight"))


def test_every_era_of_the_header_is_read(tmp_path):
    former = ["OfstedLastInsp", "OfstedSpecialMeasures (code)", "OfstedSpecialMeasures (name)", "OfstedRating (name)"]

    def of_2024(rows):
        return [rows[0] + former + ["RSCRegion (name)"]] + [row + ["", "", "", "Good", ""] for row in rows[1:]]

    def of_2023(rows):
        gone = rows[0].index("AccreditationExpiryDate")
        return [row[:gone] + row[gone + 1 :] for row in of_2024(rows)]

    def of_2021(rows):
        older = of_2023(rows)
        place = older[0].index("FSM")
        older[0][place] = "CensusAreaStatisticWard (name)"
        return older

    for change, columns in ((of_2024, 140), (of_2023, 139), (of_2021, 139)):
        profile, tally = dry_run(changed(tmp_path, change, WHOLE), Scope())
        assert (profile.kind, len(profile.columns), tally.kept) == ("register", columns, 1)
        assert set(tally.faults) == {"W-ENC"}


def test_new_and_missing_columns_are_told(tmp_path):
    def rename(rows):
        rows[0][rows[0].index("SchoolCapacity")] = "Room for pupils"

    _, tally = dry_run(changed(tmp_path, rename), Scope())
    assert [one.column for one in tally.first["I-NEWCOL"]] == ["Room for pupils"]
    assert [one.column for one in tally.first["I-GONECOL"]] == ["SchoolCapacity"]
    assert tally.kept == 42


def test_headings_may_differ_in_capitals_and_spaces_and_order(tmp_path):
    def disturb(rows):
        rows[0] = [f" {name.upper().replace(' ', '  ')} " for name in rows[0]]
        return [row[:110][::-1] for row in rows]

    assert schools_in(changed(tmp_path, disturb)) == schools_in(SEARCH)


def test_a_second_row_of_one_number_is_left_out_and_the_first_kept(tmp_path):
    def double(rows):
        again = list(rows[1])
        again[rows[0].index("EstablishmentName")] = "Another name"
        rows.append(again)

    path = changed(tmp_path, double)
    _, tally = dry_run(path, Scope())
    assert (tally.read, tally.kept, tally.rejected) == (43, 42, 1)
    assert tally.first["E-DUP"][0].raw == "115850 (2)"
    assert schools_in(path)["115850"].name == "Alton Infant School"


def test_what_a_spreadsheet_did_to_a_file_is_told_and_nothing_is_guessed(tmp_path):
    def spoil(rows):
        place = rows[0].index
        rows[1][place("UPRN")] = "1.71E+09"
        rows[1][place("LastChangedDate")] = "17/03/2022"
        rows[1][place("NumberOfPupils")] = "1.38E+02"
        rows[2][place("StatutoryHighAge")] = "11-Jul"
        rows[3][place("PercentageFSM")] = "217"
        rows[4][place("OpenDate")] = "41234"

    path = changed(tmp_path, spoil)
    _, tally = dry_run(path, Scope())
    assert tally.faults == {"I-NAMES": 1, "W-EXCEL": 3, "W-NUMBER": 1, "W-RANGE": 1, "W-DATE": 1}
    school = schools_in(path)["115850"]
    assert (school.changed_on, school.roll) == ("2022-03-17", None)


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("URN", "11585", "E-URN"),
        ("URN", "1.16E+05", "E-URN"),
        ("EstablishmentName", " ", "E-NAME"),
        ("EstablishmentStatus (name)", "Perhaps", "E-STATUS"),
    ],
)
def test_a_row_without_what_a_school_must_have_is_left_out_with_its_line(tmp_path, column, text, code):
    def spoil(rows):
        rows[3][rows[0].index(column)] = text

    rows = list(read_file(changed(tmp_path, spoil), Scope()))
    assert [(row.line, row.faults[0].code, row.faults[0].raw) for row in rows if row.outcome == REJECTED] == [
        (4, code, text.strip() if column == "URN" else text if code == "E-STATUS" else "")
    ]


def test_a_row_of_no_authority_is_not_taken_for_one_from_elsewhere(tmp_path):
    def spoil(rows):
        rows[3][rows[0].index("LA (code)")] = "x"

    _, tally = dry_run(changed(tmp_path, spoil), Scope(frozenset({"850"})))
    assert (tally.rejected, set(tally.faults)) == (1, {"I-NAMES", "E-PLACE"})
    assert tally.balances


def test_short_rows_are_filled_up_and_long_ones_left_out(tmp_path):
    def spoil(rows):
        rows[1] = rows[1][:20]

    path = changed(tmp_path, spoil)
    rows = list(read_file(path, Scope()))
    assert [(one.outcome, [f.code for f in one.faults]) for one in rows[:2]] == [(KEPT, ["W-SHORT"]), (KEPT, [])]

    def lengthen(rows):
        rows[1] += ["", ""]
        rows[0].append("")

    rows = list(read_file(changed(tmp_path, lengthen, WHOLE), Scope()))
    assert [one.outcome for one in rows] == [KEPT]

    def shift(rows):
        rows[1][-1] = "01-01-2030"
        rows[1].insert(5, "surplus")

    rows = list(read_file(changed(tmp_path, shift, WHOLE), Scope()))
    assert [(one.outcome, one.faults[0].code) for one in rows] == [(REJECTED, "E-LONG")]


def test_a_zipped_register_in_windows_letters_gives_the_same_schools(tmp_path):
    packed = tmp_path / "Results.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("extract/edubasealldata.csv", SEARCH.read_text(encoding="utf-8").encode("cp1252"))
    assert schools_in(packed) == schools_in(SEARCH)


def test_reading_stops_as_soon_as_it_is_not_wanted():
    answers = iter([True] * 3)
    with pytest.raises(CancelledImportError, match="Nothing in Visitapp was changed"):
        dry_run(SEARCH, Scope(), wanted=lambda: next(answers, False))


PHASES = [
    ("Primary", "Community school", (4, 11), "primary"),
    ("Primary", "Community school", (4, 7), "infant"),
    ("Primary", "Academy converter", (7, 11), "junior"),
    ("Primary", "Community school", (4, 9), "primary"),
    ("Primary", "Community school", (None, None), "primary"),
    ("Nursery", "Local authority nursery school", (2, 5), "nursery"),
    ("Not applicable", "Local authority nursery school", (2, 5), "nursery"),
    ("Middle deemed primary", "Community school", (8, 12), "middle-primary"),
    ("Middle deemed secondary", "Academy converter", (9, 13), "middle-secondary"),
    ("Secondary", "Foundation school", (11, 18), "secondary"),
    ("All-through", "Academy converter", (4, 18), "all-through"),
    ("All through", "Academy converter", (4, 18), "all-through"),
    ("16 plus", "Sixth form centres", (16, 19), "post-16"),
    ("Not applicable", "Community special school", (4, 16), "special"),
    ("Primary", "Academy special converter", (4, 11), "special"),
    ("Not applicable", "Pupil referral unit", (5, 16), "alternative-provision"),
    ("Not applicable", "Free schools alternative provision", (11, 16), "alternative-provision"),
    ("Not applicable", "Other independent school", (2, 11), "primary"),
    ("Not applicable", "Other independent school", (3, 13), "primary"),
    ("Not applicable", "Other independent school", (7, 11), "junior"),
    ("Not applicable", "Other independent school", (11, 18), "secondary"),
    ("Not applicable", "Other independent school", (3, 18), "all-through"),
    ("Not applicable", "Children's centre", (None, None), "not-applicable"),
    ("", "", (None, 11), "not-applicable"),
]
"""What the register says, its type, its ages, and the phase that makes."""


@pytest.mark.parametrize(("said", "kind", "ages", "phase"), PHASES)
def test_the_phase_is_told_from_phase_type_and_ages(said, kind, ages, phase):
    assert phase_of(said, kind, *ages) == phase


def test_every_phase_that_is_told_is_in_the_vocabulary():
    codes = {term.code for term in load_vocabulary(resource("vocabularies/phases.toml")).terms}
    assert {phase for *_, phase in PHASES} == codes


def inspected(tmp_path, day, word, code=""):
    """Return what a register is read as saying of the inspection of its one school, None for nothing."""
    header, school = list(csv.reader(io.StringIO(SEARCH.read_text(encoding="utf-8"), newline="")))[:2]
    school[header.index("OfstedLastInsp")], school[header.index("OfstedRating (name)")] = day, word
    path = tmp_path / "20220419_register.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["OfstedRating (code)", *header], [code, *school]])
    rows = read_file(path, EVERYWHERE, sources=load_measures())
    found = [one for row in rows for one in row.items if isinstance(one, PublishedInspection)]
    return found[0] if found else None


def test_the_last_inspection_is_read_as_a_dated_word_of_its_time_with_the_register_as_its_source(tmp_path):
    found = inspected(tmp_path, "06-11-2019", "Good")
    assert (found.urn, found.started_on, found.outcome, found.framework) == (
        "115850",
        "2019-11-06",
        "Good",
        "eif-2019",
    )
    assert found.source == "Get Information about Schools, Department for Education, 19 April 2022"
    assert inspected(tmp_path, "06-11-2019", "", "3").outcome == "Requires improvement"
    concern = inspected(tmp_path, "06-11-2019", "Special Measures")
    assert (concern.outcome, concern.concern) == ("Inadequate", "Special measures")


@pytest.mark.parametrize(
    ("day", "word"), [("", "Good"), ("06-11-2019", ""), ("06-11-2024", "Good"), ("soon", "Good")]
)
def test_no_inspection_is_told_without_its_day_its_word_or_where_no_word_of_the_whole_was_given(tmp_path, day, word):
    assert inspected(tmp_path, day, word) is None
