"""Printing: where the picture is on the page, at which resolution it is decoded, and which pages are printed."""

import re

import numpy as np
import PIL.Image
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictures import drawn
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QFileDialog
from waiting import WAIT, settle

from viewer.export import print_layout
from viewer.export.print_dialog import PrintDialog

DPI = 150
POINT = 25.4 / 72
"""Millimetres."""
SIDES = st.integers(1, 40_000)
MM = st.floats(10, 2000)


@given(SIDES, SIDES, MM, MM, st.none() | MM)
def test_a_picture_keeps_its_shape_and_stays_on_the_page(width, height, page_width, page_height, wanted):
    page = QRectF(5, 7, page_width, page_height)
    area = print_layout.placed((width, height), page, wanted)
    assert area.width() / area.height() == pytest.approx(width / height)
    assert page.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(area)
    assert area.center().x() == pytest.approx(page.center().x())
    if wanted is not None:
        assert area.width() <= wanted * (1 + 1e-9)


def test_px_of_an_area():
    assert print_layout.px(QRectF(0, 0, 25.4, 50.8), 300) == (300, 600)
    assert print_layout.px(QRectF(0, 0, 1e6, 0.001), 300) == (print_layout.MOST_SIDE, 1)


def ask(window, qtbot):
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    window.actions_by_id["print"].trigger()
    return window.findChildren(PrintDialog)[-1]


def to_pdf(dialog, qtbot, path, monkeypatch):
    """Prints into a PDF. Returns its document and the (width, height) of the pictures in it, px."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    dialog.printer.show_value("")
    dialog.printer.edited.emit()
    dialog.dpi.show_value(DPI)
    dialog.dpi.edited.emit()
    with qtbot.waitSignal(dialog.printed):
        dialog.button.click()
    document = pypdfium2.PdfDocument(path)
    found = re.findall(rb"/Width (\d+)\s*/Height (\d+)", path.read_bytes())
    return document, [(int(width), int(height)) for width, height in found]


def printed_area(page):
    """Returns left, top, right and bottom of what is not white on a page, in mm."""
    dark = np.asarray(page.render(scale=1).to_pil().convert("L")) < 250
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    return [POINT * edge for edge in (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)]


@pytest.mark.action("print")
def test_the_picture_is_decoded_at_the_resolution_of_its_size(window, qtbot, tmp_path, monkeypatch):
    dialog = ask(window, qtbot)
    dialog.fit.show_value("mm")
    dialog.width_field.setValue(80)
    dialog.fit.edited.emit()
    assert dialog.note.text().startswith("80 × 50 mm")
    document, pictures = to_pdf(dialog, qtbot, tmp_path / "out.pdf", monkeypatch)
    assert pictures == [(round(80 / 25.4 * DPI), round(50 / 25.4 * DPI))]
    assert len(document) == 1
    left, top, right, bottom = printed_area(document[0])
    assert (right - left, bottom - top) == pytest.approx((80, 50), abs=1)
    width, height = (POINT * side for side in document[0].get_size())
    assert width > height, "a wide picture is printed in landscape"
    assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx((width / 2, height / 2), abs=1)
    assert window.notices.text == "Saved out.pdf."


def test_a_range_of_pages_is_printed_each_with_its_own_shape(make_window, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "pages.tif"
    pages = [PIL.Image.fromarray(drawn(*size)) for size in ((160, 100), (60, 90), (80, 80), (30, 20))]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    dialog = ask(make_window(path), qtbot)
    dialog.first.setValue(2)
    dialog.last.setValue(3)
    document, pictures = to_pdf(dialog, qtbot, tmp_path / "out.pdf", monkeypatch)
    assert len(document) == 2
    shapes = [width / height for width, height in pictures]
    assert shapes == pytest.approx([60 / 90, 1], rel=0.01)


def test_a_picture_without_a_file_is_printed_and_a_cancelled_print_leaves_nothing(
    window, qtbot, tmp_path, monkeypatch
):
    window.opening.open_demo()
    qtbot.waitUntil(lambda: window.opening.current is None)
    dialog = ask(window, qtbot)
    document, pictures = to_pdf(dialog, qtbot, tmp_path / "demo.pdf", monkeypatch)
    assert len(document) == len(pictures) == 1
    dialog = ask(window, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "no.pdf"), ""))
    dialog.printer.show_value("")
    dialog.button.click()
    folder = dialog._job._folder
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog._job._exports.running)
    assert not (tmp_path / "no.pdf").exists()
    qtbot.waitUntil(lambda: not folder.exists())
