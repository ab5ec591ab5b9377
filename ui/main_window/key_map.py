"""Every command of the window with its keys: one list for shortcuts, the palette and the key sheet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.shell.command import Command
from visitapp.domain.stages import STAGES

if TYPE_CHECKING:
    from visitapp.domain.framework import Framework

KEYS = {
    "visits": "Ctrl+0",
    "new-visit": "Ctrl+N",
    "palette": "Ctrl+K",
    "search-all": "Ctrl+Shift+F",
    "quick-capture": "Ctrl+Space",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "side-pane": "Ctrl+.",
    "next-pane": "F6",
    "previous-pane": "Shift+F6",
    "next-check": "F8",
    "previous-check": "Shift+F8",
    "present": "F5",
    "export": "Ctrl+Shift+E",
    "lock": "Ctrl+L",
    "touch": "Ctrl+Shift+T",
    "larger-text": "Ctrl+=",
    "smaller-text": "Ctrl+-",
    "keys": "Ctrl+/",
    **{f"stage:{stage}": f"Ctrl+{number}" for number, stage in enumerate(STAGES, 1)},
}

OTHER_KEYS = {"redo": "Ctrl+Y"}
"""Keys people know from elsewhere, which do the same."""

SEARCH_KEYS = "Ctrl+F"
"""Search where one is: among the notes of the visit on show, or among visits in their list."""

SHOW_TURNED_KEYS = "Ctrl+J"
"""Go where something was undone out of sight."""


def stage_names() -> dict[str, str]:
    """Return what each stage is called."""
    names = (_tr("Prepare"), _tr("Day plan"), _tr("Capture"), _tr("Summary"), _tr("Report"), _tr("Follow-up"))
    return dict(zip(STAGES, names, strict=True))


def commands_of_app() -> tuple[Command, ...]:
    """Return what can be done whether or not a visit is open."""
    everywhere, look = _tr("Everywhere"), _tr("Look")
    return (
        _command("visits", _tr("Go to Visits"), everywhere),
        _command("new-visit", _tr("New visit"), everywhere),
        _command("read-reports", _tr("Read an earlier report"), everywhere),
        _command("read-published", _tr("Read in published data"), everywhere),
        _command("outcome-tables", _tr("Tables of outcomes"), everywhere),
        _command("library", _tr("Go to Library"), everywhere),
        _command("settings", _tr("Go to Settings"), everywhere),
        _command("palette", _tr("Find or do anything"), everywhere),
        _command("search-all", _tr("Find a note in all visits"), everywhere),
        _command("next-pane", _tr("Next pane"), everywhere),
        _command("previous-pane", _tr("Previous pane"), everywhere),
        _command("keys", _tr("Show all keys"), everywhere),
        _command("deleted-visits", _tr("Recently deleted visits"), everywhere),
        _command("lock", _tr("Lock now"), everywhere),
        _command("look:device", _tr("Light or dark as the device has it"), look),
        _command("look:light", _tr("Light"), look),
        _command("look:dark", _tr("Dark"), look),
        _command("look:contrast", _tr("More contrast"), look),
        _command("touch", _tr("Touch mode on or off"), look),
        _command("own-words", _tr("My own words offered while writing, on or off"), look),
        _command("larger-text", _tr("Larger text"), look),
        _command("smaller-text", _tr("Smaller text"), look),
    )


def commands_of_visit() -> tuple[Command, ...]:
    """Return what can be done while a visit is open, on any of its stages."""
    visit = _tr("This visit")
    stages = [_command(f"stage:{code}", _tr("Go to {stage}").format(stage=name), visit) for code, name in _stages()]
    return (
        *stages,
        _command("quick-capture", _tr("Capture from anywhere"), visit),
        Command("search-visit", _tr("Find a note in this visit"), SEARCH_KEYS.replace("+", " "), visit),
        _command("undo", _tr("Undo"), visit),
        _command("redo", _tr("Redo"), visit),
        _command("side-pane", _tr("Hide or show the right pane"), visit),
        _command("next-check", _tr("Next unmet check"), visit),
        _command("previous-check", _tr("Previous unmet check"), visit),
        _command("present", _tr("Present on the whole screen"), visit),
        _command("export", _tr("Export to Word"), visit),
        _command("recently-deleted", _tr("Recently deleted"), visit),
        _command("hand-over", _tr("Hand over everything so far"), visit),
    )


def keys_of_visit(framework: "Framework") -> tuple[Command, ...]:
    """Return the keys that act on what has the focus, in the box, on a note, on a finding and on a criterion."""
    from ui.parts.value_keys import value_keys

    box, card, row = _tr("In the box"), _tr("On a note"), _tr("On a criterion")
    finding, measure, slot = _tr("On a finding"), _tr("On an indicator"), _tr("On the day plan")
    kinds = [(one.key, _tr("To the list: {list}").format(list=one.plural)) for one in framework.finding_kinds]
    notes = [(one.key, _tr("Mark: {marker}").format(marker=one.label)) for one in framework.markers]
    asked = framework.judgement
    values = [(key, one.label) for key, one in value_keys(asked.criterion_values).items() if asked.criteria]
    told = [
        (_tr("This visit"), SHOW_TURNED_KEYS, _tr("Show what was just undone out of sight")),
        (slot, "Alt+Down", _tr("Five minutes later; Alt+Up earlier")),
        (slot, "Alt+Shift+Down", _tr("Five minutes longer; Alt+Shift+Up shorter")),
        (slot, "Alt+Right", _tr("A classroom visit one place later; Alt+Left earlier")),
        (slot, "Delete", _tr("Take out of the plan")),
        (box, "Enter", _tr("Save the note")),
        (box, "Shift+Enter", _tr("New line")),
        (box, "Ctrl+P", _tr("Pin this note")),
        (box, "Alt+0", _tr("Clear source, year, subject and strand")),
        (card, "F2", _tr("Correct the note in hand")),
        *((card, key, words) for key, words in notes if key),
        *((_tr("On evidence to place"), key, words) for key, words in kinds if key),
        (finding, "Space", _tr("Agreed, or to discuss")),
        (finding, "E", _tr("Its evidence")),
        (finding, "M", _tr("Split, merge and more")),
        (finding, "Alt+Up", _tr("Move up")),
        (finding, "Alt+Down", _tr("Move down")),
        *((row, key, words) for key, words in values),
        *([(row, "E", _tr("Evidence for and against"))] if asked.criteria else []),
        *([(measure, "V", _tr("A new value")), (measure, "R", _tr("Its rating"))] if framework.measures.aims else []),
    ]
    return tuple(Command("", words, keys, group) for group, keys, words in told)


def _stages() -> list[tuple[str, str]]:
    return list(stage_names().items())


def _command(code: str, title: str, group: str) -> Command:
    return Command(code, title, KEYS.get(code, "").replace("+", " "), group)


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeyMap", text)
