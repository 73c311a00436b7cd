"""Calls from other threads, and where the objects of Qt that wait for them are destroyed."""

import gc
import sys
import threading
from functools import partial

import pytest
from pictures import drawn, saved
from PySide6.QtCore import QObject, QSize, Qt, Signal

from viewer.base import background, collection, command, crossing
from viewer.base.command import Command
from viewer.export import render_process
from viewer.export.render_process import RenderProcess
from viewer.files.folder_index import FolderIndex
from viewer.files.watch import Watch
from viewer.thumbnails.loader import Loader

TELLS = 'import sys; [print(\'{"done": 1, "total": 2}\', file=sys.stderr, flush=True) for _ in range(20)]'


def in_thread(work):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_calls_come_in_order_in_the_windows_thread(qtbot):
    came = []
    number = crossing.open(lambda *values: came.append((values, threading.current_thread())))
    in_thread(lambda: [crossing.call(number, each, "text") for each in range(100)])
    assert not came, "a call is not delivered within the thread"
    qtbot.waitUntil(lambda: len(came) == 100)
    assert came == [((each, "text"), threading.main_thread()) for each in range(100)]
    crossing.close(number)


def test_a_closed_function_is_not_called_and_one_for_once_is_called_once(qtbot):
    came, closed, once, last = [], crossing.open(lambda: came.append(1)), 0, 0
    once = crossing.open(lambda: came.append(2), once=True)
    last = crossing.open(lambda: came.append(3), once=True)
    in_thread(lambda: [crossing.call(each) for each in (closed, once, once, last)])
    crossing.close(closed)
    qtbot.waitUntil(lambda: 3 in came)
    assert came == [2, 3]


def command_forgotten(_folder):
    return Command(["doctor"])


def render_forgotten(_folder):
    return RenderProcess([])


def index_forgotten(folder):
    index = FolderIndex()
    index.read((folder,))
    return index


def watch_closed(folder):
    watch = Watch()
    watch.look_at((folder,), None)
    watch.close()
    return watch


def loader_closed(folder):
    loader = Loader(QSize(64, 64))
    loader.want([str(saved(folder / "a.png", drawn(40, 30)))])
    loader.close()
    return loader


class Asking(QObject):
    """Runs a function of its own in the background."""

    got = Signal()

    def __init__(self):
        super().__init__()
        background.run(self, self._work, self._take, self._take)

    def _work(self):
        return 1

    def _take(self, _result):
        self.got.emit()


@pytest.mark.parametrize(
    "make",
    [
        command_forgotten,
        render_forgotten,
        index_forgotten,
        watch_closed,
        loader_closed,
        lambda _folder: Asking(),
    ],
    ids=["command", "render", "index", "watch", "loader", "background"],
)
def test_what_a_thread_works_for_is_destroyed_in_the_windows_thread(make, qtbot, tmp_path, monkeypatch):
    for module in (command, render_process):
        monkeypatch.setattr(module, "own_command", lambda _arguments: [sys.executable, "-c", TELLS])
    destroyed = []
    for _ in range(5):
        made = make(tmp_path)
        made.destroyed.connect(
            partial(lambda seen, *_: seen.append(threading.current_thread()), destroyed),
            Qt.ConnectionType.DirectConnection,
        )
        del made
    qtbot.waitUntil(lambda: len(destroyed) == 5)
    assert set(destroyed) == {threading.main_thread()}


def test_a_cycle_with_an_object_of_qt_is_collected_in_the_windows_thread(qtbot):
    destroyed = []

    class Cycle(QObject):
        def __init__(self):
            super().__init__()
            self.itself = self

    cycle = Cycle()
    cycle.destroyed.connect(
        lambda: destroyed.append(threading.current_thread()), Qt.ConnectionType.DirectConnection
    )
    del cycle
    kept = []
    in_thread(lambda: kept.extend([[]] for _ in range(100_000)))
    assert not gc.isenabled() and not destroyed
    qtbot.waitUntil(lambda: bool(destroyed))
    assert set(destroyed) == {threading.main_thread()}
    collection.collect()
    assert gc.get_count()[0] <= gc.get_threshold()[0] + 100
