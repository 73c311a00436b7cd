"""Checks of a panel as it is laid out: clipped texts, and its size on a screen."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QToolButton,
    QWidget,
)


def clipped(panel: QWidget) -> list[str]:
    """Returns a line for each label, button and tab bar that is smaller than its text needs."""
    from PySide6.QtWidgets import QApplication

    from viewer.widgets.elided_label import ElidedLabel

    QApplication.sendPostedEvents()  # a text set by the last event, such as a view's time, has its layout pending
    clipped_widgets = []
    for kind in (QLabel, QAbstractButton, QTabBar):
        for widget in panel.findChildren(kind):
            if isinstance(widget, ElidedLabel | QToolButton):
                continue  # it ends in an ellipsis; Qt gives a tool button one
            if isinstance(widget.parentWidget(), QLineEdit):
                continue  # a button inside a line edit is drawn in the frame of the line edit
            if not widget.isVisible() or (
                widget.visibleRegion().isEmpty() and not _is_in_scroll_area(widget)
            ):
                continue
            needed = widget.sizeHint()
            if isinstance(widget, QLabel) and widget.wordWrap():
                needed.setWidth(0)
                needed.setHeight(widget.heightForWidth(widget.width()))
            if widget.width() < needed.width() or widget.height() < needed.height():
                size, needed_size = widget.size().toTuple(), needed.toTuple()
                clipped_widgets.append(
                    f"{type(widget).__name__} {_text(widget)!r}: {size}, needs {needed_size}"
                )
    return clipped_widgets + _clipped_numbers(panel)


def _clipped_numbers(panel: QWidget) -> list[str]:
    """Returns a line for each visible spin box whose number is wider than the place for it."""
    boxes = [box for box in panel.findChildren(QAbstractSpinBox) if box.isVisible()]
    return [
        f"{type(box).__name__} {box.text()!r}: {box.lineEdit().width()}"
        for box in boxes
        if box.lineEdit().width() < box.fontMetrics().horizontalAdvance(box.text())
    ]


def _is_in_scroll_area(widget: QWidget) -> bool:
    """Whether the widget is inside a scroll area, where it may be out of view."""
    from PySide6.QtWidgets import QAbstractScrollArea

    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent is not None


def _text(widget: QWidget) -> str:
    return widget.text() if hasattr(widget, "text") else widget.accessibleName()


def fit_screen(panel: QWidget, width: int, height: int) -> None:
    """Shrinks a dialog that is larger than the screen, as a window manager does."""
    if panel.isWindow():
        panel.resize(panel.size().boundedTo(panel.size().__class__(width, height)))
