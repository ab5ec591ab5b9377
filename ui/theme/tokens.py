"""Colours by role, sizes and type: the one source the whole look is painted from."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ui.theme import ground


class TypeStyle(NamedTuple):
    """One line of the type table: size and line height in px, weight, letter spacing in per cent."""

    px: int
    weight: int
    spacing: float
    line: int


class Palette(NamedTuple):
    """Every colour of one theme, named by the part it plays."""

    name: str
    bg: str
    surface: str
    raised: str
    sunken: str
    rail: str
    hover: str
    line: str
    line_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_fill: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    strength: str
    strength_soft: str
    strength_solid: str
    develop: str
    develop_soft: str
    develop_solid: str
    risk: str
    risk_soft: str
    risk_solid: str
    query: str
    query_soft: str
    query_solid: str
    heat: tuple[str, ...]
    heat_text: tuple[str, ...]
    shadow: tuple[int, int, int, int]
    scroll: str
    track: str
    toast_link: str
    dark: bool = False


LIGHT = Palette(
    name="light",
    bg=ground.LIGHT.bg,
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#F0EEE9",
    rail=ground.LIGHT.rail,
    hover="#F3F1EC",
    line=ground.LIGHT.line,
    line_strong="#8D887E",
    text="#1D2025",
    text2="#50545B",
    text3="#676B72",
    accent="#3350B8",
    accent_fill="#3350B8",
    accent_hover="#2A439E",
    on_accent="#FFFFFF",
    accent_soft="#E9EDFA",
    on_accent_soft="#2A439E",
    strength="#12633F",
    strength_soft="#E2F2E8",
    strength_solid="#2A8C5F",
    develop="#7E4700",
    develop_soft="#FCEFD8",
    develop_solid="#B96B00",
    risk="#A32A1E",
    risk_soft="#FBE7E3",
    risk_solid="#C8412F",
    query="#5A3C9C",
    query_soft="#EFE9FA",
    query_solid="#7455BD",
    heat=("#F1EFEA", "#DCE3F7", "#B3C1EE", "#6F87D6", "#3350B8"),
    heat_text=("#676B72", "#1D2025", "#1D2025", "#0F1320", "#FFFFFF"),
    shadow=(40, 36, 28, 30),
    scroll="#B9B4AA",
    track="#E4E1DA",
    toast_link="#B9C6FF",
)

DARK = Palette(
    name="dark",
    bg=ground.DARK.bg,
    surface="#1D2025",
    raised="#24282E",
    sunken="#121417",
    rail=ground.DARK.rail,
    hover="#262A31",
    line=ground.DARK.line,
    line_strong="#737A85",
    text="#ECEDEF",
    text2="#B7BBC3",
    text3="#979DA7",
    accent="#A9B8FF",
    accent_fill="#4A63CF",
    accent_hover="#4F68D4",
    on_accent="#FFFFFF",
    accent_soft="#272E4A",
    on_accent_soft="#C3CEFF",
    strength="#7FD3AC",
    strength_soft="#1A3329",
    strength_solid="#45A57C",
    develop="#EBBE72",
    develop_soft="#3A2C15",
    develop_solid="#C88A2B",
    risk="#FF9F92",
    risk_soft="#422320",
    risk_solid="#E0614F",
    query="#C8B2FA",
    query_soft="#2F2745",
    query_solid="#9A7FDB",
    heat=("#23272D", "#2A335A", "#3B4A8C", "#566DC2", "#A9B8FF"),
    heat_text=("#979DA7", "#ECEDEF", "#ECEDEF", "#FFFFFF", "#10131A"),
    shadow=(0, 0, 0, 110),
    scroll="#4A505A",
    track="#2F343B",
    toast_link="#2A439E",
    dark=True,
)

CONTRAST = LIGHT._replace(
    name="contrast",
    bg=ground.CONTRAST.bg,
    sunken="#FFFFFF",
    rail=ground.CONTRAST.rail,
    hover="#F0F0F0",
    line=ground.CONTRAST.line,
    line_strong="#000000",
    text="#000000",
    text2="#000000",
    text3="#1A1A1A",
    accent="#0B2A9C",
    accent_fill="#0B2A9C",
    accent_hover="#061A66",
    accent_soft="#FFFFFF",
    on_accent_soft="#0B2A9C",
    strength="#0A4A2B",
    strength_soft="#FFFFFF",
    develop="#5C3300",
    develop_soft="#FFFFFF",
    risk="#8A1208",
    risk_soft="#FFFFFF",
    query="#43278A",
    query_soft="#FFFFFF",
    scroll="#5A5A5A",
    track="#FFFFFF",
    heat_text=("#1A1A1A", "#000000", "#000000", "#000000", "#FFFFFF"),
)

_DESK_TYPE = MappingProxyType(
    {
        "display": TypeStyle(23, 600, -1.2, 30),
        "title": TypeStyle(17, 600, -1.0, 24),
        "heading": TypeStyle(14, 600, -0.8, 20),
        "body": TypeStyle(14, 400, -0.8, 20),
        "bodym": TypeStyle(14, 500, -0.8, 20),
        "note": TypeStyle(14, 400, -0.6, 20),
        "compose": TypeStyle(16, 400, -0.8, 24),
        "prose": TypeStyle(15, 400, -0.6, 25),
        "label": TypeStyle(13, 500, -0.6, 16),
        "small": TypeStyle(13, 400, -0.6, 18),
        "caption": TypeStyle(12, 400, -0.2, 16),
        "captionm": TypeStyle(12, 500, -0.2, 16),
        "overline": TypeStyle(11, 600, 4, 14),
    }
)

_TOUCH_TYPE = MappingProxyType(
    {
        **_DESK_TYPE,
        "title": TypeStyle(19, 600, -1.0, 26),
        "body": TypeStyle(15, 400, -0.8, 22),
        "bodym": TypeStyle(15, 500, -0.8, 22),
        "note": TypeStyle(16, 400, -0.8, 23),
        "compose": TypeStyle(18, 400, -1.0, 27),
        "label": TypeStyle(14, 500, -0.6, 18),
        "small": TypeStyle(14, 400, -0.6, 19),
        "caption": TypeStyle(13, 400, -0.4, 17),
        "captionm": TypeStyle(13, 500, -0.4, 17),
    }
)


class Metrics(NamedTuple):
    """Sizes in device-independent px; `touch` makes every target at least 44."""

    touch: bool = False
    radius_small: int = 6
    radius: int = 8
    radius_card: int = 12
    ring: int = 2
    control: int = 32
    control_large: int = 36
    control_small: int = 28
    chip: int = 28
    chip_small: int = 24
    icon_button: int = 32
    least: int = 24
    row: int = 53
    header: int = 60
    styles: Mapping[str, TypeStyle] = _DESK_TYPE


DESK = Metrics()
TOUCH = Metrics(
    touch=True,
    control=44,
    control_large=48,
    control_small=44,
    chip=44,
    chip_small=44,
    icon_button=44,
    least=44,
    row=68,
    header=68,
    styles=_TOUCH_TYPE,
)
