"""PySide is spared the reading of every module's source."""

import importlib
import sys
from pathlib import Path

import shibokensupport.feature
from PySide6.QtCore import QObject

from ui.app.feature_reading import spare_reading
from ui.app.making import make_application


def test_a_module_imported_after_the_start_is_not_read(monkeypatch, tmp_path):
    make_application()
    (tmp_path / "freshly_written.py").write_text("from PySide6.QtCore import QObject\nmade = QObject()\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    asked = []
    monkeypatch.setattr("shibokensupport.feature._mod_uses_pyside", asked.append)
    module = importlib.import_module("freshly_written")
    assert isinstance(module.made, QObject)
    assert not asked


def test_sparing_twice_is_as_sparing_once():
    spare_reading()
    spare_reading()
    assert "any module at all" in shibokensupport.feature.pyside_feature_dict


def test_nothing_happens_where_pyside_keeps_its_knowledge_elsewhere(monkeypatch):
    monkeypatch.delitem(sys.modules, "shibokensupport.feature")
    spare_reading()
    assert "shibokensupport.feature" not in sys.modules


def test_no_module_of_the_program_asks_for_a_feature_of_pyside():
    root = Path(__file__).parents[2]
    sources = [path for folder in ("ui", "exports", "visitapp") for path in (root / folder).rglob("*.py")]
    users = [
        path for path in sources if path.name != "feature_reading.py" and "__feature__" in path.read_text("utf-8")
    ]
    assert sources
    assert not users
