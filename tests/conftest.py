"""Test settings that must be in place before Qt starts."""

import gc
import os
import sys

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
gc.set_threshold(0, 0, 0)  # the program's own collecting goes by these: within a test nothing is collected


@pytest.fixture(scope="session")
def qapp_args():
    """Start the application in the style everything is drawn over."""
    return ["visitapp", "-style", "Fusion"]


@pytest.fixture(scope="session")
def qapp(qapp):
    """Keep carets from blinking: two pictures of one thing are the same at any moment."""
    qapp.setCursorFlashTime(0)
    return qapp


@pytest.fixture(autouse=True)
def _collected_here():
    """Collect rubbish between tests only: widgets a test has just let go are still alive in Qt until its end."""
    gc.disable()
    yield
    _delete_what_was_let_go()
    if gc.get_count()[0] > 50_000:
        gc.collect()


def _delete_what_was_let_go():
    """Let Qt delete the widgets a test gave up; collected first, Qt would paint what Python has already let go."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
