"""Accessibility of every panel: keyboard navigation, names for screen readers, no clipped text, contrast."""

from itertools import pairwise

import pytest
from panel_checks import clipped, fit_screen
from panels import PANELS, UNDO
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from waiting import WAIT, settle

from viewer.base import theme
from viewer.base.theme import ACCENT, COLOURS
from viewer.canvas.canvas import Canvas

SIZES = ((1280, 720), (1920, 1080))
"""Sizes of the window, logical px; the second is 3840 x 2160 at ratio 2."""


IN_THE_WINDOW = (
    *("window", "docks", "corners", "wipe", "difference", "filmstrip", "panes", "exports", "welcome"),
    *("notice", "training", "tour"),
)
DIALOGS = tuple(name for name in PANELS if name not in IN_THE_WINDOW)


def opened(window, qtbot, names):
    """Opens panels in a window, one after the other. Yields the name and the widget of each."""
    window.resize(*SIZES[0])
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    for name in names:
        panel = PANELS[name](window)
        fit_screen(panel, *SIZES[0])
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        QApplication.processEvents()
        yield name, panel
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.resize(*SIZES[0])
        for command in UNDO.get(name, ()):
            window.actions_by_id[command].trigger()
        if name == "welcome":
            window._pages.setCurrentWidget(window.canvas)


def stops(panel):
    """Returns the widgets that Tab should reach."""
    return [
        each
        for each in panel.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.window() is panel.window()
        and not _is_unchecked_radio(each)
    ]


def _is_unchecked_radio(each):
    """In a group of radio buttons Tab reaches only the checked one; the arrows reach the others."""
    return getattr(each, "group", None) is not None and each.group() is not None and not each.isChecked()


def tabbed(panel):
    """Returns the widgets that Tab reaches, in order, for one round."""
    first = stops(panel)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found = [panel.window().focusWidget()]
    for _ in range(400):
        panel.window().focusWidget().focusNextChild()
        now = panel.window().focusWidget()
        if now in found:
            return found
        found.append(now)
    pytest.fail("Tab does not return to the first widget")


def accessible_name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def nameless(panel):
    return [repr(each) for each in stops(panel) if not accessible_name(each).strip()]


def out_of_order(panel):
    """Returns the widgets that Tab misses, and its backward steps (up and not right) if there is more than one."""
    order = tabbed(panel)
    missed = [repr(each) for each in stops(panel) if each not in order]
    places = [(each, each.mapToGlobal(each.rect().topLeft())) for each in order]
    back = [
        (repr(one), repr(other))
        for (one, a), (other, b) in pairwise(places)
        if b.y() < a.y() - 12 and b.x() <= a.x()
    ]
    return missed, back if len(back) > 1 else []


def without_visible_focus(panel):
    """Returns the kinds of controls that look the same with and without focus; the canvas has no focus frame."""
    changes = {}
    panel.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as the Tab key does
    for each in stops(panel):
        others = [other for other in stops(panel) if other is not each]
        if type(each) in changes or isinstance(each, Canvas) or not others:
            continue
        others[0].setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        before = each.grab().toImage()
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        changes[type(each)] = each.grab().toImage() != before
    return [kind.__name__ for kind, changed in changes.items() if not changed]


def faults(panel, qtbot, name):
    def not_clipped():
        assert clipped(panel) == [], (name, panel.width(), panel.height())

    found = nameless(panel) + without_visible_focus(panel)
    for size in SIZES:
        if not isinstance(panel, QDialog):
            panel.resize(*size)
        qtbot.waitUntil(not_clipped)
    return found + [each for each in out_of_order(panel) if each] if stops(panel) else found


@pytest.mark.parametrize("names", [IN_THE_WINDOW, DIALOGS], ids=["in the window", "dialogs"])
def test_a_panel_is_accessible(names, make_window, qtbot, photo):
    window = make_window(photo)
    found = {name: faults(panel, qtbot, name) for name, panel in opened(window, qtbot, names)}
    assert found == {name: [] for name in names}


def luminance(colour):
    """Relative luminance, WCAG 2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def test_contrast_follows_wcag():
    assert contrast("white", "black") == pytest.approx(21)
    assert contrast("#777777", "white") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", COLOURS)
def test_all_text_has_enough_contrast(name):
    window, canvas, field, button, text, faint, _line = COLOURS[name]
    accent = ACCENT[name]
    pairs = [(ink, ground) for ink in (text, faint) for ground in (window, canvas, field, button)]
    pairs += [(accent, window), (accent, field), (window, accent)]
    roles = theme.palette(name)
    pairs += [
        (roles.color(ink), roles.color(ground))
        for ink, ground in (
            (roles.ColorRole.HighlightedText, roles.ColorRole.Highlight),
            (roles.ColorRole.PlaceholderText, roles.ColorRole.Base),
            (roles.ColorRole.ToolTipText, roles.ColorRole.ToolTipBase),
            (roles.ColorRole.Link, roles.ColorRole.Base),
        )
    ]
    weak = {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5}
    assert not weak


def test_a_failure_differs_by_more_than_its_colour(window):
    window.notices.show_error("photo.png: cannot be read; use another file")
    failed = [label for label in window.notices.findChildren(QLabel) if label.isVisible()]
    window.notices.notify("Saved.")
    message = [label for label in window.notices.findChildren(QLabel) if label.isVisible()]
    assert len(failed) == len(message) + 1
