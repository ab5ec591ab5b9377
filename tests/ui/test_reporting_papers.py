"""Other papers and the PDF leave the app as the report does: whole, counted and kept."""

import hashlib

import pytest
from vault_desk import begin, new_database, open_workspace

from ui.workspace.reporting import Reporting
from visitapp.domain.places import section_place


@pytest.fixture
def reporting(qapp, tmp_path):
    with open_workspace(new_database(tmp_path / "vault")) as workspace:
        desk = begin(workspace)
        desk.seal_text("Context written", section_place("context"), "A warm school. Mrs Okafor leads it.")
        reporting = Reporting(desk)
        reporting.record = lambda: desk.record
        yield reporting


def exported(qtbot, reporting, path, *given, **further):
    with qtbot.waitSignal(reporting.exported) as done:
        reporting.export(path, *given, **further)
    assert done.args[0].sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    return reporting.record().exports[-1]


def test_the_end_of_the_name_chooses_the_format(qtbot, reporting, tmp_path):
    kept = exported(qtbot, reporting, tmp_path / "report.PDF", "FINAL")
    assert (tmp_path / "report.PDF").read_bytes().startswith(b"%PDF")
    assert (kept.variant, kept.status, kept.revision) == ("", "FINAL", 1)
    exported(qtbot, reporting, tmp_path / "report.docx")
    assert (tmp_path / "report.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
@pytest.mark.parametrize("paper", ["governors", "actions", "anonymous", "accuracy", "evidence"])
def test_a_paper_is_kept_as_the_paper_it_is(qtbot, reporting, tmp_path, paper, suffix):
    path = tmp_path / reporting.suggested_name("FINAL", paper, suffix)
    kept = exported(qtbot, reporting, path, "FINAL", paper, "Governing body")
    assert (kept.variant, kept.recipient, kept.file_name) == (paper, "Governing body", path.name)
    assert kept.status == ("DRAFT" if paper == "accuracy" else "FINAL")
    assert path.name.endswith(f"{kept.status} v1{suffix}")
    assert kept.sent()
    assert kept.text == "\n\n".join(kept.sent().values())


def test_what_left_without_personal_details_is_kept_without_them(qtbot, reporting, tmp_path):
    kept = exported(qtbot, reporting, tmp_path / "a.docx", "DRAFT", "anonymous")
    assert "Okafor" not in kept.text
    assert "Okafor" in reporting.report().texts()[next(iter(reporting.record().blocks("context"))).id]


def test_a_paper_nobody_offers_is_refused(reporting):
    with pytest.raises(KeyError):
        reporting.report("DRAFT", "minutes")
