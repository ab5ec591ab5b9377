"""An adopted template is kept as it was, checked at every use, and never stands in the way of a report."""

import hashlib
import zipfile

import pytest
from PySide6.QtCore import QSettings
from stage_desk import VISIT, vault
from template_files import house_template, macro_template
from ui_support import accessible_name, shown

from ui.dialogs.export_report import ExportReport
from ui.pages.report import ReportPage
from ui.settings import Settings, load, save
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.segmented import SegmentButton
from ui.widgets.text import Text
from ui.workspace.report_templates import (
    ReportTemplates,
    Template,
    choices_with,
    read_choices,
    read_template,
)
from ui.workspace.reporting import Reporting, write_and_count
from visitapp.domain.finding import Finding
from visitapp.domain.writing import Block
from visitapp.errors import StorageError, UnreadableFileError

HOUSE = "Northmere report, 2026.docx"
WRITTEN = (
    Block("b1", VISIT, "context", 1.0, "The visit was short."),
    Finding("f1", VISIT, "strength", "", "Early reading is precise.", position=1.0),
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "templates"


@pytest.fixture
def templates(folder):
    return ReportTemplates(folder)


@pytest.fixture
def adopted(templates):
    """Return the template the programme of the desk goes by."""
    kept = templates.keep(house_template(), HOUSE)
    templates.use(choices_with("", "walk", kept))
    return kept


@pytest.fixture
def desk(tmp_path, templates, qapp):
    with vault(tmp_path, before=WRITTEN) as kept:
        kept.desk.templates = templates
        yield kept.desk


def copy_of(folder, template):
    return folder / f"{template.sha256}.docx"


def header_of(path):
    with zipfile.ZipFile(path) as package:
        return b"".join(package.read(name) for name in package.namelist() if "header" in name and "rels" not in name)


def exported(qtbot, desk, path):
    reporting = Reporting(desk)
    with qtbot.waitSignal(reporting.exported, timeout=15000) as done:
        reporting.export(path)
    return done.args[0]


def test_a_kept_template_is_the_same_byte_for_byte(templates, folder):
    content = house_template()
    kept = templates.keep(content, HOUSE)
    assert kept == Template(hashlib.sha256(content).hexdigest(), HOUSE)
    assert templates.content(kept) == content
    assert [path.name for path in folder.iterdir()] == [f"{kept.sha256}.docx"]


def test_a_template_kept_twice_is_kept_once(templates, folder):
    assert templates.keep(house_template(), HOUSE).sha256 == templates.keep(house_template(), "Other.docx").sha256
    assert len(list(folder.iterdir())) == 1


def test_each_programme_has_a_choice_of_its_own():
    one, other = Template("a" * 64, "One, with a comma.docx"), Template("b" * 64, "“Zwei”.dotx")
    choices = choices_with(choices_with("", "walk", one), "peer", other)
    assert read_choices(choices) == {"walk": one, "peer": other}
    assert read_choices(choices_with(choices, "walk", None)) == {"peer": other}
    assert choices_with(choices_with(choices, "walk", None), "peer", None) == ""


def test_choices_are_remembered_by_the_device(tmp_path):
    wanted = Settings(templates=choices_with("", "walk", Template("a" * 64, "A “house”, 2026.docx")))
    file = str(tmp_path / "visitapp.ini")
    save(QSettings(file, QSettings.Format.IniFormat), wanted)
    assert load(QSettings(file, QSettings.Format.IniFormat)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[]",
        "3",
        '{"walk": 3}',
        '{"walk": {"sha256": "../../secret", "name": "x"}}',
        '{"walk": {"name": "x"}}',
        '{"walk": {"sha256": 5, "name": "x"}}',
    ],
)
def test_choices_that_cannot_be_read_are_the_built_in_look(templates, text):
    templates.use(text)
    assert templates.chosen("walk") is None
    assert templates.look_of("walk")().content is None


def test_copies_nobody_chose_are_deleted_and_nothing_else_is(templates, folder, adopted):
    other = templates.keep(macro_template(), "Other.docx")
    (folder / "mine.docx").write_bytes(b"mine")
    templates.forget_unused()
    assert copy_of(folder, adopted).exists()
    assert not copy_of(folder, other).exists()
    assert (folder / "mine.docx").exists()


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(
        StorageError, match=r"^Nothing was changed\. Northmere report, 2026\.docx could not be copied"
    ):
        ReportTemplates(tmp_path / "file").keep(house_template(), HOUSE)


def test_a_file_that_is_not_there_is_told_of(tmp_path):
    with pytest.raises(UnreadableFileError, match=r"^Nothing was changed\. gone\.docx could not be read"):
        read_template(tmp_path / "gone.docx")


def test_a_file_of_gigabytes_is_not_even_read(tmp_path):
    path = tmp_path / "huge.docx"
    with path.open("wb") as stream:
        stream.truncate(5 * 1024**3)
    with pytest.raises(UnreadableFileError, match="larger than 64 MB"):
        read_template(path)


def test_a_report_is_written_with_the_template_of_its_programme(qtbot, desk, adopted, tmp_path):
    done = exported(qtbot, desk, tmp_path / "report.docx")
    assert done.template == HOUSE
    assert b"Northmere Education Service" in header_of(done.path)
    assert (done.findings, desk.record.exports[0].sha256) == (1, hashlib.sha256(done.path.read_bytes()).hexdigest())


def test_another_programmes_template_is_not_used(qtbot, desk, templates, tmp_path):
    templates.use(choices_with("", "peer", templates.keep(house_template(), HOUSE)))
    done = exported(qtbot, desk, tmp_path / "report.docx")
    assert (done.template, done.fell_back) == ("", ())
    assert b"Northmere" not in header_of(done.path)


def test_a_pdf_has_the_built_in_look_without_complaint(qtbot, desk, adopted, tmp_path):
    done = exported(qtbot, desk, tmp_path / "report.pdf")
    assert (done.template, done.fell_back) == ("", ())


def test_a_missing_copy_never_stops_a_report(qtbot, desk, adopted, folder, tmp_path):
    copy_of(folder, adopted).unlink()
    done = exported(qtbot, desk, tmp_path / "report.docx")
    assert done.template == ""
    assert done.fell_back == (
        f"The copy of {HOUSE} on this device is missing. The built-in look is used. "
        "Choose the template again in Settings.",
    )
    assert done.findings == 1


@pytest.mark.parametrize("change", [b"", b"no zip at all", None])
def test_a_changed_copy_never_stops_a_report(qtbot, desk, adopted, folder, tmp_path, change):
    copy_of(folder, adopted).write_bytes(house_template() + b" " if change is None else change)
    done = exported(qtbot, desk, tmp_path / "report.docx")
    assert done.template == ""
    assert "is not as it was adopted. The built-in look is used." in done.fell_back[0]
    assert done.findings == 1


def test_a_template_that_is_refused_now_never_stops_a_report(qtbot, desk, templates, tmp_path):
    templates.use(choices_with("", "walk", templates.keep(macro_template(), "Macro.docx")))
    done = exported(qtbot, desk, tmp_path / "report.docx")
    assert done.template == ""
    assert "The built-in look is used." in done.fell_back[0]
    assert b"Northmere" not in header_of(done.path)


def test_the_trouble_is_told_before_the_export(qtbot, desk, adopted, folder):
    copy_of(folder, adopted).unlink()
    reporting = Reporting(desk)
    with qtbot.waitSignal(reporting.look_troubled, timeout=15000) as told:
        reporting.check_look()
    assert "is missing" in told.args[0]


@pytest.fixture
def page(qtbot, look, desk, tmp_path):
    made = ReportPage(desk, tmp_path / "reports")
    made.resize(1208, 640)
    return shown(qtbot, made)


def words(widget):
    return " | ".join(one.text() for one in widget.findChildren(Text) if one.isVisibleTo(widget))


def asked(page):
    page.run("export")
    return page.findChild(ExportReport)


def outcome(qtbot, page):
    """Export as the dialog offers it, and return the banner."""
    named(page.findChild(ExportReport), Button, "Export").click()
    qtbot.waitUntil(lambda: "The report is exported" in " ".join(map(accessible_name, page.findChildren(Banner))))
    return named(page, Banner, "The report is exported")


def named(widget, kind, said):
    return next(one for one in widget.findChildren(kind) if said in accessible_name(one))


def test_the_dialog_names_the_look_of_a_report(page):
    assert "Look: built-in" in words(asked(page))


def test_the_dialog_names_the_template_for_word_and_not_for_a_pdf(adopted, page):
    dialog = asked(page)
    assert f"Look: {HOUSE}" in words(dialog)
    named(dialog, SegmentButton, "PDF").click()
    assert "Look: built-in" in words(dialog)
    named(dialog, SegmentButton, "Word").click()
    assert f"Look: {HOUSE}" in words(dialog)


def test_the_dialog_says_that_a_template_cannot_be_had_and_exports_all_the_same(qtbot, adopted, folder, page, desk):
    copy_of(folder, adopted).unlink()
    dialog = asked(page)
    qtbot.waitUntil(lambda: "is missing. The built-in look is used." in words(dialog))
    assert "is missing. The built-in look is used. Choose the template" in accessible_name(outcome(qtbot, page))
    assert len(desk.record.exports) == 1


def test_what_fell_back_is_told_after_the_export(qtbot, adopted, page):
    asked(page)
    told = accessible_name(outcome(qtbot, page))
    assert f"Look: {HOUSE}" in told
    assert "The template has no styles" in told
    assert "more, each named in Settings" in told


def test_a_report_in_the_built_in_look_has_nothing_more_to_tell(qtbot, page):
    asked(page)
    told = accessible_name(outcome(qtbot, page))
    assert "Look" not in told
    assert told.endswith(".docx")


def test_a_look_counts_what_was_found(templates, adopted):
    look = templates.look_of("walk")()
    assert (look.name, look.trouble) == (HOUSE, "")
    assert 0 < look.found <= look.wanted


def test_the_same_visit_gives_the_same_file(desk, adopted, templates, tmp_path):
    report = Reporting(desk).report()
    one, other = (
        write_and_count(report, tmp_path / name, find_look=templates.look_of("walk")) for name in ("a.docx", "b.docx")
    )
    assert one.sha256 == other.sha256
