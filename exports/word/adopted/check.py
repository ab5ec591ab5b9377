"""What an organisation's own Word template would do to a report, said before any report goes out in it."""

from dataclasses import dataclass

from lxml import etree

from exports.word.adopted.adopt import Adopted, adopted
from exports.word.adopted.intake import refusal
from exports.word.adopted.points import FALLS_BACK, LEFT_OUT, LOOK, Point
from exports.word.adopted.points import listed as _listed

__all__ = ["Point", "TemplateCheck", "check_template", "fallen_back", "taken_in"]

_STYLES = "Styles"


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """What a look into a template brought to light; one with nothing missing, left out or to look at is whole."""

    points: tuple[Point, ...]

    @property
    def missing(self) -> tuple[Point, ...]:
        """What the built-in look stands in for."""
        return self._of(FALLS_BACK)

    @property
    def left_out(self) -> tuple[Point, ...]:
        """What is in the template and never in a report."""
        return self._of(LEFT_OUT)

    @property
    def to_look_at(self) -> tuple[Point, ...]:
        """What stays as it is and may trouble a reader."""
        return self._of(LOOK)

    def _of(self, sort: str) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.sort == sort)


def check_template(content: bytes) -> TemplateCheck:
    """Return what a template has, lacks and must leave out; raises TemplateRefusedError for one of no use."""
    return TemplateCheck(taken_in(content).points)


def taken_in(content: bytes) -> Adopted:
    """Return what of a template may be used; raises TemplateRefusedError for a hostile, foreign or broken one."""
    try:
        return adopted(content)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, etree.LxmlError) as fault:
        raise refusal("it is damaged") from fault


def fallen_back(template: Adopted) -> tuple[str, ...]:
    """Return a sentence for each thing the built-in look stands in for; all missing styles are in one."""
    points = [point for point in template.points if point.sort == FALLS_BACK]
    styles = [point.what for point in points if point.where == _STYLES and point.what != "bullets"]
    rest = [point.says for point in points if point.where != _STYLES or point.what == "bullets"]
    if len(styles) > 1:
        rest.insert(0, f"The template has no styles {_listed(styles)}: the built-in ones stand in.")
    elif styles:
        rest.insert(0, f"The template has no style {_listed(styles)}: the built-in one stands in.")
    return tuple(rest)
