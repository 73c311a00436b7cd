"""The dialog of the manual: contents, search, links, theme, and a small window."""

import pytest
from panels import clipped
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtWidgets import QApplication

from viewer.base import theme
from viewer.help.manual import Manual
from viewer.help.manual_text import anchor


@pytest.fixture
def manual(qtbot):
    dialog = Manual(None)
    qtbot.addWidget(dialog)
    dialog.resize(860, 500)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def titles(manual):
    return [section.title for section in manual.view.sections]


def heading_top(manual, number):
    """Distance of a section's heading from the top of the visible part, px."""
    block = manual.view.document().findBlockByNumber(manual.view.sections[number].block)
    top = manual.view.document().documentLayout().blockBoundingRect(block).top()
    return top - manual.view.verticalScrollBar().value()


@pytest.mark.action("manual")
def test_the_command_opens_the_manual_beside_the_picture(window):
    window.actions_by_id["manual"].trigger()
    dialog = window.findChild(Manual)
    assert dialog.isVisible() and not dialog.isModal()
    assert "Unpixel" in dialog.view.toPlainText()


def test_a_row_of_the_contents_scrolls_to_its_section(manual):
    assert titles(manual)[0] == "Opening pictures" and len(titles(manual)) > 12
    for number in (4, 1, 7):
        manual.contents.list.setCurrentRow(number)
        assert 0 <= heading_top(manual, number) < 30
    last = len(titles(manual)) - 1
    manual.contents.list.setCurrentRow(last)
    assert manual.contents.list.currentRow() == last  # though the end of the text keeps it from the top
    assert heading_top(manual, last) < manual.view.viewport().height()


def test_the_contents_follow_what_is_read(manual):
    bar = manual.view.verticalScrollBar()
    number = 6
    bar.setValue(bar.value() + round(heading_top(manual, number)) + 5)
    assert manual.contents.list.currentRow() == number
    assert manual.contents.drop_down.currentIndex() == number
    bar.setValue(0)
    assert manual.contents.list.currentRow() == 0


def test_a_link_leads_to_its_section(manual):
    number = titles(manual).index("Comparing")
    manual.view.anchorClicked.emit(QUrl(f"#{anchor('Comparing')}"))
    assert 0 <= heading_top(manual, number) < 30
    manual.view.anchorClicked.emit(QUrl("https://example.org"))  # is not opened, and nothing moves
    assert 0 <= heading_top(manual, number) < 30


def test_ctrl_f_in_the_manual_is_not_that_of_the_window(window, qtbot):
    window.actions_by_id["manual"].trigger()
    dialog = window.findChild(Manual)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.view.setFocus()
    with qtbot.assertNotEmitted(window.actions_by_id["find"].triggered):
        qtbot.keyClick(dialog.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog.search.hasFocus()


def test_ctrl_f_finds_each_place_and_begins_again_after_the_last(manual, qtbot):
    manual.view.setFocus()
    qtbot.keyClick(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.search.hasFocus()
    qtbot.keyClicks(manual.search, "uncertainty")
    text = manual.view.toPlainText().lower()
    count = text.count("uncertainty")
    assert count > 1
    places = []
    for _ in range(count + 1):
        cursor = manual.view.textCursor()
        assert cursor.selectedText().lower() == "uncertainty"
        places.append(cursor.selectionStart())
        qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert places[-1] == places[0] and len(set(places)) == count
    now = manual.view.textCursor().selectionStart()
    manual.previous_button.click()
    assert manual.view.textCursor().selectionStart() == places[places.index(now) - 1]
    assert manual.isVisible()  # Return closes nothing


def test_a_text_that_grows_stays_at_its_place(manual, qtbot):
    qtbot.keyClicks(manual.search, "un")
    first = manual.view.textCursor().selectionStart()
    qtbot.keyClicks(manual.search, "pixel")
    assert manual.view.textCursor().selectionStart() == first


def test_a_text_that_is_nowhere_is_said(manual, qtbot):
    qtbot.keyClicks(manual.search, "xyzzy")
    assert manual.nothing.isVisible()
    manual.search.clear()
    assert not manual.nothing.isVisible() and not manual.view.textCursor().hasSelection()


def test_colours_of_links_follow_the_theme(manual, qapp):
    def link():
        document = manual.view.document()
        html = document.toHtml()
        return html[html.index("href") :].partition("color:")[2].partition(";")[0]

    before = qapp.property(theme.NAME) or "dark"
    theme.set_colours(qapp, "dark")
    QApplication.sendPostedEvents(None, QEvent.Type.ApplicationPaletteChange)
    QApplication.processEvents()
    dark = link()
    theme.set_colours(qapp, "light")
    QApplication.processEvents()
    light = link()
    theme.set_colours(qapp, before)
    assert dark == theme.ACCENT["dark"] and light == theme.ACCENT["light"]


def luminance(colour):
    """Relative luminance, WCAG 2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("name", theme.COLOURS)
def test_keys_can_be_read_in_every_theme(manual, qapp, name):
    before = qapp.property(theme.NAME) or "light"
    theme.set_colours(qapp, name)
    QApplication.processEvents()
    key = manual.view.document().find("Ctrl+O").charFormat()
    ground, ink = key.background().color(), manual.view.palette().text().color()
    surround = manual.view.palette().base().color()
    theme.set_colours(qapp, before)
    low, high = sorted((luminance(ground), luminance(ink)))
    assert (high + 0.05) / (low + 0.05) >= 4.5
    assert ground != surround


def test_a_narrow_window_has_a_drop_down_and_clips_nothing(manual, qtbot):
    manual.resize(400, 300)
    QApplication.processEvents()
    assert manual.size().toTuple() == (400, 300)
    assert manual.contents.drop_down.isVisible() and not manual.contents.list.isVisible()
    manual.contents.drop_down.setCurrentIndex(3)
    assert 0 <= heading_top(manual, 3) < 30
    assert clipped(manual) == []
