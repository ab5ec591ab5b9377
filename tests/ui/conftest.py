"""What several tests of the screens begin with: an open vault with one visit, and a window to put a sheet over."""

import pytest
from PySide6.QtWidgets import QApplication
from ui_support import dressed, shown
from vault_desk import begin, new_database, open_workspace


@pytest.fixture
def look(qapp):
    """Dress the application for one test."""
    yield from dressed(qapp)


@pytest.fixture
def workspace(qapp: QApplication, tmp_path):
    """Return a workspace on a new vault, with a visit of today on its desk."""
    with open_workspace(new_database(tmp_path)) as workspace:
        begin(workspace)
        yield workspace


@pytest.fixture
def desk(workspace):
    """Return the desk with that visit."""
    return workspace.desk


@pytest.fixture
def host(qtbot):
    """Return a window with one button, which has the focus."""
    from ui.widgets.buttons import Button
    from ui.widgets.layout import column, wrap

    button = Button("Save")
    window = wrap(column(button, None))
    window.resize(1000, 700)
    shown(qtbot, window)
    button.setFocus()
    return window


@pytest.fixture
def person(qapp, tmp_path, monkeypatch):
    """Return somebody at the sample visits, whose own data folder is a fresh one."""
    from person import Person

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    found = Person(tmp_path)
    found.session.open_sample()
    found.hands.wait_until(lambda: found.session.workspace is not None, "opening the sample")
    yield found
    found.leave()
