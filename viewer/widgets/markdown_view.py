"""Shows Markdown text, in the colours of the theme."""

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

INDENT, MARGIN, HEADING_SPACE = 20, 10, 16
"""Logical px: of lists, around the text, above a heading."""


class MarkdownView(QTextBrowser):
    """Neither loads resources nor opens links by itself: the text may come from anywhere. name: for screen readers."""

    def __init__(self, name: str) -> None:
        super().__init__(openLinks=False, tabChangesFocus=True)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(MARGIN)
        self.document().setIndentWidth(INDENT)
        self._markdown = ""

    def setMarkdown(self, markdown: str) -> None:
        self._markdown = markdown
        super().setMarkdown(markdown)
        for block in blocks(self.document())[1:]:
            if block.blockFormat().headingLevel():
                form = block.blockFormat()
                form.setTopMargin(HEADING_SPACE)
                QTextCursor(block).setBlockFormat(form)

    def setPlainText(self, text: str) -> None:
        self._markdown = ""
        super().setPlainText(text)

    def loadResource(self, _kind: int, _name: QUrl) -> None:
        return None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._markdown:
            place = self.verticalScrollBar().value()
            self.setMarkdown(self._markdown)  # colours of links are part of the document
            self.verticalScrollBar().setValue(place)


def blocks(document: QTextDocument) -> list[QTextBlock]:
    """Returns the paragraphs of a document, in order."""
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found
