"""Published files as a person reads them in: the samples, and the sheet driven until it waits for somebody."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from ui_support import accessible_name

from ui.dialogs.import_sheet import ImportSheet
from ui.widgets.banner import Banner
from ui.widgets.bars import Progress
from ui.widgets.text import Text

FILES = Path(__file__).parent / "files" / "published"
REGISTER = FILES / "register-search.csv"
RESULTS = FILES / "2018-2019_850_ks2final.zip"


def texts(widget):
    return [one.text() for one in widget.findChildren(Text) if not one.isHidden()]


def banners(widget):
    return [accessible_name(one) for one in widget.findChildren(Banner) if not one.isHidden()]


def look_at(qtbot, workspace, host, *paths):
    """Open the sheet on files and wait until the first was looked at."""
    sheet = ImportSheet(workspace.published, workspace.visits.scope, host)
    sheet.read_in(list(paths))
    rest(qtbot, sheet)
    return sheet


def rest(qtbot, sheet):
    """Wait until nothing is being read."""
    progress = sheet.findChild(Progress)
    qtbot.waitUntil(progress.isHidden, timeout=20000)
    QApplication.processEvents()


def bring_in(qtbot, workspace, host, *paths):
    """Read files in, agreeing to each; return the sheet."""
    sheet = look_at(qtbot, workspace, host, *paths)
    while sheet.take_button.isVisible():
        sheet.take_button.click()
        rest(qtbot, sheet)
    return sheet
