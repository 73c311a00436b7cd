"""The tour: six hints on the picture that go away for ever."""

import pytest
from panels import clipped
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog
from waiting import WAIT, settle

from viewer.base import settings, state
from viewer.help import hints
from viewer.help.hints import HINTS


def card(window):
    """The tour of a window; None if there is none."""
    return window.introduction.tour


@pytest.fixture
def toured(window):
    """A window with the tour."""
    window.actions_by_id["tour"].trigger()
    QApplication.processEvents()
    return window


def turn_wheel(canvas, notches):
    place = QPointF(canvas.rect().center())
    event = QWheelEvent(
        place,
        canvas.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


@pytest.mark.action("tour")
def test_the_command_shows_one_hint_at_a_time(toured):
    shown = []
    for number in range(6):
        assert card(toured).isVisible() and card(toured).count.text() == f"{number + 1} of 6"
        shown.append(card(toured).text.text())
        card(toured).next_button.click()
    assert card(toured) is None
    assert len(set(shown)) == 6 == len(HINTS)


def test_a_hint_names_the_key_that_the_user_has(window):
    settings.change(keys={"zoom-in": ("Ctrl+Alt+Q",), "fit": ()})
    window.actions_by_id["tour"].trigger()
    assert "Ctrl+Alt+Q" in card(window).text.text()
    card(window).advance()
    assert "“Fit to window”" in card(window).text.text()


def test_doing_what_a_hint_says_shows_the_next_one(toured, qtbot):
    canvas, trigger = toured.canvas, lambda id: toured.actions_by_id[id].trigger()
    trigger("grid")  # is not what the hint says
    assert card(toured).number == 0
    turn_wheel(canvas, 6)
    qtbot.waitUntil(lambda: card(toured).number == 1)
    settle(qtbot, toured)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.waitUntil(lambda: card(toured).number == 2)
    trigger("wipe")
    assert card(toured).number == 3
    trigger("inspector")
    assert card(toured).number == 4
    trigger("export")
    assert card(toured).number == 5
    trigger("palette")
    assert card(toured) is None
    for dialog in toured.findChildren(QDialog):
        dialog.close()


def test_the_tour_never_takes_the_focus_and_its_card_is_no_place_for_drags(toured, qtbot):
    toured.canvas.setFocus()
    qtbot.mouseClick(card(toured).next_button, Qt.MouseButton.LeftButton)
    assert toured.canvas.hasFocus() and card(toured).number == 1
    view = toured.canvas.view
    qtbot.mouseDClick(card(toured), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert toured.canvas.view == view and toured.canvas.hasFocus()


def test_esc_ends_the_comparison_then_the_message_then_the_tour(toured):
    escape = toured.actions_by_id["escape"].trigger
    toured.actions_by_id["wipe"].trigger()
    toured.notices.notify("A message")
    escape()
    assert not toured.actions_by_id["wipe"].isChecked() and toured.notices.isVisible()
    escape()
    assert not toured.notices.isVisible() and card(toured) is not None
    escape()
    assert card(toured) is None and hints.seen() == len(HINTS)


def test_the_card_lies_above_a_message_and_never_over_the_middle(toured, qtbot):
    canvas = toured.canvas
    for size in ((400, 300), (640, 480), (1280, 720), (300, 200)):
        toured.resize(*size)
        for text in ("", "A message " * 20):
            toured.notices.notify(text) if text else toured.notices.dismiss()
            QApplication.processEvents()
            tour = card(toured)
            place = tour.geometry()
            if tour.isVisible():
                assert canvas.rect().contains(place) and not place.contains(canvas.rect().center())
            bar = QRect(toured.notices.mapTo(toured, QPoint()), toured.notices.size())
            if text and tour.isVisible():
                assert not bar.intersects(QRect(tour.mapTo(toured, QPoint()), tour.size()))
            if not text and size != (300, 200):
                assert tour.isVisible(), size


def shown_in_a_small_window(window, qtbot):
    window.resize(400, 300)
    window.actions_by_id["tour"].trigger()
    for _ in HINTS:
        QApplication.processEvents()
        tour = card(window)
        assert tour.isVisible() and clipped(tour) == []
        assert window.canvas.rect().contains(tour.geometry())
        assert not tour.geometry().contains(window.canvas.rect().center())
        tour.next_button.click()
    assert window.size().toTuple() == (400, 300)


def test_every_hint_is_whole_in_a_small_window(window, qtbot):
    shown_in_a_small_window(window, qtbot)


def test_every_hint_is_whole_in_a_small_window_in_other_languages(language_code, window, qtbot):
    shown_in_a_small_window(window, qtbot)


# The first start, and those after it.


def test_the_first_start_shows_the_tour_with_its_first_picture(make_window, qtbot, photo):
    window = make_window()
    window.introduction.greet()
    QApplication.processEvents()
    assert card(window) is None
    window.open_paths(str(photo))
    qtbot.waitUntil(lambda: card(window) is not None and card(window).isVisible(), timeout=WAIT)
    window.opening.go(1)  # the next picture does not begin it again
    card(window).skip()
    settle(qtbot, window)
    assert card(window) is None


@pytest.mark.parametrize("end", ["skip", "finish"])
def test_a_tour_that_was_seen_never_comes_back(make_window, qtbot, photo, end):
    def start():
        window = make_window(photo)
        window.introduction.greet()
        settle(qtbot, window)
        return window

    first = start()
    if end == "skip":
        card(first).skip_button.click()
    else:
        for _ in HINTS:
            card(first).next_button.click()
    first.close()
    second = start()
    assert card(second) is None
    second.actions_by_id["tour"].trigger()  # but the menu has it
    assert card(second).number == 0
    second.close()  # in the middle of it
    third = start()
    assert card(third) is None


def test_a_tour_that_was_left_goes_on_where_it_was(make_window, qtbot, photo):
    window = make_window(photo)
    window.introduction.greet()
    settle(qtbot, window)
    card(window).advance()
    card(window).advance()
    window.close()
    window = make_window(photo)
    window.introduction.greet()
    settle(qtbot, window)
    assert card(window).number == 2


@pytest.mark.parametrize("stored", [-1, "3", True, None, [6]])
def test_a_state_that_makes_no_sense_begins_at_the_start(stored):
    state.store(hints.SEEN, stored)
    assert hints.seen() == 0


def test_windows_that_nobody_sees_have_no_tour(make_window, qtbot, photo):
    window = make_window(photo)
    window.introduction.greet_once()
    settle(qtbot, window)
    assert card(window) is None
