"""Where Tab goes: Qt puts a new widget last in the window, wherever it stands."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def chain(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each of these to the next."""
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)
