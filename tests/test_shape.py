"""The code keeps its shape: small modules, small functions, no strays."""

import ast
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

ROOT = Path(__file__).parent.parent
CODE = sorted(path for folder in ("visitapp", "exports", "ui") for path in (ROOT / folder).rglob("*.py")) + [
    ROOT / "main.py"
]
DRAWERS = {"utils", "helpers", "common", "misc", "manager", "base"}
PROGRAMMES = re.compile(r"(?i)llpr|challenge partners|hampshire|even better if|qa review")


def trees():
    """Yield every module with its text and syntax tree."""
    for path in CODE:
        text = path.read_text(encoding="utf-8")
        yield path.relative_to(ROOT), text, ast.parse(text)


def length(node):
    return node.end_lineno - node.lineno + 1


def test_modules_classes_and_functions_stay_small():
    too_long = []
    for path, text, tree in trees():
        if text.count("\n") > 300:
            too_long.append(f"{path}: {text.count(chr(10))} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > 40:
                too_long.append(f"{path}: {node.name} {length(node)} lines")
            if isinstance(node, ast.ClassDef) and length(node) > 200:
                too_long.append(f"{path}: class {node.name} {length(node)} lines")
    assert too_long == []


def test_no_module_is_a_drawer():
    assert [path for path, _, _ in trees() if path.stem in DRAWERS] == []


def test_no_programme_is_named_in_code():
    assert [str(path) for path, text, _ in trees() if PROGRAMMES.search(text)] == []


def test_no_lambda_is_connected_and_no_widget_sets_a_style_sheet():
    strays = []
    for path, text, tree in trees():
        if "setStyleSheet" in text and path.parts[:2] != ("ui", "theme"):
            strays.append(f"{path}: setStyleSheet")
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect":
                strays += [f"{path}:{node.lineno}: lambda" for one in node.args if isinstance(one, ast.Lambda)]
    assert strays == []


def test_no_screen_holds_what_qt_deletes_untold():
    """Python is not told when Qt deletes a standard item or a layout's item it was once shown, and takes the next
    thing at the same place in memory for it: a menu entry came back as a cell of a table, and the program fell."""
    untold = {"QStandardItem", "QStandardItemModel", "QTreeWidgetItem", "QListWidgetItem", "QTableWidgetItem"}
    strays = []
    for path, _, tree in trees():
        for node in ast.walk(tree):
            name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
            if name in untold | {"itemAt"}:
                strays.append(f"{path}:{node.lineno}: {name}")
    assert strays == []


def test_every_package_has_an_init_so_that_the_layers_are_checked():
    folders = {path.parent for path in CODE if path.name != "main.py"}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_every_public_class_and_function_says_what_you_get():
    silent = []
    for path, _, tree in trees():
        for node in tree.body:
            named = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if named and ast.get_docstring(node) is None and "rows.py" not in str(path):
                silent.append(f"{path}: {node.name}")
    assert silent == []


def test_the_lock_files_hold_no_address():
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be lost there")
def test_calls_into_qt_lose_no_reference_to_none():
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100
