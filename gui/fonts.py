"""The window's font: the system's, with a proportional Japanese one behind it."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

# Left to itself Qt may fall back to a monospaced Japanese font, which then draws digits too.
_JAPANESE = (
    "Yu Gothic UI",
    "Meiryo UI",
    "Hiragino Sans",
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "BIZ UDPGothic",
    "IPAexGothic",
    "IPAPGothic",
)


def use_fonts(app: QApplication) -> None:
    """Put the first Japanese font that is installed behind the system's own."""
    installed = set(QFontDatabase.families())
    found = [name for name in _JAPANESE if name in installed][:1]
    font = QFont(app.font())
    # By its true name: behind an alias such as "Sans Serif" the second family would win.
    font.setFamilies([QFontInfo(font).family(), *found])
    app.setFont(font)
