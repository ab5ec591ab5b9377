"""What can be done on the Capture stage, for the palette and the list of keys."""

from PySide6.QtCore import QCoreApplication

from ui.parts.camera_button import CAMERA_KEYS
from ui.parts.check_stage import stage_command
from ui.shell.palette import Command
from ui.workspace.desk import Desk
from visitapp.domain.framework import Marker

SAVE_AS, BACK_TO = "capture.save-as:", "capture.back-to:"


def capture_commands(desk: Desk, *, has_camera: bool = False) -> tuple[Command, ...]:
    """Return the commands of the stage; those that mark and save follow the markers of the programme."""
    group = _tr("Capture")
    markers = desk.record.framework.markers
    return (
        Command("capture.write", _tr("Write a note"), "", group),
        *(
            Command(
                f"{SAVE_AS}{one.code}", _tr("Save as: {marker}").format(marker=one.label), f"Alt+{one.key}", group
            )
            for one in markers
            if one.key
        ),
        Command("capture.next", _tr("Next lesson or activity"), "Alt+Right", group),
        Command("capture.previous", _tr("Previous lesson or activity"), "Alt+Left", group),
        Command(f"{BACK_TO}0", _tr("Back to the last lesson"), "Alt+1", group),
        Command(f"{BACK_TO}1", _tr("Back to the lesson before it"), "Alt+2", group),
        Command(f"{BACK_TO}2", _tr("Back to the third last lesson"), "Alt+3", group),
        Command("capture.clear", _tr("Clear source, year, subject and strand"), "Alt+0", group),
        Command("capture.photo", _tr("Add a photo"), "Ctrl+Shift+P", group),
        *((Command("capture.camera", _tr("Take a photo"), CAMERA_KEYS, group),) if has_camera else ()),
        Command("capture.sketch", _tr("Add a sketch"), "", group),
        Command("capture.last", _tr("Correct the last note"), "Alt+Up", group),
        Command("capture.role", _tr("Use the role in place of a name"), "Alt+N", group),
        stage_command(desk, "capture", group),
    )


def _save_as(marker: Marker) -> str:
    return _tr("Save as: {marker}").format(marker=marker.label)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CapturePage", text)
