"""The last inspection as the register itself has it, in its columns until January 2025: a day and one word."""

from visitapp.domain.published.batches import Fault
from visitapp.domain.published.inspections import PublishedInspection
from visitapp.domain.published.measures import Measures
from visitapp.domain.published.scales import GRADED, InspectionLists
from visitapp.imports.published.register_cells import said
from visitapp.imports.published.register_columns import INSPECTED, RATED
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.headings import Header
from visitapp.imports.tables.values import iso_day

_EARLIEST, _LATEST = "1992", "2100"


class LastInspections:
    """Reads the inspection of a row. A word is told with its day only, and only where one was given of the whole
    then: a later inspection without one leaves an older word standing in the register."""

    def __init__(self, header: Header, sources: object, source: str) -> None:
        self._lists = _lists_in(sources)
        self._day = header.place(INSPECTED)
        self._words = [place for name in RATED if (place := header.place(name)) is not None]
        self._source = source

    @property
    def is_told(self) -> bool:
        """Return whether the file has the columns, and how grades are called is known."""
        return self._lists is not None and self._day is not None and bool(self._words)

    def of(self, urn: str, line: int, cells: list[str], faults: list[Fault]) -> tuple[PublishedInspection, ...]:
        """Return the inspection of a school, none where day or word is not said; what cannot be read is noted."""
        text, word = said(cells[self._day or 0]), next((one for at in self._words if (one := said(cells[at]))), "")
        if not text or not word or self._lists is None:
            return ()
        day = iso_day(text)
        if day is None or not _EARLIEST <= day <= _LATEST:
            faults.append(fault("W-DATE" if day is None else "W-RANGE", line, INSPECTED, text))
            return ()
        framework = self._lists.framework_on(day)
        scale = self._lists.scale_of(framework.code) if framework else None
        if framework is None or scale is None or not framework.overall:
            return ()
        outcome = scale.word(word)
        if outcome is None:
            faults.append(fault("W-GRADE", line, RATED[0], word))
        elif not outcome:
            return ()
        return (
            PublishedInspection(
                number=f"register-{urn}-{day}",
                urn=urn,
                latest_urn=urn,
                framework=framework.code,
                sort=GRADED,
                said_sort="",
                started_on=day,
                outcome=outcome or word,
                concern=self._lists.concerns.get(word.lower(), ""),
                source=self._source,
            ),
        )


def _lists_in(sources: object) -> InspectionLists | None:
    if isinstance(sources, Measures):
        sources = sources.inspections
    return sources if isinstance(sources, InspectionLists) else None
