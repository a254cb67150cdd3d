"""Where a call-out stands: beside what it speaks of, inside the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

from gui.theme import PAD

_TALL = 2


def beside(target: QRect, size: QSize, room: QRect) -> QPoint:
    """The upper left corner of a call-out.

    Beside a tall target, below or above a flat one, whichever place fits first; where the target
    leaves none, in the lower right corner of the room.

    Parameters
    ----------
    target, room : QRect
        What it speaks of, and where it may stand, in the same coordinates.
    size : QSize
        Of the call-out; no larger than the room.
    """
    width, height = size.width(), size.height()
    right, lower = room.right() - width + 1, room.bottom() - height + 1
    middle = QPoint(
        _within(target.center().x() - width // 2, room.left(), right),
        _within(target.center().y() - height // 2, room.top(), lower),
    )
    after = QPoint(target.right() + PAD, middle.y())
    before = QPoint(target.left() - PAD - width, middle.y())
    below = QPoint(middle.x(), target.bottom() + PAD)
    above = QPoint(middle.x(), target.top() - PAD - height)
    tall = target.height() > _TALL * height
    order = (after, before, below, above) if tall else (after, below, above, before)
    for corner in order:
        if room.contains(QRect(corner, size)):
            return corner
    return QPoint(right - PAD, lower - PAD)


def _within(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))
