"""Published data at the real window: the vault is locked, or the program quits, while a file is read in."""

from published_files import FILES, REGISTER, RESULTS
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui.app.reading_published import ReadingPublished
from ui.dialogs.import_sheet import ImportSheet
from ui.dialogs.story_sheet import StorySheet
from ui.widgets.bars import Progress

WAIT = 20_000


def reading(qtbot, person):
    """Begin to read three files in, agree to the first, and return the sheet while it is being read."""
    ReadingPublished(person.session).read([RESULTS, REGISTER, FILES / "2017-2018_850_ks2final.zip"])
    sheet = person.window.findChild(ImportSheet)
    qtbot.waitUntil(sheet.take_button.isVisible, timeout=WAIT)
    sheet.take_button.click()
    assert not sheet.findChild(Progress).isHidden()
    return sheet


def let_go():
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_locking_while_a_file_is_read_in_closes_the_sheet_and_keeps_all_or_nothing(qtbot, person):
    reading(qtbot, person)
    person.session.lock()
    let_go()
    assert person.window.findChild(ImportSheet) is None
    assert person.window.at_door
    with qtbot.waitSignal(person.session.opened, timeout=WAIT):
        person.session.open_sample()
    published = person.session.workspace.published
    assert [one.file_name for one in published.batches()] in ([], [RESULTS.name])
    assert published.trouble is None


def test_locking_while_the_sheet_waits_to_be_agreed_to_closes_it(qtbot, person):
    ReadingPublished(person.session).read([RESULTS])
    sheet = person.window.findChild(ImportSheet)
    qtbot.waitUntil(sheet.take_button.isVisible, timeout=WAIT)
    person.session.lock()
    let_go()
    assert person.window.findChild(ImportSheet) is None


def test_quitting_while_a_file_is_read_in_needs_no_waiting_and_keeps_all_or_nothing(qtbot, person):
    reading(qtbot, person)
    assert person.window.close()
    let_go()
    assert person.session.workspace is None
    with qtbot.waitSignal(person.session.opened, timeout=WAIT):
        person.session.open_sample()
    assert [one.file_name for one in person.session.workspace.published.batches()] in ([], [RESULTS.name])


def test_locking_closes_the_tables_of_outcomes(person):
    ReadingPublished(person.session).show_tables()
    assert person.window.findChild(StorySheet) is not None
    person.session.lock()
    let_go()
    assert person.window.findChild(StorySheet) is None
