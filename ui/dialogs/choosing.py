"""The device's own dialog for choosing a folder."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_folder(parent: QWidget, title: str, start: str, chosen: Callable[[str], None], *, native: bool) -> None:
    """Ask for a folder, beginning at `start`; `chosen` gets its path, nobody is told when the dialog is cancelled."""
    chooser = QFileDialog(parent, title, start)
    chooser.setFileMode(QFileDialog.FileMode.Directory)
    chooser.setOption(QFileDialog.Option.ShowDirsOnly)
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
    chooser.fileSelected.connect(chosen)
    chooser.open()
