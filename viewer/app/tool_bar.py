"""The tool bar: buttons of the commands that are used most, if the settings want one. The window's thread."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolBar

from viewer.base import settings
from viewer.base.language import tr

SECTIONS = (
    ("open", "open-folder"),
    ("previous", "next", "overview"),
    ("zoom-out", "zoom-in", "fit", "actual"),
    ("rotate-left", "rotate-right"),
    ("wipe", "side-by-side", "inspector"),
    ("export", "print", "trash"),
    ("fullscreen",),
)
"""Commands with a button, in sections."""
SIDE = 20
"""Logical px of an icon."""


class ToolBar(QToolBar):
    """Follows the setting and the theme. A narrow window shows the rest behind an arrow."""

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction]) -> None:
        super().__init__(tr("Tool bar"), window, objectName="tools", movable=False, floatable=False)
        self._actions = {id: actions[id] for section in SECTIONS for id in section}
        self._switch, self._allowed = actions["toolbar"], True
        self.setIconSize(QSize(SIDE, SIDE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toggleViewAction().setVisible(False)
        for section in SECTIONS:
            if section is not SECTIONS[0]:
                self.addSeparator()
            for id in section:
                self._add(id)
        window.addToolBar(self)
        settings.notifier.changed.connect(self._follow)
        self._follow()

    def allow(self, allowed: bool) -> None:
        """Hides it with the other bars, or brings it back."""
        self._allowed = allowed
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _add(self, id: str) -> None:
        self._actions[id].setIconVisibleInMenu(False)
        self.addAction(self._actions[id])
        button = self.widgetForAction(self._actions[id])
        button.setAccessibleName(self._actions[id].text().replace("&", ""))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @Slot(object, object)
    def _follow(self, _before: object = None, _now: object = None) -> None:
        wanted = settings.read().toolbar
        self._switch.setChecked(wanted)
        if wanted:
            self._draw()
        self.setVisible(wanted and self._allowed)

    def _draw(self) -> None:
        """Draws the icons in the colours of the theme."""
        from viewer.commands import (
            icons,  # loads Qt's SVG library, which a window without the bar does not need
        )

        for id, action in self._actions.items():
            action.setIcon(icons.icon(id, self.palette(), SIDE, self.devicePixelRatioF()))
