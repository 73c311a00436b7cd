"""An attribute of a widget that is named like a method of Qt would hide it: dialog.open() then calls a button."""

import ast
import importlib
import inspect
from pathlib import Path

from PySide6.QtCore import QObject


def own_attributes(node: ast.ClassDef) -> set[str]:
    """The attributes that methods of a class assign: self.name = …"""
    targets = [
        target
        for each in ast.walk(node)
        if isinstance(each, ast.Assign | ast.AnnAssign)
        for top in (each.targets if isinstance(each, ast.Assign) else [each.target])
        for target in ast.walk(top)
    ]
    return {
        each.attr
        for each in targets
        if isinstance(each, ast.Attribute)
        and isinstance(each.ctx, ast.Store)
        and isinstance(each.value, ast.Name)
        and each.value.id == "self"
    }


def hidden(kind: type, names: set[str]) -> set[str]:
    """Those of the names that a class of Qt, from which `kind` derives, has as methods."""
    bases = [base for base in kind.__mro__ if base.__module__.startswith("PySide6.")]
    return {name for name in names for base in bases if callable(vars(base).get(name))}


def test_a_hidden_method_is_found():
    source = "class Dialog:\n    def __init__(self):\n        self.open, self.list = 1, 2\n        self.show: int = 3"
    names = own_attributes(ast.parse(source).body[0])
    assert names == {"open", "list", "show"}
    assert hidden(importlib.import_module("PySide6.QtWidgets").QDialog, names) == {"open", "show"}


def test_no_attribute_hides_a_method_of_qt(pytestconfig):
    found = []
    for path in sorted(Path(pytestconfig.rootpath, "viewer").rglob("*.py")):
        module = importlib.import_module(
            ".".join(path.relative_to(pytestconfig.rootpath).with_suffix("").parts)
        )
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            kind = getattr(module, node.name) if isinstance(node, ast.ClassDef) else None
            if inspect.isclass(kind) and issubclass(kind, QObject):
                found += [
                    f"{path.name}: {kind.__name__}.{name}" for name in hidden(kind, own_attributes(node))
                ]
    assert found == []
