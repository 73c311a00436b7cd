import threading

import numpy as np
from PySide6.QtCore import QThread

from engine.session.events import ExportCancelled, ExportProgress, Grade, Tile, TilesReady, ViewSettled
from viewer.app import bridge


def tiles(view, side=64):
    return TilesReady(1, view, (Tile(2.0, 0, 0, np.zeros((side, side, 4), np.uint8), Grade.EXACT),))


def post_elsewhere(crossing, events):
    thread = threading.Thread(target=lambda: [crossing.post(event) for event in events])
    thread.start()
    thread.join()


def test_events_arrive_in_order_in_the_windows_thread(qtbot):
    crossing, arrived, threads = bridge.Bridge(), [], set()
    crossing.event.connect(arrived.append)
    crossing.event.connect(lambda _: threads.add(QThread.currentThread()))
    sent = [ViewSettled(view, 1.0) for view in range(50)]
    post_elsewhere(crossing, sent)
    assert arrived == []
    qtbot.waitUntil(lambda: len(arrived) == 50)
    assert arrived == sent
    assert threads == {crossing.thread()}


def test_of_an_exports_progress_only_the_latest_waits(qtbot):
    crossing, arrived = bridge.Bridge(), []
    crossing.event.connect(arrived.append)
    post_elsewhere(crossing, [*(ExportProgress(done, 9, 1.0) for done in range(9)), ExportCancelled()])
    qtbot.waitUntil(lambda: ExportCancelled() in arrived)
    assert arrived == [ExportProgress(8, 9, 1.0), ExportCancelled()]


def test_what_waits_is_bounded_and_the_newest_view_is_whole(qtbot, monkeypatch):
    monkeypatch.setattr(bridge, "BUDGET", 10 * 64 * 64 * 4)
    crossing, arrived = bridge.Bridge(), []
    crossing.event.connect(arrived.append)
    post_elsewhere(crossing, [tiles(view) for view in range(9) for _ in range(4)])
    qtbot.waitUntil(lambda: bool(arrived))
    assert len(arrived) <= 12
    assert sum(event.view == 8 for event in arrived) == 4
