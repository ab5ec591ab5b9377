"""What stands on the rail of the window."""

from PySide6.QtCore import QCoreApplication

from ui.shell.rail import RailItem


def rail_items() -> list[RailItem]:
    """Return the places and commands of the rail, from the top down."""
    return [
        RailItem("visits", _tr("Visits"), "school", keys="Ctrl+0"),
        RailItem("library", _tr("Library"), "library"),
        RailItem("touch", _tr("Touch"), "pointer", "toggle", _tr("Touch mode"), "Ctrl+Shift+T", foot=True),
        RailItem("settings", _tr("Settings"), "settings-2", foot=True),
        RailItem("lock", _tr("Lock"), "lock-keyhole", "command", _tr("Lock now"), "Ctrl+L", foot=True),
    ]


def _tr(words: str) -> str:
    return QCoreApplication.translate("rail", words)
