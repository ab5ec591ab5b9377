"""Test settings that must be in place before Qt starts."""

import gc
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _collected_here():
    """Collect rubbish between tests and on this thread only, as the program does."""
    gc.disable()
    yield
    if gc.get_count()[0] > 50_000:
        gc.collect()
