"""The export dialog, and exports from the window: finished, cancelled and failed."""

from fractions import Fraction

import PIL.Image
import pytest
from pictures import drawn, saved
from PySide6.QtWidgets import QFileDialog, QWidget
from pytest import approx
from waiting import WAIT, settle

from engine.export.export_request import ExportRequest
from engine.geometry.fit import Fit
from engine.geometry.viewport import Viewport, centred, fitting, visible_region
from engine.session.events import ExportCancelled, Exported, ExportProgress, Failed
from viewer.export.dialog import ExportDialog

SIZE = (400, 300)


@pytest.fixture
def make_dialog(qtbot, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    return lambda view: ExportDialog(parent, SIZE, view, tmp_path / "photo.png")


def test_the_visible_region_ends_at_the_picture():
    assert visible_region(fitting(SIZE, 1000, 1000, Fit.LARGER), SIZE) == (0, 0, 400, 300)
    assert visible_region(Viewport(Fraction(-10), Fraction(290), 2.0, 100, 100), SIZE) == (0, 290, 40, 10)


def test_a_fitted_view_exports_the_whole_picture_and_a_zoomed_one_its_visible_part(make_dialog):
    whole = make_dialog(fitting(SIZE, 1000, 1000, Fit.LARGER))
    assert whole.whole.isChecked() and whole.size_px == (800, 600)
    close = make_dialog(centred(SIZE, 8.0, 640, 480))
    assert close.visible_part.isChecked() and close.size_px == (640, 480)
    assert close.factor.value() == 8.0


def test_factor_width_and_height_follow_each_other(make_dialog):
    dialog = make_dialog(fitting(SIZE, 1000, 1000, Fit.LARGER))
    dialog.wide.setValue(1200)
    assert dialog.size_px == (1200, 900) and dialog.factor.value() == 3.0
    dialog.high.setValue(450)
    assert dialog.size_px == (600, 450) and dialog.factor.value() == 1.5
    dialog.factor.setValue(2.5)
    assert dialog.size_px == (1000, 750)
    dialog.visible_part.click()
    dialog.whole.click()
    assert dialog.size_px == (800, 600)


def test_the_summary_describes_the_file_and_rejects_sizes_beyond_the_format(make_dialog):
    dialog = make_dialog(fitting(SIZE, 1000, 1000, Fit.LARGER))
    assert "800 × 600 px, 0.48 MP" in dialog.summary.text() and "PNG, about" in dialog.summary.text()
    dialog.format.setCurrentText("JPEG")
    dialog.wide.setValue(70_000)
    assert not dialog.save.isEnabled() and "65,500" in dialog.summary.text()
    dialog.format.setCurrentText("TIFF")
    assert dialog.save.isEnabled()


def test_sixteen_bits_are_kept_by_formats_that_support_them(qtbot, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ExportDialog(parent, SIZE, fitting(SIZE, 1000, 1000, Fit.LARGER), tmp_path / "photo.png", 16)
    assert "PNG, 16 bits, about 1.5 MB" in dialog.summary.text()
    dialog.format.setCurrentText("JPEG")
    assert "JPEG, about 120 kB" in dialog.summary.text()


@pytest.mark.parametrize(("given", "written"), [("a.tif", "a.tif"), ("a", "a.jpg"), ("v1.2", "v1.2.jpg")])
def test_an_unknown_suffix_gets_the_suffix_of_the_format(make_dialog, tmp_path, given, written):
    dialog = make_dialog(fitting(SIZE, 1000, 1000, Fit.LARGER))
    dialog.format.setCurrentText("JPEG")
    dialog.set_path(tmp_path / given)
    assert dialog.request == ExportRequest(tmp_path / written, None, (800, 600))


def test_views_at_extreme_scales_have_sizes(make_dialog):
    dialog = make_dialog(centred(SIZE, 1e12, 640, 480))
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
    assert any(isinstance(event, ExportProgress) for event in window.events)
    assert any(isinstance(event, Exported) for event in window.events)
    with PIL.Image.open(out) as written:
        assert written.size == (320, 200)
    assert window.actions_by_id["export"].isEnabled()


def test_an_export_can_be_cancelled_and_nothing_is_left(make_window, qtbot, tmp_path, monkeypatch):
    window = make_window(saved(tmp_path / "p.png", drawn(160, 100)))
    settle(qtbot, window)
    out = tmp_path / "out" / "huge.png"
    out.parent.mkdir()
    window.exporting.start(ExportRequest(out, None, (20_000, 12_500)))
    qtbot.waitUntil(lambda: any(isinstance(e, ExportProgress) for e in window.events), timeout=WAIT)
    assert window.status.cancel_button.isVisible()
    window.status.cancel_button.click()
    qtbot.waitUntil(lambda: any(isinstance(event, ExportCancelled) for event in window.events), timeout=WAIT)
    assert "cancelled" in window.notices.text
    assert list(out.parent.iterdir()) == []


def test_a_failure_is_reported_in_full_and_not_as_a_success(window, qtbot, tmp_path):
    window.exporting.start(ExportRequest(tmp_path / "no folder" / "x.png", None, (320, 200)))
    qtbot.waitUntil(lambda: any(isinstance(event, Failed) for event in window.events), timeout=WAIT)
    failed = next(event for event in window.events if isinstance(event, Failed))
    assert window.notices.text == str(failed.message) and "x.png" in window.notices.text
    assert window.actions_by_id["export"].isEnabled()


def test_viewing_continues_during_an_export(make_window, qtbot, tmp_path):
    window = make_window(saved(tmp_path / "p.png", drawn(160, 100)))
    settle(qtbot, window)
    window.exporting.start(ExportRequest(tmp_path / "huge.png", None, (20_000, 12_500)))
    qtbot.waitUntil(lambda: any(isinstance(e, ExportProgress) for e in window.events), timeout=WAIT)
    window.canvas.zoom_to(6.0)
    settle(qtbot, window)
    assert not any(isinstance(event, Exported) for event in window.events)
    assert window.canvas.view.scale == 6.0
    assert window.width() == 640  # the text of the status line does not widen the window
    window.session.cancel_export()
    qtbot.waitUntil(lambda: any(isinstance(event, ExportCancelled) for event in window.events), timeout=WAIT)
