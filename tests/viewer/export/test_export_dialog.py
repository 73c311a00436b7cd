"""The export dialog, and an export from its asking to its end."""

from fractions import Fraction

import PIL.Image
import pytest
from pictures import drawn, saved
from PySide6.QtWidgets import QFileDialog, QWidget
from pytest import approx
from waiting import WAIT, settle

from engine.geometry.viewport import Viewport, centred, fitting, visible_region
from engine.session.events import ExportCancelled, Exported, ExportProgress, Failed
from viewer.export.dialog import ExportDialog, Wish

SIZE = (400, 300)


@pytest.fixture
def ask(qtbot, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    return lambda view: ExportDialog(parent, SIZE, view, tmp_path / "photo.png")


def test_the_visible_region_ends_at_the_picture():
    assert visible_region(fitting(SIZE, 1000, 1000), SIZE) == (0, 0, 400, 300)
    assert visible_region(Viewport(Fraction(-10), Fraction(290), 2.0, 100, 100), SIZE) == (0, 290, 40, 10)


def test_fit_asks_for_the_whole_picture_and_a_close_view_for_itself(ask):
    whole = ask(fitting(SIZE, 1000, 1000))
    assert whole.whole.isChecked() and whole.size_px == (800, 600)
    close = ask(centred(SIZE, 8.0, 640, 480))
    assert close.seen.isChecked() and close.size_px == (640, 480)
    assert close.factor.value() == 8.0


def test_factor_width_and_height_follow_each_other(ask):
    dialog = ask(fitting(SIZE, 1000, 1000))
    dialog.wide.setValue(1200)
    assert dialog.size_px == (1200, 900) and dialog.factor.value() == 3.0
    dialog.high.setValue(450)
    assert dialog.size_px == (600, 450) and dialog.factor.value() == 1.5
    dialog.factor.setValue(2.5)
    assert dialog.size_px == (1000, 750)
    dialog.seen.click()
    dialog.whole.click()
    assert dialog.size_px == (800, 600)


def test_it_tells_what_comes_of_it_and_what_a_format_cannot_hold(ask):
    dialog = ask(fitting(SIZE, 1000, 1000))
    assert "800 × 600 px, 0.48 MP" in dialog.summary.text() and "PNG, about" in dialog.summary.text()
    dialog.format.setCurrentText("JPEG")
    dialog.wide.setValue(70_000)
    assert not dialog.save.isEnabled() and "65,500" in dialog.summary.text()
    dialog.format.setCurrentText("TIFF")
    assert dialog.save.isEnabled()


def test_a_picture_of_sixteen_bits_makes_files_of_as_many_where_they_can_be(qtbot, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ExportDialog(parent, SIZE, fitting(SIZE, 1000, 1000), tmp_path / "photo.png", 16)
    assert "PNG of 16 bits, about 1.5 MB" in dialog.summary.text()
    dialog.format.setCurrentText("JPEG")
    assert "JPEG, about 120 kB" in dialog.summary.text()


@pytest.mark.parametrize(("given", "written"), [("a.tif", "a.tif"), ("a", "a.jpg"), ("v1.2", "v1.2.jpg")])
def test_the_suffix_says_the_format_and_is_added_where_there_is_none(ask, tmp_path, given, written):
    dialog = ask(fitting(SIZE, 1000, 1000))
    dialog.format.setCurrentText("JPEG")
    dialog.take(tmp_path / given)
    assert dialog.wish == Wish(tmp_path / written, None, (800, 600))


def test_deep_views_have_sizes_too(ask):
    dialog = ask(centred(SIZE, 1e12, 640, 480))
    assert dialog.size_px == (640, 480)
    dialog.wide.setValue(1280)
    assert dialog.size_px == (1280, 960)
    assert dialog.factor.value() == approx(2e12)


def test_an_export_from_the_window(window, qtbot, tmp_path, monkeypatch):
    out = tmp_path / "out" / "large.png"
    out.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), "PNG"))
    window.ask_export()
    window.findChild(ExportDialog).accept()
    assert not window.actions_by_id["export"].isEnabled()
    qtbot.waitUntil(lambda: "Saved large.png" in window.notices.text, timeout=WAIT)
    assert any(isinstance(event, ExportProgress) for event in window.told)
    assert any(isinstance(event, Exported) for event in window.told)
    with PIL.Image.open(out) as written:
        assert written.size == (320, 200)
    assert window.actions_by_id["export"].isEnabled()


def test_an_export_can_be_cancelled_and_nothing_is_left(make_window, qtbot, tmp_path, monkeypatch):
    window = make_window(saved(tmp_path / "p.png", drawn(160, 100)))
    settle(qtbot, window)
    out = tmp_path / "out" / "huge.png"
    out.parent.mkdir()
    window.exporting._begin(Wish(out, None, (20_000, 12_500)), 1.0)
    qtbot.waitUntil(lambda: any(isinstance(e, ExportProgress) for e in window.told), timeout=WAIT)
    assert window.status._export.cancel.isVisible()
    window.status._export.cancel.click()
    qtbot.waitUntil(lambda: ExportCancelled() in window.told, timeout=WAIT)
    assert "called off" in window.notices.text
    assert list(out.parent.iterdir()) == []


def test_a_failure_is_told_whole_and_never_called_a_success(window, qtbot, tmp_path):
    window.exporting._begin(Wish(tmp_path / "no folder" / "x.png", None, (320, 200)), 1.0)
    qtbot.waitUntil(lambda: any(isinstance(event, Failed) for event in window.told), timeout=WAIT)
    failed = next(event for event in window.told if isinstance(event, Failed))
    assert window.notices.text == str(failed.message) and "x.png" in window.notices.text
    assert window.actions_by_id["export"].isEnabled()


def test_viewing_goes_on_beside_an_export(make_window, qtbot, tmp_path):
    window = make_window(saved(tmp_path / "p.png", drawn(160, 100)))
    settle(qtbot, window)
    window.exporting._begin(Wish(tmp_path / "huge.png", None, (20_000, 12_500)), 1.0)
    qtbot.waitUntil(lambda: any(isinstance(e, ExportProgress) for e in window.told), timeout=WAIT)
    window.canvas.zoom_to(6.0)
    settle(qtbot, window)
    assert not any(isinstance(event, Exported) for event in window.told)
    assert window.canvas.view.scale == 6.0
    assert window.width() == 640  # what the status line has to say does not widen the window
    window.session.cancel_export()
    qtbot.waitUntil(lambda: ExportCancelled() in window.told, timeout=WAIT)
