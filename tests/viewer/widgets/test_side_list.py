"""Items of lists belong to Qt: items created in Python made the process die when a window closed."""

import ast
from pathlib import Path

from PySide6.QtWidgets import QListWidget
from shiboken6 import Shiboken

from viewer.widgets.side_list import append_item

ITEMS = {"QListWidgetItem", "QTableWidgetItem", "QTreeWidgetItem"}


def test_qt_creates_and_owns_an_appended_item(qtbot):
    target = QListWidget()
    qtbot.addWidget(target)
    items = [append_item(target, text) for text in ("first", "second")]
    assert [target.item(k).text() for k in range(target.count())] == ["first", "second"]
    assert items[1] is target.item(1)
    assert not any(Shiboken.createdByPython(item) for item in items)


def test_no_module_creates_items_in_python(pytestconfig):
    calls = [
        f"{path}:{node.lineno}"
        for path in Path(pytestconfig.rootpath, "viewer").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ITEMS
    ]
    assert calls == [], "use viewer.widgets.side_list.append_item"
