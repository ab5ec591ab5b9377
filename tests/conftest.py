"""Test settings that must be in place before Qt starts."""

import gc
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp_args():
    """Start the application in the style everything is drawn over."""
    return ["visitapp", "-style", "Fusion"]


@pytest.fixture(autouse=True)
def _collected_here():
    """Collect rubbish between tests and on this thread only, as the program does."""
    gc.disable()
    yield
    if gc.get_count()[0] > 50_000:
        gc.collect()
