"""Beside the first steps: a way to look around, and what the program promises."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class ExploreCard(Card):
    """Offers the sample; `wanted` asks for it."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = Button(self.tr("Explore with a sample visit"), large=True, wide=True, icon="play")
        self.button.clicked.connect(self.wanted)
        words = self.tr(
            "Walk through visits to invented schools, with notes, findings, a decision and a report in Word."
        )
        points = (
            self.tr("No passphrase needed"),
            self.tr("Marked Sample on every screen"),
            self.tr("Kept apart from your own vault"),
        )
        ticks = [row(Icon("check", "strength", 15, 2.4), (Text(p, "small", wrap=True), 1), spacing=8) for p in points]
        self.setLayout(
            column(
                Icon("compass", "accent", 28, 1.6),
                6,
                Text(self.tr("Explore first"), "title"),
                Text(words, "small", "text2", wrap=True),
                6,
                *ticks,
                10,
                self.button,
                spacing=5,
                margins=(22, 20, 22, 20),
            )
        )


def promises() -> QWidget:
    """Return the three things a careful person wants to know first."""
    said = (
        ("wifi-off", _tr("Works with no internet, from the first minute")),
        ("user-round", _tr("No account, no e-mail address")),
        ("key-round", _tr("Locked with Argon2id and AES-256")),
    )
    lines = [
        row(Icon(icon, "text3", 16), (Text(words, "caption", "text2", wrap=True), 1), spacing=9)
        for icon, words in said
    ]
    return wrap(column(*lines, spacing=8, margins=(22, 4, 10, 0)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstRun", text)
