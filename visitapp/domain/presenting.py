"""What a school may be shown on a large screen: what was found, decided and agreed; no private note, no name."""

from collections.abc import Iterator
from dataclasses import dataclass

from visitapp.domain.deciding import DECISION, GRADE_RISK, chosen_decision, chosen_option
from visitapp.domain.finding import Action, Finding
from visitapp.domain.forms import anchor
from visitapp.domain.framework import FindingKind
from visitapp.domain.naming.finding import Named
from visitapp.domain.record import VisitRecord
from visitapp.domain.team_words import minority_lines
from visitapp.domain.veiling import Veil, Veiled
from visitapp.domain.weighed import minority

ESTIMATES, ACTIONS, CHANGED, OTHER = "estimates", "actions", "changed", "other"
_RISK = "risk"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said. `id` is that of the record behind it, `more` goes on in smaller words, `number` counts from 1
    where the order matters, `tag` is the label of `tag_code`, `who` a role, `day` an ISO day or empty."""

    id: str
    text: str
    more: str = ""
    number: int = 0
    tag: str = ""
    tag_code: str = ""
    who: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of one sort on a slide, under a heading of their own when `title` is not empty."""

    title: str
    lines: tuple[Line, ...]
    icon: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """What is shown together; it may be long. `title` is empty where the programme has no word for it."""

    code: str
    title: str
    parts: tuple[Part, ...]
    icon: str = ""
    tone: str = ""

    def lines(self) -> tuple[Line, ...]:
        """Return the lines of every part, in order."""
        return tuple(line for part in self.parts for line in part.lines)


@dataclass(frozen=True, slots=True)
class Hidden:
    """That something is hidden when a visit is shown: a name, or with None the words of a private note."""

    about: str
    place: str
    name: Named | None


def slides(record: VisitRecord, veil: Veil) -> tuple[Slide, ...]:
    """Return what a visit has to show, in the order it is talked about; what is empty is left out.

    Every finding with words in it stands on exactly one slide. `veil` hides names and words of private notes.
    """
    return tuple(one for one in _Teller(record, veil).told() if one.lines())


def has_words(record: VisitRecord, finding: Finding) -> bool:
    """Return whether somebody wrote something in a finding, more than the words it began with."""
    kind = record.framework.finding_kind(finding.kind)
    text = finding.text.strip()
    return any(letter.isalnum() for letter in text) and not (kind and kind.stem and text == kind.stem.strip())


class _Teller:
    """Goes through one record, every word of it under the veil."""

    def __init__(self, record: VisitRecord, veil: Veil) -> None:
        self._record, self._framework = record, record.framework
        self._veiled = Veiled(record, veil)

    def told(self) -> Iterator[Slide]:
        """Yield every slide, empty ones too."""
        yield from self._by_group() if self._framework.finding_groups else self._by_kind()
        yield Slide(OTHER, "", (Part("", tuple(self._of_no_list())),))
        yield self._decision()
        yield Slide(ESTIMATES, "", (Part("", tuple(self._estimates())),), "gauge")
        yield Slide(ACTIONS, "", (Part("", tuple(self._actions())),), "list-todo")
        yield Slide(CHANGED, "", (Part("", tuple(self._changed())),), "history")

    def _by_kind(self) -> Iterator[Slide]:
        risky = self._risky_kind()
        for kind in self._framework.finding_kinds:
            found = Part("", self._findings(kind.code), kind.icon, kind.tone)
            further = self._grade_risk() if kind is risky else ()
            yield Slide(kind.code, kind.plural, (found, *further), kind.icon, kind.tone)

    def _by_group(self) -> Iterator[Slide]:
        for group in self._framework.finding_groups:
            parts = [
                Part(kind.plural, self._findings(kind.code, group.code), kind.icon, kind.tone)
                for kind in self._framework.finding_kinds
            ]
            title = f"{group.number} {group.title}".strip()
            yield Slide(f"group.{group.code}", title, tuple(part for part in parts if part.lines))

    def _findings(self, kind: str, group: str | None = None) -> tuple[Line, ...]:
        return tuple(self._finding(one) for one in self._record.findings(kind, group) if has_words(self._record, one))

    def _of_no_list(self) -> Iterator[Line]:
        kinds = {kind.code for kind in self._framework.finding_kinds}
        groups = {group.code for group in self._framework.finding_groups}
        for one in self._record.findings():
            listed = one.kind in kinds and (not groups or one.group in groups)
            if not listed and has_words(self._record, one):
                yield self._finding(one)

    def _finding(self, one: Finding) -> Line:
        return Line(one.id, self._say(one.text))

    def _risky_kind(self) -> FindingKind | None:
        kinds = () if self._framework.finding_groups else self._framework.finding_kinds
        return next((kind for kind in kinds if kind.tone == _RISK), None)

    def _grade_risk(self) -> tuple[Part, ...]:
        asked, answer = self._framework.judgement.grade_risk, self._record.answer(GRADE_RISK)
        chosen = chosen_option(asked.options, answer.value) if asked else None
        if asked is None or chosen is None:
            return ()
        line = Line(answer.id, chosen.label, self._say(answer.note), tag_code=chosen.code)
        return (Part(asked.title, (line,)),)

    def _decision(self) -> Slide:
        asked, chosen = self._framework.judgement.decision, chosen_decision(self._record)
        parts = () if self._risky_kind() else self._grade_risk()
        if chosen is not None and chosen.settled:
            answer = self._record.answer(DECISION)
            line = Line(answer.id, chosen.statement or chosen.label, self._say(answer.note), tag_code=chosen.code)
            parts = (Part("", (line,)), *parts)
        return Slide(DECISION, asked.title if asked else "", parts, "scale", "accent")

    def _estimates(self) -> Iterator[Line]:
        for estimate in self._framework.judgement.estimates:
            answer = self._record.answer(f"estimate.{estimate.code}")
            chosen = chosen_option(estimate.options, answer.value)
            if chosen is not None:
                yield Line(answer.id, estimate.title, self._say(answer.note), 0, chosen.label, chosen.code)

    def _actions(self) -> Iterator[Line]:
        labels = {one.code: one.label for one in self._framework.urgencies}
        written = [one for one in self._record.actions if one.text.strip()]
        for number, one in enumerate(written, 1):
            tag = labels.get(one.urgency, "")
            text, step, who = self._say(one.text), self._say(one.first_step), self._say(one.owner)
            yield Line(one.id, text, step, number, tag, one.urgency if tag else "", who, one.due)

    def _changed(self) -> Iterator[Line]:
        labels = {one.code: one.label for one in self._framework.follow_up.verdicts}
        judged: list[Action] = [one for one in self._record.earlier_actions if one.verdict and one.text.strip()]
        for number, one in enumerate(judged, 1):
            tag = labels.get(one.verdict, one.verdict)
            yield Line(one.id, self._say(one.text), self._say(one.verdict_note), number, tag, one.verdict)

    def _say(self, text: str) -> str:
        return self._veiled.say(text)


def places_of(record: VisitRecord) -> dict[str, str]:
    """Return where each line of a slide is written, by the id of the record behind it."""
    places = {one.id: f"summary:findings:{one.id}" for one in record.findings()}
    places |= {one.id: f"summary:actions:{one.id}" for one in (*record.actions, *record.earlier_actions)}
    return places | {anchor(record, key): f"summary:judgement:{key}" for key in _answer_keys(record)}


def hidden_in(record: VisitRecord, veil: Veil) -> tuple[Hidden, ...]:
    """Return what the veil hides on the slides of a visit, and where it is written."""
    veiled, places = Veiled(record, veil), places_of(record)
    shown = {line.id for one in slides(record, veil) for line in one.lines()}
    found: list[Hidden] = []
    for about, text in _texts(record):
        if about in shown and veiled.is_private(text):
            found.append(Hidden(about, places[about], None))
        elif about in shown:
            found += [Hidden(about, places[about], name) for name in veiled.names(text)]
    return tuple(found)


def reported_names(record: VisitRecord, veil: Veil) -> tuple[Hidden, ...]:
    """Return what looks like a name in the members' reasons that the report gives; nobody is shown those reasons."""
    veiled = Veiled(record, veil)
    return tuple(
        Hidden(view.id, f"summary:judgement:{key}", name)
        for key in (f"estimate.{one.code}" for one in record.framework.judgement.estimates)
        for view in (minority(record, key) if minority_lines(record, key) else ())
        for name in veiled.names(view.reason)
    )


def _texts(record: VisitRecord) -> Iterator[tuple[str, str]]:
    for finding in record.findings():
        yield finding.id, finding.text
    for action in record.actions:
        yield from ((action.id, text) for text in (action.text, action.first_step, action.owner))
    for action in record.earlier_actions:
        yield from ((action.id, text) for text in (action.text, action.verdict_note))
    for key in _answer_keys(record):
        yield anchor(record, key), record.answer(key).note


def _answer_keys(record: VisitRecord) -> tuple[str, ...]:
    return (DECISION, GRADE_RISK, *(f"estimate.{one.code}" for one in record.framework.judgement.estimates))
