"""The register that speaks: how many schools, of which day, and whether somebody should look at it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row
from ui.widgets.text import Text
from ui.workspace.published import Standing
from ui.workspace.replaced_words import less_words
from visitapp.domain.published.batches import Batch


class RegisterInForce(QWidget):
    """Its mark is green unless much of the register before is missing and nobody said that this is right; `confirmed`
    brings the batch's id once somebody does."""

    confirmed = Signal(str)

    def __init__(self, register: Batch, standing: Standing) -> None:
        super().__init__()
        still = sum(count for _, _, count in standing.authorities)
        counts = ((register.kept, self.tr("schools")), (still, self.tr("open")))
        gone = ((register.kept - still, self.tr("closed or merged")),)
        figures = [
            column(Text(f"{count:,}", "title", tnum=True), Text(words, "caption", "text2"), spacing=0)
            for count, words in (*counts, *gone)
        ]
        named = self.tr("Register of {day}").format(day=register.period) if register.period else register.title
        replaces = standing.replaces
        is_doubted = replaces is not None and replaces.is_far_less and not register.confirmed
        mark = Icon("triangle-alert", "develop", 16, 2) if is_doubted else Icon("circle-check", "strength", 16, 2)
        pieces = [row(*figures, None, spacing=18), row(mark, (Text(named, "small", wrap=True), 1), spacing=8)]
        if replaces is not None and is_doubted:
            less, words = less_words(replaces), self.tr("It is right")
            button = Button(words, name=f"{words}. {less}", small=True)
            button.clicked.connect(partial(self.confirmed.emit, register.id))
            pieces += [row((Text(less, "small", "develop", wrap=True), 1)), row(button, None)]
        self.setLayout(column(*pieces, spacing=6))
