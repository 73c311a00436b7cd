"""Items of lists belong to Qt: items created in Python made the process die when a window closed."""

import ast
from pathlib import Path

from PySide6.QtWidgets import QListWidget, QTreeWidget
from shiboken6 import Shiboken

from viewer.widgets.qt_items import append_item, append_row

ITEMS = {"QListWidgetItem", "QTableWidgetItem", "QTreeWidgetItem"}


def test_qt_creates_and_owns_an_appended_item(qtbot):
    target = QListWidget()
    qtbot.addWidget(target)
    items = [append_item(target, text) for text in ("first", "second")]
    assert [target.item(k).text() for k in range(target.count())] == ["first", "second"]
    assert items[1] is target.item(1)
    assert not any(Shiboken.createdByPython(item) for item in items)


def test_qt_creates_and_owns_the_rows_of_a_tree(qtbot):
    target = QTreeWidget()
    qtbot.addWidget(target)
    groups = [append_row(target) for _ in range(2)]
    rows = [append_row(target, groups[1]) for _ in range(3)]
    assert [group.childCount() for group in groups] == [0, 3]
    assert rows[2] is groups[1].child(2) and groups[0] is target.topLevelItem(0)
    assert not any(Shiboken.createdByPython(item) for item in (*groups, *rows))


def test_no_module_creates_items_in_python(pytestconfig):
    calls = [
        f"{path}:{node.lineno}"
        for path in Path(pytestconfig.rootpath, "viewer").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ITEMS
    ]
    assert calls == [], "use viewer.widgets.qt_items"
