"""Files, folders, drops and pastes, and the messages when they cannot be opened."""

import os
import signal
import time
from types import SimpleNamespace

import numpy as np
import PIL.Image
import pytest
from pictures import drawn, saved
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton
from waiting import WAIT, opened, settle

from engine import bookmarks
from engine.base.resources import NICENESS
from engine.images import isolated
from engine.isolation import children
from engine.session import preloader
from engine.session.events import Preloaded, ViewSettled
from viewer.app import restoring
from viewer.base import state
from viewer.files import recent, transfer


class Drag(SimpleNamespace):
    """A drag over the window, entering or dropped."""

    accepted = False
    origin = None

    def source(self):
        return self.origin

    def mimeData(self):
        return self.data

    def acceptProposedAction(self):
        self.accepted = True


def drop(window, data):
    entering, dropped = Drag(data=data), Drag(data=data)
    window.drops.enter(entering)
    window.drops.drop(dropped)
    assert entering.accepted == dropped.accepted
    return dropped.accepted


def test_a_drag_out_of_the_window_is_not_accepted_as_a_drop(window, photo):
    entering = Drag(data=urls(photo), origin=window.canvas)
    window.drops.enter(entering)
    assert not entering.accepted


def test_events_of_a_real_drop_reach_the_opening(window, qtbot, photo):
    at, data = QPointF(5, 5), urls(photo.with_name("a1.png"))  # the events do not own the data
    about = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering, dropped = QDragEnterEvent(at.toPoint(), *about), QDropEvent(at, *about)
    QApplication.sendEvent(window, entering)
    QApplication.sendEvent(window, dropped)
    assert entering.isAccepted() and dropped.isAccepted()
    qtbot.waitUntil(lambda: window.windowTitle() == "a1.png")


def urls(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def titled(qtbot, window, name):
    qtbot.waitUntil(lambda: window.windowTitle() == name, timeout=WAIT)


def test_the_empty_window_shows_the_welcome_page(make_window):
    window = make_window()
    assert window.welcome.isVisible()
    assert window.windowTitle() == "Unpixel"


def test_a_file_shows_its_name_size_and_position(window, qtbot):
    assert window.windowTitle() == "a2.png"
    assert window.canvas.isVisible() and window.canvas.fitted
    assert window.status.picture_size.text() == "160 × 100 px"
    assert window.status.zoom.text() == "100 %"
    assert "ms" in window.status.progress.text()
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3")
    qtbot.waitUntil(lambda: "Bicubic" in window.status.model.text(), timeout=WAIT)


def test_sixteen_bits_are_shown(make_window, qtbot, tmp_path):
    PIL.Image.fromarray(np.full((10, 12), 30_000, np.uint16)).save(tmp_path / "deep.png")
    window = make_window(tmp_path / "deep.png")
    titled(qtbot, window, "deep.png")
    assert window.status.picture_size.text() == "12 × 10 px, 16 bits"


def test_a_folder_opens_with_its_first_picture(make_window, qtbot, photo):
    window = make_window(photo.parent)
    titled(qtbot, window, "a1.png")
    assert window.status.position.text() == "1 of 3"


def test_the_folder_is_in_natural_order_and_stops_at_its_ends(window, qtbot):
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3")
    window.opening.go(1)
    titled(qtbot, window, "a10.png")
    window.opening.go(1)
    assert window.notices.text == "This is the last of 3 pictures."
    window.opening.go(-1)
    titled(qtbot, window, "a2.png")
    assert not window.notices.isVisible()


def test_at_an_end_the_other_end_is_offered(window, qtbot):
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3")
    window.opening.go_to_end(0)
    titled(qtbot, window, "a1.png")
    window.opening.go(-1)
    assert window.notices.text == "This is the first of 3 pictures."
    window.notices.hide()
    window.opening.go_to_end(0)
    assert window.notices.isVisible() and len(opened(window)) == 2, "it is there already"
    window.notices.findChild(QPushButton).click()
    titled(qtbot, window, "a10.png")


def test_several_files_become_the_list(make_window, qtbot, photo, tmp_path):
    more = tmp_path / "more"
    more.mkdir()
    for name in ("b10.png", "b9.png", "b1.png"):
        saved(more / name, drawn(60, 50))
    window = make_window()
    assert drop(window, urls(more / "b10.png", photo, more / "b9.png", photo.with_name("note.txt")))
    titled(qtbot, window, "a2.png")
    qtbot.waitUntil(lambda: window.status.position.text() == "1 of 3")
    window.opening.go(1)
    titled(qtbot, window, "b9.png")
    window.opening.go(1)
    titled(qtbot, window, "b10.png")
    assert window.status.position.text() == "3 of 3", "the folder that a file lies in is not the list"
    drop(window, urls(photo.with_name("a1.png"), more))
    qtbot.waitUntil(lambda: window.status.position.text() == "1 of 4")
    drop(window, urls(photo.with_name("a1.png")))
    qtbot.waitUntil(lambda: window.status.position.text() == "1 of 3")


def test_a_lone_picture_has_no_neighbour(make_window, qtbot, tmp_path):
    alone = tmp_path / "alone"
    alone.mkdir()
    window = make_window(saved(alone / "a.png", drawn(60, 50)))
    qtbot.waitUntil(lambda: window.status.position.text() == "1 of 1")
    window.opening.go(1)
    assert window.notices.text == "There are no other pictures in this folder."


def test_neighbours_are_preloaded_at_rest_and_not_decoded_again(window, qtbot, monkeypatch):
    def preloaded():
        return [event.path.name for event in window.events if isinstance(event, Preloaded)]

    qtbot.waitUntil(lambda: preloaded() == ["a10.png", "a1.png"], timeout=WAIT)
    decoded, load = [], isolated.load
    monkeypatch.setattr(
        preloader.isolated, "load", lambda path, *rest: decoded.append(path.name) or load(path, *rest)
    )
    window.opening.go(-1)
    titled(qtbot, window, "a1.png")
    assert decoded == []
    settle(qtbot, window)
    window.opening.go(1)
    titled(qtbot, window, "a2.png")
    assert decoded == []


def test_the_view_is_kept_from_picture_to_picture_if_chosen(window, qtbot):
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3")
    window.canvas.zoom_to(16.0)
    settle(qtbot, window)
    window.opening.go(1)
    titled(qtbot, window, "a10.png")
    assert window.canvas.fitted
    window.actions_by_id["keep-view"].trigger()
    window.opening.go(-1)
    titled(qtbot, window, "a2.png")
    assert window.canvas.fitted, "what is fitted stays fitted"
    window.canvas.zoom_to(16.0)
    settle(qtbot, window)
    window.canvas.navigation.pan(300, -200)
    before = window.canvas.view
    window.opening.go(1)
    titled(qtbot, window, "a10.png")
    after = window.canvas.view
    assert after.scale == 16.0 and not window.canvas.fitted
    for old, new, length, size in ((before.left, after.left, 160, 90), (before.top, after.top, 100, 100)):
        half = {90: before.width, 100: before.height}[size] / 32
        assert abs((old + half) / length - (new + half) / size) < 1e-9
    window.opening.open(window.opening.wanted.with_name("a1.png"))
    titled(qtbot, window, "a1.png")
    assert window.canvas.view.scale == 16.0, "the lock holds for what is opened by name, too"


def test_recent_files_are_listed_latest_first(window, qtbot, photo):
    window.opening.open(photo.with_name("a10.png"))
    titled(qtbot, window, "a10.png")
    window.recent_menu.fill()
    offered = [action for action in window.recent_menu.actions() if action.data()]
    assert [action.text() for action in offered] == ["a10.png", "a2.png"]
    assert offered[1].toolTip() == str(photo)
    offered[1].trigger()
    titled(qtbot, window, "a2.png")
    window.recent_menu.fill()
    assert [action.text() for action in window.recent_menu.actions() if action.data()] == [
        "a2.png",
        "a10.png",
    ]
    window.actions_by_id["clear-recent"].trigger()
    window.recent_menu.fill()
    assert [action.text() for action in window.recent_menu.actions()] == ["&Clear list"]


def test_a_missing_recent_file_is_reported_and_removed(window, qtbot, photo):
    gone = photo.with_name("gone.png")
    recent.add(gone)
    window.recent_menu.fill()
    window.recent_menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: "gone.png: there is no such file" in window.notices.text)
    assert window.windowTitle() == "a2.png"
    assert gone not in recent.files()


def test_recent_files_are_limited_and_survive_a_damaged_state(tmp_path):
    for number in range(20):
        recent.add(tmp_path / f"{number}.png")
    recent.add(tmp_path / "15.png")
    assert [path.stem for path in list(recent.files())[:3]] == ["15", "19", "18"]
    assert len(recent.files()) == recent.MAX_FILES
    state.store(recent.STATE_KEY, {"no": "list"})
    assert not recent.files()


def test_a_damaged_file_is_reported_and_skipped(window, qtbot, photo):
    photo.with_name("a3.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nonsense")
    window.opening.reload()
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 4")
    window.opening.go(1)
    qtbot.waitUntil(lambda: "a3.png" in window.notices.text)
    assert window.notices.isVisible() and window.windowTitle() == "a2.png"
    window.opening.go(1)
    titled(qtbot, window, "a10.png")
    assert not window.notices.isVisible()


@pytest.mark.parametrize("name", ["missing.png", "note.txt"])
def test_a_failure_at_the_start_is_reported_in_the_empty_window(make_window, qtbot, photo, name):
    window = make_window(photo.with_name(name))
    qtbot.waitUntil(lambda: name in window.notices.text)
    assert window.welcome.isVisible()


def test_a_folder_without_pictures_is_reported(make_window, qtbot, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    window = make_window(empty)
    qtbot.waitUntil(lambda: "contains no pictures" in window.notices.text)
    assert window.welcome.isVisible()


def test_a_folder_without_pictures_leaves_the_list(window, qtbot, photo, tmp_path):
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3", timeout=WAIT)
    (tmp_path / "empty").mkdir()
    window.open_paths(str(tmp_path / "empty"))
    qtbot.waitUntil(lambda: "contains no pictures" in window.notices.text, timeout=WAIT)
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3", timeout=WAIT)
    window.actions_by_id["next"].trigger()
    titled(qtbot, window, "a10.png")


def test_drops(make_window, qtbot, photo):
    window = make_window()
    assert drop(window, urls(photo))
    titled(qtbot, window, "a2.png")
    assert drop(window, urls(photo.parent))
    titled(qtbot, window, "a1.png")
    nothing = QMimeData()
    nothing.setText("words")
    assert not drop(window, nothing)


def test_a_pasted_picture_has_its_own_pixels(window, qtbot):
    pixels = drawn(31, 17, alpha=True)
    image = QImage(pixels.data, 31, 17, 4 * 31, QImage.Format.Format_RGBA8888)
    QGuiApplication.clipboard().setImage(image)
    window.actions_by_id["paste"].trigger()
    titled(qtbot, window, "Pasted picture")
    assert opened(window)[-1].size == (31, 17)
    assert not window.canvas.layers.opaque
    assert window.status.position.text() == ""


def test_a_pasted_file_is_opened(window, qtbot, photo):
    QGuiApplication.clipboard().setMimeData(urls(photo.with_name("a1.png")))
    window.actions_by_id["paste"].trigger()
    titled(qtbot, window, "a1.png")


def test_pictures_cross_from_qt_unchanged():
    pixels = drawn(33, 9)
    image = QImage(np.ascontiguousarray(pixels).data, 33, 9, 3 * 33, QImage.Format.Format_RGB888)
    assert (transfer.image_from_qt(image, "x").pixels == pixels).all()


def test_pictures_of_sixteen_bits_cross_from_qt_unchanged():
    pixels = np.random.default_rng(0).integers(0, 65536, (9, 33, 4), np.uint16)
    pixels[..., 3] |= 1  # fully transparent pixels lose their colour
    image = QImage(pixels.data, 33, 9, 8 * 33, QImage.Format.Format_RGBA64)
    crossed = transfer.image_from_qt(image, "x")
    assert (crossed.pixels == pixels[..., :3]).all() and (crossed.alpha == pixels[..., 3]).all()
    gray = np.ascontiguousarray(pixels[..., 0])
    crossed = transfer.image_from_qt(QImage(gray.data, 33, 9, 2 * 33, QImage.Format.Format_Grayscale16), "x")
    assert (crossed.pixels == gray[..., None]).all() and crossed.alpha is None


def test_reload_reads_the_file_again_and_keeps_the_view(window, qtbot, photo):
    window.canvas.zoom_to(5.0)
    settle(qtbot, window)
    view = window.canvas.view
    saved(photo, 255 - drawn(160, 100))
    window.opening.reload()
    qtbot.waitUntil(lambda: len(opened(window)) == 2)
    assert window.canvas.view == view


def test_notices_of_a_picture_are_shown(make_window, qtbot, tmp_path):
    path = tmp_path / "moving.gif"
    frames = [PIL.Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    window = make_window(path)
    qtbot.waitUntil(lambda: "animation" in window.notices.text)
    assert window.notices.isVisible()
    window.actions_by_id["escape"].trigger()
    assert not window.notices.isVisible()


@pytest.mark.parametrize("attempt", range(4))
def test_a_file_opened_right_after_the_demo_is_the_one_that_stays(make_window, qtbot, photo, attempt):
    window = make_window()
    window.opening.open_demo()
    window.opening.open(photo)
    qtbot.waitUntil(lambda: bool(opened(window)) and opened(window)[-1].path == photo, timeout=WAIT)
    settle(qtbot, window)
    assert window.windowTitle() == "a2.png" and window.opening.current == photo
    assert [event.name for event in opened(window)][-1] == "a2.png"
    window.opening.open_demo()
    qtbot.waitUntil(lambda: opened(window)[-1].path is None, timeout=WAIT)
    settle(qtbot, window)
    assert window.windowTitle() == opened(window)[-1].name != "a2.png"


def test_after_a_model_that_does_not_load_the_one_before_is_named_and_saved(window, qtbot, tmp_path):
    qtbot.waitUntil(lambda: "Bicubic" in window.status.model.text(), timeout=WAIT)
    label = window.status.model.text()
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"no model")
    window.active_model.use(str(broken))
    assert window.status.model.text() != label
    qtbot.waitUntil(lambda: "broken.safetensors" in window.notices.text, timeout=WAIT)
    assert window.status.model.text() == label
    assert window.active_model.model == window.active_model.requested == "bicubic"
    window.bookmarks.add()
    assert bookmarks.load()[-1].model == "bicubic"
    assert restoring.snapshot(window)[restoring.VIEW]["model"] == "bicubic"


def test_the_failure_of_a_superseded_model_is_not_reported(window, qtbot, tmp_path):
    qtbot.waitUntil(lambda: "Bicubic" in window.status.model.text(), timeout=WAIT)
    (tmp_path / "broken.safetensors").write_bytes(b"no model")
    window.active_model.use(str(tmp_path / "broken.safetensors"))
    window.active_model.use("live")
    qtbot.waitUntil(lambda: window.status.model.text().startswith("Live"), timeout=WAIT)
    assert window.active_model.model == "live" and window.notices.isHidden()


def test_a_model_that_does_not_load_is_reported_and_the_picture_stays(window, qtbot):
    window.active_model.use("no-such-model")
    qtbot.waitUntil(lambda: "no-such-model" in window.notices.text, timeout=WAIT)
    assert window.windowTitle() == "a2.png"


def test_another_models_time_is_not_measured_from_the_old_view(window, qtbot):
    qtbot.waitUntil(lambda: "Bicubic" in window.status.model.text(), timeout=WAIT)
    time = window.status.progress.text()
    settled = sum(isinstance(event, ViewSettled) for event in window.events)
    window.active_model.use("bicubic")
    qtbot.waitUntil(
        lambda: sum(isinstance(event, ViewSettled) for event in window.events) > settled, timeout=WAIT
    )
    assert window.status.progress.text() == time


@pytest.fixture
def hanging(window):
    """Stops the warm child, so that the next opening hangs."""
    children.warm_up(NICENESS)
    pid = children.SHARED.idle_pid(NICENESS)
    os.kill(pid, signal.SIGSTOP)
    yield pid
    if pid in children.SHARED.pids:
        os.kill(pid, signal.SIGKILL)


def test_a_slow_opening_is_told_of_and_escape_stops_it(window, qtbot, photo, hanging, tmp_path):
    slow = saved(tmp_path / "slow & <b>.png", drawn(50, 40))
    window.opening.open(slow)
    qtbot.waitUntil(window.status.opening.isVisible, timeout=WAIT)
    assert "slow & <b>.png" in window.status.opening.text() and "Esc" in window.status.opening.text()
    window.actions_by_id["escape"].trigger()
    assert not window.status.opening.isVisible()
    qtbot.waitUntil(lambda: window.opening.wanted == photo, timeout=WAIT)
    assert window.windowTitle() == "a2.png" and not window.notices.isVisible()
    assert hanging not in children.SHARED.pids
    window.opening.open(slow)
    titled(qtbot, window, slow.name)
    assert not window.status.opening.isVisible()


def test_the_next_picture_replaces_one_that_hangs(window, qtbot, hanging):
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3", timeout=WAIT)
    window.opening.open(window.opening.current)
    qtbot.waitUntil(window.status.opening.isVisible, timeout=WAIT)
    window.opening.go(1)
    titled(qtbot, window, "a10.png")
    assert not window.status.opening.isVisible()


def test_closing_amid_an_opening_waits_for_nothing(make_window, qtbot, photo, hanging):
    second = make_window()
    second.opening.open(photo)
    qtbot.waitUntil(second.status.opening.isVisible, timeout=WAIT)
    began = time.monotonic()
    second.close()
    assert time.monotonic() - began < 1


def test_events_of_a_drag_reach_the_window(window, photo):
    where, action, left = QPointF(20, 20), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    data = urls(photo.with_name("a1.png"))
    entering = QDragEnterEvent(where.toPoint(), action, data, left, Qt.KeyboardModifier.NoModifier)
    dropped = QDropEvent(where, action, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, entering)
    QApplication.sendEvent(window, dropped)
    assert entering.isAccepted() and dropped.isAccepted()
