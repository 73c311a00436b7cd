"""Layers of the packages: checked by import-linter, and by imports in new processes."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

EVERY_MODULE = """
import importlib, pkgutil, sys
for name, forbidden in {packages}.items():
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(module.name)
    print(name, sorted(m for m in sys.modules if m.split(".")[0] in forbidden))
"""


@pytest.mark.parametrize(
    "packages",
    [
        {  # in one process: the trainer imports the engine's modules anyway, after they were looked at
            "engine": ("PySide6", "pyqtgraph", "viewer", "trainer"),
            "trainer": ("PySide6", "pyqtgraph", "viewer"),
        },
        {"viewer": ("torch", "trainer")},
    ],
    ids=" and ".join,
)
def test_the_modules_of_a_package_import_nothing_forbidden(packages):
    code = EVERY_MODULE.format(packages=packages)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines() == [f"{name} []" for name in packages]


def test_the_contracts_hold():
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout


def test_test_files_have_names_of_their_own():
    """Pytest imports each by its name alone, and collects only the first of two."""
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []
