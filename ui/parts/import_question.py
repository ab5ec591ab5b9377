"""What a person is asked of a file before it can be looked at."""

from PySide6.QtCore import QCoreApplication

from ui.parts.mapping_form import MappingForm
from ui.parts.sheet_choice import SheetChoice
from ui.workspace.published import Unexplained
from ui.workspace.published_run import Sheets


def question_about(asked: Unexplained | Sheets, file: str) -> tuple[MappingForm | SheetChoice, str]:
    """Return the form that asks how a table is read, or which of some sheets is meant, and in a sentence why;
    `explained` brings a mapping, or the name of a sheet."""
    if isinstance(asked, tuple):
        return SheetChoice(asked), _tr("{file} holds several tables.").format(file=file)
    return MappingForm(asked.sample, asked.remembered), _tr("{file} is of no kind known here.").format(file=file)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportSheet", text)
