"""A report leaves the app only whole, and what went out is kept."""

import hashlib
from dataclasses import replace

import pytest
from vault_desk import begin, new_database, open_workspace

from ui.workspace.reporting import Reporting, write_and_count
from visitapp.domain.places import section_place
from visitapp.domain.versions import after_final, full_versions, versions_of
from visitapp.errors import ExportError


@pytest.fixture
def desk(qapp, tmp_path):
    with open_workspace(new_database(tmp_path / "vault")) as workspace:
        desk = begin(workspace)
        desk.seal_text("Context written", section_place("context"), "A warm school.")
        yield desk


def test_a_written_report_is_kept_with_its_text_and_hash(qtbot, desk, tmp_path):
    reporting = Reporting(desk)
    path = tmp_path / "out" / reporting.suggested_name()
    with qtbot.waitSignal(reporting.exported) as done:
        reporting.export(path)
    (kept,) = desk.record.exports
    assert kept.sha256 == hashlib.sha256(path.read_bytes()).hexdigest() == done.args[0].sha256
    assert (kept.revision, kept.status, kept.file_name) == (1, "DRAFT", path.name)
    assert "A warm school." in kept.text
    assert reporting.report().revision == 1


def exported(qtbot, reporting, path, status="DRAFT", paper=""):
    with qtbot.waitSignal(reporting.exported):
        reporting.export(path, status, paper)


def test_the_pdf_of_an_unchanged_text_is_a_second_file_of_the_same_version(qtbot, desk, tmp_path):
    reporting = Reporting(desk)
    exported(qtbot, reporting, tmp_path / "report.docx")
    exported(qtbot, reporting, tmp_path / "report.pdf")
    ((word, pdf),) = versions_of(desk.record)
    assert (word.revision, pdf.revision) == (1, 1)
    assert [word.file_name, pdf.file_name] == ["report.docx", "report.pdf"]
    assert len(full_versions(desk.record)) == 1


def test_another_word_another_status_another_front_and_another_paper_make_another_version(qtbot, desk, tmp_path):
    reporting = Reporting(desk)
    path = tmp_path / "report.docx"
    exported(qtbot, reporting, path)
    desk.seal_text("Context written", section_place("context"), "A very warm school.")
    exported(qtbot, reporting, path)
    exported(qtbot, reporting, path, "FINAL")
    exported(qtbot, reporting, path, "FINAL", "governors")
    desk.put("School named", replace(desk.record.school, name="Quillmoor Primary Academy"))
    exported(qtbot, reporting, path, "FINAL")
    assert [one.revision for one in desk.record.exports] == [1, 2, 3, 4, 5]
    exported(qtbot, reporting, tmp_path / "report.pdf", "FINAL")
    assert [one.revision for one in desk.record.exports] == [1, 2, 3, 4, 5, 5]


def test_a_final_report_sent_again_after_a_later_draft_is_the_newest_version(qtbot, desk, tmp_path):
    reporting = Reporting(desk)
    path = tmp_path / "report.docx"
    for status in ("FINAL", "DRAFT", "FINAL"):
        exported(qtbot, reporting, path, status)
    assert [(one.revision, one.status) for one in full_versions(desk.record)][0] == (3, "FINAL")
    assert after_final(desk.record, reporting.report()) == ()


def test_a_folder_that_cannot_be_used_is_said_and_nothing_is_kept(qtbot, desk, tmp_path):
    (tmp_path / "file").write_text("in the way")
    reporting = Reporting(desk)
    with qtbot.waitSignal(reporting.refused) as said:
        reporting.export(tmp_path / "file" / "report.docx")
    assert said.args[0].startswith("Your text is safe in Visitapp, but no report was written")
    assert desk.record.exports == ()


def test_a_report_that_cannot_be_written_leaves_the_older_one(desk, tmp_path):
    path = tmp_path / "report.docx"
    path.mkdir()
    with pytest.raises(ExportError):
        write_and_count(Reporting(desk).report(), path)
    assert path.is_dir()
