"""A visit is begun and prepared: school, programme, days, what was read, what is known, and the question."""

from ui.demo import following_up
from ui.demo.walk import Walk
from ui.parts.fact_date import short_day
from ui.widgets.checks import CheckRow
from ui.widgets.chips import PickerChip
from ui.widgets.line_edit import LineEdit
from ui.widgets.radio_card import RadioCard
from visitapp.domain.framework import Field

_BEGUN_DAYS_BEFORE, _PREPARED_DAYS_BEFORE = 21, 14
_NINE = 9 * 60


def fill_new_visit(walk: Walk) -> None:
    """Open New visit and fill it in; a school that is not known yet is told by hand."""
    hands, sample = walk.hands, walk.sample
    walk.set_clock(1 - _BEGUN_DAYS_BEFORE, _NINE)
    known = bool(walk.sitting.workspace.visits.schools(sample.school.name))
    hands.press("Ctrl+N")
    hands.write(sample.school.name)
    hands.press("Return")
    if known:
        hands.tab_to("", RadioCard, key="Shift+Tab")
    else:
        _tell_school(walk)
    hands.tab_to(walk.framework.short, RadioCard, key="Left" if known else "Right")
    hands.tab_to("Context", PickerChip)
    hands.press("Space")
    hands.choose(next(one.label for one in walk.framework.contexts if one.code == sample.context))
    hands.tab_to("First day")
    hands.replace(sample.starts_on)
    hands.press("Tab")


def _tell_school(walk: Walk) -> None:
    hands, sample = walk.hands, walk.sample
    hands.tab_to("Town")
    hands.write(sample.school.town)
    hands.tab_to("Local authority")
    hands.write(sample.school.local_authority)
    hands.tab_to("Phase")
    hands.press("Space")
    hands.choose(walk.framework.label("phases", sample.school.phase))
    hands.tab_to("", RadioCard)


def begin_visit(walk: Walk) -> None:
    """Begin the visit that was filled in."""
    before = walk.sitting.window.frame
    walk.hands.press("Return")
    walk.hands.wait_until(lambda: walk.sitting.window.frame not in (None, before), "beginning the visit")
    walk.visit_id = walk.desk.visit_id


def prepare(walk: Walk) -> None:
    """Tick what was read, fill in the facts, and write the question."""
    walk.set_clock(1 - _PREPARED_DAYS_BEFORE, _NINE)
    for group in walk.asked.preparation:
        for item in group.items:
            _read(walk, f"check.{item.code}", item.title)
    for field in walk.asked.school_facts:
        _fill(walk, field, f"fact.{field.code}")
    walk.hands.focus(walk.asked.enquiry.title)
    walk.hands.replace(walk.sample.enquiry)
    if walk.sample.answers["enquiry.school"].value is True:
        walk.hands.focus("Agreed with the school", CheckRow)
        walk.hands.press("Space")
    following_up.judge_earlier(walk)
    walk.mark_done("Prepare")


def _read(walk: Walk, key: str, title: str) -> None:
    answer = walk.sample.answers.get(key)
    if answer is None:
        return
    if answer.value is True:
        walk.hands.focus(title, CheckRow)
        walk.hands.press("Space")
    if answer.note:
        walk.hands.focus(f"Note on {title}")
        walk.hands.press("Space")
        walk.hands.write(answer.note)
        walk.hands.press("Return")


def _fill(walk: Walk, field: Field, key: str) -> None:
    answer = walk.sample.answers.get(key)
    if answer is not None:
        walk.hands.focus(field.label, LineEdit)
        value = str(answer.value)
        walk.hands.replace(short_day(value) if field.kind == "date" else value)
        walk.hands.press("Tab")
