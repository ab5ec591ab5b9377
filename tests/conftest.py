"""Test settings that must be in place before Qt starts."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
