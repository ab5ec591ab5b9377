"""What an invented visit is prepared with, as values of a record: figures, inspections, hunches and papers."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from ui.workspace.sample_file import SampleVisit
from ui.workspace.sample_papers import attached
from ui.workspace.sample_parts import SampleFigure
from visitapp.domain.ids import new_id
from visitapp.domain.preparing import Attachment, Hunch, KnownFigure, KnownInspection


def gathered(
    sample: SampleVisit, visit_id: str, at: datetime
) -> Iterator[tuple[str, Sequence[KnownFigure | KnownInspection | Hunch | Attachment]]]:
    """Yield what was gathered before the visit, and the words for the act that kept it."""
    day = at.date().isoformat()
    figures = [figure for one in sample.figures for figure in _figures(one, visit_id, day)]
    typed = [KnownInspection(id=new_id(), visit_id=visit_id, **one.model_dump()) for one in sample.inspections]
    hunches = [
        Hunch(id=new_id(), visit_id=visit_id, position=float(place), **one.model_dump())
        for place, one in enumerate(sample.hunches, 1)
    ]
    if figures:
        yield "Figures entered", figures
    if typed:
        yield "Inspections typed", typed
    if hunches:
        yield "Hunches noted", hunches
    if sample.papers:
        yield "Papers added", attached(sample, visit_id, at)


def _figures(sample: SampleFigure, visit_id: str, day: str) -> Iterator[KnownFigure]:
    for year, (value, cohort) in sample.years.items():
        status = value if isinstance(value, str) else ""
        yield KnownFigure(
            new_id(),
            visit_id,
            sample.measure,
            sample.group,
            year,
            sample.about,
            "" if status else f"{value:g}",
            status,
            cohort,
            sample.predicted,
            sample.source,
            day,
        )
