"""Colours, sizes and type: contrast in every theme, whole pixels, and a Qt that counts None well."""

import sys

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF, QPalette

from ui.theme.contrast import audit, contrast
from ui.theme.system_look import follow_system
from ui.theme.theme import larger_text, smaller_text, theme
from ui.theme.tokens import CONTRAST, DARK, DESK, LIGHT, TOUCH
from visitapp.paths import resource

PALETTES = {palette.name: palette for palette in (LIGHT, DARK, CONTRAST)}
METRICS = {"desk": DESK, "touch": TOUCH}
PAIRS = [(name, pair) for name, palette in PALETTES.items() for pair in audit(palette)]


pytestmark = pytest.mark.usefixtures("look")


@pytest.mark.parametrize(("name", "pair"), PAIRS, ids=[f"{n}: {p.front} on {p.back}" for n, p in PAIRS])
def test_every_pair_has_the_contrast_it_needs(name, pair):
    assert pair.ratio >= pair.need, (name, pair)


@pytest.mark.parametrize("pair", [p for p in audit(CONTRAST) if p.front in ("text", "text2", "text3")])
def test_more_contrast_gives_seven_to_one_for_text(pair):
    assert pair.ratio >= 7


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000000", "#FFFFFF", 21), ("#777777", "#FFFFFF", 4.48)])
def test_contrast_is_the_published_formula(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


def test_contrast_does_not_mind_the_order():
    assert contrast("#3350B8", "#FFFFFF") == contrast("#FFFFFF", "#3350B8")


@pytest.mark.parametrize("name", PALETTES)
def test_every_colour_of_a_palette_is_written_in_full(name):
    palette = PALETTES[name]
    colours = [getattr(palette, f) for f in palette._fields if f not in ("name", "dark", "shadow")]
    flat = [c for each in colours for c in (each if isinstance(each, tuple) else (each,))]
    assert all(len(c) == 7 and c.startswith("#") and int(c[1:], 16) >= 0 for c in flat)


@pytest.mark.parametrize("name", PALETTES)
def test_markers_never_share_a_colour(name):
    palette = PALETTES[name]
    tones = {getattr(palette, tone) for tone in ("strength", "develop", "risk", "query")}
    assert len(tones) == 4


@pytest.mark.parametrize("metrics", METRICS)
@pytest.mark.parametrize("style", DESK.styles)
def test_type_is_in_whole_pixels_and_never_under_eleven(metrics, style):
    px, weight, _, line = METRICS[metrics].styles[style]
    assert isinstance(px, int)
    assert px >= 11
    assert line >= px
    assert weight in (400, 500, 600, 700)


@pytest.mark.parametrize(
    "size", ["control", "control_large", "control_small", "chip", "chip_small", "icon_button", "least"]
)
def test_touch_targets_are_44_pixels(size):
    assert getattr(TOUCH, size) >= 44
    assert getattr(DESK, size) >= 24


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.1, 1.25, 1.5])
def test_the_text_scale_changes_type_and_nothing_else(scale):
    theme().apply(text_scale=scale)
    assert theme().font("body").pixelSize() == round(14 * scale)
    assert theme().line_height("body") == round(20 * scale)
    assert theme().metrics == DESK


@pytest.mark.parametrize(("asked", "given"), [(0.2, 0.9), (3.0, 1.5), (1.2, 1.2)])
def test_the_text_scale_stays_within_bounds(asked, given):
    theme().apply(text_scale=asked)
    assert theme().text_scale == given


def test_larger_and_smaller_step_by_a_tenth():
    larger_text()
    assert theme().text_scale == 1.1
    smaller_text()
    smaller_text()
    smaller_text()
    assert theme().text_scale == 0.9


def test_a_change_of_look_is_told_once(qtbot):
    with qtbot.waitSignal(theme().changed):
        theme().apply(palette=DARK)
    assert theme().palette is DARK
    assert theme().metrics is DESK


def test_the_application_palette_follows_the_theme(qapp):
    theme().apply(palette=DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.bg
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText).name().upper() == DARK.text3


def test_a_colour_belongs_to_the_palette_in_force():
    light = theme().colour("accent").name()
    theme().apply(palette=DARK)
    assert theme().colour("accent").name() != light


def test_fonts_are_made_once_for_a_look_and_anew_for_the_next():
    first = theme().font("body")
    assert theme().font("body") is first
    theme().apply(text_scale=1.5)
    assert theme().font("body") is not first


@pytest.mark.parametrize("family", ["Inter", "Inter Display"])
def test_the_bundled_fonts_are_there(family):
    assert family in QFontDatabase.families()


def test_text_is_drawn_in_the_bundled_font():
    assert QFontInfo(theme().font("body")).family() == "Inter"
    assert QFontInfo(theme().font("display")).family() == "Inter Display"


def test_figures_line_up_when_asked():
    plain, lined_up = QFontMetricsF(theme().font("body")), QFontMetricsF(theme().font("body", tnum=True))
    assert plain.horizontalAdvance("1111") != plain.horizontalAdvance("0000")
    assert lined_up.horizontalAdvance("1111") == lined_up.horizontalAdvance("0000")


def test_the_font_and_icon_licences_ship_with_them():
    assert list(resource("fonts").glob("LICENSE*"))
    assert list(resource("icons").glob("LICENSE*"))


def test_the_device_decides_until_a_person_does(qapp):
    look = follow_system(qapp)
    look.choose("dark")
    assert theme().palette is DARK
    look.choose("light")
    assert theme().palette is LIGHT
    look.choose("device")
    expected = DARK if qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    assert theme().palette is expected


def test_this_qt_does_not_lose_references_to_none():
    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(1000):
        thing.setObjectName(str(number))
    assert abs(sys.getrefcount(None) - before) < 50
