"""What a screen reader is told of the kind of a widget that we paint ourselves."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

CHART = QAccessible.Role.Chart


def speak_kinds() -> None:
    """Give every widget whose class has a ``spoken_as`` that role; once, before the first window.

    To Qt it would be a bare area.
    """
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, one: QObject | None) -> QAccessibleInterface | None:
    role = getattr(type(one), "spoken_as", None)
    return QAccessibleWidget(one, role) if role is not None and isinstance(one, QWidget) else None
