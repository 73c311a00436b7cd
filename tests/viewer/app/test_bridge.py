"""The bridge delivers the engine's events in order, in the window's thread, with bounded memory."""

import threading

import numpy as np
from PySide6.QtCore import QThread

from engine.session.events import ExportCancelled, ExportProgress, Grade, Tile, TilesReady, ViewSettled
from viewer.app import bridge


def tiles(view, side=64):
    return TilesReady(view, 1, (Tile(2.0, 0, 0, np.zeros((side, side, 4), np.uint8), Grade.EXACT),))


def post_from_thread(mailbox, events):
    thread = threading.Thread(target=lambda: [mailbox.post(event) for event in events])
    thread.start()
    thread.join()


def test_events_arrive_in_order_in_the_windows_thread(qtbot):
    mailbox, arrived, threads = bridge.Bridge(), [], set()
    mailbox.event.connect(arrived.append)
    mailbox.event.connect(lambda _: threads.add(QThread.currentThread()))
    sent = [ViewSettled(view, 1.0) for view in range(50)]
    post_from_thread(mailbox, sent)
    assert arrived == []
    qtbot.waitUntil(lambda: len(arrived) == 50)
    assert arrived == sent
    assert threads == {mailbox.thread()}


def test_only_the_latest_progress_of_an_export_waits(qtbot):
    mailbox, arrived = bridge.Bridge(), []
    mailbox.event.connect(arrived.append)
    post_from_thread(mailbox, [*(ExportProgress(1, done, 9, 1.0) for done in range(9)), ExportCancelled(1)])
    qtbot.waitUntil(lambda: ExportCancelled(1) in arrived)
    assert arrived == [ExportProgress(1, 8, 9, 1.0), ExportCancelled(1)]


def test_waiting_tiles_are_bounded_and_the_newest_view_is_complete(qtbot, monkeypatch):
    monkeypatch.setattr(bridge, "BUDGET", 10 * 64 * 64 * 4)
    mailbox, arrived = bridge.Bridge(), []
    mailbox.event.connect(arrived.append)
    post_from_thread(mailbox, [tiles(view) for view in range(9) for _ in range(4)])
    qtbot.waitUntil(lambda: bool(arrived))
    assert len(arrived) <= 12
    assert sum(event.request == 8 for event in arrived) == 4
