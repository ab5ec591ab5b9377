"""The few rules Qt cannot take from a palette: scroll bars, menus, tooltips and line edits."""

from ui.theme.tokens import Metrics, Palette


def style_sheet(colours: Palette, sizes: Metrics, text_scale: float) -> str:
    """Return the application's one style sheet."""
    field = max(sizes.control, round(sizes.styles["body"].line * text_scale) + 8)
    return _scrolling(colours, sizes) + _fields(colours, sizes, field) + _menus(colours, sizes)


def _scrolling(c: Palette, m: Metrics) -> str:
    width = 14 if m.touch else 10
    return f"""
    QScrollArea, QScrollArea > QWidget > QWidget {{ background:transparent; border:0; }}
    QScrollBar:vertical {{ background:transparent; width:{width}px; margin:2px; }}
    QScrollBar::handle:vertical {{ background:{c.scroll}; border-radius:{(width - 4) // 2}px;
        min-height:36px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height:0; width:0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background:transparent; }}
    QScrollBar:horizontal {{ background:transparent; height:{width}px; margin:2px; }}
    QScrollBar::handle:horizontal {{ background:{c.scroll}; border-radius:{(width - 4) // 2}px;
        min-width:36px; }}
    """


def _fields(c: Palette, m: Metrics, height: int) -> str:
    return f"""
    QLineEdit {{ background:{c.surface}; color:{c.text}; border:1px solid {c.line_strong};
        border-radius:{m.radius}px; padding:0 10px; min-height:{height - 2}px;
        selection-background-color:{c.accent_fill}; selection-color:{c.on_accent}; }}
    QLineEdit:focus {{ border:2px solid {c.accent}; padding:0 9px; min-height:{height - 4}px; }}
    QLineEdit:disabled {{ background:{c.sunken}; color:{c.text3}; }}
    QLineEdit[wrong="true"] {{ border:2px solid {c.risk_solid}; padding:0 9px; min-height:{height - 4}px; }}
    QPlainTextEdit, QTextEdit {{ background:transparent; border:0; color:{c.text};
        selection-background-color:{c.accent_fill}; selection-color:{c.on_accent}; }}
    """


def _menus(c: Palette, m: Metrics) -> str:
    item = 13 if m.touch else 7
    return f"""
    QToolTip {{ background:{c.text}; color:{c.surface}; border:0; padding:5px 8px; }}
    QMenu {{ background:{c.raised}; color:{c.text}; border:1px solid {c.line};
        border-radius:{m.radius}px; padding:6px; }}
    QMenu::item {{ padding:{item}px 22px {item}px 12px; border-radius:{m.radius_small}px; }}
    QMenu::item:selected {{ background:{c.accent_soft}; color:{c.on_accent_soft}; }}
    QMenu::item:disabled {{ color:{c.text3}; }}
    QMenu::separator {{ height:1px; background:{c.line}; margin:5px 6px; }}
    """
