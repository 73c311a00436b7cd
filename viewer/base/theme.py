"""The themes: a palette for each and one style sheet. They are subdued, so that pictures stand out; black is not."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from viewer.base import settings

DARK = "dark"
"""Property of the application: whether a dark theme is in use, dark or black."""
NAME = "theme"
"""Property of the application: the name of the theme in use."""

SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "black": Qt.ColorScheme.Dark,
}
ICONS = Path(__file__).resolve().parents[2] / "assets" / "icons"
ACCENT = {"dark": "#7aa2f7", "light": "#2f5fd0", "black": "#ffd166"}

# window, canvas, field, button, text, faint text, line
COLOURS = {
    "dark": ("#1b1d22", "#121317", "#22252b", "#2a2d34", "#e4e6eb", "#969ba6", "#343841"),
    "light": ("#f4f5f7", "#e3e5e9", "#ffffff", "#ffffff", "#1d2025", "#5f6570", "#cfd3da"),
    "black": ("#000000", "#000000", "#000000", "#161616", "#ffffff", "#c8c8c8", "#8a8a8a"),
}

SHEET = """
QToolTip {{ color: {text}; background: {field}; border: 1px solid {line}; padding: 4px 6px; }}
QStatusBar {{ border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QMenuBar {{ background: {window}; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: 5px 10px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {button}; }}
QMenu {{ background: {field}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 4px 28px 4px 16px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent}; color: {chosen}; }}
QMenu::item:disabled {{ color: {faint}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 6px; }}
QMenu::indicator {{ width: 14px; height: 14px; left: 7px; border: 1px solid {faint}; border-radius: 3px;
    background: {field}; }}
QMenu::indicator:checked {{ border-color: {accent}; background: {accent}; image: url("{check}"); }}
QMenu::indicator:exclusive {{ border-radius: 8px; }}
QMenu::indicator:exclusive:unchecked {{ border-color: transparent; background: transparent; }}
QMenu::indicator:exclusive:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; background: {field};
    image: none; }}
QMenuBar QToolButton {{ background: {button}; qproperty-icon: url("{down}"); }}
QLabel[faint="true"] {{ color: {faint}; }}
QLabel#badge {{ font-weight: 600; padding: 1px 9px; border-radius: 9px; background: {button}; color: {text}; }}
QLabel#zoom {{ padding: 3px 10px; border-radius: 8px; color: {text}; background: {backdrop}; }}
QLabel#zoom[far="true"] {{ font-weight: 600; background: {window}; border: 1px solid {accent}; }}
QLabel#hint {{ padding: 5px 12px; border-radius: 8px; color: {text}; background: {hint}; }}
QFrame#card {{ background: {window}; border: 1px solid {accent}; border-radius: 8px; }}
QFrame#legend {{ background: {window}; border: 1px solid {line}; border-radius: 8px; }}
QLabel[keycap="true"] {{ background: {button}; border: 1px solid {line}; border-bottom-width: 2px;
    border-radius: 4px; padding: 1px 6px; }}
QLabel[heading="true"] {{ color: {accent}; font-weight: 600; }}
QDockWidget::title {{ padding: 7px 14px 3px 10px; border: none; text-align: left center; }}
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
QPushButton:checked {{ border-color: {accent}; }}
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
QComboBox {{ padding: 4px 10px; border: 1px solid {line}; border-radius: 6px; background: {button};
    combobox-popup: 0; }}
QComboBox QAbstractItemView {{ border: 1px solid {line}; background: {field}; color: {text}; outline: none;
    selection-background-color: {accent}; selection-color: {chosen}; }}
QComboBox QAbstractItemView::item {{ min-height: 26px; padding: 0 8px; }}
QComboBox:hover {{ border-color: {accent}; }}
QComboBox:focus {{ border: 2px solid {accent}; padding: 3px 9px; }}
QComboBox:disabled {{ color: {faint}; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
QToolButton#pill {{ padding: 1px 9px; border: 1px solid {line}; border-radius: 9px; background: {button};
    color: {text}; }}
QToolButton#pill:hover {{ border-color: {accent}; }}
QToolButton#pill::menu-indicator {{ image: none; }}
QToolButton#pill:focus {{ border: 2px solid {accent}; border-radius: 9px; padding: 0 8px; }}
QToolButton:focus {{ border: 2px solid {accent}; border-radius: 4px; }}
QLineEdit {{ padding: 4px 8px; border: 1px solid {line}; border-radius: 6px; background: {field}; }}
QLineEdit:focus {{ border: 2px solid {accent}; padding: 3px 7px; }}
QAbstractSpinBox {{ padding: 2px 0; border: 1px solid {line}; border-radius: 6px; background: {field}; }}
QAbstractSpinBox:focus {{ border: 2px solid {accent}; padding: 1px 0; }}
QLineEdit:disabled, QAbstractSpinBox:disabled {{ color: {faint}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: border; width: 0; border: none; }}
QAbstractSpinBox[plain="false"]::up-button, QAbstractSpinBox[plain="false"]::down-button {{ width: 20px; }}
QAbstractSpinBox[plain="false"]::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox[plain="false"]::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox[plain="false"]::up-arrow {{ image: url("{up}"); width: 9px; height: 9px; }}
QAbstractSpinBox[plain="false"]::down-arrow {{ image: url("{down}"); width: 9px; height: 9px; }}
QAbstractSpinBox[plain="false"]::up-arrow:off, QAbstractSpinBox[plain="false"]::down-arrow:off {{ image: none; }}
QSpinBox#page {{ padding: 2px 6px; border: 1px solid {line}; border-radius: 6px; background: {button}; color: {text}; }}
QSpinBox#page:focus {{ padding: 1px 5px; border: 2px solid {accent}; }}
QCheckBox {{ spacing: 8px; padding: 2px 0; }}
QCheckBox::indicator, QTableView::indicator {{ width: 14px; height: 14px; border: 1px solid {faint}; border-radius: 3px;
    background: {field}; }}
QCheckBox::indicator:checked, QTableView::indicator:checked {{
    border-color: {accent}; background: {accent}; image: url("{check}"); }}
QCheckBox:focus {{ color: {accent}; }}
QListWidget {{ border: 1px solid {line}; border-radius: 4px; background: {field}; outline: none; padding: 4px; }}
QListWidget::item {{ padding: 5px 8px; border-radius: 4px; border: 2px solid transparent; }}
QListWidget::item:selected {{ background: {button}; color: {text}; font-weight: 600; border-left-color: {accent}; }}
QListWidget:focus {{ border-color: {accent}; }}
QListWidget::item:selected:focus {{ border-color: {accent}; }}
QTreeView, QTableView {{ border: 1px solid {line}; border-radius: 4px; background: {field};
    alternate-background-color: {window}; }}
QTreeView::item {{ min-height: 24px; padding: 0 6px; }}
QTableView::item {{ padding: 0 6px; }}
QTreeView::item:selected, QTableView::item:selected {{ background: {accent}; color: {chosen}; }}
QHeaderView {{ background: {field}; border: none; }}
QHeaderView::section {{ padding: 5px 8px; border: none; border-bottom: 1px solid {line}; background: {field};
    font-weight: 600; }}
QTreeView:focus, QTableView:focus {{ border-color: {accent}; }}
QLabel[title="true"] {{ font-size: 15pt; font-weight: 600; }}
QTextBrowser, QPlainTextEdit {{ border: 1px solid {line}; border-radius: 4px; background: {field}; padding: 6px; }}
QTextBrowser:focus, QPlainTextEdit:focus {{ border-color: {accent}; }}
QTabBar {{ font-weight: 600; }}
QTabBar::tab {{ padding: 6px 14px 5px; border: none; border-bottom: 2px solid transparent; color: {faint}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ background: {button}; }}
QFrame#side {{ border: none; border-right: 1px solid {line}; }}
QProgressBar {{ border: none; border-radius: 3px; background: {button}; max-height: 6px; }}
QProgressBar::chunk {{ border-radius: 3px; background: {accent}; }}
"""


def use(application: QApplication) -> None:
    """Applies the theme, and again whenever the desktop or the user switches between light and dark."""
    application.setStyle("Fusion")
    application.styleHints().colorSchemeChanged.connect(lambda _scheme: _apply(application))
    settings.notifier.changed.connect(lambda _before, _now: _apply(application))
    _apply(application)


def _apply(application: QApplication) -> None:
    chosen, hints = settings.read().theme, application.styleHints()
    # Parts that the system draws, such as the title bar, follow the scheme; Unknown restores the system's own.
    hints.setColorScheme(SCHEMES[chosen])
    scheme = hints.colorScheme()
    # Dark if the system states no preference: pictures look better on it.
    dark = chosen in ("dark", "black") or (chosen == "system" and scheme != Qt.ColorScheme.Light)
    name = chosen if chosen in COLOURS else "dark" if dark else "light"
    if application.property(NAME) != name:
        application.setProperty(NAME, name)
        application.setProperty(DARK, dark)
        set_colours(application, name)


def set_colours(application: QApplication, name: str) -> None:
    """Gives the application the palette and the style sheet of a theme."""
    window, canvas, field, button, text, faint, line = COLOURS[name]
    dark = name != "light"
    accent, chosen = ACCENT[name], palette(name).color(QPalette.ColorRole.HighlightedText).name()
    application.setPalette(palette(name))
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
            chosen=chosen,
            hint="rgba({}, {}, {}, 88%)".format(*QColor(window).getRgb()[:3]),
            backdrop="rgba({}, {}, {}, 70%)".format(*QColor(window).getRgb()[:3]),
            check=_icon("check", dark),
            down=_icon("down", dark),
            up=_icon("up", dark),
        )
    )


def _icon(name: str, dark: bool) -> str:
    """Path of an icon, as a style sheet writes it."""
    return (ICONS / f"{name}-{'dark' if dark else 'light'}.svg").as_posix()


def palette(name: str) -> QPalette:
    """Returns a palette of all roles from seven colours. Role Dark is the background of the canvas."""
    window, canvas, field, button, text, faint, line = map(QColor, COLOURS[name])
    accent, role = QColor(ACCENT[name]), QPalette.ColorRole
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
        role.HighlightedText: QColor("white") if name == "light" else window,
        role.PlaceholderText: faint,
        role.ToolTipBase: field,
        role.ToolTipText: text,
        role.BrightText: QColor("#e5735c"),
    }.items():
        colours.setColor(part, colour)
    for faded in (role.WindowText, role.Text, role.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, faded, faint)
    return colours
