"""What is gathered of a school before a visit: its line in the register, and its figures, published and typed."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from ui.workspace.published import Published
from visitapp.domain.change import removed
from visitapp.domain.ids import new_id
from visitapp.domain.preparing import KnownFigure
from visitapp.domain.published.charted import ProfileFigure, profile_figure, profile_of
from visitapp.domain.published.figures import AUTHORITY, NATION, SCHOOL
from visitapp.domain.published.lineage import EarlierSchool, predecessors
from visitapp.domain.published.pasted import PastedFigure
from visitapp.domain.published.schools import RegisterSchool
from visitapp.domain.published.series import ENGLAND, KnownFigures
from visitapp.errors import VisitappError

_NUMBERS = ("roll", "capacity")
_LEFT_OUT = ("head", "telephone", "website")


class Gathering:
    """The school of the open visit. `published` is None where there is nothing to ask, as in a vault without any."""

    def __init__(self, desk: Desk, published: Published | None) -> None:
        self._desk, self._published = desk, published
        self._figures: KnownFigures | None = None
        self._asked: tuple[object, ...] = ()

    def forget(self) -> None:
        """Ask again what is published: something was read in or taken back."""
        self._figures = None

    def details(self) -> dict[str, object]:
        """Return what the register said of the school, by its field, empty when it was never matched."""
        try:
            said = json.loads(self._desk.record.school.details or "{}")
        except ValueError:
            return {}
        return said if isinstance(said, dict) else {}

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
        said = self.details()
        register = {name: float(value) for name in _NUMBERS if isinstance(value := said.get(name), int)}
        day = record.school.details_on
        figures = self.figures()
        return profile_of(figures, facts, register, day), profile_figure("capacity", figures, facts, register, day)

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

    def match(self, found: RegisterSchool) -> None:
        """Take what the register says of a school, as one act; what the school is called here stays, and so does
        whatever the register leaves open."""
        school = self._desk.record.school
        kept = {name: value for name, value in asdict(found).items() if value not in ("", None)}
        details = {name: value for name, value in kept.items() if name not in _LEFT_OUT}
        matched = replace(
            school,
            urn=found.urn,
            name=school.name or found.name,
            phase=found.phase or school.phase,
            local_authority=found.authority or school.local_authority,
            town=found.town or school.town,
            trust=found.trust or school.trust,
            details=json.dumps(details, ensure_ascii=False, sort_keys=True),
            details_on=self._desk.now().astimezone().date().isoformat(),
        )
        self._desk.put(_tr("School matched to the register"), matched)

    def unmatch(self) -> None:
        """Let go of the school's line in the register; what came from it into the visit stays."""
        self._desk.put(_tr("Match let go"), replace(self._desk.record.school, urn="", details="", details_on=""))

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
        return str(self.details().get("authority_code", ""))


def _key(figure: KnownFigure) -> tuple[str, str, str, str, bool]:
    return (figure.about, figure.measure, figure.group, figure.year, figure.predicted)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gathering", text)
