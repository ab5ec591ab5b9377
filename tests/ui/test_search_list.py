"""What a search found as rows, and how little is done again at the next letter."""

import pytest
from PySide6.QtWidgets import QListView

from ui.parts.search_list import SearchList, VisitHeading, time_words
from ui.parts.search_painter import SearchPainter, card_height
from ui.theme.theme import theme
from ui.theme.tokens import DARK, LIGHT
from ui.workspace.search import Answer, Found, Hit
from visitapp.domain.evidence import Note

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def found():
    return SearchList()


@pytest.fixture
def resets(found):
    """Return a list that grows whenever views are told to begin anew."""
    told: list[int] = []
    found.modelReset.connect(lambda: told.append(found.rowCount()))
    return told


@pytest.fixture
def shown(found, qtbot):
    """Return a view on the rows, and the rows it painted."""
    painted: list[int] = []

    class Noting(SearchPainter):
        def paint(self, painter, option, index):
            painted.append(index.row())
            super().paint(painter, option, index)

    view = QListView()
    qtbot.addWidget(view)
    view.setModel(found)
    view.setItemDelegate(Noting(view, found))
    view.resize(600, 300)
    view.show()
    return view, painted


def hit(number, visit="v1", marks=()):
    return Hit(Note(f"n{number}", visit, number, f"Note {number}."), marks, "Sallowfield", "2025-11-20")


def answer(*hits, total=0):
    return Answer(1, Found(tuple(hits), total or len(hits)), FRAMEWORKS)


FRAMEWORKS = {}


@pytest.mark.parametrize("across", [False, True])
def test_the_same_hits_again_disturb_nothing(found, resets, across):
    for number in (1, 2):
        found.show_answer(answer(hit(1), hit(2), total=number * 100), across=across)
    assert len(resets) == 1


@pytest.mark.parametrize(
    "other", [(hit(1),), (hit(1), hit(3)), (hit(2), hit(1)), (hit(1, marks=((0, 4),)), hit(2)), ()]
)
def test_other_hits_or_other_marks_are_told_once(found, resets, other):
    found.show_answer(answer(hit(1), hit(2)), across=False)
    found.show_answer(answer(*other), across=False)
    assert resets == [2, len(other)]


def test_headings_come_and_go_with_the_scope(found, resets):
    found.show_answer(answer(hit(1)), across=False)
    found.show_answer(answer(hit(1)), across=True)
    assert resets == [1, 2]
    assert isinstance(found.row(0), VisitHeading)


def test_only_rows_in_view_are_painted(found, shown, qtbot):
    view, painted = shown
    found.show_answer(answer(*(hit(number) for number in range(200))), across=False)
    qtbot.waitUntil(lambda: bool(painted))
    assert set(painted) == set(range(-(-view.viewport().height() // card_height())))


def test_cards_follow_the_theme(found, shown):
    view, _painted = shown
    found.show_answer(answer(hit(1)), across=False)
    grounds = []
    for palette in (LIGHT, DARK, LIGHT):
        theme().apply(palette=palette)
        grounds.append(view.viewport().grab().toImage().pixelColor(8, card_height() // 2).name())
        assert grounds[-1] == theme().colour("surface").name()
    assert grounds[0] == grounds[2] != grounds[1]


@pytest.mark.parametrize(
    ("taken_at", "words"),
    [("", ""), ("2025-11-20T10:42:00+00:00", "10:42"), ("2025-11-21T09:05:00+00:00", "21 Nov 09:05")],
)
def test_the_day_is_said_only_where_the_visit_has_more_than_one(taken_at, words):
    assert time_words(Hit(Note("n", taken_at=taken_at), starts_on="2025-11-20")) == words
