"""The school in the middle of Prepare: its profile, its results, the register, and figures entered by hand."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from ui_support import accessible_name, shown

from ui.pages.prepare import PreparePage
from ui.parts.known_offers import KnownOffers
from ui.parts.mapping_pickers import LatePicker
from ui.parts.match_school import MatchSheet
from ui.parts.paste_figures import PasteSheet
from ui.parts.profile_strip import ProfileStrip
from ui.parts.results_card import ResultsCard
from ui.theme.theme import theme
from ui.theme.tokens import CONTRAST, DARK, LIGHT, TOUCH
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckRow
from ui.widgets.chips import PickerChip
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.workspace.gathering import Gathering
from visitapp.domain.composition import compose_report
from visitapp.domain.preparing import KnownFigure
from visitapp.domain.published.batches import Scope
from visitapp.domain.published.schools import RegisterSchool

Key = Qt.Key
FILES = Path(__file__).parent.parent / "files" / "published"
RWM, PHONICS = "ks2-rwm-expected", "phonics-y1"
pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def page(qtbot, desk):
    page = PreparePage(desk, {}.get)
    page.resize(1208, 740)
    return shown(qtbot, page)


def words(widget):
    return [one.text() for one in widget.findChildren(Text) if one.isVisibleTo(widget.window())]


def named(widget, kind, said):
    return next(
        one for one in widget.findChildren(kind) if said in accessible_name(one) and one.isVisibleTo(widget.window())
    )


def card(page):
    return page.findChild(ResultsCard)


def figures(desk, *told, **more):
    desk.put(
        "Typed",
        *(
            KnownFigure(
                f"{measure}-{group}-{year}", desk.visit_id, measure, group, year, value=value, cohort=59, **more
            )
            for measure, group, year, value in told
        ),
    )


def sheet(page, kind):
    return next(one for one in page.window().findChildren(kind) if one.isVisible())


def test_nothing_known_says_what_to_do(page):
    assert "No results are known yet" in words(page)
    assert words(page.findChild(ProfileStrip)).count("not known") == 7
    assert "Not matched to the register" in words(page)


def test_a_fact_somebody_typed_stands_in_the_profile(page, desk):
    desk.answer("Typed", "fact.on-roll", "411")
    desk.answer("Typed", "fact.capacity", "420")
    assert {"411", "on roll, of 420"} <= set(words(page.findChild(ProfileStrip)))


def test_a_figure_says_its_year_in_the_profile(page, desk):
    figures(desk, ("eal", "all", "2025", "8.5"))
    assert {"8.5%", "\u201925"} <= set(words(page.findChild(ProfileStrip)))


def test_results_are_told_in_words_with_pupils_beside_each(page, desk):
    figures(desk, (RWM, "all", "2024", "64"), (RWM, "all", "2025", "61"))
    told = accessible_name(card(page).lines[RWM])
    assert "2024: 64 % of 59 pupils" in told
    assert "2025: 61 %" in told
    assert "No results are known yet" not in words(page)


def test_a_year_without_a_figure_says_why(page, desk):
    figures(desk, (RWM, "all", "2025", "61"))
    desk.put("Typed", KnownFigure("s", desk.visit_id, RWM, "all", "2024", status="suppressed"))
    assert "2024: suppressed, too few pupils" in words(page)


def test_a_gap_is_told_only_where_both_figures_are_known(page, desk):
    figures(desk, (RWM, "disadvantaged", "2025", "43"), (RWM, "other", "2025", "67"), (RWM, "other", "2024", "70"))
    told = accessible_name(card(page).gaps)
    assert "gap 24" in told
    assert told.count("gap") == 1


def test_the_number_of_years_is_chosen(page, desk):
    figures(desk, *((RWM, "all", str(year), "60") for year in range(2019, 2026)))
    assert "2021" not in accessible_name(card(page).lines[RWM])
    named(page, PickerChip, "Years shown").menu().actions()[2].trigger()
    assert "2021" in accessible_name(card(page).lines[RWM])


def test_the_table_says_the_same_and_is_read_by_keys(qtbot, page, desk):
    figures(desk, (RWM, "all", "2024", "64"), (RWM, "all", "2025", "61"))
    card(page).as_table.click()
    table = card(page).table
    assert table.isVisible()
    assert not card(page).lines[RWM].isVisible()
    assert table.as_text().splitlines()[:2] == ["\t2024\t2025", "RWM expected\t\u25c6 64 % of 59\t\u25c6 61 % of 59"]
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Key.Key_Right)
    assert table.currentIndex().column() == 1
    qtbot.keyClick(table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == table.as_text()


def test_what_the_school_gave_is_marked_and_its_source_is_said_in_charts_and_table(page, desk):
    figures(desk, (RWM, "all", "2025", "61"), source="School\u2019s own data, Sept")
    assert "All entered here, none of it published. Read in: School\u2019s own data, Sept (2025)." in words(page)
    assert "entered here, from School\u2019s own data, Sept" in accessible_name(card(page).lines[RWM])
    card(page).as_table.click()
    assert "Entered here, not published. Read in: School\u2019s own data, Sept (2025)." in words(page)
    table = card(page).table
    assert table.as_text().splitlines()[-1] == "\u25c6 Entered here, read in: School\u2019s own data, Sept (2025)"
    assert "School\u2019s own data, Sept" in table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_beside_published_figures_it_is_said_which_were_entered_and_years_in_a_row_are_a_span(page, desk, workspace):
    own = "School\u2019s own data"
    figures(desk, *((RWM, "all", year, "61") for year in ("2023", "2024", "2025")), source=own)
    assert f"All entered here, none of it published. Read in: {own} (2023 to 2025)." in words(page)
    workspace.published.bring_in(FILES / "2018-2019_850_ks2final.zip", Scope(), None, None)
    gathering = Gathering(desk, workspace.published)
    gathering.match(RegisterSchool("116268", "Some School", "open", "850", "Hampshire", phase="primary"))
    workspace.published.changed.emit()
    assert f"Entered here, not published. Read in: {own} (2023 to 2025)." in words(page)


def test_a_published_figure_bears_no_mark(page, desk, workspace):
    workspace.published.bring_in(FILES / "2018-2019_850_ks2final.zip", Scope(), None, None)
    gathering = Gathering(desk, workspace.published)
    gathering.match(RegisterSchool("116268", "Some School", "open", "850", "Hampshire", phase="primary"))
    workspace.published.changed.emit()
    assert "entered here" not in accessible_name(card(page).lines[RWM])
    card(page).as_table.click()
    assert "\u25c6" not in card(page).table.as_text()
    assert not any("Entered here" in one for one in words(page))


def test_figures_no_chart_shows_stand_under_the_charts_and_in_the_table(page, desk):
    figures(desk, ("gld", "all", "2024", "68"), ("gld", "all", "2025", "71.5"), source="Own data")
    assert "No results are known yet" not in words(page)
    assert "GLD: 2024 68.0 % of 59 pupils, 2025 71.5 % of 59 pupils" in words(page)
    card(page).as_table.click()
    assert "GLD\t\u25c6 68.0 % of 59\t\u25c6 71.5 % of 59" in card(page).table.as_text()


def test_delete_takes_a_typed_figure_away_and_undo_brings_it_back(qtbot, page, desk):
    figures(desk, (RWM, "all", "2024", "64"), (RWM, "all", "2025", "61"))
    card(page).as_table.click()
    table = card(page).table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Key.Key_Delete)
    assert "2025" not in table.as_text()
    desk.undo()
    qtbot.waitUntil(lambda: "61 % of 59" in table.as_text())


def test_pasted_figures_are_seen_first_and_entered_as_one_act(qtbot, page, desk):
    QGuiApplication.clipboard().setText(
        "Measure\t2024\tpupils\t2025\tpupils\nRWM\t64\t59\t61\t57\nPhonics\t83\t\tmany\t"
    )
    page._school.open_paste()
    entering = sheet(page, PasteSheet)
    assert entering.enter.text() == "Enter 3 figures"
    assert any("\u201cmany\u201d" in one for one in words(entering))
    entering.source.set_text("School's own data")
    entering.enter.click()
    kept = desk.record.living("figure")
    assert {(one.measure, one.year, one.value, one.cohort) for one in kept} == {
        (RWM, "2024", "64", 59),
        (RWM, "2025", "61", 57),
        (PHONICS, "2024", "83", 0),
    }
    assert {one.source for one in kept} == {"School's own data"}
    desk.undo()
    qtbot.waitUntil(lambda: not desk.record.living("figure"))


def test_predictions_are_open_points_of_the_school_alone(page, desk):
    QGuiApplication.clipboard().setText("Measure\t2026\nRWM\t63")
    page._school.open_paste()
    entering = sheet(page, PasteSheet)
    named(entering, CheckRow, "predictions").click()
    entering.enter.click()
    assert "2026: 63 % expected" in accessible_name(card(page).lines[RWM])


def test_the_authority_stands_beside_the_school(page, desk):
    figures(desk, (RWM, "all", "2025", "61"))
    QGuiApplication.clipboard().setText("Measure\t2025\nRWM\t64")
    page._school.open_paste()
    entering = sheet(page, PasteSheet)
    entering.about.button("authority").click()
    assert not named(entering, CheckRow, "predictions").isEnabled()
    entering.enter.click()
    assert "authority 64 %" in accessible_name(card(page).lines[RWM])


def test_the_same_year_entered_again_takes_the_others_place(page, desk):
    for value in ("61", "62"):
        QGuiApplication.clipboard().setText(f"Measure\t2025\nRWM\t{value}")
        page._school.open_paste()
        sheet(page, PasteSheet).enter.click()
    assert [one.value for one in desk.record.living("figure")] == ["62"]


def test_figures_are_typed_into_a_grid(page, desk):
    QGuiApplication.clipboard().clear()
    page._school.open_paste()
    entering = sheet(page, PasteSheet)
    assert not entering.enter.isEnabled()
    entering.way.button("type").click()
    cells = entering.grid.model()
    cells.setData(cells.index(0, 6), "61")
    cells.setData(cells.index(0, 7), "57")
    entering.enter.click()
    (kept,) = desk.record.living("figure")
    assert (kept.measure, kept.year, kept.value, kept.cohort) == (RWM, "2025", "61", 57)


def test_what_is_typed_wrong_in_the_grid_is_named_by_its_measure_and_year(qtbot, page):
    QGuiApplication.clipboard().clear()
    page._school.open_paste()
    entering = sheet(page, PasteSheet)
    entering.way.button("type").click()
    cells = entering.grid.model()
    year = cells.headerData(6, Qt.Orientation.Horizontal)
    cells.setData(cells.index(1, 6), "6 1")
    wanted = f"Y1 phonics, {year}, \u201c6 1\u201d"
    qtbot.waitUntil(lambda: any(one.startswith(wanted) for one in words(entering)))
    assert not any("Line" in one for one in words(entering))


def test_the_whole_grid_is_seen_where_the_window_has_room(qtbot, page):
    page._school.open_paste()
    entering = sheet(page, PasteSheet)
    entering.way.button("type").click()
    qtbot.waitUntil(lambda: entering.grid.isVisible() and entering.grid.verticalScrollBar().maximum() == 0)


def test_without_a_register_the_sheet_says_where_to_read_one_in(page):
    page._school.open_match()
    matching = sheet(page, MatchSheet)
    assert any("Library" in one and "python main.py import" in one for one in words(matching))
    assert not matching.take_button.isVisible()


def test_a_school_is_found_in_the_register_and_matched(qtbot, page, desk, workspace):
    workspace.published.bring_in(FILES / "register-whole.csv", Scope(), None, None)
    page._school.open_match()
    matching = sheet(page, MatchSheet)
    matching.search.field.setText("aldg")
    qtbot.waitUntil(lambda: matching.search.found.rowCount() == 1)
    qtbot.keyClick(matching.search.field, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.record.school.urn))
    school = desk.record.school
    assert (school.urn, school.name, school.local_authority) == (
        "100000",
        "Sallowfield Primary School",
        "City of London",
    )
    assert school.details_on == "2024-11-15"
    strip = page.findChild(ProfileStrip)
    assert any("URN 100000" in one for one in words(strip))
    assert named(strip, Button, "Change the match")
    desk.undo()
    qtbot.waitUntil(lambda: "Not matched to the register" in words(strip))


def test_published_figures_come_with_the_match_and_name_their_source(page, desk, workspace):
    published = workspace.published
    published.bring_in(FILES / "2018-2019_850_ks2final.zip", Scope(), None, None)
    gathering = Gathering(desk, published)
    gathering.match(RegisterSchool("116268", "Some School", "open", "850", "Hampshire", phase="primary"))
    published.changed.emit()
    assert "2019" in accessible_name(card(page).lines[RWM])
    assert "England 65 %" in accessible_name(card(page).lines[RWM])
    assert any("Open Government Licence" in one for one in words(page))


def test_schools_before_are_listed_with_their_numbers(page, desk, workspace):
    workspace.published.bring_in(FILES / "register-links.csv", Scope(), None, None)
    gathering = Gathering(desk, workspace.published)
    with workspace.published._database().reading() as lent:
        urn = lent.execute("select urn from link where sort = 'predecessor' order by urn").fetchone()[0]
    gathering.match(RegisterSchool(urn, "Some School", "open"))
    assert gathering.earlier_schools()
    assert any(one.startswith("Before: ") and "never added up" in one for one in words(page))


def test_a_match_let_go_takes_the_town_of_the_register_along_and_leaves_one_that_was_typed(page, desk):
    gathering = Gathering(desk, None)
    typed = desk.record.school.town
    gathering.match(RegisterSchool("116268", "Some School", "open", town="Norwich"))
    gathering.unmatch()
    gathering.match(RegisterSchool("116269", "Other School", "open", town="Derby"))
    assert desk.record.school.town == (typed or "Derby")
    desk.put("Town typed", replace(desk.record.school, town="Sallowfield"))
    gathering.unmatch()
    assert desk.record.school.town == "Sallowfield"


def test_an_infant_school_has_no_legend_and_no_sources_of_results_its_pupils_do_not_take(page, desk, workspace):
    workspace.published.bring_in(FILES / "2018-2019_850_ks2final.zip", Scope(), None, None)
    infants = RegisterSchool("999999", "Some School", "open", "850", "Hampshire", youngest=4, oldest=7)
    Gathering(desk, workspace.published).match(infants)
    workspace.published.changed.emit()
    assert "No results are known yet" in words(page)
    assert not any(one.startswith("Open point") or "Open Government Licence" in one for one in words(page))


def test_the_roll_is_of_the_year_of_its_census_not_of_the_register(page, desk):
    school = RegisterSchool("116268", "Some School", "open", roll=288, counted_on="2021-01-21")
    Gathering(desk, None).match(school, "2022-04-19")
    assert "288 \u201921" in " ".join(words(page.findChild(ProfileStrip)))


def test_the_places_offered_as_a_fact_are_of_the_year_of_the_register(page, desk):
    for code in ("on-roll", "capacity"):
        desk.answer("Emptied", f"fact.{code}", "")
    school = RegisterSchool("116268", "Some School", "open", roll=288, capacity=420, counted_on="2021-01-21")
    Gathering(desk, None).match(school, "2022-04-19")
    offers = page.findChild(KnownOffers)
    found = {one.key: (one.value, one.source) for one in offers._shown}
    assert found["fact.on-roll"] == ("288", "register, 2021")
    assert found["fact.capacity"] == ("420", "register, 2022")


def test_a_figure_in_a_damaged_match_is_no_harm(page, desk):
    desk.put("Broken", replace(desk.record.school, details="{", urn="1"))
    assert "on roll" in words(page.findChild(ProfileStrip))


def test_how_the_visit_came_about_is_chosen_and_printed(page, desk):
    assert "How the visit came about" not in dict(
        compose_report(desk.record, 1, "final", datetime(2025, 11, 20, tzinfo=UTC)).front
    )
    chip = named(page, PickerChip, "How it came about")
    chip.menu().actions()[1].trigger()
    assert desk.record.visit.commissioned == "purchased"
    front = dict(compose_report(desk.record, 1, "final", datetime(2025, 11, 20, tzinfo=UTC)).front)
    assert front["How the visit came about"] == "Purchased by the school"


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_charts_keep_their_room_in_every_look(page, desk, look, scale):
    figures(desk, *((RWM, "all", str(year), "60") for year in range(2022, 2026)))
    theme().apply(look, text_scale=scale)
    page.grab()
    chart = card(page).lines[RWM]
    assert chart.width() >= chart.minimumSizeHint().width()
    assert chart.height() >= chart.minimumSizeHint().height()


def test_everything_pressed_by_touch_is_large_enough(qtbot, page, desk):
    figures(desk, (RWM, "all", "2025", "61"))
    theme().apply(LIGHT, TOUCH)
    pane = page._school
    qtbot.wait(0)
    small = [
        one
        for one in pane.findChildren(Pressable)
        if one.isVisible() and (one.sizeHint().height() < 40) and "Verdict" not in accessible_name(one)
    ]
    assert [accessible_name(one) for one in small] == []


def test_every_field_of_the_sheets_has_a_name(page):
    page._school.open_paste()
    entering = sheet(page, PasteSheet)
    controls = [*entering.findChildren(Pressable), *entering.findChildren(QLineEdit)]
    assert not [one for one in controls if one.isVisible() and not accessible_name(one)]


def test_facts_known_already_are_offered_with_their_source_and_written_only_when_pressed(qtbot, page, desk):
    for code in ("on-roll", "rwm-last-year", "eal"):
        desk.answer("Emptied", f"fact.{code}", "")
    figures(desk, ("roll", "all", "2025", "288"), (RWM, "all", "2025", "61"), source="Own data")
    figures(desk, ("eal", "all", "2019", "5.9"))
    offers = page.findChild(KnownOffers)
    roll = named(offers, Button, "On roll: 288")
    assert "Own data, 2025" in accessible_name(roll)
    assert named(offers, Button, "RWM combined last year, %: 61")
    assert desk.record.answer("fact.on-roll").value == ""
    roll.click()
    assert desk.record.answer("fact.on-roll").value == "288"
    assert desk.record.answer("fact.eal").value == ""


def test_after_one_known_fact_is_used_tab_goes_on_to_the_next_offer(qtbot, page, desk):
    desk.answer("Emptied", "fact.on-roll", "")
    desk.answer("Emptied", "fact.eal", "")
    figures(desk, ("roll", "all", "2025", "288"), ("eal", "all", "2025", "5.9"))
    offers = page.findChild(KnownOffers)
    named(offers, Button, "On roll: 288").click()
    one, order = offers.use_all.nextInFocusChain(), []
    while one is not offers.use_all:
        order.append(one)
        one = one.nextInFocusChain()
    uses = [order.index(line.findChild(Button)) for line in offers._offers]
    after = [place for place, one in enumerate(order) if isinstance(one, Button) and not offers.isAncestorOf(one)]
    assert uses == sorted(uses)
    assert max(uses) < min(after)


def test_all_known_facts_are_used_at_once_and_undone_at_once(qtbot, page, desk):
    desk.answer("Emptied", "fact.on-roll", "")
    desk.answer("Emptied", "fact.eal", "")
    figures(desk, ("roll", "all", "2025", "288"), ("eal", "all", "2025", "5.9"))
    offers = page.findChild(KnownOffers)
    assert offers.use_all.text() == f"Use {len(offers._shown)} known facts"
    offers.use_all.click()
    assert desk.record.answer("fact.on-roll").value == "288"
    assert desk.record.answer("fact.eal").value == "5.9"
    assert not offers.isVisibleTo(page)
    desk.undo()
    qtbot.waitUntil(lambda: desk.record.answer("fact.eal").value == "")
    assert offers.isVisibleTo(page)


def test_a_measure_no_list_knows_is_chosen_and_remembered_for_the_next_paste(qtbot, page, desk):
    QGuiApplication.clipboard().setText("Measure\t2024\t2025\nReading\t70\t72\nRWM\t64\t61")
    page._school.open_paste()
    entering = sheet(page, PasteSheet)
    assert entering.said.text().startswith("2 figures understood, 1 line not or not wholly.")
    picker = next(one for one in entering.findChildren(LatePicker) if "Reading" in accessible_name(one))
    picker.picked.emit("ks2-reading-expected")
    qtbot.waitUntil(lambda: entering.enter.text() == "Enter 4 figures")
    entering.enter.click()
    assert {one.measure for one in desk.record.living("figure")} == {RWM, "ks2-reading-expected"}
    QGuiApplication.clipboard().setText("Measure\t2023\nREADING\t68")
    page._school.open_paste()
    assert sheet(page, PasteSheet).enter.text() == "Enter 1 figure"
