"""Tags typed into the composer show at once in its chips, and give way to what is chosen after them."""

from dataclasses import replace

import pytest
from capture_desk import OpenDesk, capture_framework
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from ui_support import accessible_name, shown

from ui.parts.composer import Composer
from ui.parts.tag_line import TagLine
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Chip, PickerChip
from ui.widgets.text import Text
from visitapp.domain.evidence import Context
from visitapp.domain.framework import Term, Vocabulary

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LESSON = ("Source: Lesson visit", "Year: Year 4", "Subject: Mathematics", "Strand: Teaching")
PAUSE_MS = 300
NOTHING = ("Source", "Year", "Subject", "Strand")


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(tmp_path):
    opened = OpenDesk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def composer(qtbot, opened):
    composer = shown(qtbot, Composer(opened.desk))
    composer.resize(640, 190)
    composer.box.setFocus()
    return composer


def write(composer, words):
    QTest.keyClicks(composer.box, words)


def rub_out(composer, times):
    for _ in range(times):
        QTest.keyClick(composer.box, Key.Key_Backspace)


def enter(composer):
    QTest.keyClick(composer.box, Key.Key_Return)


def chips(composer):
    """Return what a screen reader says of source, year, subject and strand."""
    return tuple(accessible_name(chip(composer, name)) for name in NOTHING)


def chip(composer, name):
    return next(one for one in composer.findChildren(PickerChip) if one.accessibleName().startswith(name))


def named(composer, kind, name):
    return next(one for one in composer.findChildren(kind) if one.accessibleName() == name)


def entries(menu):
    """Return the words of a menu's entries, those behind More excepted."""
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def choose(composer, name, words):
    """Choose an entry of a chip's menu, in sight or behind More."""
    menu = chip(composer, name).menu()
    behind = [one for row in menu.actions() if row.menu() for one in row.menu().actions()]
    next(one for one in (*menu.actions(), *behind) if one.text() == words).trigger()


def close_menu():
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()


def line(composer):
    """Return what the quiet line says after a moment, or nothing."""
    QTest.qWait(PAUSE_MS)
    found = composer.findChild(TagLine)
    return found.findChild(Text).text() if found.isVisible() else ""


class TestChips:
    """Chips beside what is typed."""

    def test_they_show_what_the_note_will_be_saved_with_at_every_letter(self, composer, opened):
        write(composer, "Counts #r")
        assert chips(composer)[1] == "Year: Reception"
        write(composer, "e")
        assert chips(composer)[1:3] == ("Year: Year 4", "Subject: Reading")
        write(composer, "ception #science #work #gov")
        now = chips(composer)
        assert now == ("Source: Work sample", "Year: Reception", "Subject: Science", "Strand: Governance")
        enter(composer)
        saved = opened.desk.record.notes[0]
        assert (saved.source, saved.years, saved.subject, saved.strand) == ("work", ("r",), "science", "governance")
        assert chips(composer) == now

    def test_they_show_again_what_is_kept_once_the_tag_is_rubbed_out(self, composer):
        write(composer, "#y6 ")
        assert chips(composer)[1] == "Year: Year 6"
        rub_out(composer, 2)
        assert chips(composer) == LESSON

    def test_groups_pin_and_private_follow_too(self, composer):
        write(composer, "Stretched #hp #send #pin #me")
        on = [accessible_name(one) for one in composer.findChildren(Chip) if one.isVisible() and one.isChecked()]
        assert on == ["Pupils with SEND", "Higher prior attainers"]
        assert named(composer, IconButton, "Pin this note").isChecked()
        assert named(composer, IconButton, "Only for me, never in a report").isChecked()
        rub_out(composer, 4)
        assert not named(composer, IconButton, "Only for me, never in a report").isChecked()

    def test_what_is_typed_is_kept_only_by_saving(self, composer):
        write(composer, "#y6 ")
        named(composer, Chip, "Pupils with EAL").click()
        rub_out(composer, 2)
        assert chips(composer) == LESSON
        assert composer.draft().groups == ("eal",)

    def test_a_value_chosen_takes_the_typed_tag_out_of_the_words(self, composer, opened):
        write(composer, "Counts #y6 in steps")
        choose(composer, "Year", "Year 2")
        assert composer.box.toPlainText() == "Counts in steps"
        assert chips(composer)[1] == "Year: Year 2"
        enter(composer)
        assert opened.desk.record.notes[0].years == ("y2",)

    def test_a_typed_group_can_be_switched_off(self, composer):
        composer.box.insertPlainText("\U0001f642 ")
        write(composer, "frames #send #eal help")
        named(composer, Chip, "Pupils with SEND").click()
        assert composer.box.toPlainText() == "\U0001f642 frames #eal help"
        assert not named(composer, Chip, "Pupils with SEND").isChecked()
        assert named(composer, Chip, "Pupils with EAL").isChecked()

    def test_typed_tags_show_again_after_a_restart(self, qtbot, composer, opened):
        write(composer, "Half a note #y6")
        again = Composer(opened.lay())
        qtbot.addWidget(again)
        assert chips(again)[1] == "Year: Year 6"
        assert again.context.years == ("y4",)

    def test_cut_words_are_whole_where_there_is_room(self, composer):
        composer.resize(900, 190)
        assert named(composer, Chip, "Disadvantaged pupils").text() == "Disadvantaged pupils"
        words = set()
        for width in range(420, 900, 20):
            composer.resize(width, 190)
            words.add(named(composer, Chip, "Disadvantaged pupils").text())
        assert words == {"Disadvantaged pupils", "Disadv."}
        assert accessible_name(named(composer, Chip, "Disadvantaged pupils")) == "Disadvantaged pupils"


class TestWarning:
    """A programme without a mark for risks."""

    @pytest.fixture
    def opened(self, tmp_path):
        whole = capture_framework()
        opened = OpenDesk(tmp_path, replace(whole, markers=tuple(one for one in whole.markers if one.prefix != "!")))
        yield opened
        opened.close()

    def test_a_sign_for_risk_is_told_the_way_to_say_a_concern(self, composer):
        write(composer, "! Gate open at lunch")
        assert line(composer).endswith(" For a concern type - with #safeguarding.")

    def test_what_is_told_does_what_is_meant(self, composer, opened):
        write(composer, "- Gate open at lunch #safeguarding")
        enter(composer)
        (note,) = opened.desk.record.notes
        assert (note.marker, note.strand, note.text) == ("development", "safeguarding", "Gate open at lunch")


class TestClearing:
    """Letting go of what is carried on."""

    def test_alt_and_nought_clears_source_year_subject_and_strand(self, composer):
        write(composer, "Unrelated #pp")
        QTest.keyClick(composer.box, Key.Key_0, ALT)
        assert chips(composer) == NOTHING
        assert composer.context == Context(activity="walk", slot_id="y4")
        assert composer.box.toPlainText() == "Unrelated #pp"

    def test_alt_and_nought_leaves_what_is_typed_in_this_note(self, composer, opened):
        write(composer, "Unrelated #y6 #inc")
        QTest.keyClick(composer.box, Key.Key_0, ALT)
        assert chips(composer) == ("Source", "Year: Year 6", "Subject", "Strand: Inclusion")
        assert composer.box.toPlainText() == "Unrelated #y6 #inc"
        enter(composer)
        (note,) = opened.desk.record.notes
        assert (note.source, note.years, note.subject, note.strand) == ("", ("y6",), "", "inclusion")

    def test_another_year_typed_shows_at_once_that_the_subject_goes(self, composer, opened):
        write(composer, "Elsewhere #y6 ")
        assert chips(composer)[1:3] == ("Year: Year 6", "Subject")
        rub_out(composer, 4)
        assert chips(composer)[1:3] == ("Year: Year 4", "Subject: Mathematics")
        write(composer, "#y6")
        enter(composer)
        assert (opened.desk.record.notes[0].subject, composer.context.subject) == ("", "")

    def test_a_subject_chosen_for_this_note_stays_with_another_year_typed(self, composer, opened):
        choose(composer, "Subject", "Reading")
        write(composer, "Elsewhere #y6")
        enter(composer)
        assert opened.desk.record.notes[0].subject == "reading"
        write(composer, "And there #y5")
        enter(composer)
        assert opened.desk.record.notes[1].subject == ""

    def test_what_pupils_said_is_not_the_source_of_the_next_lesson(self, composer, opened):
        for words in ("They like it #pv", "Starts well #y6 #re"):
            write(composer, words)
            enter(composer)
        assert [one.source for one in opened.desk.record.notes] == ["pupils", ""]

    def test_a_private_note_carries_nothing_to_the_next(self, composer, opened):
        choose(composer, "Subject", "Reading")
        write(composer, "Ask the head about cover #me #sv #y6 #lead")
        enter(composer)
        assert chips(composer) == LESSON
        write(composer, "Back in the lesson")
        enter(composer)
        private, plain = opened.desk.record.notes
        assert (private.private, private.source, private.years) == (True, "staff", ("y6",))
        assert (plain.private, plain.source, plain.years, plain.subject) == (False, "lesson", ("y4",), "mathematics")

    @pytest.mark.parametrize("name", NOTHING)
    def test_every_menu_has_none_first_and_clearing_last(self, composer, name):
        rows = entries(chip(composer, name).menu())
        assert (rows[0], rows[-1]) == ("None", "Clear source, year, subject, strand")

    @pytest.mark.parametrize("name", NOTHING)
    def test_none_lets_one_value_go(self, composer, name):
        choose(composer, name, "None")
        assert accessible_name(chip(composer, name)) == name
        gone = {name, "Strand"} if name == "Source" else {name}
        assert {one for one in chips(composer) if one in NOTHING} == gone

    @pytest.mark.parametrize("name", NOTHING)
    def test_clearing_is_offered_by_every_menu(self, composer, name):
        choose(composer, name, "Clear source, year, subject, strand")
        assert chips(composer) == NOTHING

    def test_a_new_source_does_not_carry_the_strand_on(self, composer):
        choose(composer, "Source", "Pupil voice")
        assert chips(composer) == ("Source: Pupil voice", "Year: Year 4", "Subject: Mathematics", "Strand")

    def test_a_strand_chosen_for_this_note_outlives_a_new_source(self, composer):
        choose(composer, "Strand", "Inclusion")
        choose(composer, "Source", "Pupil voice")
        assert chips(composer)[3] == "Strand: Inclusion"
        write(composer, "They say so")
        enter(composer)
        choose(composer, "Source", "Document")
        assert chips(composer)[3] == "Strand"


class TestMenus:
    """What is offered first."""

    def test_subjects_of_the_visit_come_first_and_the_others_behind_more(self, composer):
        rows = entries(chip(composer, "Subject").menu())
        assert rows[1:-2] == ["Reading", "Writing", "Mathematics", "Phonics"]
        assert rows[-2] == "More\u2026"
        choose(composer, "Subject", "Science")
        assert chips(composer)[2] == "Subject: Science"

    def test_a_subject_once_used_is_in_sight_when_the_menu_opens_again(self, composer):
        write(composer, "Circuits #science")
        enter(composer)
        menu = chip(composer, "Subject").menu()
        menu.aboutToShow.emit()
        assert "Science" in entries(menu)

    def test_a_button_looks_at_rest_once_its_menu_has_closed(self, composer):
        picker, more = chip(composer, "Subject"), named(composer, IconButton, "More pupil groups")
        QCursor.setPos(composer.box.mapToGlobal(QPoint(5, 5)))
        for button in (picker, more):
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)  # as Qt leaves it
            QTimer.singleShot(0, close_menu)
            button.showMenu() if button is picker else button.click()
            close_menu()
            assert not button.underMouse()


class TestList:
    """The list of tags while a word is typed."""

    def offered(self, composer):
        model = composer.box.tags.findChild(QListView).model()
        return [model.row(number).tag for number in range(model.rowCount())] if composer.box.tags.isVisible() else []

    def says(self, composer):
        return composer.box.tags.accessibleDescription()

    def test_it_stays_open_to_the_end_of_a_name(self, composer):
        for number, letter in enumerate("#mathematics", 1):
            write(composer, letter)
            assert ("ma" in self.offered(composer) or "maths" in self.offered(composer)) is True, number

    def test_a_word_begun_is_completed_by_enter_and_not_saved(self, composer, opened):
        write(composer, "Frames #recep")
        assert composer.box.tags.current().tag == "r"
        assert self.says(composer) == "Enter puts in #r"
        enter(composer)
        assert (composer.box.toPlainText(), opened.desk.record.notes) == ("Frames #r ", ())

    @pytest.mark.parametrize("word", ["#r", "#reception", "#Reception", "#y4"])
    def test_a_whole_word_has_nothing_highlighted_and_enter_saves(self, composer, opened, word):
        write(composer, f"Frames {word}")
        assert composer.box.tags.current() is None
        assert self.says(composer).endswith("Enter saves the note")
        enter(composer)
        assert [one.text for one in opened.desk.record.notes] == ["Frames"]

    def test_an_arrow_after_a_whole_word_makes_enter_complete_again(self, composer, opened):
        write(composer, "Frames #r")
        QTest.keyClick(composer.box, Key.Key_Down)
        QTest.keyClick(composer.box, Key.Key_Down)
        assert self.says(composer).startswith("Enter puts in #")
        enter(composer)
        assert opened.desk.record.notes == ()

    def test_tab_after_a_whole_word_puts_its_tag_in(self, composer):
        write(composer, "Frames #reception")
        QTest.keyClick(composer.box, Key.Key_Tab)
        assert composer.box.toPlainText() == "Frames #r "


class TestWhatStays:
    """The quiet line about what was not understood."""

    def test_an_unknown_tag_is_told_once_its_word_is_done(self, composer, opened):
        write(composer, "See #boks")
        assert line(composer) == ""
        write(composer, " and")
        assert line(composer) == "#boks is no tag and stays in the text."
        enter(composer)
        assert [one.text for one in opened.desk.record.notes] == ["See #boks and"]

    def test_it_goes_when_the_word_is_mended(self, composer):
        write(composer, "#boks ")
        rub_out(composer, 3)
        assert line(composer) == ""

    def test_it_is_told_of_a_note_saved_at_once_and_goes_with_the_next_letter(self, composer):
        write(composer, "See #boks")
        enter(composer)
        assert line(composer) == "#boks is no tag and stays in the text."
        write(composer, "N")
        assert line(composer) == ""

    @pytest.mark.parametrize(
        "typed", ["-3 degrees ", "C# minor ", "room #7 ", "#send #reception ", "# ", "! Unsafe "]
    )
    def test_nothing_is_said_of_what_is_no_tag_or_known(self, composer, typed):
        write(composer, typed)
        assert line(composer) == ""

    def test_a_sign_that_marks_nothing_in_the_programme_is_told(self, qtbot, tmp_path):
        framework = capture_framework()
        without_risk = replace(framework, markers=tuple(one for one in framework.markers if one.prefix != "!"))
        opened = (
            OpenDesk(tmp_path / "other", framework=without_risk) if (tmp_path / "other").mkdir() is None else None
        )
        composer = shown(qtbot, Composer(opened.desk))
        write(composer, "! ")
        told = "This programme has no mark for !; it stays in the text. For a concern type - with #safeguarding."
        assert line(composer) == told
        write(composer, "No deputy")
        enter(composer)
        assert [one.text for one in opened.desk.record.notes] == ["! No deputy"]
        opened.close()

    def test_it_is_said_aloud_once(self, composer, monkeypatch):
        said = []
        monkeypatch.setattr("ui.parts.composer_hints.announce", lambda widget, text: said.append(text))
        write(composer, "#boks is")
        line(composer)
        write(composer, " here")
        line(composer)
        assert said == ["#boks is no tag and stays in the text."]


def test_years_are_offered_from_the_youngest_and_the_code_stands_beside_each(qtbot, tmp_path):
    framework = capture_framework()
    phases = Vocabulary("phases", "1", "Phases", "", (Term("infant", "Infant", years=("r", "y1", "y2")),))
    opened = OpenDesk(
        tmp_path, framework=replace(framework, vocabularies={**framework.vocabularies, "phases": phases})
    )
    opened.shelves["school"][opened.school.id] = replace(opened.school, phase="infant")
    opened.writer = None
    composer = shown(qtbot, Composer(opened.lay()))
    rows = entries(chip(composer, "Year").menu())
    assert rows[1:4] == ["Reception", "Year 1", "Year 2"]
    assert rows[rows.index("Several") - 1] == "More\u2026"
    opened.close()
