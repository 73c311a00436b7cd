"""Lets the engine encode what the next zoom will show, while the pointer and the view rest. Not on battery."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QMouseEvent

from engine.session.session import Session
from viewer.canvas.canvas import Canvas
from viewer.models import automatic
from viewer.models.active_model import ActiveModel

REST_MS = 300
"""Milliseconds without a movement of the pointer or the view. A shorter stop is part of a gesture."""


class IdleEncoding(QObject):
    """Event filter on the canvas. Who only looks through pictures, by keys, needs no latents: the pointer must move."""

    def __init__(self, canvas: Canvas, session: Session, active_model: ActiveModel) -> None:
        super().__init__(canvas)
        self._canvas, self._session, self._active_model = canvas, session, active_model
        self._at: tuple[float, float] | None = None  # the pointer in its pane, device px
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._encode)
        canvas.installEventFilter(self)
        canvas.view_requested.connect(self._note_view)

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._at = self._canvas.device_px(event.position())
            self._rest.start()
        return False

    def _note_view(self) -> None:
        """A gesture goes on, or another picture is there."""
        if self._rest.isActive() or self._canvas.view.scale > 1:
            self._rest.start()

    def _encode(self) -> None:
        if self._canvas.layers is None or automatic.runs_on_battery():
            return
        self._active_model.prepare()
        view = self._canvas.view
        self._session.encode_ahead(view, self._at or (view.width / 2, view.height / 2))
