"""Commands in any order: nothing is raised, Qt warns of nothing, and the controls agree with what the window shows.

A sequence that fails is made as short as possible by hypothesis.
"""

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from waiting import opened, settle

from viewer.commands.table import COMMANDS

ENDS_THE_WINDOW = ("close", "quit", "new-window")
EXPECTED = "This plugin does not support "
"""Beginning of what Qt's offscreen platform says of some calls."""
IDS = tuple(command.id for command in COMMANDS if command.id not in ENDS_THE_WINDOW)


class Commands(RuleBasedStateMachine):
    """One window for all sequences: each begins where the last one ended, and first returns to the picture."""

    window, qapp, records, exceptions, paths = None, None, (), [], ()

    def __init__(self):
        super().__init__()
        self.before = len(self.records)
        self.exceptions.clear()
        self.window.open_paths(str(self.paths[0]))
        while self.window.compare.leave():
            pass
        for state, id in (
            (self.window.training.shown, "training"),
            (self.window.isFullScreen(), "fullscreen"),
        ):
            if state:
                self.window.actions_by_id[id].trigger()
        self.qapp.processEvents()

    @rule(id=st.sampled_from(IDS))
    def trigger(self, id):
        action = self.window.actions_by_id[id]
        if action.isEnabled():
            action.trigger()

    @rule(key=st.sampled_from((Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Plus, Qt.Key.Key_Return)))
    def press(self, key):
        QTest.keyClick(self.window.canvas, key)

    @rule(x=st.floats(0, 1), y=st.floats(0, 1), up=st.booleans())
    def zoom(self, x, y, up):
        canvas = self.window.canvas
        place = QPointF(x * canvas.width(), y * canvas.height())
        nothing = Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(
            place,
            canvas.mapToGlobal(place),
            QPointF(0, 0).toPoint(),
            QPointF(0, 120 if up else -120).toPoint(),
            Qt.MouseButton.NoButton,
            nothing,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(canvas, event)

    @rule(index=st.integers(0, 3))
    def open(self, index):
        self.window.open_paths(str(self.paths[index]))

    @rule()
    def close_dialogs(self):
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog) and each.isVisible():
                each.reject()

    @invariant()
    def nothing_is_raised_or_warned_of(self):
        self.qapp.processEvents()
        assert self.exceptions == []
        told = [each.message for each in self.records[self.before :]]
        assert [text for text in told if EXPECTED not in text] == []

    @invariant()
    def controls_agree_with_the_window(self):
        window, actions = self.window, self.window.actions_by_id
        assert window.isVisible()
        assert (
            actions["fullscreen"].isChecked() == window.isFullScreen()
            or not actions["fullscreen"].isCheckable()
        )
        assert window.menuBar().isVisible() != window.look.bare == actions["bare"].isChecked()
        if window.training.shown:
            assert not actions["copy"].isEnabled()
        else:
            assert actions["copy"].isEnabled()
            assert window.windowTitle().startswith(opened(window)[-1].name)


def test_any_sequence_of_commands(make_window, qtbot, qapp, qtlog, photo, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    for name, cancelled in (("getOpenFileName", ""), ("getOpenFileNames", []), ("getSaveFileName", "")):
        monkeypatch.setattr(QFileDialog, name, lambda *_, cancelled=cancelled, **__: (cancelled, ""))
    window = make_window(photo)
    settle(qtbot, window)
    folder = photo.parent
    paths = (photo, folder / "a1.png", folder / "a10.png", folder / "note.txt")
    with qtbot.capture_exceptions() as exceptions:
        shared = {
            "window": window,
            "qapp": qapp,
            "records": qtlog.records,
            "exceptions": exceptions,
            "paths": paths,
        }
        run_state_machine_as_test(
            type("TheCommands", (Commands,), shared),
            settings=settings(
                max_examples=30,
                stateful_step_count=25,
                deadline=None,
                phases=(Phase.generate, Phase.shrink),
                suppress_health_check=list(HealthCheck),
            ),
        )
