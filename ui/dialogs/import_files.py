"""Choosing published files, and where the list of rows left out goes."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.background import run_in_background
from ui.dialogs.import_sheet import ImportSheet
from ui.widgets.banner import Banner
from visitapp.domain.published.batches import Fault
from visitapp.paths import reports_dir

_KINDS = "*.csv *.tsv *.xlsx *.xlsm *.zip *.txt"


def choose_tables(window: QWidget, *, native: bool = True) -> QFileDialog:
    """Open the dialog that asks which published files to read; its `filesSelected` brings their paths."""
    words = _tr("Published tables, CSV or Excel ({kinds})").format(kinds=_KINDS)
    everything = _tr("All files ({kinds})").format(kinds="*")
    chooser = QFileDialog(window, _tr("Read in published data"), "", f"{words};;{everything}")
    chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
    chooser.finished.connect(chooser.deleteLater)
    chooser.open()
    return chooser


def save_rejects(sheet: ImportSheet) -> None:
    """Let a sheet's list of rows left out be saved."""
    sheet.rejects_wanted.connect(partial(ask_for_rejects, sheet))


def ask_for_rejects(sheet: ImportSheet, path: Path, faults: Sequence[Fault], *, native: bool = True) -> QFileDialog:
    """Ask where the list of a file's rows left out should go, and write it there; the sheet says what came of it."""
    chooser = QFileDialog(sheet.window(), _tr("Save the list of rows left out"))
    chooser.setNameFilter(_tr("Comma-separated values ({kinds})").format(kinds="*.csv"))
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setDefaultSuffix(".csv")
    folder = reports_dir()
    chooser.setDirectory(str(folder if folder.is_dir() else folder.parent))
    chooser.selectFile(_tr("{file}, rows left out.csv").format(file=path.stem))
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
    chooser.fileSelected.connect(partial(_write, sheet, tuple(faults)))
    chooser.finished.connect(chooser.deleteLater)
    chooser.open()
    return chooser


def _write(sheet: ImportSheet, faults: tuple[Fault, ...], path: str) -> None:
    from exports.rejects import write_rejects

    done = partial(_written, sheet, Path(path), len(faults))
    run_in_background(sheet, partial(write_rejects, Path(path), faults), done, partial(_not_written, sheet))


def _written(sheet: ImportSheet, path: Path, count: int, _none: object) -> None:
    words = _tr("{count} lines in {path}").format(count=f"{count:,}", path=path)
    sheet.say(Banner("accent", "file-check", _tr("List saved"), words))


def _not_written(sheet: ImportSheet, sentence: str) -> None:
    sheet.say(Banner("risk", "circle-alert", _tr("The list was not saved"), sentence))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportSheet", text)
