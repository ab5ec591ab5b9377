"""`import-report` on the command line: earlier reports become visits, told file by file."""

import shutil

import pytest
from earlier_report import SOURCE, earlier_report, heading_styles
from typer.testing import CliRunner

from ui.command_line import commands
from ui.workspace import reading_in
from ui.workspace.opening import open_here
from visitapp.domain.imported.recording import IMPORTED_TEXT
from visitapp.frameworks.freezing import thaw
from visitapp.store.visits import find_schools, list_visits, load_visit


@pytest.fixture
def vault(tmp_path):
    """Return the folder of a sample vault, which needs no passphrase."""
    folder = tmp_path / "vault"
    assert run(folder, "visits").exit_code == 0
    return folder


def run(folder, *words):
    return CliRunner().invoke(commands, [words[0], *map(str, words[1:]), "--vault", str(folder), "--sample"])


def kept(folder, school):
    """Return every visit to a school as a record."""
    opened = open_here(folder, "")
    try:
        with opened.database.reading() as session:
            found = [one.id for one in list_visits(session) if one.school == school]
            return [load_visit(session, visit_id, thaw) for visit_id in found], find_schools(session, school)
    finally:
        opened.database.close()
        opened.lock.release()


def test_a_file_becomes_a_visit_and_says_what_was_found(vault):
    done = run(vault, "import-report", SOURCE)
    assert done.exit_code == 0, done.output
    assert "1 of 1  earlier-report.txt" in done.output
    assert "Visit made: Wrenfield Primary School, Peer review, 2026-03-09" in done.output
    assert "12 of 12 sections, 23 findings, 0 actions" in done.output
    assert "Everything was understood." in done.output
    ((record,), schools) = kept(vault, "Wrenfield Primary School")
    assert len(schools) == 1
    assert len(record.findings()) == 23
    assert record.answer("estimate.overall").value == "effective"
    assert "Odile Marchbank" in record.answer(IMPORTED_TEXT).value
    assert len(record.blocks("context")) == 3


def test_a_folder_is_read_with_progress_and_refusals_by_name(vault, tmp_path):
    folder = tmp_path / "reports"
    (folder / "deeper").mkdir(parents=True)
    heading_styles(earlier_report()).save(folder / "deeper" / "b.docx")
    (folder / "a.docx").write_bytes(b"not a Word file")
    (folder / "~$b.docx").write_bytes(b"a lock")
    (folder / "c.txt").write_text("Minutes of a meeting", encoding="utf-8")
    done = run(vault, "import-report", folder)
    assert done.exit_code == 1
    assert "1 of 3  a.docx" in done.output
    assert "3 of 3  b.docx" in done.output or "b.docx" in done.output
    assert done.output.count("Nothing in Visitapp was changed") == 2
    assert "1 visit made, 2 not read." in done.output


def test_the_same_report_makes_no_second_visit(vault, tmp_path):
    copy = tmp_path / "copy.txt"
    shutil.copy(SOURCE, copy)
    done = run(vault, "import-report", SOURCE, copy)
    assert done.exit_code == 0
    assert "Read before, nothing was changed" in done.output
    assert len(kept(vault, "Wrenfield Primary School")[0]) == 1


def test_a_known_school_is_taken_by_its_name(vault, tmp_path):
    text = SOURCE.read_text(encoding="utf-8").replace("Wrenfield Primary School", "Quillmoor  primary academy")
    path = tmp_path / "known.txt"
    path.write_text(text, encoding="utf-8")
    assert run(vault, "import-report", path).exit_code == 0
    records, schools = kept(vault, "Quillmoor Primary Academy")
    assert len(schools) == 1
    assert any(one.visit.starts_on == "2026-03-09" for one in records)


def test_stopped_between_two_files_only_whole_visits_are_kept(vault, tmp_path, monkeypatch):
    other = tmp_path / "other.txt"
    other.write_text(SOURCE.read_text(encoding="utf-8").replace("Wrenfield", "Otherfield"), encoding="utf-8")
    real, seen = reading_in.import_report, []

    def stopped(path, *rest):
        seen.append(path)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return real(path, *rest)

    monkeypatch.setattr(reading_in, "import_report", stopped)
    done = run(vault, "import-report", SOURCE, other)
    assert done.exit_code == 130
    assert "Stopped. 1 visit made before that" in done.output
    assert len(kept(vault, "Wrenfield Primary School")[0]) == 1
    assert kept(vault, "Otherfield Primary School") == ([], ())


def test_an_empty_folder_is_said(vault, tmp_path):
    folder = tmp_path / "none"
    folder.mkdir()
    done = run(vault, "import-report", folder)
    assert done.exit_code == 1
    assert "there is no Word or text file" in done.output
