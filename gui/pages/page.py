"""What every page has: a title, a sentence, a body, and one primary action with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from gui.language import Translated, TranslatedWidget
from gui.services import Services
from gui.theme import GAP, PAD, PAGE
from gui.widgets.layout import (
    EmptyState,
    button,
    column,
    explain,
    key_stops,
    label,
    redraw_icon,
    row,
)


class Page(TranslatedWidget):
    """Base of the pages.

    A page puts its widgets into :attr:`body` (a vertical layout), binds ``self.title`` and
    ``self.subtitle``, and may use :attr:`primary` (hidden until shown) with :attr:`action_row`,
    the row it stands in. What stands beside the title goes into :attr:`head`.
    ``set_primary_reason`` disables the primary action with a visible reason.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.workspace = services.workspace
        self.jobs = services.jobs
        self.navigator = services.navigator
        self.title = label("title")
        self.subtitle = label("muted", wrap=True)
        self.body = column(spacing=PAD)
        self.primary = button("arrow-right", primary=True)
        self.reason = label("muted", wrap=True)
        self.action_row = row(self.reason, self.primary, spacing=PAD)
        self.action_row.setStretch(0, 1)
        self.head = row(column(self.title, self.subtitle, spacing=2), spacing=PAD)
        self.head.setStretch(0, 1)
        layout = column(self.head, self.body, self.action_row)
        layout.setStretch(1, 1)
        layout.setContentsMargins(PAGE, PAD, PAGE, PAD)
        layout.setSpacing(GAP + 2)
        self.setLayout(layout)
        services.theme.changed.connect(self._retheme)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab comes to the actions below after all that stands above them."""
        super().showEvent(event)
        self._order_keys()

    def _order_keys(self) -> None:
        items = map(self.action_row.itemAt, range(self.action_row.count()))
        ways = [way for one in items if one is not None and (way := one.widget())]
        inner = [
            one for one in key_stops(self) if not any(w is one or w.isAncestorOf(one) for w in ways)
        ]
        before = inner[-1] if inner else None
        for way in ways:
            if before is not None:
                self.setTabOrder(before, way)
            before = way

    def set_primary_reason(self, reason: str, hint: str = "") -> None:
        """Disable the primary action and say why beside it; an empty reason enables it.

        ``hint`` is shown in the reason's place while enabled: what it will do, how long.
        """
        explain(self.primary, reason, hint)
        self.reason.setText(reason or hint)

    def _retheme(self) -> None:
        """Icons and coloured texts of the parts follow the theme; Qt tells them of no change."""
        for part in self.findChildren(QWidget):
            if isinstance(part, Translated):
                part.retranslate()
            elif isinstance(part, EmptyState):
                part.redraw()
            elif isinstance(part, QPushButton):
                redraw_icon(part)

    def making(self) -> Iterator[None]:
        """What the constructor has left to make, a piece between two yields, so that each takes
        the window a few hundredths of a second; before the last, nobody has the page.
        """
        yield from ()

    def parts(self) -> Sequence[Callable[[], object]]:
        """What is made when it is first needed; each may be called before, in idle time."""
        return ()

    def take_focus(self) -> None:
        """The keyboard comes to the first control."""
        self.setFocus()
        self.focusNextChild()

    def shown(self) -> None:
        """The page comes into view: look at what may have changed meanwhile."""
