"""Cards that are measured only where they are seen: nothing in sight is ever a guess, and nothing in sight moves."""

from dataclasses import replace
from itertools import accumulate

import pytest
from capture_desk import capture_framework, note
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from ui_support import differing

from ui.parts.evidence_stream_view import NoteView
from ui.parts.note_list import NoteList
from ui.parts.note_painter import NotePainter
from ui.parts.note_words import NoteWords
from ui.theme.theme import theme

Key = Qt.Key
WORDS = "Pupils explain how the bar model shows why the whole stays the same, and use it without being told to. "
WIDTH, HEIGHT = 420, 360


pytestmark = pytest.mark.usefixtures("look")


def made(number, length=0):
    """Return a note; `length` stands for how much is in it, and a third of them have lines of their own."""
    size = (number * 7 + length) % 9
    words = f"{number}. " + WORDS * (size % 4) + "W" * (number % 40)
    return note(number, 10, 0, words.replace(", ", "\n") if size % 3 == 0 else words)


class Watched(NotePainter):
    """Keeps which rows it was asked to measure."""

    def __init__(self, view, notes):
        super().__init__(view, notes)
        self.asked = []

    def sizeHint(self, option, index):
        self.asked.append(index.row())
        return super().sizeHint(option, index)


class Stream:
    """A list of notes on the screen, with what measuring every row would say about it."""

    def __init__(self, qtbot, count, *, first=False):
        self.qtbot = qtbot
        self.notes = [made(number) for number in range(1, count + 1)]
        self.model = NoteList(NoteWords(capture_framework()))
        self.view = NoteView(self.model)
        self.painter = Watched(self.view, self.model)
        self.view.setItemDelegate(self.painter)
        self.model.show_notes(self.notes)
        self.view.lead_with_first(first=first)
        self.view.resize(WIDTH, HEIGHT)
        self.view.show()
        QTest.qWaitForWindowExposed(self.view)
        self.next = count + 1

    def close(self):
        self.view.close()
        self.view.deleteLater()

    def show(self, notes):
        self.notes = list(notes)
        self.model.show_notes(self.notes)

    def rect(self, row):
        return self.view.visualRect(self.model.index(row))

    def height(self, row):
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, self.rect(row).width(), 0)
        return NotePainter.sizeHint(self.painter, option, self.model.index(row)).height()

    def in_view(self):
        ground = self.view.viewport().rect()
        return [row for row in range(len(self.notes)) if self.rect(row).intersects(ground)]

    def check_what_is_seen(self):
        """Every card in view is as tall as it really is and hangs under the one above it."""
        seen = self.in_view()
        assert bool(seen) == bool(self.notes)
        assert [self.rect(row).height() for row in seen] == [self.height(row) for row in seen]
        assert all(self.rect(row).bottom() + 1 == self.rect(row + 1).top() for row in seen[:-1])
        room = self.view.viewport().height()
        if seen and seen[0] > 0:
            assert self.rect(seen[0]).top() <= 0
        if seen and seen[-1] < len(self.notes) - 1:
            assert self.rect(seen[-1]).bottom() + 1 >= room

    def is_measured(self):
        heights = [self.height(row) for row in range(len(self.notes))]
        tops = [0, *accumulate(heights)]
        places = [self.rect(row).top() - self.rect(0).top() for row in range(len(self.notes))]
        return places == tops[:-1] and self.view.verticalScrollBar().maximum() == max(
            0, tops[-1] - self.view.viewport().height()
        )

    def measure_all(self):
        """Let time go by until everything is measured."""
        self.qtbot.waitUntil(self.is_measured, timeout=5000)

    def do(self, what, where, size):
        """Do one thing somewhere, from 0 to 1 of the way down."""
        count, bar = len(self.notes), self.view.verticalScrollBar()
        row = min(count - 1, int(where * count))
        if what == "put in":
            come = [made(self.next + more) for more in range(size)]
            self.next += size
            self.show([*self.notes[: row + 1], *come, *self.notes[row + 1 :]])
        elif what == "scroll to":
            bar.setValue(int(where * bar.maximum()))
        elif what == "scroll by":
            bar.setValue(bar.value() + (size - 12) * 17)
        elif what == "resize":
            self.view.resize(WIDTH - 10 * (size % 5), HEIGHT - 20 * (size % 7))
        elif count and what == "take out":
            self.show([*self.notes[:row], *self.notes[row + size :]])
        elif count and what == "edit":
            rewritten = [replace(one, text=made(one.number, size).text) for one in self.notes[row : row + size]]
            self.show([*self.notes[:row], *rewritten, *self.notes[row + size :]])
        elif count and what == "hold":
            self.view.hold(row)
            assert self.is_whole_in_view(row)

    def is_whole_in_view(self, row):
        rect, room = self.rect(row), self.view.viewport().height()
        return rect.top() >= 0 and (rect.bottom() < room or (rect.height() > room and rect.top() == 0))


@pytest.fixture
def stream(qtbot):
    stream = Stream(qtbot, 400)
    yield stream
    stream.close()


DEEDS = ("put in", "take out", "edit", "scroll to", "scroll by", "hold", "resize")
STEPS = st.lists(st.tuples(st.sampled_from(DEEDS), st.floats(0, 1), st.integers(1, 30)), max_size=10)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 60), st.booleans(), STEPS)
def test_whatever_is_done_what_is_seen_is_measured_and_all_ends_where_measuring_all_puts_it(
    qtbot, count, first, steps
):
    stream = Stream(qtbot, count, first=first)
    try:
        for step in steps:
            stream.do(*step)
            stream.check_what_is_seen()
        before = {row: stream.rect(row) for row in stream.in_view()}
        stream.measure_all()
        assert {row: stream.rect(row) for row in stream.in_view()} == before
    finally:
        stream.close()


def test_the_first_paint_measures_a_screenful_of_four_hundred(stream):
    assert len(set(stream.painter.asked)) < 30
    assert stream.in_view()[-1] == 399


def test_time_to_spare_measures_the_rest_and_moves_nothing(stream):
    before = [(row, stream.rect(row)) for row in stream.in_view()]
    assert not stream.is_measured()
    stream.measure_all()
    assert [(row, stream.rect(row)) for row in stream.in_view()] == before


def test_whoever_reads_further_up_is_not_moved_when_the_rest_is_measured(stream):
    stream.view.hold(200)
    before = [(row, stream.rect(row)) for row in stream.in_view()]
    stream.measure_all()
    assert [(row, stream.rect(row)) for row in stream.in_view()] == before


def test_nothing_is_measured_while_somebody_types(stream):
    stream.view.rest()
    stream.painter.asked.clear()
    QTest.qWait(60)
    assert stream.painter.asked == []


def test_scrolling_up_by_the_wheel_shows_each_card_whole_and_in_turn(stream):
    bar, seen = stream.view.verticalScrollBar(), set()
    while bar.value() > 0 and len(seen) < 60:
        before = {row: stream.rect(row).top() for row in stream.in_view()}
        bar.setValue(bar.value() - 51)
        stays = [row for row in stream.in_view() if row in before]
        assert {stream.rect(row).top() - before[row] for row in stays} == {51}
        stream.check_what_is_seen()
        seen |= set(stream.in_view())
    assert seen == set(range(min(seen), 400))


@pytest.mark.parametrize("deed", [("scroll by", 0, 5), ("scroll by", 0, 9), ("scroll to", 0.3, 1), ("hold", 0.5, 1)])
def test_the_screen_shows_what_drawing_everything_anew_would(stream, deed):
    for _ in range(4):
        stream.do(*deed)
        QApplication.processEvents()
    QTest.qWait(60)
    seen = stream.view.screen().grabWindow(stream.view.winId()).toImage()
    anew = stream.view.viewport().grab().toImage()
    place = stream.view.viewport().geometry()
    assert differing(seen.copy(place).convertToFormat(anew.format()), anew) == 0


@pytest.mark.parametrize(("key", "row"), [(Key.Key_Home, 0), (Key.Key_End, 399)])
def test_home_and_end_lead_to_the_ends(stream, key, row):
    stream.view.hold(200)
    QTest.keyClick(stream.view, key)
    assert stream.view.currentIndex().row() == row
    assert stream.is_whole_in_view(row)
    stream.check_what_is_seen()


@pytest.mark.parametrize(("key", "end"), [(Key.Key_PageUp, 0), (Key.Key_PageDown, 399)])
def test_pages_lead_where_they_would_if_all_were_measured(qtbot, stream, key, end):
    walked, other = [], Stream(qtbot, 400)
    other.measure_all()
    for one in (stream, other):
        one.view.hold(200)
        rows = [200]
        while rows[-1] != end:
            QTest.keyClick(one.view, key)
            rows.append(one.view.currentIndex().row())
            assert one.is_whole_in_view(rows[-1])
        walked.append(rows)
    other.close()
    assert walked[0] == walked[1]


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Down])
def test_arrows_bring_one_card_after_the_other_into_view(stream, key):
    stream.view.hold(200)
    for step in range(1, 40):
        QTest.keyClick(stream.view, key)
        row = 200 + (step if key == Key.Key_Down else -step)
        assert stream.view.currentIndex().row() == row
        assert stream.is_whole_in_view(row)


def test_every_row_is_said_before_it_is_measured(stream):
    tree = QAccessible.queryAccessibleInterface(stream.view)
    assert tree.childCount() == 400
    said = [tree.child(row).text(QAccessible.Text.Name) for row in range(400)]
    assert all(f" {number}. " in words for number, words in enumerate(said, 1))


@pytest.mark.parametrize("row", [0, 40, 200, 399])
def test_a_note_gone_to_is_where_it_is_pressed_and_stays_there(stream, row):
    stream.view.hold(row)
    place = stream.rect(row)
    assert stream.view.indexAt(place.center()).row() == row
    stream.measure_all()
    assert stream.rect(row) == place


def test_a_note_deleted_far_from_the_foot_comes_back_to_its_place(stream):
    stream.view.hold(150)
    notes = list(stream.notes)
    stream.show([*notes[:150], *notes[151:]])
    stream.check_what_is_seen()
    assert stream.view.currentIndex().row() in (149, 150)
    stream.show(notes)
    stream.check_what_is_seen()
    stream.view.hold(150)
    assert stream.is_whole_in_view(150)
    stream.measure_all()


def test_a_filter_and_back_leaves_every_card_in_its_place(stream):
    notes = list(stream.notes)
    stream.show(notes[::9])
    stream.check_what_is_seen()
    stream.show(notes)
    stream.check_what_is_seen()
    stream.measure_all()


def test_larger_text_keeps_the_card_being_read_at_the_top(stream):
    stream.view.hold(200)
    first = stream.in_view()[0]
    theme().apply(text_scale=1.4)
    QApplication.processEvents()
    assert stream.in_view()[0] in (first, first + 1)
    stream.check_what_is_seen()
    stream.measure_all()


def test_a_guess_is_about_right(qtbot):
    stream = Stream(qtbot, 200)
    guessed = stream.painter.guesses(0, 199, stream.view.viewport().width())
    true = [stream.height(row) for row in range(200)]
    assert abs(sum(guessed) - sum(true)) < 0.05 * sum(true)
    stream.close()
