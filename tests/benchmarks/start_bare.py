"""The floor of a start: one window with one label. Prints the moments of its first paint."""

import json
import os
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget


class FirstPaint(QObject):
    """Notes when a widget is first painted, and when all that was waiting with it has been."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._moments: dict[str, float] = {}
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._moments:
            self._moments["first paint"] = time.time()
            QTimer.singleShot(0, self._end)
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self._moments |= {"painted whole": time.time(), "work": time.process_time()}
        os.write(1, json.dumps(self._moments).encode())
        os._exit(0)


if __name__ == "__main__":
    app = QApplication([])
    window = QLabel("Visitapp")
    window.resize(1280, 800)
    first = FirstPaint(window)
    window.show()
    app.exec()
