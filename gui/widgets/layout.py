"""Cards, headings, figures, reasons: the small parts every page is made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.icons import icon
from gui.theme import GAP, PAD, PAGE


class Card(QFrame):
    """A framed group with an optional heading; put widgets into :attr:`body`."""

    def __init__(self, parent: QWidget | None = None, *, heading: QLabel | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(PAD, PAD, PAD, PAD)
        self.body.setSpacing(GAP)
        if heading is not None:
            heading.setProperty("role", "heading")
            self.body.addWidget(heading)


def label(role: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """An empty label of a role of the style sheet: title, heading, figure, muted, good, bad."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def flowing(words: QLabel) -> QLabel:
    """Let a wrapped label be as low as its width allows; scrolled pages never squeeze it."""
    policy = words.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    words.setSizePolicy(policy)
    return words


def show_in_place(widget: QWidget, visible: bool) -> None:
    """Show or hide a part; before it has its place it is at most hidden, as it would be a window
    of its own for a moment.
    """
    if widget.parentWidget() is not None:
        widget.setVisible(visible)
    elif not visible:
        widget.hide()


def set_role(widget: QLabel, role: str) -> None:
    """Give a label another role and let the style sheet see it."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def button(icon_name: str = "", *, primary: bool = False) -> QPushButton:
    """A push button; its text is bound by the page."""
    made = QPushButton()
    if primary:
        made.setProperty("primary", "true")
    if icon_name:
        made.setIcon(icon(icon_name, on_accent=primary))
        made.setIconSize(QSize(18, 18))
        made.setProperty("icon_name", icon_name)
    return made


def make_primary(control: QPushButton, primary: bool) -> None:
    """Let a :func:`button` lead the page, or step back where another one leads."""
    wanted = "true" if primary else "false"
    if control.property("primary") != wanted:
        control.setProperty("primary", wanted)
        control.style().unpolish(control)
        control.style().polish(control)
        redraw_icon(control)


def redraw_icon(control: QAbstractButton) -> None:
    """Draw a :func:`button`'s icon again in the colours of the theme."""
    name = control.property("icon_name")
    if name:
        control.setIcon(icon(name, on_accent=control.property("primary") == "true"))


def explain(control: QAbstractButton, reason: str, hint: str = "") -> None:
    """Enable a button, or disable it and say why in its tooltip and to screen readers.

    Parameters
    ----------
    reason : str
        Why it cannot be used now; empty enables it.
    hint : str
        What it does, shown while it is enabled.
    """
    control.setEnabled(not reason)
    control.setToolTip(reason or hint)
    control.setAccessibleDescription(reason or hint)


Part = QWidget | QLayout | int | None


def row(*parts: Part, spacing: int = GAP) -> QHBoxLayout:
    """Widgets side by side; a number is a fixed space, None takes what is left."""
    made = QHBoxLayout()
    _fill(made, parts, spacing)
    return made


def column(*parts: Part, spacing: int = GAP) -> QVBoxLayout:
    """Widgets below each other; a number is a fixed space, None takes what is left."""
    made = QVBoxLayout()
    _fill(made, parts, spacing)
    return made


def _fill(made: QBoxLayout, parts: tuple[Part, ...], spacing: int) -> None:
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, int):
            made.addSpacing(part)
        elif isinstance(part, QLayout):
            made.addLayout(part)
        else:
            made.addWidget(part)


def holder(layout: QLayout) -> QWidget:
    """A bare widget around a layout, for splitters and stacks."""
    made = QWidget()
    made.setLayout(layout)
    return made


def side_by_side(
    first: QWidget, second: QWidget, widths: tuple[int, int], *, both_grow: bool = False
) -> QSplitter:
    """Two parts with a divider that can be moved; ``widths`` are shares, the second grows."""
    made = QSplitter(Qt.Orientation.Horizontal)
    for part in (first, second):
        made.addWidget(part)
    made.setStretchFactor(0, int(both_grow))
    made.setStretchFactor(1, 1)
    made.setSizes(list(widths))
    made.setChildrenCollapsible(False)
    made.setHandleWidth(PAD)
    return made


def scrolled(inner: QWidget) -> QScrollArea:
    """A scroll area that only scrolls downwards.

    Tab passes it by: what it holds takes the focus, and brings itself into view. One that holds
    nothing of the kind is made :func:`reachable`.
    """
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    inner.setObjectName("scrolled")
    area.setWidget(inner)
    return area


def reachable(area: QScrollArea) -> QScrollArea:
    """Let Tab come to a scroll area, to scroll by keys; the area shows it, and needs a name."""
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setProperty("reached", "true")
    return area


def key_stops(whole: QWidget) -> list[QWidget]:
    """What Tab stops at within a widget.

    Qt knows their order, but may not be asked: PySide takes the next one of each for its child.
    """
    tab = Qt.FocusPolicy.TabFocus.value
    return [one for one in whole.findChildren(QWidget) if one.focusPolicy().value & tab]


class AtLeast(QWidget):
    """Gives what it holds all the room of a scroll area, but never less than a height.

    A scroll area by itself would give words that wrap the height they like best, and so scroll
    where they would have fitted.
    """

    def __init__(self, inner: QWidget, height: int) -> None:
        super().__init__()
        self._inner = inner
        inner.setParent(self)
        for part in (self, inner):
            part.setMinimumHeight(height)

    def minimumSizeHint(self) -> QSize:
        """As narrow as what it holds."""
        return QSize(self._inner.minimumSizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What it holds fills it."""
        super().resizeEvent(event)
        self._inner.setGeometry(self.rect())


class _Teaching(QLabel):
    """A sentence that the button below it is described by too."""

    def __init__(self, way: QPushButton) -> None:
        super().__init__()
        self._way = way
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaximumWidth(560)

    def setText(self, words: str) -> None:
        """Replace the sentence."""
        super().setText(words)
        self._way.setAccessibleDescription(words)


class EmptyState(QWidget):
    """Teaches what will stand here and offers the way there."""

    def __init__(self, icon_name: str, action: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icon_name = icon_name
        self.button = button(primary=True)
        self.sentence = _Teaching(self.button)
        show_in_place(self.button, action is not None)
        if action is not None:
            self.button.clicked.connect(action)
        self._draw()
        centred = row(None, self.sentence, None)
        centred.setStretch(1, 3)
        layout = column(None, self._picture, centred, row(None, self.button, None), None)
        layout.setContentsMargins(PAGE, PAGE, PAGE, PAGE)
        layout.setSpacing(PAD)
        self.setLayout(layout)

    def redraw(self) -> None:
        """Draw its picture again in the colours of the theme."""
        self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(icon(self._icon_name, muted=True).pixmap(48, 48))
