"""A window of 400 x 300: no panel widens it, and no text is cut off without an ellipsis."""

from panels import PANELS, clipped
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDockWidget, QToolButton
from waiting import WAIT, settle

from viewer.widgets.elided_label import ElidedLabel

SIZE = 400, 300
IN_THE_WINDOW = ("window", "docks", "wipe", "difference", "welcome", "notice", "training")


def open_small(window, qtbot, names):
    window.resize(*SIZE)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    for name in names:
        PANELS[name](window)
        for _ in range(10):
            QApplication.processEvents()
        yield name


def test_no_panel_widens_the_window(make_window, qtbot, photo):
    window = make_window(photo)
    sizes = {name: window.size().toTuple() for name in open_small(window, qtbot, IN_THE_WINDOW)}
    assert sizes == dict.fromkeys(IN_THE_WINDOW, SIZE)


def test_no_panel_widens_the_window_in_other_languages(language_code, make_window, qtbot, photo):
    window = make_window(photo)
    sizes = {name: window.size().toTuple() for name in open_small(window, qtbot, IN_THE_WINDOW)}
    assert sizes == dict.fromkeys(IN_THE_WINDOW, SIZE)


def test_texts_of_a_small_window_end_in_an_ellipsis(make_window, qtbot, photo):
    window = make_window(photo)
    for name in open_small(window, qtbot, ("window", "welcome", "notice")):
        buttons = [each.text() for each in window.status.findChildren(QToolButton)]  # Qt elides them
        cut = [line for line in clipped(window) if not any(repr(text) in line for text in buttons)]
        assert cut == [], name


def test_a_label_without_room_shows_an_ellipsis_and_says_all_in_its_tool_tip(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("1,600 × 900 px")
    label.resize(label.sizeHint())
    assert label.shown_text == label.text()
    label.resize(60, 20)
    assert label.shown_text.endswith("…") and len(label.shown_text) < len(label.text())
    assert label.minimumSizeHint().width() < 40


def test_every_control_of_a_panel_can_be_scrolled_to(make_window, qtbot, photo):
    window = make_window(photo)
    for _ in open_small(window, qtbot, ("docks",)):
        for dock in window.findChildren(QDockWidget):
            area = dock.widget()
            inside = area.widget()
            assert inside.width() <= area.viewport().width() or inside.minimumSizeHint().width() > 180
            area.ensureVisible(0, inside.height())
            bottom = inside.mapTo(area.viewport(), QPoint(0, inside.height())).y()
            assert bottom <= area.viewport().height() + 1
