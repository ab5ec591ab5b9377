"""Versions of the report on its page: every export kept, any two compared, and the report as it is now with both."""

from contextlib import ExitStack
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from stage_desk import VISIT, vault
from ui_support import accessible_name, shown

from ui.pages.report.versions import NOW, VersionsView
from ui.parts.altered_card import AlteredCard
from ui.widgets.text import Text
from ui.workspace.reporting import Reporting
from visitapp.domain.writing import Block, Export

BLOCKS = (
    Block("b1", VISIT, "teaching", 1.0, "Teaching is strong."),
    Block("b2", VISIT, "teaching", 2.0, "Checks are less consistent."),
)


def export(number, status, **texts):
    kept = tuple(part for pair in texts.items() for part in pair)
    at = "2025-12-04T15:00:00+00:00"
    return Export(f"x{number}", VISIT, number, status, f"report {number}.docx", "ab" * 32, at, texts=kept)


DRAFT = export(1, "DRAFT", b1="Teaching is sound.", b2="Checks are less consistent.")
FINAL = export(2, "FINAL", b1="Teaching is strong.", b2="Checks are less consistent.")


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows the versions of a visit with these records."""
    with ExitStack() as stack:

        def open_view(*before):
            kept = stack.enter_context(vault(tmp_path, before=before))
            view = VersionsView(kept.desk, Reporting(kept.desk).report)
            view.resize(800, 600)
            view.refresh()
            return shown(qtbot, view), kept

        yield open_view


def said(view):
    return [one.text() for one in view.findChildren(Text) if one.isVisibleTo(view)]


def cards(view):
    QApplication.processEvents()
    return [accessible_name(one) for one in view.findChildren(AlteredCard) if not one.isHidden()]


def test_before_anything_left_that_is_said_with_the_way_to_export(qtbot, opened):
    view, _ = opened(*BLOCKS)
    assert "Nothing has left yet" in said(view)
    button = next(one for one in view.findChildren(QAbstractButton) if one.text() == "Export to Word")
    with qtbot.waitSignal(view.export_wanted):
        button.click()


def test_each_export_stands_there_newest_first_with_what_it_was(opened):
    view, _ = opened(*BLOCKS, DRAFT, FINAL)
    words = said(view)
    assert words.index("Version 2") < words.index("Version 1")
    assert any("report 2.docx" in one and "SHA-256 abababababab" in one for one in words)


def test_the_word_and_the_pdf_of_one_text_are_one_version_with_two_files(opened):
    pdf = replace(FINAL, id="x2p", file_name="report 2.pdf", sha256="cd" * 32, recipient="Headteacher")
    view, _ = opened(*BLOCKS, DRAFT, FINAL, pdf)
    words = said(view)
    assert words.count("Version 2") == 1
    assert any("report 2.docx" in one for one in words)
    assert any("report 2.pdf" in one and "to Headteacher" in one for one in words)


def test_what_two_devices_called_version_2_stays_two_versions(opened):
    other = replace(FINAL, id="y2", texts=("b1", "Teaching is good."))
    view, _ = opened(*BLOCKS, DRAFT, FINAL, other)
    assert said(view).count("Version 2") == 2


def test_two_versions_are_compared_text_by_text_and_heard_in_words(opened):
    view, _ = opened(*BLOCKS, DRAFT, FINAL)
    view.compare("x1", "x2")
    assert cards(view) == ["gone: sound; new: strong"]
    assert "1 text is different" in said(view)


def test_the_newest_version_is_compared_with_the_report_as_it_is_now(opened):
    view, kept = opened(*BLOCKS)
    texts = Reporting(kept.desk).report().texts()
    kept.desk.put("Report exported", replace(export(1, "FINAL"), texts=tuple(x for p in texts.items() for x in p)))
    view.refresh()
    assert view.compared() == ("x1", NOW)
    assert cards(view) == []
    kept.desk.put("Section written", replace(BLOCKS[1], text="Checks are now consistent."))
    view.refresh()
    assert [one.partition(". ")[2] for one in cards(view)] == ["gone: less; new: now"]


def test_a_chosen_comparison_stays_when_another_version_comes(opened):
    view, kept = opened(*BLOCKS, DRAFT, FINAL)
    view.compare("x1", "x2")
    kept.desk.put("Report exported", export(3, "FINAL", b1="Other."))
    view.refresh()
    assert view.compared() == ("x1", "x2")
