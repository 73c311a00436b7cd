"""The page of the manual: its sections, and the place in it that is read."""

from typing import NamedTuple

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from viewer.base import language
from viewer.base.language import tr
from viewer.help import manual_text
from viewer.widgets.markdown_view import MARGIN, MarkdownView, blocks

SECTION_LEVEL = 2
"""Level of the headings that are listed."""


class Section(NamedTuple):
    """block: number of the heading's block in the document."""

    title: str
    block: int


class ManualView(MarkdownView):
    """Shows the manual in the current language. `section_changed`: another section is at the top; by its number."""

    section_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__(tr("Manual"))
        self.sections: list[Section] = []
        self._section = 0
        self.anchorClicked.connect(self._follow_link)
        self.verticalScrollBar().valueChanged.connect(lambda _place: self._note_section())
        self.setMarkdown(manual_text.read(language.current()))

    def setMarkdown(self, markdown: str) -> None:
        super().setMarkdown(markdown)
        self._mark_keys()
        self.sections = [
            Section(block.text(), block.blockNumber())
            for block in blocks(self.document())
            if block.blockFormat().headingLevel() == SECTION_LEVEL
        ]

    def show_section(self, number: int) -> None:
        """Scrolls to a section, and tells that it is the one at the top, even where the end keeps it from there."""
        self.verticalScrollBar().setValue(round(self._top(self.sections[number])))
        self._tell(number)

    def find_text(self, text: str, backward: bool = False, again: bool = True) -> bool:
        """Selects the next place that has a text; after the last one, the first. Returns whether there is one.

        again: begin behind the selected place; otherwise the place itself may be found, as while a text is typed.
        """
        cursor = self.textCursor()
        if not again:
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
        way = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if not text:
            cursor.clearSelection()
            self.setTextCursor(cursor)
            return True
        if self.find(text, way):
            return True
        end = QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start
        before = self.textCursor()
        self.moveCursor(end)
        found = self.find(text, way)
        if not found:
            self.setTextCursor(before)
        return found

    def _follow_link(self, link: QUrl) -> None:
        wanted = link.fragment(QUrl.ComponentFormattingOption.FullyDecoded)
        names = [manual_text.anchor(section.title) for section in self.sections]
        if wanted in names:
            self.show_section(names.index(wanted))

    def _note_section(self) -> None:
        place = self.verticalScrollBar().value() + MARGIN
        above = [number for number, each in enumerate(self.sections) if self._top(each) <= place]
        self._tell(above[-1] if above else 0)

    def _tell(self, number: int) -> None:
        if number != self._section:
            self._section = number
            self.section_changed.emit(number)

    def _top(self, section: Section) -> float:
        """Returns where the heading begins, in px from the top of the document."""
        layout = self.document().documentLayout()
        return layout.blockBoundingRect(self.document().findBlockByNumber(section.block)).top() - MARGIN

    def _mark_keys(self) -> None:
        """Draws the keys, which Markdown shows as code, in the font of the text on a grey background."""
        key = QTextCharFormat()
        key.setFontFamilies([self.font().family()])
        key.setFontFixedPitch(False)
        key.setFontWeight(600)
        key.setBackground(_mixed(self.palette().base().color(), self.palette().mid().color()))
        for block in blocks(self.document()):
            for start, length in _code(block):
                cursor = QTextCursor(block)
                cursor.setPosition(start)
                cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(key)


def _mixed(one: QColor, other: QColor) -> QColor:
    """Returns the colour in the middle between two."""
    return QColor(*((a + b) // 2 for a, b in zip(one.getRgb(), other.getRgb(), strict=True)))


def _code(block: QTextBlock) -> list[tuple[int, int]]:
    """Returns position and length of each piece of code within a paragraph; none of a block that is code itself."""
    pieces = block.begin()
    found: list[tuple[int, int]] = []
    if block.blockFormat().nonBreakableLines():
        return found
    while not pieces.atEnd():
        piece = pieces.fragment()
        if piece.charFormat().fontFixedPitch():
            found.append((piece.position(), piece.length()))
        pieces += 1
    return found
