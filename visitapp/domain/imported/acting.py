"""Actions as reports give them: in a table with a row of headings, or in a list."""

import re
from collections.abc import Sequence

from visitapp.domain.framework import Framework
from visitapp.domain.imported.days import only_day
from visitapp.domain.imported.likeness import ALIKE, likeness, plain, without_number
from visitapp.domain.imported.lines import Grid, cell_text
from visitapp.domain.imported.outline import Said
from visitapp.domain.imported.reading import ReadAction

COLUMNS = {
    "text": ("action", "actions", "agreed action", "what", "action agreed on the last visit", "area for improvement"),
    "urgency": ("urgency", "degree of urgency", "how urgent", "priority"),
    "owner": ("who", "by whom", "led by", "lead", "owner", "responsible", "person responsible"),
    "first_step": ("first step", "first steps", "next step", "next steps", "steps", "what comes first"),
    "due": ("by", "by when", "when", "due", "deadline", "date", "timescale", "target date"),
    "measure": ("measure", "success criteria", "measure of success", "how we shall know", "intended impact"),
    "verdict": ("verdict", "outcome", "progress", "status"),
    "verdict_note": ("what was seen", "evidence", "comment", "comments"),
    "number": ("no", "number", "#", "ref"),
}
"""What columns and labels of actions are called, by the field they fill."""
_BLANK = ("", "-", "n/a", "not set", "not recorded", "not judged yet", "none")
_ENDING = re.compile(r"\s*\(([^()]{2,30})\)\s*$")
_LABELS = ("urgency", "owner", "first_step", "due", "measure")

Read = tuple[list[ReadAction], list[str], list[str]]
"""The actions, what no field took, and the row of headings."""


def actions_in_table(framework: Framework, grid: Grid) -> Read:
    """Return the actions of a table; without a row of headings its rows are unread."""
    names = _header(grid)
    rows = [[cell_text(cell) for cell in row] for row in grid.rows]
    if "text" not in names:
        return [], ["\t".join(row) for row in rows], []
    found: list[ReadAction] = []
    unread: list[str] = []
    for row in rows[1:]:
        action, rest = _action(framework, dict(zip(names, row, strict=False)), list(zip(names, row, strict=False)))
        if action is not None:
            found.append(action)
        unread += rest
        unread += row[len(names) :]
    return found, [one for one in unread if one.strip()], ["\t".join(rows[0])]


def earlier_in_table(framework: Framework, grid: Grid) -> Read:
    """Return the actions of the visit before, and what became of them, from a table."""
    found, unread, header = actions_in_table(framework, grid)
    for one in found:
        one.earlier = True
    return found, unread, header


def actions_in_list(framework: Framework, said: Sequence[Said]) -> tuple[list[ReadAction], list[Said]]:
    """Return the actions of a list, and the paragraphs that are none."""
    found: list[ReadAction] = []
    rest: list[Said] = []
    for one in said:
        if one.item:
            found.append(_from_item(framework, one))
        elif not (found and _labelled(framework, found[-1], one.text)):
            rest.append(one)
    return found, rest


def _from_item(framework: Framework, said: Said) -> ReadAction:
    action = ReadAction(said.text.strip())
    ending = _ENDING.search(action.text)
    urgency = _urgency(framework, ending.group(1)) if ending else ""
    if ending and urgency:
        action.text, action.urgency = action.text[: ending.start()], urgency
    for part in (line for one in said.parts for line in one.split("\n")):
        if not _labelled(framework, action, part):
            action.text = f"{action.text}\n{part.strip()}"
    return action


def _labelled(framework: Framework, action: ReadAction, text: str) -> bool:
    """Fill the field that a line such as "First step: ..." names, and return whether it named one still empty."""
    label, colon, value = text.partition(":")
    name = _column(label) if colon else ""
    if name not in _LABELS or getattr(action, name) or not value.strip():
        return False
    known = {"urgency": lambda: _urgency(framework, value), "due": lambda: only_day(value)}
    found = known[name]() if name in known else value.strip()
    if found:
        setattr(action, name, found)
    return bool(found)


def _header(grid: Grid) -> list[str]:
    names = [_column(cell_text(cell)) for cell in grid.rows[0]] if grid.rows else []
    return names if sum(bool(name) for name in names) >= min(2, len(names)) else []


def _column(title: str) -> str:
    wanted = plain(title)
    scored = [(likeness(wanted, one), name) for name, titles in COLUMNS.items() for one in titles]
    best, name = max(scored)
    return name if best >= ALIKE else ""


def _action(
    framework: Framework, cells: dict[str, str], all_cells: list[tuple[str, str]]
) -> tuple[ReadAction | None, list[str]]:
    said = {name: "" if plain(text) in _BLANK else text.strip() for name, text in cells.items()}
    text = without_number(said.get("text", ""))[0]
    if not text:
        return None, [text for _, text in all_cells]
    rest = [f"{text}" for name, text in all_cells if not name]
    action = ReadAction(text)
    for name in ("owner", "first_step", "measure", "verdict_note"):
        setattr(action, name, said.get(name, ""))
    action.urgency, action.due = _urgency(framework, said.get("urgency", "")), only_day(said.get("due", ""))
    action.verdict = _verdict(framework, said.get("verdict", ""))
    unset = (name for name in ("urgency", "due", "verdict") if said.get(name) and not getattr(action, name))
    rest += [f"{text}: {said[name]}" for name in unset]
    return action, rest


def _urgency(framework: Framework, text: str) -> str:
    return next((one.code for one in framework.urgencies if plain(one.label) == plain(text)), "")


def _verdict(framework: Framework, text: str) -> str:
    return next((one.code for one in framework.follow_up.verdicts if plain(one.label) == plain(text)), "")
