"""While pointer and view rest, the next zoom is encoded: not on battery, nor for who only looks through pictures."""

from pictures import drawn, saved
from PySide6.QtCore import QPoint
from waiting import WAIT, settle

from engine.session.events import EncodedAhead, ModelReady
from engine.session.requests import Task
from viewer.app.idle_encoding import IdleEncoding
from viewer.models import automatic


def shown(make_window, qtbot, tmp_path):
    window = make_window(saved(tmp_path / "photo.png", drawn(900, 600)))
    settle(qtbot, window)
    return window, window.canvas.findChild(IdleEncoding)


def test_a_pointer_that_rests_has_the_next_zoom_encoded(make_window, qtbot, tmp_path):
    window, _ = shown(make_window, qtbot, tmp_path)
    qtbot.mouseMove(window.canvas, QPoint(60, 50))
    qtbot.waitUntil(lambda: any(isinstance(each, EncodedAhead) for each in window.events), timeout=WAIT)
    assert any(isinstance(each, ModelReady) for each in window.events)


def test_nothing_is_encoded_on_battery(make_window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(automatic, "runs_on_battery", lambda: True)  # this machine may have none
    window, idle = shown(make_window, qtbot, tmp_path)
    with qtbot.waitSignal(idle._rest.timeout, timeout=WAIT):
        qtbot.mouseMove(window.canvas, QPoint(90, 70))
    assert window.session.newest(Task.AHEAD) == 0


def test_nothing_is_encoded_without_the_pointer_until_the_view_is_enlarged(make_window, qtbot, tmp_path):
    window, idle = shown(make_window, qtbot, tmp_path)
    assert window.canvas.view.scale < 1
    assert not idle._rest.isActive()
    assert window.session.newest(Task.AHEAD) == 0
    window.canvas.navigation.zoom_to(3.0, (100, 100))
    qtbot.waitUntil(lambda: any(isinstance(each, EncodedAhead) for each in window.events), timeout=WAIT)
