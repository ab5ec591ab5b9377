"""The four stages on either side of the visit, under every programme that is installed."""

from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from stage_desk import VISIT, vault
from ui_support import accessible_name, shown

from ui.pages.followup import FollowUpPage
from ui.pages.plan import PlanPage
from ui.pages.prepare import PreparePage
from ui.pages.report import ReportPage
from ui.theme.theme import theme
from ui.theme.tokens import TOUCH
from ui.widgets.text import Text
from visitapp.domain.finding import Action, Finding
from visitapp.domain.planning import plan_results
from visitapp.domain.visit import Visit
from visitapp.frameworks.library import installed
from visitapp.paths import resource

PROGRAMMES = installed(resource("frameworks"), resource("vocabularies")).frameworks
STAGES = ("prepare", "plan", "report", "followup")


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows a stage under a programme, with a plan, findings and an action."""
    with ExitStack() as stack:

        def open_stage(programme, stage):
            visit = Visit(VISIT, "school-1", "framework-1", "", "2025-12-01", f"2025-12-0{programme.days}")
            before = [
                Finding(f"{kind.code}-{group}", VISIT, kind.code, group, "A finding.")
                for kind in programme.finding_kinds
                for group in [one.code for one in programme.finding_groups] or [""]
            ]
            action = Action("a1", VISIT, "Do it", due="2025-12-20")
            kept = stack.enter_context(vault(tmp_path, programme, visit=visit, before=[*before, action]))
            page = {
                "prepare": lambda: PreparePage(kept.desk, {}.get),
                "plan": lambda: PlanPage(kept.desk),
                "report": lambda: ReportPage(kept.desk, tmp_path),
                "followup": lambda: FollowUpPage(kept.desk),
            }[stage]()
            page.resize(1208, 580)
            return shown(qtbot, page)

        yield open_stage


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda one: one.code)
def test_a_stage_fits_a_short_window_and_every_control_has_a_name(opened, programme, stage):
    page = opened(programme, stage)
    page.take_focus()
    assert page.window().focusWidget() is not None
    assert page.minimumSizeHint().width() <= 1208
    assert page.minimumSizeHint().height() <= 580
    controls = [
        *page.findChildren(QAbstractButton),
        *page.findChildren(QLineEdit),
        *page.findChildren(QPlainTextEdit),
    ]
    assert not [one for one in controls if one.isVisible() and not accessible_name(one)]


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda one: one.code)
def test_no_words_are_cut(opened, qapp, programme, stage):
    page = opened(programme, stage)
    if stage == "plan":
        page.run("plan.usual")
    qapp.processEvents()
    shown_words = [one for one in page.findChildren(Text) if one.isVisible() and one.wraps and one.text()]
    assert [one.text() for one in shown_words if one.is_cut()] == []


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda one: one.code)
def test_in_touch_mode_every_target_is_large_enough(opened, qapp, programme, stage):
    theme().apply(metrics=TOUCH)
    page = opened(programme, stage)
    qapp.processEvents()
    buttons = page.findChildren(QAbstractButton)
    targets = [one for one in buttons if one.isVisible() and not isinstance(one.parent(), QLineEdit)]
    assert [accessible_name(one) for one in targets if one.height() < 44] == []


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda one: one.code)
def test_the_usual_day_meets_the_rules_about_what_is_planned(opened, programme):
    page = opened(programme, "plan")
    page.run("plan.usual")
    results = plan_results(page.desk.record)
    required = {one.code for one in programme.activities if one.required}
    asked = [one for one in results if one.rule.kind == "activity-planned" and one.rule.activity in required]
    assert all(one.met for one in asked)
