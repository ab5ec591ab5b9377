"""A stage is done when the user says so: the command that says it."""

from PySide6.QtCore import QCoreApplication

from ui.shell.palette import Command
from ui.workspace.desk import Desk

STAGE_DONE = "stage.done"


def stage_command(desk: Desk, stage: str, name: str) -> Command:
    """Return the command that marks a stage as done, or takes the mark away again."""
    words = "Mark {stage} as not done" if is_done(desk, stage) else "Mark {stage} as done"
    return Command(STAGE_DONE, QCoreApplication.translate("CheckStage", words).format(stage=name), "", name)


def turn_stage(desk: Desk, stage: str, name: str) -> None:
    """Mark a stage as done, or take the mark away."""
    words = "{stage} opened again" if is_done(desk, stage) else "{stage} done"
    label = QCoreApplication.translate("CheckStage", words).format(stage=name)
    desk.answer(label, f"stage.{stage}", not is_done(desk, stage))


def is_done(desk: Desk, stage: str) -> bool:
    """Return whether the user has said that a stage is done."""
    return desk.record.answer(f"stage.{stage}").value is True
