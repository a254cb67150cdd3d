"""One visual language: colours by role, spacing, the style sheet; light, dark or as the system."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gui.settings import ThemeChoice

# Spacing in device-independent pixels: within a row, between rows, around a card, around a page.
TIGHT, GAP, PAD, PAGE = 4, 8, 12, 20
# Height of a line in a list that is read and pressed.
ROW = 28


@dataclass(frozen=True)
class Colours:
    """Colours by what they say; every pair is legible for the colour-blind."""

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    border: str
    accent: str
    on_accent: str
    good: str
    warning: str
    bad: str
    # Series of charts, after Okabe and Ito: told apart with every kind of colour vision.
    content: str
    style: str
    diversity: str
    other: str


LIGHT = Colours(
    window="#f4f6f8",
    surface="#ffffff",
    raised="#e9edf1",
    text="#1b2228",
    muted="#5a6570",
    border="#d3d9df",
    accent="#0b6a8c",
    on_accent="#ffffff",
    good="#00745a",
    warning="#9a5b00",
    bad="#b3261e",
    content="#0072b2",
    style="#d55e00",
    diversity="#009e73",
    other="#8a5a83",
)
DARK = Colours(
    window="#1a1e22",
    surface="#23282e",
    raised="#2e353c",
    text="#e7ebee",
    muted="#a3aeb8",
    border="#3c454d",
    accent="#58b7dc",
    on_accent="#0d1b22",
    good="#4cc9a4",
    warning="#f0b352",
    bad="#ff8a80",
    content="#3f9fdc",
    style="#f29b52",
    diversity="#45d3a6",
    other="#cc9fc4",
)

_current = LIGHT


def colours() -> Colours:
    """The colours in use now."""
    return _current


class Theme(QObject):
    """Applies light or dark to the whole application."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: ThemeChoice = "system"
        self._windows: WeakSet[QWidget] = WeakSet()
        app.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        self._system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        hints.colorSchemeChanged.connect(self._system_changed)

    def use(self, choice: ThemeChoice) -> None:
        """Switch."""
        global _current
        self._choice = choice
        scheme = {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
            "system": Qt.ColorScheme.Unknown,
        }[choice]
        # The title bar and native dialogs follow the hint; all else follows the palette below.
        QGuiApplication.styleHints().setColorScheme(scheme)
        dark = choice == "dark" or (choice == "system" and self._system_dark)
        _current = DARK if dark else LIGHT
        self._app.setPalette(_palette(_current))
        for marked in ("QRadioButton", "QCheckBox"):
            # The stub asks for bytes, which the binding refuses; it takes a string.
            self._app.setPalette(_mark_palette(_current), marked)  # type: ignore[arg-type]
        for window in [*self._windows]:
            if isValid(window):
                window.setStyleSheet(_style_sheet(_current))
        self.changed.emit()

    def dress(self, window: QWidget) -> None:
        """Let a window and all it holds follow the style sheet, now and after every change.

        A style sheet of the whole application would do the same, but then every widget is styled
        anew with each step of the way from its own layout up to the window: three quarters of the
        time that the making of a page takes.
        """
        self._windows.add(window)
        window.setStyleSheet(_style_sheet(_current))

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self._system_dark = scheme == Qt.ColorScheme.Dark
            self.use("system")


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: c.window,
        roles.WindowText: c.text,
        roles.Base: c.surface,
        roles.AlternateBase: c.window,
        roles.Text: c.text,
        roles.Button: c.raised,
        roles.ButtonText: c.text,
        roles.BrightText: c.bad,
        roles.ToolTipBase: c.raised,
        roles.ToolTipText: c.text,
        roles.PlaceholderText: c.muted,
        roles.Highlight: c.accent,
        roles.HighlightedText: c.on_accent,
        roles.Accent: c.accent,
        roles.Link: c.accent,
        roles.LinkVisited: c.other,
        roles.Light: c.surface,
        roles.Midlight: c.raised,
        roles.Mid: c.border,
        roles.Dark: c.border,
        roles.Shadow: c.border,
    }.items():
        palette.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        palette.setColor(disabled, role, QColor(c.muted))
    palette.setColor(disabled, roles.Highlight, QColor(c.border))
    return palette


def _mark_palette(c: Colours) -> QPalette:
    """Fusion draws the outline of a mark a shade darker than the window: unseen in the dark."""
    palette = _palette(c)
    palette.setColor(QPalette.ColorRole.Window, QColor(c.muted))
    return palette


def _style_sheet(c: Colours) -> str:
    return f"""
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.border}; padding: 4px; }}
QFrame[card="true"] {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: 8px; }}
QFrame[card="true"]:focus {{ border: 2px solid {c.accent}; }}
QLabel[role="title"] {{ font-size: 17pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: 11pt; font-weight: 600; }}
QLabel[role="group"] {{ color: {c.accent}; font-weight: 600; }}
QLabel[role="figure"] {{ font-size: 20pt; font-weight: 600; }}
QLabel[role="muted"] {{ color: {c.muted}; }}
QLabel[role="good"] {{ color: {c.good}; }}
QLabel[role="warning"] {{ color: {c.warning}; }}
QLabel[role="bad"] {{ color: {c.bad}; }}
QPushButton {{ padding: 5px 14px; border: 1px solid {c.border}; border-radius: 6px;
    background: {c.surface}; min-height: 20px; }}
QPushButton:hover:enabled {{ background: {c.raised}; }}
QPushButton:pressed {{ background: {c.border}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 4px 13px; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.window}; }}
QPushButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent};
    border-color: {c.accent}; font-weight: 600; padding: 7px 22px; }}
QPushButton[primary="true"]:hover:enabled {{ background: {c.content}; border-color: {c.content}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {c.text}; padding: 6px 21px; }}
QPushButton[primary="true"]:disabled {{ background: {c.raised}; color: {c.muted};
    border-color: {c.border}; }}
QPushButton[remark="true"] {{ padding: 3px 8px; text-align: left; }}
QPushButton[remark="true"]:focus {{ padding: 2px 7px; }}
QPushButton[segment="true"] {{ padding: 3px 4px; border-radius: 4px; }}
QPushButton[segment="true"]:checked {{ background: {c.accent}; color: {c.on_accent};
    border-color: {c.accent}; }}
QPushButton[segment="true"]:focus {{ border: 2px solid {c.text}; padding: 2px 3px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 8px; }}
QToolButton:hover:enabled {{ background: {c.raised}; }}
QToolButton:focus {{ border-color: {c.accent}; }}
QWidget#rail {{ background: {c.surface}; border-right: 1px solid {c.border}; }}
QToolButton[step="true"] {{ padding: 8px 10px; text-align: left; border-radius: 8px; }}
QToolButton[step="true"]:checked {{ background: {c.raised}; font-weight: 600;
    border-left: 3px solid {c.accent}; }}
QWidget#strip {{ background: {c.surface}; border-top: 1px solid {c.border}; }}
QFrame[callout="true"] {{ background: {c.surface}; border: 2px solid {c.accent};
    border-radius: 8px; }}
QFrame[banner="true"] {{ background: {c.surface}; border: 1px solid {c.border};
    border-radius: 6px; }}
QFrame[banner="error"] {{ background: {c.surface}; border: 2px solid {c.bad}; border-radius: 6px; }}
QFrame[banner="warning"] {{ background: {c.surface}; border: 2px solid {c.warning};
    border-radius: 6px; }}
QProgressBar {{ border: 1px solid {c.border}; border-radius: 5px; background: {c.raised};
    height: 10px; text-align: center; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
QHeaderView::section {{ background: {c.raised}; color: {c.text}; border: none;
    border-right: 1px solid {c.border}; border-bottom: 1px solid {c.border}; padding: 4px 8px; }}
QTableCornerButton::section {{ background: {c.raised}; border: none; }}
QTableView, QTreeView, QListView {{ border: 1px solid {c.border}; border-radius: 6px;
    background: {c.surface}; gridline-color: {c.border}; }}
TileGrid {{ border: 1px solid transparent; border-radius: 6px; background: {c.surface}; }}
QTableView:focus, QTreeView:focus, QListView:focus, TileGrid:focus {{
    border: 1px solid {c.accent}; }}
QSplitter::handle {{ background: transparent; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea[reached="true"] {{ border: 1px solid transparent; }}
QScrollArea[reached="true"]:focus {{ border-color: {c.accent}; }}
QTextBrowser:focus, QPlainTextEdit:focus {{ border: 1px solid {c.accent}; }}
QTabBar::tab {{ padding: 6px 5px; border: none; border-bottom: 2px solid transparent;
    color: {c.muted}; }}
QTabBar::tab:hover {{ color: {c.text}; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
QTabBar::tab:selected:focus {{ background: {c.raised}; border-bottom-width: 3px; }}
QWidget#scrolled {{ background: transparent; }}
"""
