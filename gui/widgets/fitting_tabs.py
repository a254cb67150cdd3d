"""Tabs that are as high as the one shown, not as the highest of all."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget, QWidget


class FittingTabs(QTabWidget):
    """For a page that scrolls: what stands below is not pushed away by tabs nobody looks at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        """Sentences wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of the tab shown, with the bar above it."""
        shown = self.currentWidget()
        if shown is None:
            return super().heightForWidth(width)
        inner = shown.heightForWidth(width) if shown.hasHeightForWidth() else -1
        least = max(shown.minimumSizeHint().height(), shown.minimumHeight())
        return self._bar() + max(inner, least)

    def minimumSizeHint(self) -> QSize:
        """As :meth:`heightForWidth` says, at the width that is there."""
        return QSize(super().minimumSizeHint().width(), self.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:
        """No higher than it must be."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def _bar(self) -> int:
        return self.tabBar().sizeHint().height()
