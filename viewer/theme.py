"""How Unpixel looks: two palettes and one small style sheet, so that pictures are the brightest thing in sight."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

ACCENT = {True: "#7aa2f7", False: "#2f5fd0"}

# window, canvas, field, button, text, faint text, line
COLOURS = {
    True: ("#1b1d22", "#121317", "#22252b", "#2a2d34", "#e4e6eb", "#969ba6", "#343841"),
    False: ("#f4f5f7", "#e3e5e9", "#ffffff", "#ffffff", "#1d2025", "#5f6570", "#cfd3da"),
}

SHEET = """
QToolTip {{ color: {text}; background: {field}; border: 1px solid {line}; padding: 4px 6px; }}
QStatusBar {{ border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel[faint="true"] {{ padding: 0 7px; }}
QMenuBar {{ background: {window}; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: 5px 10px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {button}; }}
QLabel[faint="true"] {{ color: {faint}; }}
QLabel#badge {{ font-weight: 600; padding: 1px 9px; border-radius: 9px; background: {button}; color: {text}; }}
QLabel[keycap="true"] {{ background: {button}; border: 1px solid {line}; border-bottom-width: 2px;
    border-radius: 4px; padding: 1px 6px; }}
QLabel[heading="true"] {{ color: {accent}; font-weight: 600; }}
QFrame#notice {{ background: {field}; border-top: 1px solid {line}; }}
QFrame#notice[failure="true"] {{ border-left: 4px solid #e5735c; }}
QFrame#notice[failure="false"] {{ border-left: 4px solid {accent}; }}
QToolButton#caption {{ background: rgba(18, 19, 23, 215); color: white; border: 1px solid rgba(255, 255, 255, 90);
    border-radius: 5px; padding: 3px 8px; }}
QToolButton#caption::menu-indicator {{ image: none; }}
QToolButton#caption[choice="true"]:hover {{ border-color: white; }}
QToolButton#caption:focus {{ border: 2px solid {accent}; padding: 2px 7px; }}
QFrame#strip {{ background: {field}; border: 1px solid {line}; border-radius: 8px; }}
QLabel[strong="true"] {{ font-weight: 600; }}
QPushButton {{ padding: 6px 16px; border: 1px solid {line}; border-radius: 6px; background: {button}; }}
QPushButton:hover {{ border-color: {accent}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 5px 15px; }}
QPushButton:disabled {{ color: {faint}; }}
QPushButton[primary="true"] {{ background: {accent}; color: {window}; border-color: {accent}; font-weight: 600; }}
QPushButton[primary="true"]:hover {{ border-color: {text}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {text}; }}
QPushButton[primary="true"]:disabled {{ background: {button}; color: {faint}; border-color: {line}; }}
QRadioButton {{ spacing: 8px; padding: 2px 0; }}
QRadioButton::indicator {{ width: 12px; height: 12px; border: 1px solid {faint}; border-radius: 7px;
    background: {field}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 4px solid {accent}; background: {window}; }}
QRadioButton:focus {{ color: {accent}; }}
QTabBar {{ font-weight: 600; }}
QTabBar::tab {{ padding: 6px 14px 5px; border: none; border-bottom: 2px solid transparent; color: {faint}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ background: {button}; }}
QFrame#side {{ border: none; border-right: 1px solid {line}; }}
QProgressBar {{ border: none; border-radius: 3px; background: {button}; max-height: 6px; }}
QProgressBar::chunk {{ border-radius: 3px; background: {accent}; }}
"""


def use(application: QApplication) -> None:
    """Dresses the application, and again whenever the desktop changes between light and dark."""
    application.setStyle("Fusion")
    hints = application.styleHints()
    hints.colorSchemeChanged.connect(lambda scheme: _dress(application, scheme))
    _dress(application, hints.colorScheme())


def _dress(application: QApplication, scheme: Qt.ColorScheme) -> None:
    # Where the desktop has no opinion it is dark: that flatters pictures.
    dark = scheme != Qt.ColorScheme.Light
    window, canvas, field, button, text, faint, line = COLOURS[dark]
    accent = ACCENT[dark]
    application.setPalette(palette(dark))
    application.setStyleSheet(
        SHEET.format(
            window=window,
            canvas=canvas,
            field=field,
            button=button,
            text=text,
            faint=faint,
            line=line,
            accent=accent,
        )
    )


def palette(dark: bool) -> QPalette:
    """All roles from seven colours; Dark is what the canvas is laid out with."""
    window, canvas, field, button, text, faint, line = map(QColor, COLOURS[dark])
    accent, role = QColor(ACCENT[dark]), QPalette.ColorRole
    colours = QPalette()
    for part, colour in {
        role.Window: window,
        role.WindowText: text,
        role.Base: field,
        role.AlternateBase: button,
        role.Text: text,
        role.Button: button,
        role.ButtonText: text,
        role.Light: line,
        role.Midlight: line,
        role.Mid: line,
        role.Dark: canvas,
        role.Shadow: canvas,
        role.Highlight: accent,
        role.Link: accent,
        role.Accent: accent,
        role.HighlightedText: window if dark else QColor("white"),
        role.PlaceholderText: faint,
        role.ToolTipBase: field,
        role.ToolTipText: text,
        role.BrightText: QColor("#e5735c"),
    }.items():
        colours.setColor(part, colour)
    for faded in (role.WindowText, role.Text, role.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, faded, faint)
    return colours
