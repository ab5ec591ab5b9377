"""What is gathered of a school before a visit: its line in the register, and its figures, published and typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from ui.workspace.published import Published
from visitapp.domain.change import removed
from visitapp.domain.fitting import school_ages
from visitapp.domain.framework.when import ages_meet
from visitapp.domain.ids import new_id
from visitapp.domain.preparing import KnownFigure
from visitapp.domain.published.charted import CAPACITY, ProfileFigure, profile_figure, profile_of, register_figures
from visitapp.domain.published.figures import AUTHORITY, NATION, SCHOOL
from visitapp.domain.published.history import Event
from visitapp.domain.published.known_facts import KnownFact, known_facts
from visitapp.domain.published.lineage import EarlierSchool, predecessors
from visitapp.domain.published.offers import matched, typed_town
from visitapp.domain.published.pasted import PastedFigure
from visitapp.domain.published.schools import RegisterSchool
from visitapp.domain.published.series import ENGLAND, KnownFigures
from visitapp.domain.published.story_table import COMBINED
from visitapp.errors import VisitappError

_EVERY = 100
_NAMES = "figures.names"


class Gathering:
    """The school of the open visit. `published` is None where there is nothing to ask, as in a vault without any."""

    def __init__(self, desk: Desk, published: Published | None) -> None:
        self._desk, self._published = desk, published
        self._figures: KnownFigures | None = None
        self._asked: tuple[object, ...] = ()

    def forget(self) -> None:
        """Ask again what is published: something was read in or taken back."""
        self._figures = None

    def has_pupils(self, ages: tuple[int, int]) -> bool:
        """Return whether pupils between two ages are at the school, or may be where nobody knows its ages."""
        record = self._desk.record
        return ages_meet(ages, school_ages(record.school, record.framework.vocabularies.get("phases")))

    def figures(self) -> KnownFigures:
        """Return every figure known for the visit; asked for once until something of it changes."""
        school = self._desk.record.school
        asked = (self._desk.record.shelves.get("figure"), school.urn, school.details)
        if self._figures is None or any(one is not two for one, two in zip(asked, self._asked, strict=True)):
            self._asked = asked
            self._figures = self._known()
        return self._figures

    def profile(self) -> tuple[tuple[ProfileFigure, ...], ProfileFigure | None]:
        """Return what the school is told by, and how many places it has, if that is known."""
        record = self._desk.record
        facts = {
            field.measure: str(record.answer(f"fact.{field.code}").value or "")
            for field in record.framework.school_facts
            if field.measure
        }
        register, figures = register_figures(record.school), self.figures()
        told = profile_of(figures, facts, register)
        return told, profile_figure(CAPACITY, figures, facts, register)

    def known_facts(self, events: Sequence[Event]) -> tuple[KnownFact, ...]:
        """Return the facts of the report that are known and not filled in; `events` are the inspections, in order."""
        record = self._desk.record
        return known_facts(record, self.figures(), register_figures(record.school), events)

    def earlier_schools(self) -> tuple[EarlierSchool, ...]:
        """Return the schools this one came from, nearest first; never added up."""
        urn = self._desk.record.school.urn
        if not urn or self._published is None:
            return ()
        try:
            return predecessors(urn, self._published.links_of(urn))
        except VisitappError:
            return ()

    def sources(self) -> tuple[str, ...]:
        """Return the attributions of the files the figures shown are from, each once."""
        urn = self._desk.record.school.urn
        if not urn or self._published is None:
            return ()
        asked = ((SCHOOL, self._codes()), (AUTHORITY, (self._authority(),)), (NATION, (ENGLAND,)))
        try:
            found = [row for about, codes in asked for row in self._published.sources_of(about, codes)]
        except VisitappError:
            return ()
        return tuple(dict.fromkeys(attribution for _, _, _, attribution in found if attribution))

    def told_by_tables(self) -> tuple[str, str] | None:
        """Return authority code (empty where it is not known) and URN of the school, if results of it are published;
        else None."""
        urn, found = self._desk.record.school.urn, self.figures().series(COMBINED, years=_EVERY).school.values()
        if not urn or self._published is None or all(one.typed for one in found):
            return None
        known = None if self._authority() else self._published.school(urn)
        return known.authority_code if known is not None else self._authority(), urn

    def match(self, found: RegisterSchool, day: str = "") -> None:
        """Take what the register of an ISO day says of a school, as one act."""
        self._desk.put(_tr("School matched to the register"), matched(self._desk.record.school, found, day))

    def unmatch(self) -> None:
        """Let go of the school's line in the register and of its town; what else came from it stays."""
        school = self._desk.record.school
        left = replace(school, town=typed_town(school), urn="", details="", details_on="")
        self._desk.put(_tr("Match let go"), left)

    def enter(self, found: Sequence[PastedFigure], about: str, source: str, *, predicted: bool) -> None:
        """Keep figures somebody typed or pasted, as one act; one of the same year and group takes its place."""
        known = {_key(one): one.id for one in self.typed()}
        day = self._desk.now().astimezone().date().isoformat()
        made = []
        for one in found:
            figure = KnownFigure(
                "",
                self._desk.visit_id,
                one.measure,
                one.group,
                one.year,
                about,
                one.value,
                one.status,
                one.cohort,
                predicted,
                source,
                day,
            )
            made.append(replace(figure, id=known.get(_key(figure)) or new_id()))
        words = _tr("1 figure entered") if len(made) == 1 else _tr("{count} figures entered")
        self._desk.put(words.format(count=len(made)), *made)

    def measure_names(self) -> dict[str, str]:
        """Return what people here called measures that no list knows by those names: the code by the name."""
        said = self._desk.record.answer(_NAMES).value
        parted = (one.rpartition("=") for one in said) if isinstance(said, tuple) else ()
        return {name: code for name, sign, code in parted if sign}

    def remember_names(self, names: Mapping[str, str]) -> None:
        """Keep what measures are called here, for the next table that is pasted."""
        kept = tuple(f"{name}={code}" for name, code in sorted(names.items()))
        if names != self.measure_names():
            self._desk.answer(_tr("Names of measures kept"), _NAMES, kept)

    def typed(self) -> tuple[KnownFigure, ...]:
        """Return the figures somebody typed or pasted; expected ones first, so that a result speaks before them."""
        found: Iterable[KnownFigure] = self._desk.record.living("figure")
        return tuple(sorted(found, key=lambda one: (not one.predicted, one.typed_on, one.id)))

    def take_away(self, measure: str, group: str, year: str) -> bool:
        """Take away what somebody typed of the school for a year, and return whether there was anything."""
        gone = [one for one in self.typed() if _key(one)[:4] == (SCHOOL, measure, group, year)]
        if gone:
            self._desk.act(_tr("Figure taken away"), removed(gone))
        return bool(gone)

    def _known(self) -> KnownFigures:
        published = self._published
        codes, authority = self._codes(), self._authority()
        found = []
        if published is not None and codes:
            try:
                found += published.figures_of(SCHOOL, codes)
                found += published.figures_of(AUTHORITY, (authority,)) if authority else ()
                found += published.figures_of(NATION, (ENGLAND,))
            except VisitappError:
                found = []
        return KnownFigures(found, self.typed(), codes, authority)

    def _codes(self) -> tuple[str, ...]:
        urn = self._desk.record.school.urn
        if not urn:
            return ()
        return (urn, *(one.urn for one in self.earlier_schools() if one.alone))

    def _authority(self) -> str:
        return str(self._desk.record.school.register_details.get("authority_code", ""))


def _key(figure: KnownFigure) -> tuple[str, str, str, str, bool]:
    return (figure.about, figure.measure, figure.group, figure.year, figure.predicted)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gathering", text)
