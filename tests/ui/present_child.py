"""Shows a visit on the first of two screens, asks for the other one twice, and says where it is each time."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from summary_desk import open_visit  # noqa: E402

from ui.pages.present.window import PresentWindow  # noqa: E402
from ui.theme.theme import dress  # noqa: E402


def main(folder):
    """Say screen and size, whether the other is offered, and both again after each move."""
    app = QApplication([])
    dress(app)
    with open_visit(folder) as workspace:
        window = PresentWindow(workspace.desk)
        window.show_on(QGuiApplication.screens()[0])
        app.processEvents()
        said = [window.screen().name(), f"{window.width()}x{window.height()}", window.foot.screen_button.isVisible()]
        for _ in range(2):
            window.foot.screen_button.click()
            app.processEvents()
            said += [window.screen().name(), f"{window.width()}x{window.height()}"]
        print(*said)
        window.close()
        app.processEvents()


main(Path(sys.argv[1]))
