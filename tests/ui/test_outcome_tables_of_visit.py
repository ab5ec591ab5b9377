"""The tables of outcomes of the school that is visited, from Prepare."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.app.making import make_session
from ui.demo.hands import Hands
from ui.dialogs.story_sheet import StorySheet
from ui.main_window.window import MainWindow
from ui.parts.results_card import ResultsCard
from ui.theme.theme import theme
from ui.theme.tokens import DESK, TOUCH
from ui.widgets.pressable import Pressable
from ui.workspace.gathering import Gathering
from visitapp.domain.published.batches import Scope
from visitapp.domain.published.schools import RegisterSchool

FILES = Path(__file__).parents[1] / "files" / "published"
URN = "116288"


@pytest.fixture(scope="module")
def hands(qapp, tmp_path_factory):
    """The sample vault with a visit open in Prepare, and results of two years read in."""
    folder = tmp_path_factory.mktemp("outcomes")
    session, wishes = make_session(MainWindow(), folder / "vault", folder / "sample")
    session.start()
    session.window.resize(1280, 640)
    session.window.show()
    hands = Hands(session.window)
    session.open_sample()
    hands.wait_until(lambda: session.workspace is not None, "the sample vault opens")
    for name in ("2017-2018_850_ks2final.zip", "2018-2019_850_ks2final.zip"):
        session.workspace.published.bring_in(FILES / name, Scope(frozenset({"850"})), None, None)
    visit = next(one for one in session.workspace.visits.all() if one.school == "Sallowfield Primary School")
    session.open_visit(visit.id, "prepare")
    hands.settle()
    hands.session = session
    yield hands
    session.close()


def card(hands):
    return hands.session.window.frame.page.findChild(ResultsCard)


def match(hands, urn):
    gathering = Gathering(hands.session.window.frame.desk, hands.session.workspace.published)
    gathering.match(RegisterSchool(urn, "Some School", "open", "850", "Hampshire", phase="primary"))
    hands.settle()


def test_without_a_number_there_is_no_way_to_tables_and_the_wish_does_nothing(hands):
    assert card(hands).isVisible()
    assert not card(hands).tables.isVisible()
    hands.session.window.command_wanted.emit("outcomes-of-school")
    assert not hands.session.window.has_sheet()


def test_a_school_nothing_is_published_of_has_no_way_to_tables(hands):
    match(hands, "999999")
    assert not card(hands).tables.isVisible()


def test_the_button_opens_the_tables_of_the_school_with_its_authority_next(hands):
    match(hands, URN)
    assert card(hands).tables.isVisible()
    card(hands).tables.setFocus()
    card(hands).tables.click()
    sheet = next(one for one in hands.session.window.findChildren(StorySheet) if one.isVisible())
    hands.wait_until(sheet.write_button.isEnabled, "the tables are made")
    assert sheet.preview.toPlainText().startswith("Sallowfield Primary School")
    assert "76 (of 45)" in sheet.preview.toPlainText()
    offered = [one.text() for one in sheet.place_chip.menu().actions()]
    assert offered == ["Sallowfield Primary School", "Authority 850"]
    sheet.close_sheet()
    assert card(hands).tables.hasFocus()


@pytest.mark.parametrize("metrics", [DESK, TOUCH])
def test_the_head_of_the_results_fits_a_low_window(hands, metrics):
    match(hands, URN)
    before = theme().metrics
    theme().apply(metrics=metrics)
    try:
        hands.settle()
        shown = card(hands)
        tools = [shown.years, shown.as_table, shown.tables, shown.paste]
        assert all(isinstance(one, Pressable) and one.width() >= one.sizeHint().width() for one in tools)
        edges = [one.geometry() for one in tools]
        assert all(one.right() < other.left() for one, other in zip(edges, edges[1:], strict=False))
        assert edges[-1].right() <= shown.width()
        QApplication.processEvents()
    finally:
        theme().apply(metrics=before)
