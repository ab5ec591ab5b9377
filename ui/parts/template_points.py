"""What the check of a Word template says, what needs a look first and what was found last."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.text import Text
from ui.widgets.text_spans import Span

if TYPE_CHECKING:
    from exports.word.adopted.points import Point


class _Sort(NamedTuple):
    code: str
    icon: str
    tone: str
    title: str


def point_groups(points: "Sequence[Point]") -> QVBoxLayout:
    """Return the points of a check by what they mean for a report, each with where it is in the template."""
    groups = column(spacing=12)
    for sort in _sorts():
        of_sort = [one for one in points if one.sort == sort.code]
        if of_sort:
            title = Text(f"{sort.title}  \u00b7  {len(of_sort)}", "label")
            lines = _found_lines(of_sort, sort) if sort.code == "found" else [_line(one, sort) for one in of_sort]
            groups.addLayout(column(title, *lines, spacing=6))
    return groups


def _sorts() -> tuple[_Sort, ...]:
    return (
        _Sort("falls-back", "triangle-alert", "develop", _tr("Not in the template: the built-in one stands in")),
        _Sort("left-out", "circle-minus", "text2", _tr("Left out of every report")),
        _Sort("look", "eye", "accent", _tr("Have a look at")),
        _Sort("found", "circle-check", "strength", _tr("Found and used")),
    )


def _line(point: "Point", sort: _Sort) -> QWidget:
    head = Text([_beginning(point.what), Span(f"  \u00b7  {point.where}", colour="text2")], "small", wrap=True)
    words = column(head, Text(point.says, "caption", "text2", wrap=True), spacing=1)
    said = ". ".join(part.rstrip(".") for part in (sort.title, point.what, point.where, point.says) if part)
    return wrap(_marked(sort, words), said)


def _found_lines(points: "Sequence[Point]", sort: _Sort) -> list[QWidget]:
    return [_found_line(where, points, sort) for where in dict.fromkeys(one.where for one in points)]


def _found_line(where: str, points: "Sequence[Point]", sort: _Sort) -> QWidget:
    names = ", ".join(_beginning(one.what) for one in points if one.where == where)
    words = column(Text(where, "small"), Text(names, "caption", "text2", wrap=True), spacing=1)
    return wrap(_marked(sort, words), f"{sort.title}. {where}: {names}")


def _marked(sort: _Sort, words: QVBoxLayout) -> QHBoxLayout:
    mark = column(1, Icon(sort.icon, sort.tone, 16, 2), None, spacing=0)
    return row(mark, (words, 1), spacing=10)


def _beginning(name: str) -> str:
    return name[:1].upper() + name[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("TemplatePoints", text)
