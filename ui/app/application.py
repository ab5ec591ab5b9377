"""The application before it is dressed; light to load, for its window is painted first."""

import sys

from PySide6.QtWidgets import QApplication

from ui.app.feature_reading import spare_reading

_STYLE = ("-style", "Fusion")


def new_application() -> QApplication:
    """Return a new application with its names and the style everything is drawn over.

    The style is given by name, as from a shell: asked for through `setStyle` it costs a tenth of the start.
    """
    spare_reading()
    app = QApplication([*sys.argv[:1], *_STYLE])
    app.setApplicationName("Visitapp")
    app.setOrganizationName("Visitapp")
    return app
