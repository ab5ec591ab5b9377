"""`import` on the command line says what a register or a links file replaces, before and after it is read in."""

import pytest
from published_files import FILES, REGISTER, RESULTS
from typer.testing import CliRunner
from workbook_files import packed, saved

from ui.command_line import commands

REPLACES = (
    "Replaces the register of 19 April 2022: 42 schools. This file has 10: 32 schools fewer. Taken back, the one "
    "before stands again."
)


@pytest.fixture
def vault(tmp_path):
    """Return the folder of a sample vault, which needs no passphrase."""
    assert run(tmp_path / "vault", "visits").exit_code == 0
    return tmp_path / "vault"


def run(folder, *words):
    return CliRunner().invoke(commands, [words[0], *map(str, words[1:]), "--vault", str(folder), "--sample"])


def told(vault, path, *more):
    done = run(vault, "import", path, "--authority", "850", "--authority", "936", *more)
    assert done.exit_code == 0, done.output
    return done.output


def cut(tmp_path, day, count):
    """Return the beginning of a register that says it is of a day."""
    rows = REGISTER.read_text(encoding="utf-8").splitlines(keepends=True)
    path = tmp_path / f"{day}_register.csv"
    path.write_text("".join(rows[: count + 1]), encoding="utf-8")
    return path


def test_what_a_register_replaces_is_said_in_the_dry_run_and_afterwards(vault, tmp_path):
    assert "Replaces" not in told(vault, cut(tmp_path, "20220419", 42))
    later = cut(tmp_path, "20220601", 10)
    assert REPLACES in told(vault, later, "--try")
    assert REPLACES in told(vault, later)
    assert "Replaces" not in told(vault, later)
    assert "Replaces" not in told(vault, RESULTS)


def test_a_register_older_than_the_one_that_stands_is_said_not_to_speak(vault, tmp_path):
    told(vault, cut(tmp_path, "20220419", 42))
    for more in (("--try",), ()):
        said = told(vault, cut(tmp_path, "20210901", 41), *more)
        assert "Older than the register of 19 April 2022. That one goes on speaking" in said
        assert "Replaces" not in said


def test_a_links_file_replaces_the_links_before_and_no_register(vault, tmp_path):
    links = FILES / "register-links.csv"
    told(vault, cut(tmp_path, "20220419", 42))
    assert "Replaces" not in told(vault, links)
    fewer = tmp_path / "fewer.csv"
    fewer.write_bytes(b"".join(links.read_bytes().splitlines(keepends=True)[:11]))
    said = told(vault, fewer, "--try")
    assert "Replaces the links read in on " in said
    assert ": 40 links. This file has 10: 30 fewer." in said


def test_a_zipped_workbook_is_read_in(vault, tmp_path):
    rows = [
        ("URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"),
        (100000, 100001, "Q", "Successor", None),
    ]
    book = saved(tmp_path / "links.xlsx", ("Links", rows))
    path = packed(tmp_path / "links.zip", {"links.xlsx": book.read_bytes()})
    assert "1 rows read: 1 kept" in told(vault, path)
