"""Which kind of published file a table is: told by its columns alone, never by its name."""

from visitapp.imports.published import by_school, comparators, inspections, ks2_long, ks2_wide, links, register
from visitapp.imports.published.shape import Shape
from visitapp.imports.tables.faults import refusal
from visitapp.imports.tables.table import Table

SHAPES: tuple[Shape, ...] = (
    register.WHOLE,
    register.SEARCH,
    links.SHAPE,
    ks2_wide.SHAPE,
    ks2_long.SHAPE,
    by_school.CENSUS,
    by_school.ABSENCE,
    comparators.SHAPE,
    inspections.SHAPE,
)
"""Every kind that is known; the first that fits is taken."""

_MOST_NAMED = 8


def shape_of(table: Table) -> Shape:
    """Return the shape of a table; raises ImportRefusedError, with the columns, for one that is not known."""
    headings = frozenset(table.header.headings)
    found = next((shape for shape in SHAPES if shape.fits(headings)), None)
    if found is None:
        raise refusal("E-KIND", _unknown(table), _THEN, table.columns)
    return found


_THEN = "Choose a file as it was published, or save the sheet with the row of column names as its first line."


def _unknown(table: Table) -> str:
    named = [name[:40] for name in table.columns if name][:_MOST_NAMED]
    more = len(table.columns) - len(named)
    words = ", ".join(f"\u201c{name}\u201d" for name in named) + (f" and {more} more" if more > 0 else "")
    return f"its columns are of no kind known here ({words})"
