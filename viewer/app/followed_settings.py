"""Applies changed settings to a window: its keys, its engine, the commands that show a setting. The window's thread."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from engine.geometry.fit import Fit
from engine.images.folder import Order
from engine.session.session import Session
from viewer.app import background_choice, screen_choice
from viewer.app.handlers import SWITCHES
from viewer.base import settings
from viewer.canvas.canvas import Canvas
from viewer.commands import bindings
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.welcome import Welcome


class FollowedSettings(QObject):
    """now: the settings, which any window may change."""

    def __init__(
        self,
        now: settings.Settings,
        session: Session,
        canvas: Canvas,
        actions: dict[str, QAction],
        welcome: Welcome,
        notices: NoticeBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.now = now
        self._session, self._canvas, self._actions, self._welcome = session, canvas, actions, welcome
        self._notices = notices
        self._check()
        screen_choice.apply(canvas, now.screen, notices)
        self._bind()
        settings.notifier.changed.connect(self._follow)

    @Slot(object, object)
    def _follow(self, before: settings.Settings, now: settings.Settings) -> None:
        self.now = now
        if now.keys != before.keys:
            self._bind()
        if now.resources != before.resources:
            self._session.reconfigure(now.resources)
        self._check()
        if now.screen != before.screen:
            screen_choice.apply(self._canvas, now.screen, self._notices)
        if now.exact_at_rest != before.exact_at_rest:
            self._canvas.request_again()

    def _check(self) -> None:
        for id, name in SWITCHES.items():
            self._actions[id].setChecked(getattr(self.now, name))
        self._actions[background_choice.checked(self.now.background)].setChecked(True)
        self._canvas.set_background(self.now.background)
        self._actions[screen_choice.checked(self.now.screen)].setChecked(True)
        for order in Order:
            self._actions[f"sort-{order}"].setChecked(order == self.now.sort)
        for way in Fit:
            self._actions[f"fit-{way}"].setChecked(way == self.now.fit)
        self._canvas.navigation.use_fit(Fit(self.now.fit))

    def _bind(self) -> None:
        bindings.bind(self._actions, self.now.keys)
        keys = (self._actions[id].shortcut() for id in ("paste", "keys"))
        self._welcome.name_keys(*(key.toString(key.SequenceFormat.NativeText) for key in keys))
