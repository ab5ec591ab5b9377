"""Excel workbooks read like any other table: every row accounted for, no number guessed, nothing trusted."""

import csv
import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from workbook_files import (
    SCHOOLS,
    SHEET_TYPE,
    asp_like,
    numbered,
    packed,
    parts_of,
    saved,
    sheet_of,
    styles_of,
    text,
    texts_of,
)

from visitapp.domain.published.batches import Scope, Tally
from visitapp.domain.published.figures import BAD, OK, SUPPRESSED, Figure
from visitapp.domain.published.mapping import BY_URN, MappedColumn, TableMapping
from visitapp.errors import CancelledImportError, ImportRefusedError, SeveralSheetsError
from visitapp.frameworks.measures import load_measures
from visitapp.imports.published.mapped import header_key, sampled
from visitapp.imports.published.read import Explained, read_file, tallied
from visitapp.imports.tables.lines import DoubtfulCells
from visitapp.imports.tables.table import open_table

FILES = Path(__file__).parents[2] / "files" / "published"
REGISTER, RESULTS = FILES / "register-search.csv", FILES / "2018-2019_850_ks2final.zip"
HEAD = ("URN", "Name", "Value")
LISTS = load_measures()
MAPPING = TableMapping(
    "Our export",
    "urn",
    BY_URN,
    year="2025",
    columns=(MappedColumn("rwm %", "ks2-rwm-expected", "all", "cohort"), MappedColumn("phonics %", "phonics-y1")),
)


def cells_of(path):
    table = open_table(path)
    return [cells for _, cells in table.rows()]


def refused(path, **said):
    with pytest.raises(ImportRefusedError) as caught:
        list(open_table(path, **said).rows())
    sentence = str(caught.value)
    assert sentence.startswith("Nothing in Visitapp was changed: the file was not read, because ")
    assert sentence.endswith(".")
    return sentence


def one_cell(tmp_path, markup, **said):
    """Return what a cell of this markup is read as."""
    head = [text("A1", "URN"), text("B1", "Value")]
    path = packed(tmp_path / "one.xlsx", parts_of(sheet_of(head, [text("A2", "1"), markup]), **said))
    return cells_of(path)[0][1]


@pytest.mark.parametrize("name", ["table.xlsx", "table.xlsm", "table.csv", "table"])
def test_a_workbook_is_known_by_what_it_is_whatever_it_is_called(tmp_path, name):
    path = saved(tmp_path / "made.xlsx", ("Data", [HEAD, (115850, "Alton", 64)])).rename(tmp_path / name)
    table = open_table(path)
    assert (table.name, table.encoding, table.columns) == (name, "Excel workbook", HEAD)
    assert list(table.rows()) == [(2, ["115850", "Alton", "64"])]
    assert table.faults == ()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (7, "7"),
        (64.0, "64"),
        (0.1 + 0.2, "0.3"),
        (71.599999999999994, "71.6"),
        (0.00001, "0.00001"),
        (-1.5, "-1.5"),
        (100023350745, "100023350745"),
        (1e20, "100000000000000000000"),
        ("007", "007"),
        ("SUPP", "SUPP"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2024, 9, 1), "01-09-2024"),
        (datetime(2024, 9, 1, 14, 30), "01-09-2024 14:30"),
        (time(14, 30), "14:30"),
        ("#N/A", "#N/A"),
        (None, ""),
    ],
)
def test_a_cell_becomes_the_text_of_what_stands_in_it(tmp_path, value, said):
    assert cells_of(saved(tmp_path / "b.xlsx", ("Data", [HEAD, ("x", value, "y")])))[0] == ["x", said, "y"]


@pytest.mark.parametrize(
    ("code", "raw", "said"),
    [
        ("0%", "0.53", "53%"),
        ("0.0%", "0.534", "53.4%"),
        ("0%", "0.56999999999999995", "57%"),
        ("0%", "1", "100%"),
        ("[Red]0.00%;-0%", "-0.05", "-5%"),
        ('0" of 100%"', "53", "53"),
        ("000", "7", "007"),
        ("000", "7.5", "7.5"),
        ("dd/mm/yyyy", "45536", "01-09-2024"),
        ("[$-809]d mmmm yyyy;@", "45536", "01-09-2024"),
        ("dd/mm/yyyy", "-3", "-3"),
        ("dd/mm/yyyy", "99999999", "99999999"),
        ("#,##0", "1234", "1234"),
        ("0.0", "about half", "about half"),
        ("General", "1e999", "1e999"),
        ("General", "1_000", "1_000"),
    ],
)
def test_a_format_says_what_a_number_means(tmp_path, code, raw, said):
    assert one_cell(tmp_path, f'<c r="B2" s="0"><v>{raw}</v></c>', styles=styles_of(code)) == said


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<c r="B2" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="B2" t="str"><f>A2</f><v>text</v></c>', "text"),
        ('<c r="B2"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="B2" t="d"><v>2024-09-01T00:00:00</v></c>', "01-09-2024"),
        ('<c r="B2" t="d"><v>some day</v></c>', "some day"),
        (
            '<c r="B2" t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r><rPh><t>spoken</t></rPh></is></c>',
            "two runs",
        ),
        ('<c r="B2" t="inlineStr"><is><t>a_x000A_b_xD800_</t></is></c>', "a\nb_xD800_"),
        ('<c r="B2" s="9"><v>4.0</v></c>', "4"),
        ("<c><v>4</v></c>", "4"),
    ],
)
def test_every_sort_of_cell_is_read(tmp_path, markup, said):
    assert one_cell(tmp_path, markup) == said


def test_days_counted_from_1904_are_the_same_days(tmp_path):
    parts = parts_of(
        sheet_of([text("A1", "a"), text("B1", "b")], [text("A2", "x"), '<c r="B2" s="0"><v>44074</v></c>']),
        styles=styles_of("dd/mm/yyyy"),
    )
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    assert cells_of(packed(tmp_path / "mac.xlsx", parts)) == [["x", "01-09-2024"]]


def test_shared_texts_and_strict_open_xml_are_read(tmp_path):
    sheet = sheet_of([numbered("A1", 0), numbered("B1", 1)], [numbered("A2", 2), numbered("B2", 1)])
    parts = parts_of(sheet, texts=texts_of("URN", "Name & place", "115850"))
    assert cells_of(packed(tmp_path / "a.xlsx", parts)) == [["115850", "Name & place"]]
    strict = {
        name: content.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", _STRICT).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships", _STRICT_LINKS
        )
        for name, content in parts.items()
    }
    assert cells_of(packed(tmp_path / "b.xlsx", strict)) == [["115850", "Name & place"]]


_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def test_letters_damaged_before_are_told_of_a_workbook_too(tmp_path):
    sheet = sheet_of([numbered("A1", 0), numbered("B1", 1)], [numbered("A2", 2), numbered("B2", 1)])
    parts = parts_of(sheet, texts=texts_of("URN", "caf\u00e9 \u2019", "caf\u00c3\u00a9"))
    (told,) = open_table(packed(tmp_path / "a.xlsx", parts)).faults
    assert (told.code, told.raw) == ("W-ENC", "caf\u00c3\u00a9")


def test_rows_are_numbered_as_the_sheet_shows_them_and_empty_ones_are_none(tmp_path):
    rows = [HEAD, (), (1, "a", 2), (None, None, None), (2, "b", None)]
    assert list(open_table(saved(tmp_path / "b.xlsx", ("Data", rows))).rows()) == [
        (3, ["1", "a", "2"]),
        (5, ["2", "b", ""]),
    ]


def test_a_formula_nobody_worked_out_is_a_fault_of_its_row_and_never_nothing(tmp_path):
    path = saved(tmp_path / "f.xlsx", ("Data", [HEAD, (115850, "Alton", "=60+4"), (115851, "Anstey", 70)]))
    first, second = cells_of(path)
    assert isinstance(first, DoubtfulCells)
    assert (list(first), second) == (["115850", "Alton", ""], ["115851", "Anstey", "70"])
    (doubt,) = first.faults
    assert (doubt.code, doubt.line, doubt.column) == ("W-FORMULA", 2, "Value")


def test_titles_above_the_columns_are_passed_over_and_each_is_told(tmp_path):
    table = open_table(asp_like(tmp_path / "asp.xlsx"))
    assert table.columns == ("URN", "School", "Cohort", "RWM %", "Phonics %", "Published")
    assert table.header_line == 4
    assert [(one.code, one.line, one.raw) for one in table.faults] == [
        ("I-TITLE", 1, "Analyse school performance"),
        ("I-TITLE", 2, "Key stage 2 for your schools Confidential until released"),
    ]
    assert next(iter(table.rows())) == (5, ["115850", "Alton Infant School", "41", "64%", "82", "11-12-2025"])


@pytest.mark.parametrize("titles", [["One"], ["One", "Two"], ["A,B", "", "C", "D,E"]])
def test_titles_above_the_columns_of_a_text_file_are_passed_over_too(tmp_path, titles):
    path = tmp_path / "titled.csv"
    path.write_text("\n".join([*titles, "a,b,c,d,e,f,g", "1,2,3,4,5,6,7", "1,2,3,4,5,6,7"]), encoding="utf-8")
    table = open_table(path)
    assert (table.columns[0], table.header_line) == ("a", len(titles) + 1)
    assert len(table.faults) == sum(bool(one) for one in titles)
    assert sum(1 for _ in table.rows()) == 2


def test_narrow_tables_are_found_below_titles_and_below_what_names_groups_of_columns(tmp_path):
    narrow = [("Abbreviations",), ("Revised",), ("Code", "Meaning"), *(("SUPP", "Suppressed"),) * 5]
    assert open_table(saved(tmp_path / "a.xlsx", ("Data", narrow))).header_line == 3
    labels = [("Export",), ("Authority", "Hampshire"), ("Year", "2025"), ("a", "b", "c", "d"), *((1, 2, 3, 4),) * 3]
    assert open_table(saved(tmp_path / "b.xlsx", ("Data", labels))).header_line == 4
    groups = [("Export",), (None, "Results", None, "Progress"), tuple("abcdefgh"), *(tuple("12345678"),) * 3]
    table = open_table(saved(tmp_path / "c.xlsx", ("Data", groups)))
    assert (table.header_line, [one.line for one in table.faults]) == (3, [1, 2])


def test_one_long_row_in_a_narrow_table_is_no_row_of_column_names(tmp_path):
    path = tmp_path / "narrow.csv"
    path.write_text("a,b\n1,2\n3,4,5,6,7,8\n5,6\n", encoding="utf-8")
    table = open_table(path)
    assert (table.columns, table.faults) == (("a", "b"), ())


def test_the_only_sheet_with_a_table_is_read_by_itself_and_hidden_ones_are_not_seen(tmp_path):
    rows = [HEAD, (1, "a", 2)]
    path = saved(tmp_path / "b.xlsx", ("Notes", [("Words",)]), ("Data", rows), ("Old", rows), hidden=["Old"])
    assert open_table(path).name == "b.xlsx"
    assert "no sheet of it with a table is called \u201cOld\u201d" in refused(path, sheet="Old")


def test_of_several_sheets_with_tables_one_must_be_chosen(tmp_path):
    path = saved(tmp_path / "b.xlsx", ("2023-24", [HEAD, (1, "a", 2)]), ("2024-25", [HEAD, (3, "b", 4)]))
    with pytest.raises(SeveralSheetsError, match="\u201c2023-24\u201d, \u201c2024-25\u201d") as caught:
        open_table(path)
    assert (caught.value.sheets, caught.value.code) == (("2023-24", "2024-25"), "E-SHEET")
    found = {name: open_table(path, sheet=name) for name in caught.value.sheets}
    assert [[cells for _, cells in one.rows()] for one in found.values()] == [[["1", "a", "2"]], [["3", "b", "4"]]]
    assert found["2024-25"].name == "b.xlsx, 2024-25"
    assert len({one.sha256 for one in found.values()}) == 2


def test_a_workbook_whose_every_sheet_is_hidden_or_empty_is_refused(tmp_path):
    path = saved(tmp_path / "b.xlsx", ("Data", [HEAD]), ("Empty", []), hidden=["Data"])
    assert "no sheet of this Excel workbook has a row of column names" in refused(path)
    parts = parts_of(sheet_of([text("A1", "a"), text("B1", "b")]))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("<sheet ", '<sheet state="veryHidden" ')
    assert "is hidden" in refused(packed(tmp_path / "c.xlsx", parts))


def test_macros_and_links_to_elsewhere_stay_unread(tmp_path):
    parts = parts_of(sheet_of([text("A1", "a"), text("B1", "b")], [text("A2", "x"), text("B2", "y")]))
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        SHEET_TYPE, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    )
    outside = '<Relationship Id="r9" Type="x/externalLink" TargetMode="External" Target="https://example.org/"/>'
    rels = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = rels.replace("</Rel", f"{outside}</Rel")
    parts["xl/vbaProject.bin"] = b"\0not a macro"
    assert cells_of(packed(tmp_path / "macros.xlsm", parts)) == [["x", "y"]]


def test_reading_tells_how_far_it_is_and_stops_when_it_is_not_wanted(tmp_path):
    path = saved(tmp_path / "b.xlsx", ("Data", [HEAD, *((number, "name", 1.5) for number in range(8000))]))
    told = []
    table = open_table(path, watch=lambda done, whole: told.append((done, whole)))
    assert sum(1 for _ in table.rows(lambda done, whole: told.append((done, whole)))) == 8000
    assert len(told) > 3
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]
    with pytest.raises(CancelledImportError):
        open_table(path, wanted=lambda: False)
    answers = iter([True, True])
    with pytest.raises(CancelledImportError):
        list(table.rows(wanted=lambda: next(answers, False)))


def test_the_same_results_are_read_from_a_workbook_as_from_the_file_it_was_made_of(tmp_path):
    with zipfile.ZipFile(RESULTS) as package:
        name = next(one for one in package.namelist() if one.endswith("ks2final.csv"))
        rows = list(csv.reader(io.StringIO(package.read(name).decode("utf-8-sig"), newline="")))
    path = saved(
        tmp_path / "2018-2019_850_ks2final.xlsx", ("Data", [[_as_typed(one) for one in row] for row in rows])
    )
    plain, sheet = (figures_of(one) for one in (RESULTS, path))
    assert sheet == plain
    assert len(plain) > 90_000


def _as_typed(said):
    """Return a cell as somebody who opened the file in a spreadsheet program would have it."""
    return int(said) if said.isdecimal() and (said == "0" or said[0] != "0") else said or None


def figures_of(path):
    tally, figures = Tally(), []
    for row in read_file(path, Scope(), sources=LISTS):
        tally.count(row)
        figures += row.items
    assert tally.balances
    return figures


def test_an_export_nobody_has_seen_is_explained_and_remembered_by_its_columns(tmp_path):
    path = asp_like(
        tmp_path / "asp.xlsx", (*SCHOOLS, (115852, "Third", 30, "#N/A", "=1+1"), ("no school", "", 1, 2, 3))
    )
    with pytest.raises(ImportRefusedError) as caught:
        read_file(path, Scope(), sources=LISTS)
    assert header_key(caught.value.columns) == header_key(
        ("urn", "school", "cohort", "rwm %", "phonics %", "published")
    )
    assert [one.values[0] for one in sampled(path).columns][3:] == ["64%", "82", "11-12-2025"]
    rows = list(read_file(path, Scope(), sources=LISTS, explained=Explained(MAPPING)))
    assert [row.outcome for row in rows] == ["kept", "kept", "kept", "rejected"]
    assert rows[0].items[0] == Figure("school", "115850", "2025", "ks2-rwm-expected", "all", 64.0, OK, "64%", 41)
    assert [rows[place].items[0].status for place in (1, 2)] == [SUPPRESSED, BAD]
    assert [one.code for one in rows[2].faults] == ["W-CODE", "W-FORMULA"]
    assert [one.line for row in rows for one in row.faults] == [7, 7, 8]


def hostile(sheet=None, **said):
    parts = parts_of(sheet or sheet_of([text("A1", "a"), text("B1", "b")], [text("A2", "1"), text("B2", "2")]))
    return parts | said


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
PLAIN = sheet_of([text("A1", "a"), text("B1", "b")], [text("A2", "1"), text("B2", "2")])


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"xl/worksheets/sheet1.xml": f"<!DOCTYPE w [{LAUGHS}]>{PLAIN.replace('>2<', '>&l9;<')}"}, "entities"),
        ({"xl/worksheets/sheet1.xml": f'<!DOCTYPE w SYSTEM "file:///etc/passwd">{PLAIN}'}, "entities"),
        ({"xl/worksheets/sheet1.xml": f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hosts">]>{PLAIN}'}, "entities"),
        ({"xl/workbook.xml": "<!DOCTYPE w><w/>"}, "entities"),
        ({"xl/worksheets/sheet1.xml": PLAIN[:-40]}, "damaged"),
        ({"xl/worksheets/sheet1.xml": PLAIN.replace('r="2"', 'r="two"')}, "damaged"),
        ({"xl/worksheets/sheet1.xml": PLAIN.replace('r="2"', 'r="9999999"')}, "out of order"),
        ({"xl/worksheets/sheet1.xml": PLAIN.replace('r="2"', 'r="1"')}, "out of order"),
        ({"xl/worksheets/sheet1.xml": PLAIN.replace('"B2"', '"A2"')}, "out of order"),
        ({"xl/worksheets/sheet1.xml": PLAIN.replace('"B2"', '"ZZZ2"')}, "out of order"),
        ({"xl/worksheets/sheet1.xml": PLAIN.replace('"B2"', '"22"')}, "out of order"),
        ({"xl/worksheets/sheet1.xml": PLAIN.replace('t="inlineStr"', 't="s"').replace("is>", "v>")}, "damaged"),
        ({"xl/worksheets/sheet1.xml": "<a>" * 5000}, "damaged"),
        ({"xl/worksheets/sheet1.xml": PLAIN.replace(">2<", f">{'x' * 200_000}<")}, "more text than any cell may"),
        ({"xl/worksheets/sheet1.xml": '<?xml version="1.0" encoding="utf-7"?>' + PLAIN}, "damaged"),
        ({"xl/worksheets/sheet1.xml": ""}, "damaged"),
        ({"xl/worksheets/sheet1.xml": PLAIN.replace("<t>2</t>", "<t><t>2</t></t>")}, "damaged"),
        ({"xl/worksheets/sheet1.xml": PLAIN.replace("<is>", "<c><is>", 1)}, "out of order"),
        ({"xl/worksheets/sheet1.xml": PLAIN.replace("<is>", f"<is>{'<rPh>' * 300}", 1)}, "damaged"),
        ({"xl/_rels/workbook.xml.rels": "<Relationships/>"}, "one of its sheets is missing"),
        ({"xl/workbook.xml": "<workbook/>"}, "is hidden or empty"),
        ({"[Content_Types].xml": "<Types/>"}, "is not one, or is damaged"),
        ({"_rels/.rels": "<Relationships/>"}, "is not one, or is damaged"),
        ({"XL/workbook.xml": "<x/>"}, "the same name"),
    ],
)
def test_a_workbook_that_is_damaged_or_hostile_is_refused_in_one_plain_sentence(tmp_path, parts, says):
    assert says in refused(packed(tmp_path / "hostile.xlsx", parts_of(PLAIN) | parts))


@pytest.mark.parametrize(
    "name",
    [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
    ],
)
def test_a_workbook_without_one_of_its_parts_is_refused(tmp_path, name):
    parts = parts_of(PLAIN)
    del parts[name]
    assert "damaged" in refused(packed(tmp_path / "lacking.xlsx", parts))


def test_a_text_that_is_not_there_is_damage_and_not_another_text(tmp_path):
    sheet = sheet_of([text("A1", "a"), text("B1", "b")], [text("A2", "1"), numbered("B2", 7)])
    assert "damaged" in refused(packed(tmp_path / "a.xlsx", parts_of(sheet, texts=texts_of("one"))))
    sheet = sheet.replace(">7<", ">-1<")
    assert "damaged" in refused(packed(tmp_path / "b.xlsx", parts_of(sheet, texts=texts_of("one"))))


def test_a_sheet_that_calls_itself_enormous_is_read_as_large_as_it_is(tmp_path):
    sheet = PLAIN.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    assert cells_of(packed(tmp_path / "wide.xlsx", parts_of(sheet))) == [["1", "2"]]


def test_a_workbook_that_would_unpack_to_an_enormous_one_is_refused(tmp_path):
    sheet = PLAIN.replace("</sheetData>", f"</sheetData>{' ' * 20_000_000}")
    assert "enormous" in refused(packed(tmp_path / "bomb.xlsx", parts_of(sheet)))


def test_a_workbook_cut_off_anywhere_is_refused_or_read_whole(tmp_path):
    whole = packed(tmp_path / "whole.xlsx", parts_of(PLAIN)).read_bytes()
    cut = tmp_path / "cut.xlsx"
    for end in range(5, len(whole), 97):
        cut.write_bytes(whole[:end])
        assert "damaged" in refused(cut)


def test_a_workbook_with_a_password_keeps_the_advice_of_old_ones(tmp_path):
    path = tmp_path / "locked.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "Save As" in refused(path)


def test_what_openpyxl_reads_of_a_workbook_is_what_is_read_here(tmp_path):
    path = asp_like(tmp_path / "asp.xlsx")
    sheet = load_workbook(path, data_only=True)["Results"]
    theirs = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    ours = cells_of(path)
    assert [row[:2] for row in ours] == [[str(row[0]), row[1]] for row in theirs]
    assert len(ours) == len(theirs)


def test_a_dry_run_of_a_workbook_balances(tmp_path):
    path = saved(
        tmp_path / "register.xlsx", ("Data", list(csv.reader(io.StringIO(REGISTER.read_text(encoding="utf-8")))))
    )
    profile, tally = tallied(read_file(path, Scope(frozenset({"850"})), sources=LISTS))
    assert profile.kind == "register-search"
    assert tally.balances
    assert tally.kept
