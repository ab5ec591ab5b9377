"""One framework, to read: what it asks for, in the order of a visit."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ui.pages.library.blocks import Entry, block
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Card
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from visitapp.domain.framework import Activity, Framework, Section


class FrameworkView(QWidget):
    """Everything a framework brings: preparation, activities with prompts, criteria, outline and checks."""

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        self.setAccessibleName(framework.title)
        self._framework = framework
        title = row(Text(framework.title, "title", wrap=True), spacing=8)
        tags = row(Tag(self.tr("version {name}").format(name=framework.version), outlined=True), self._length(), None)
        head = column(title, tags, Text(framework.source, "caption", "text2", wrap=True), spacing=4)
        cards = list(self._cards())
        left, right = cards[0::2], cards[1::2]
        body = row((column(*left, None, spacing=10), 1), (column(*right, None, spacing=10), 1), spacing=10)
        self.setLayout(column(head, body, None, spacing=12, margins=(18, 6, 14, 12)))

    def _length(self) -> Tag:
        days = self._framework.days
        words = self.tr("1 day") if days == 1 else self.tr("{count} days").format(count=days)
        return Tag(words, outlined=True)

    def _cards(self) -> Iterator[Card]:
        framework = self._framework
        yield block(self.tr("Activities"), [self._activity(one, n) for n, one in enumerate(framework.activities, 1)])
        yield block(self.tr("Report outline"), [self._section(one) for one in framework.outline])
        for activity in framework.activities:
            if activity.prompts:
                title = self.tr("Prompts, {activity}").format(activity=activity.title)
                yield block(title, [Entry(one.text, "•") for one in activity.prompts], lead=activity.purpose)
        yield from self._judgement()
        if framework.preparation:
            items = [Entry(one.title, "•", below=one.help) for one in framework.checklist()]
            yield block(self.tr("Before the visit"), items)
        if framework.checks or framework.plan_rules:
            yield block(self.tr("Checks"), self._checks())

    def _activity(self, activity: Activity, number: int) -> Entry:
        low, high = activity.minutes
        span = str(low) if low == high else f"{low}–{high}"
        optional = "" if activity.required else self.tr("if it helps")
        note = self.tr("{minutes} min").format(minutes=span)
        return Entry(activity.title, str(number), note=note, below=optional)

    def _section(self, section: Section) -> Entry:
        low, high = section.words
        note = self.tr("{low}–{high} words").format(low=low, high=high) if high else ""
        if section.actions and not note:
            note = self.tr("table")
        return Entry(section.heading, section.number or "•", note=note, below=section.part)

    def _judgement(self) -> Iterator[Card]:
        judgement = self._framework.judgement
        if judgement.criteria:
            criteria = [Entry(one.text, one.letter) for one in judgement.criteria]
            yield block(judgement.criteria_title or self.tr("Criteria"), criteria, lead=judgement.criteria_note)
        if judgement.capacity:
            statements = [Entry(one.text, "•") for one in judgement.capacity]
            yield block(judgement.capacity_title or self.tr("Capacity"), statements)
        if judgement.decision:
            options = [Entry(one.label, "•", below=one.detail) for one in judgement.decision.options]
            yield block(judgement.decision.title, options)
        if judgement.estimates:
            shown = [
                Entry(one.title, "•", below=", ".join(option.label for option in one.options))
                for one in judgement.estimates
            ]
            yield block(self.tr("Estimates"), shown)

    def _checks(self) -> list[Entry]:
        framework = self._framework
        rules = [self._check(rule.title, required=False) for rule in framework.plan_rules]
        return [*rules, *(self._check(check.title, required=check.required) for check in framework.checks)]

    def _check(self, title: str, *, required: bool) -> Entry:
        if required:
            return Entry(title, icon="circle-alert", icon_colour="risk", note=self.tr("required"))
        return Entry(title, icon="triangle-alert", icon_colour="develop", note=self.tr("warns"))
