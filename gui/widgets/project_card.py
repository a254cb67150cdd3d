"""A recent project as a card: pictures, name, what it holds, when it was used."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui.icons import icon
from gui.language import Translated, current, number, percent
from gui.project_glance import Glance
from gui.theme import GAP, TIGHT
from gui.widgets.layout import Card, label, row
from gui.widgets.pictures import enlarged, to_qimage

_THUMB = 44


class ProjectCard(Translated, Card):
    """Opens by click or Enter; its cross only takes it off the list."""

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, glance: Glance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glance = glance
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(320)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if glance.found:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name = label("heading")
        self.holds = label("muted", wrap=True)
        self.used = label("muted", wrap=True)
        self.remove = QToolButton()
        self.remove.setIcon(icon("close", muted=True))
        self.remove.clicked.connect(lambda: self.removed.emit(glance.path))
        top = row(self.name, None, self.remove)
        self.body.addLayout(top)
        self.body.addLayout(self._strip())
        self.body.addWidget(self.holds)
        self.body.addWidget(self.used)
        self.body.setSpacing(TIGHT + 2)
        self.bind(self._say)

    def _strip(self) -> QHBoxLayout:
        pictures = []
        for pixels in self.glance.pictures:
            picture = QLabel()
            picture.setPixmap(QPixmap.fromImage(enlarged(to_qimage(pixels), _THUMB)))
            pictures.append(picture)
        if not pictures:
            picture = QLabel()
            picture.setFixedHeight(_THUMB)
            pictures.append(picture)
        return row(*pictures, None, spacing=GAP)

    def _say(self) -> None:
        glance = self.glance
        self.name.setText(glance.path.name.removesuffix(".shizuku"))
        self.remove.setToolTip(self.tr("Remove from this list; the project stays where it is"))
        self.remove.setAccessibleName(self.tr("Remove from the list"))
        if glance.fault is not None:
            self.holds.setText(glance.fault.sentence(current()))
        elif not glance.found:
            self.holds.setText(self.tr("Not found: it was moved, renamed or deleted."))
        elif not glance.images:
            self.holds.setText(self.tr("No pictures yet."))
        else:
            holds = self.tr("{images} pictures in {classes} classes").format(
                images=number(glance.images), classes=number(glance.classes)
            )
            if glance.accuracy is not None:
                trained = self.tr("condensed: accuracy {accuracy}").format(
                    accuracy=percent(glance.accuracy)
                )
                holds = f"{holds} · {trained}"
            self.holds.setText(holds)
        self.used.setText(self._when())
        self.setToolTip(str(glance.path))
        self.setAccessibleName(self.name.text())
        self.setAccessibleDescription(self.holds.text())

    def _when(self) -> str:
        if self.glance.changed is None:
            return str(self.glance.path.parent)
        # Year first: read the same way in every country.
        return f"{self.glance.changed:%Y-%m-%d %H:%M}"

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or space opens, Delete removes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.glance.path)
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.glance.found:
            self.chosen.emit(self.glance.path)
