"""`handover` on the command line: everything of a visit into a folder, without a window."""

import pytest
from typer.testing import CliRunner
from vault_desk import begin, open_workspace

from exports.handover.comma_separated import read_rows
from ui.command_line import commands
from ui.workspace.opening import open_here
from visitapp.domain.evidence import Draft, Note


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Return the folder of a sample vault, which needs no passphrase."""
    folder = tmp_path_factory.mktemp("vault") / "sample"
    assert run(folder, "visits").exit_code == 0
    return folder


def run(folder, *words):
    return CliRunner().invoke(commands, [words[0], *words[1:], "--vault", str(folder), "--sample"])


def test_every_format_is_written_when_none_is_named(sample, tmp_path):
    done = run(sample, "handover", "Quillmoor", "--out", str(tmp_path))
    assert done.exit_code == 0, done.output
    assert sorted(path.name[-4:] for path in tmp_path.iterdir()) == [" CSV", "docx", "xlsx"]
    assert done.output.count("Written and read back: ") == 3


@pytest.mark.parametrize(("wish", "end"), [("--word", ".docx"), ("--xlsx", ".xlsx"), ("--csv", " CSV")])
def test_only_the_format_named_is_written(sample, tmp_path, wish, end):
    assert run(sample, "handover", "Quillmoor", "--out", str(tmp_path), wish).exit_code == 0
    (path,) = tmp_path.iterdir()
    assert path.name.startswith("Quillmoor Primary Academy ")
    assert path.name.endswith(end)


def evidence(folder):
    (path,) = folder.glob("*/evidence.csv")
    return read_rows(path.read_bytes())[1:]


def test_private_notes_only_when_asked_for(sample, tmp_path):
    visit = next(line.split()[0] for line in run(sample, "visits").output.splitlines() if "2025-11-20" in line)
    assert run(sample, "handover", visit, "--out", str(tmp_path / "a"), "--csv").exit_code == 0
    assert run(sample, "handover", visit, "--out", str(tmp_path / "b"), "--csv", "--private").exit_code == 0
    without, whole = evidence(tmp_path / "a"), evidence(tmp_path / "b")
    assert len(without) < len(whole)
    assert {row[15] for row in without} == {"No"}
    assert {row[15] for row in whole} == {"Yes", "No"}


def test_an_unfinished_visit_goes_with_what_was_being_typed(sample, qapp, tmp_path):
    opened = open_here(sample, "")
    try:
        with open_workspace(opened.database) as workspace:
            desk = begin(workspace, school="Half Way School")
            desk.put("Note saved", Note("n", desk.visit_id, 1, "One\n\nTwo", taken_at="2025-11-20T10:00:00+00:00"))
            desk.keep_draft(Draft(desk.visit_id, "composer", "Half a thou"))
    finally:
        opened.lock.release()
    assert run(sample, "handover", "Half Way", "--out", str(tmp_path), "--csv").exit_code == 0
    assert [row[18] for row in evidence(tmp_path)] == ["One\n\nTwo"]
    (typing,) = tmp_path.glob("*/typing.csv")
    assert read_rows(typing.read_bytes())[1:] == [["A note not yet saved", "Half a thou"]]


def test_a_visit_nobody_knows_is_said_in_a_sentence(sample, tmp_path):
    done = run(sample, "handover", "Nowhere", "--out", str(tmp_path / "out"))
    assert done.exit_code == 1
    assert "Nothing was written. 0 visits match 'Nowhere'" in done.output
    assert not (tmp_path / "out").exists()
