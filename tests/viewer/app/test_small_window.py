"""A window of 400 x 300, and a screen of that size: no panel widens the window, no dialog is larger than the screen, no
text is cut off without an ellipsis, and what has no room can be scrolled to.
"""

from panel_checks import clipped, fit_screen
from panels import PANELS, UNDO
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QScrollArea
from waiting import WAIT, settle

from viewer.widgets.elided_label import ElidedLabel

SIZE = 400, 300
IN_THE_WINDOW = (
    "window",
    "docks",
    "corners",
    "wipe",
    "difference",
    "filmstrip",
    "panes",
    "exports",
    "welcome",
    "notice",
    "training",
    "tour",
)
DIALOGS = [name for name in PANELS if name not in IN_THE_WINDOW and name != "trash"]
"""Those that the viewer lays out; Qt lays out its message boxes."""


def open_small(window, qtbot, names):
    window.resize(*SIZE)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    for name in names:
        panel = PANELS[name](window)
        fit_screen(panel, *SIZE)
        for _ in range(10):
            QApplication.processEvents()
        yield name, panel
        for dialog in window.findChildren(QDialog):
            dialog.close()
        for command in UNDO.get(name, ()):
            window.actions_by_id[command].trigger()
        if name == "welcome":
            window._pages.setCurrentWidget(window.canvas)


def out_of_reach(panel):
    """Returns the scroll areas whose contents are wider, but that do not scroll."""
    areas = [each for each in panel.findChildren(QScrollArea) if each.isVisible() and each.widget()]
    return [
        each
        for each in areas
        if each.widget().width() > each.viewport().width()
        and each.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    ]


def test_the_forms_of_exports_need_no_horizontal_scroll_bar(language_code, make_window, qtbot, photo):
    window = make_window(photo)
    for _, dialog in open_small(window, qtbot, ("export", "batch")):
        assert dialog.scroll_area.horizontalScrollBar().maximum() == 0


def faults(panel):
    size = panel.size().toTuple()
    large = [f"{size}"] if size[0] > SIZE[0] or size[1] > SIZE[1] else []
    return large + clipped(panel) + [each.accessibleName() or str(each) for each in out_of_reach(panel)]


def test_no_panel_widens_the_window_or_is_cut_off(make_window, qtbot, photo):
    window = make_window(photo)
    found = {name: faults(window) for name, _ in open_small(window, qtbot, IN_THE_WINDOW)}
    assert found == {name: [] for name in IN_THE_WINDOW}


def test_no_panel_widens_the_window_or_is_cut_off_in_other_languages(
    language_code, make_window, qtbot, photo
):
    window = make_window(photo)
    found = {name: faults(window) for name, _ in open_small(window, qtbot, IN_THE_WINDOW)}
    assert found == {name: [] for name in IN_THE_WINDOW}


def test_every_dialog_fits_a_small_screen(make_window, qtbot, photo):
    window = make_window(photo)
    found = {name: faults(panel) for name, panel in open_small(window, qtbot, DIALOGS)}
    assert found == {name: [] for name in DIALOGS}


def test_every_dialog_fits_a_small_screen_in_other_languages(language_code, make_window, qtbot, photo):
    window = make_window(photo)
    found = {name: faults(panel) for name, panel in open_small(window, qtbot, DIALOGS)}
    assert found == {name: [] for name in DIALOGS}


def test_the_status_line_has_room_for_all_that_it_says(make_window, qtbot, photo):
    window = make_window(photo)
    for _ in open_small(window, qtbot, ["window"]):
        labels = [label for label in window.status.findChildren(ElidedLabel) if label.isVisible()]
        assert len(labels) == 3
        assert [label.text() for label in labels if label.shown_text != label.text()] == []
        window.status.show_export("a.png", 0.5)
        QApplication.processEvents()
        assert window.status.zoom.isVisible() and not window.status.picture_size.isVisible()
        window.status.end_export()
        assert window.status.picture_size.isVisible() and window.status.model.text() == "Bicubic"
    window.resize(900, 400)
    assert window.status.model.text().startswith("Bicubic · ")


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
            assert inside.width() <= area.viewport().width() + area.horizontalScrollBar().maximum()
            area.ensureVisible(0, inside.height())
            bottom = inside.mapTo(area.viewport(), QPoint(0, inside.height())).y()
            assert bottom <= area.viewport().height() + 1
