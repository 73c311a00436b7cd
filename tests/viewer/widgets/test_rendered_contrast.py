"""Every kind of control, drawn in each state and theme: its text differs from what is behind it by WCAG's 4.5 : 1."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.base import theme
from viewer.widgets.spin_padding import pad

TEXT = "HHHHHH"
"""Upright stems, which a large font covers with whole pixels of the text's colour."""
WCAG_AA, WCAG_PART = 4.5, 3.0
"""Of text, and of the borders of controls."""


@pytest.fixture(scope="module", params=list(theme.COLOURS))
def themed(request, qapp):
    """The application in one theme, with a font whose stems are wider than a pixel."""
    font, before = qapp.font(), qapp.property(theme.NAME)
    large = qapp.font()
    large.setPixelSize(26)
    qapp.setFont(large)
    theme.set_colours(qapp, request.param)
    yield qapp
    qapp.setFont(font)
    theme.set_colours(qapp, before or "dark")


def button(**properties):
    made = QPushButton(TEXT)
    for name, value in properties.items():
        made.setProperty(name, value)
    return made


def checked(control):
    control.setCheckable(True)
    control.setChecked(True)
    return control


def label(name="", **properties):
    made = QLabel(TEXT)
    made.setObjectName(name)
    for key, value in properties.items():
        made.setProperty(key, value)
    return made


def field(kind):
    made = kind()
    {"QSpinBox": lambda: made.setSuffix(TEXT), "QComboBox": lambda: made.addItem(TEXT)}.get(
        kind.__name__, lambda: getattr(made, "setText", getattr(made, "setPlainText", None))(TEXT)
    )()
    return made


def selected_field():
    made = QLineEdit(TEXT)
    made.selectAll()
    return made


def rows(chosen):
    made = QListWidget()
    made.addItems([TEXT])
    made.setFixedHeight(60)
    made.setCurrentRow(0 if chosen else -1)
    return made


def tabs(chosen):
    made = QTabBar()
    made.addTab(TEXT if chosen else "")
    made.addTab("" if chosen else TEXT)
    return made


def menu_bar():
    made = QMenuBar()
    made.addAction(TEXT)
    made.setActiveAction(made.actions()[0])
    return made


def tool_button():
    made = QToolButton()
    made.setText(TEXT)
    return made


CONTROLS = {
    "button": button,
    "primary button": lambda: button(primary=True),
    "checked button": lambda: checked(QPushButton(TEXT)),
    "check box": lambda: QCheckBox(TEXT),
    "checked check box": lambda: checked(QCheckBox(TEXT)),
    "radio button": lambda: checked(QRadioButton(TEXT)),
    "combo box": lambda: field(QComboBox),
    "line": lambda: field(QLineEdit),
    "selected line": selected_field,
    "number": lambda: field(QSpinBox),
    "text": lambda: field(QPlainTextEdit),
    "row": lambda: rows(False),
    "chosen row": lambda: rows(True),
    "tab": lambda: tabs(False),
    "chosen tab": lambda: tabs(True),
    "menu bar": menu_bar,
    "tool button": tool_button,
    "label": label,
    "faint label": lambda: label(faint=True),
    "heading": lambda: label(heading=True),
    "badge": lambda: label("badge"),
}


def luminance(pixels):
    """Relative luminance of (…, 3) sRGB bytes, by WCAG 2."""
    parts = pixels / 255.0
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


def rendered_contrast(image):
    """Ratio between the most frequent colour and, of the frequent others, the one that differs most from it."""
    image = image.convertToFormat(QImage.Format.Format_RGBX8888)
    bytes_ = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    colours, counts = np.unique(bytes_[:, : image.width(), :3].reshape(-1, 3), axis=0, return_counts=True)
    ground = luminance(colours[counts.argmax()])
    inks = luminance(colours[counts >= 0.004 * counts.sum()])
    ratios = (np.maximum(inks, ground) + 0.05) / (np.minimum(inks, ground) + 0.05)
    return ratios.max()


def drawn(control, state):
    """A picture of the inner part of a control, without its border, in a window of its own."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(control)
    window.show()
    if state == "focused":
        control.setFocus(Qt.FocusReason.TabFocusReason)
    if state == "hovered":
        control.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QApplication.processEvents()
    inner = window.grab(control.geometry().adjusted(4, 4, -4, -4)).toImage()
    window.deleteLater()
    return inner


@pytest.mark.parametrize("name", CONTROLS)
def test_text_on_a_control_can_be_read(themed, name):
    for state in ("plain", "hovered", "focused"):
        assert rendered_contrast(drawn(CONTROLS[name](), state)) >= WCAG_AA, state


@pytest.mark.parametrize("row", [0, 1])
def test_every_row_of_a_drop_down_can_be_read(themed, row):
    combo = QComboBox()
    combo.addItems(["", ""])
    combo.setItemText(row, TEXT)
    combo.show()
    combo.showPopup()
    view = combo.view()
    for chosen in (row, 1 - row):
        view.setCurrentIndex(combo.model().index(chosen, 0))
        QApplication.processEvents()
        place = view.visualRect(combo.model().index(row, 0)).adjusted(4, 4, -4, -4)
        assert rendered_contrast(view.viewport().grab(place).toImage()) >= WCAG_AA, chosen
    combo.hidePopup()
    combo.deleteLater()


def test_a_short_drop_down_shows_all_of_its_rows(themed):
    combo = QComboBox()
    combo.addItems([TEXT] * 3)
    combo.show()
    combo.showPopup()
    QApplication.processEvents()
    view = combo.view()
    assert all(
        view.viewport().rect().contains(view.visualRect(combo.model().index(row, 0))) for row in range(3)
    )
    combo.hidePopup()
    combo.deleteLater()


def test_every_row_of_a_menu_can_be_read(themed):
    menu = QMenu()
    for _ in range(2):
        menu.addAction(TEXT)
    menu.popup(menu.pos())
    menu.setActiveAction(menu.actions()[0])
    QApplication.processEvents()
    for action in menu.actions():
        place = menu.actionGeometry(action).adjusted(4, 4, -4, -4)
        assert rendered_contrast(menu.grab(place).toImage()) >= WCAG_AA
    menu.close()
    menu.deleteLater()


@pytest.mark.parametrize("picture", ["black", "white"])
@pytest.mark.parametrize("far", [False, True])
def test_the_zoom_can_be_read_over_any_picture(themed, picture, far):
    window = QWidget()
    window.setStyleSheet(f"QWidget#canvas {{ background: {picture}; }}")
    window.setObjectName("canvas")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(window)
    badge = label("zoom", far=far)
    column.addWidget(badge)
    window.show()
    QApplication.processEvents()
    inner = window.grab(badge.geometry().adjusted(6, 4, -6, -4)).toImage()
    window.deleteLater()
    assert rendered_contrast(inner) >= WCAG_AA


def test_the_box_of_a_menu_entry_can_be_seen(themed):
    menu = QMenu()
    entry = menu.addAction("")
    entry.setCheckable(True)
    menu.popup(menu.pos())
    QApplication.processEvents()
    drawn_menu = menu.grab(menu.actionGeometry(entry)).toImage()
    menu.close()
    menu.deleteLater()
    assert rendered_contrast(drawn_menu) >= WCAG_PART


def test_the_box_of_a_row_of_a_table_can_be_seen(themed):
    table = QTableWidget(1, 1)
    table.setShowGrid(False)
    row = QTableWidgetItem("")
    row.setCheckState(Qt.CheckState.Unchecked)
    table.setItem(0, 0, row)
    table.show()
    QApplication.processEvents()
    place = table.visualItemRect(row).adjusted(1, 1, -1, -1)
    place.setWidth(min(place.width(), 40))
    drawn_row = table.viewport().grab(place).toImage()
    table.deleteLater()
    assert rendered_contrast(drawn_row) >= WCAG_PART


@pytest.mark.parametrize("symbols", ["UpDownArrows", "NoButtons"])
@pytest.mark.parametrize("focused", [False, True])
def test_a_number_has_the_width_of_its_field(themed, symbols, focused):
    """Qt computes the place of the number from the buttons that a style sheet describes, shown or not."""
    window = QWidget()
    column = QVBoxLayout(window)
    box = QSpinBox(buttonSymbols=QSpinBox.ButtonSymbols[symbols])
    pad(box)
    column.addWidget(box)
    window.resize(200, 60)
    window.show()
    if focused:
        box.setFocus()
    QApplication.processEvents()
    assert box.lineEdit().width() > 0.75 * box.width()
    window.deleteLater()
