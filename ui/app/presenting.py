"""Showing the open visit on the whole screen."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window.window import MainWindow


def present(window: "MainWindow") -> None:
    """Show the visit on show on the screen the window is on, all that was typed included; Esc comes back."""
    frame = window.visit_on_show
    if frame is None or window.has_sheet():
        return
    from ui.pages.present.window import PresentWindow

    frame.desk.leave()
    PresentWindow(frame.desk, frame).show_on(window.screen())
