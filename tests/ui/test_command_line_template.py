"""`export --template` on the command line: a report in a look of one's own, and what fell back said below it."""

import zipfile

import pytest
from template_files import house_template, macro_template
from typer.testing import CliRunner

from ui.command_line import commands


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Return the folder of a sample vault, which needs no passphrase."""
    return tmp_path_factory.mktemp("vault") / "sample"


def export(folder, out, template):
    wish = ["--template", str(template), "--vault", str(folder), "--sample"]
    return CliRunner().invoke(commands, ["export", "Quillmoor", "--out", str(out), *wish])


def header_of(path):
    with zipfile.ZipFile(path) as package:
        return b"".join(package.read(name) for name in package.namelist() if name.startswith("word/header"))


def test_the_report_has_the_look_of_the_template(sample, tmp_path):
    template, out = tmp_path / "House.docx", tmp_path / "report.docx"
    template.write_bytes(house_template())
    done = export(sample, out, template)
    assert done.exit_code == 0, done.output
    assert b"Northmere Education Service" in header_of(out)
    assert done.output.splitlines()[0].startswith("Written and read back: ")
    assert "The template has no styles" in done.output


def test_a_template_that_is_refused_never_stops_the_report(sample, tmp_path):
    template, out = tmp_path / "Macro.docx", tmp_path / "report.docx"
    template.write_bytes(macro_template())
    done = export(sample, out, template)
    assert done.exit_code == 0, done.output
    assert b"Northmere" not in header_of(out)
    assert "built-in look" in done.output


def test_a_template_that_is_not_there_is_told_of_before_anything_is_written(sample, tmp_path):
    done = export(sample, tmp_path / "report.docx", tmp_path / "gone.docx")
    assert done.exit_code == 1
    assert "gone.docx could not be read" in done.output
    assert list(tmp_path.iterdir()) == []
