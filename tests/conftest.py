"""What all tests share."""

import faulthandler
import os
from pathlib import Path

import pytest
from _pytest.faulthandler import fault_handler_stderr_fd_key
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# a shared machine may stall a single example; what is tested is behaviour
settings.register_profile("short", deadline=None, derandomize=True, max_examples=30)
settings.register_profile("long", deadline=None, derandomize=True)

ROOT = Path(__file__).resolve().parent.parent


SHARE = 3
"""Of the cases of a test with so many or more, one in this many runs by default."""


def pytest_addoption(parser) -> None:
    text = f"run the tests marked as long, and all cases of each test: by default 1 of {SHARE} of them"
    parser.addoption("--long", action="store_true", help=text)


def pytest_collection_modifyitems(config, items) -> None:
    """Leaves out what only the long tier runs.

    A test whose cases are no variants of one another is marked all_cases.
    """
    if config.getoption("long"):
        return
    cases = {}
    for item in items:
        cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    kept, left = [], []
    for group in cases.values():
        every = len(group) < SHARE or any(group[0].iter_markers("all_cases"))
        for number, item in enumerate(group):
            runs = not any(item.iter_markers("long")) and (every or number % SHARE == 0)
            (kept if runs else left).append(item)
    kept.sort(key={item: place for place, item in enumerate(items)}.__getitem__)
    config.hook.pytest_deselected(items=left)
    items[:] = kept


@pytest.hookimpl(trylast=True)  # after the plugin that it changes
def pytest_configure(config) -> None:
    """Chooses how many examples a property is tried with, and what a fatal error prints.

    That is the stack of the thread that it is in alone: logs that keep some lines only then keep it.
    """
    settings.load_profile("long" if config.getoption("long") else "short")
    faulthandler.enable(config.stash[fault_handler_stderr_fd_key], all_threads=False)


def pytest_xdist_auto_num_workers(config) -> int:
    """One process more than cores: tests wait a third of their time, for processes, timers and disks."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def own_data(tmp_path_factory, monkeypatch):
    """Gives each test a data folder and a cache of models of its own: an export remembers its folder there."""
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path_factory.mktemp("data")))
    monkeypatch.setenv("UNPIXEL_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of photos, benchmark sets, weights and golden outputs beside the project."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"no folder {folder.name} beside the project")
    return folder
