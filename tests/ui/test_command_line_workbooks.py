"""`import` on the command line: workbooks, the sheet that is meant, and what differs from what was read in before."""

import pytest
from typer.testing import CliRunner
from workbook_files import asp_like, saved

from ui.command_line import commands

LINKS = ("URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate")
COMPARATORS = ("Short Desc", "Years", "LA and Regions", "Values", "LA Number")


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    """Return the folder of a sample vault, which needs no passphrase."""
    folder = tmp_path_factory.mktemp("vault") / "sample"
    assert run(folder, "visits").exit_code == 0
    return folder


def run(folder, *words):
    return CliRunner().invoke(commands, [words[0], *map(str, words[1:]), "--vault", str(folder), "--sample"])


@pytest.fixture
def several(tmp_path):
    """Return a workbook with two tables."""
    rows = [LINKS, (100000, 100001, "Quillmoor", "Successor", "01-09-2024")]
    return saved(tmp_path / "links.xlsx", ("April", rows), ("May", [*rows, (100002, 100001, "Q", "Successor", None)]))


def test_of_several_sheets_one_must_be_named_and_the_names_are_told(vault, several):
    done = run(vault, "import", several)
    assert done.exit_code == 1
    assert "2 sheets of this Excel workbook hold a table" in done.output
    assert "Choose one of them: “April”, “May”. Say which with --sheet." in done.output
    assert "Nothing in Visitapp was changed" in done.output


def test_the_sheet_that_is_named_is_read_in(vault, several):
    done = run(vault, "import", several, "--sheet", "May")
    assert done.exit_code == 0, done.output
    assert "2 rows read: 2 kept, 0 of other places, 0 left out" in done.output


def test_a_sheet_that_is_not_there_is_refused_with_the_names(vault, several):
    done = run(vault, "import", several, "--sheet", "June")
    assert done.exit_code == 1
    assert "is called “June”. Choose one of them: “April”, “May”." in done.output


def test_a_table_nobody_has_explained_is_refused_by_its_columns(vault, tmp_path):
    done = run(vault, "import", asp_like(tmp_path / "asp.xlsx"))
    assert done.exit_code == 1
    assert "its columns are of no kind known here (“URN”, “School”" in done.output


def test_what_differs_from_what_was_read_in_before_is_told(vault, tmp_path):
    rows = [("Phonics", "2024", "England", 80, 970), ("Phonics", "2024", "Hampshire", 82, 850)]
    first = saved(tmp_path / "first.xlsx", ("Data", [COMPARATORS, *rows]))
    assert run(vault, "import", first, "--authority", "850").exit_code == 0
    second = saved(tmp_path / "second.xlsx", ("Data", [COMPARATORS, ("Phonics", "2024", "England", 81, 970)]))
    done = run(vault, "import", second, "--authority", "850", "--try")
    assert done.exit_code == 0, done.output
    assert "W-NOLA: The row about this authority as a whole is not in the file. (850)" in done.output
    assert (
        "W-NATION: This national figure is not the one read in before for the same year and release." in done.output
    )
    assert "81, before 80)" in done.output
    assert "1 rows read: 1 would be kept" in done.output
