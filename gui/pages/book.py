"""The pages of the window, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget

from gui.pages.abreast import Abreast
from gui.pages.door import Door
from gui.pages.page import Page
from gui.services import Services

# Between two pieces of a page: whatever the user did meanwhile comes first.
_PAUSE_MS = 2


class Book(Mapping[str, Page]):
    """Pages by name, in the order of the stream; asking for one makes it at once.

    To be shown, one that is not there yet has a door in its place, and is made behind it piece by
    piece. A page that is made late hears of the project and the job there are, as if it had been
    there.

    Parameters
    ----------
    stack : QStackedWidget
        What they are put into.
    """

    def __init__(self, services: Services, stack: QStackedWidget) -> None:
        self._services, self._stack = services, stack
        self._made: dict[str, Page] = {}
        self._begun: dict[str, Iterator[None]] = {}
        self._doors: dict[str, Door] = {}
        # Now, so that pages hear of a change before the window does, whenever they are made.
        self._abreast = {name: Abreast(services) for name in _MAKERS}
        self._timer = QTimer(stack, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._make_shown)
        services.loading.loaded.connect(self._timer.start)

    def __getitem__(self, name: str) -> Page:
        while name not in self._made:
            self._make_some(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_MAKERS)

    def __len__(self) -> int:
        return len(_MAKERS)

    def show(self, name: str) -> None:
        """Show a page, or its door as long as it is made."""
        page = self._made.get(name)
        if page is not None:
            self._stack.setCurrentWidget(page)
            page.shown()
            return
        if name not in self._doors:
            self._doors[name] = Door(name, self._services)
            self._stack.addWidget(self._doors[name])
        self._stack.setCurrentWidget(self._doors[name])
        self._services.loading.prefer(_module(name))
        self._timer.start()

    @property
    def shown(self) -> str:
        """Name of the page shown, or of the one whose door is."""
        current = self._stack.currentWidget()
        there = (*self._doors.items(), *self._made.items())
        return next(name for name, one in there if one is current)

    def parts(self) -> Iterator[Callable[[], object]]:
        """What is still to be made, a page or a part of one at a time."""
        for name in self:
            while name not in self._made:
                yield partial(self._make_some, name)
            yield from self[name].parts()

    def finish(self) -> None:
        """Finish what is begun."""
        for name in [*self._begun]:
            self[name]

    @property
    def made(self) -> Mapping[str, Page]:
        """Those there are already."""
        return self._made

    def _make_shown(self) -> None:
        name, loading = self.shown, self._services.loading
        makes = name not in self._made and not loading.awaits(_module(name))
        loading.give_way(makes)
        if makes:
            self._make_some(name)
            self._timer.start()

    def _make_some(self, name: str) -> None:
        """One piece more of a page."""
        if name not in self._made:
            pieces = self._begun.pop(name, None) or self._pieces(name)
            if next(pieces, True) is None:
                self._begun[name] = pieces

    def _pieces(self, name: str) -> Iterator[None]:
        page = _MAKERS[name](self._abreast[name].services)
        yield
        yield from page.making()
        yield
        self._stack.addWidget(page)  # where it is dressed
        yield
        self._made[name] = page
        self._abreast[name].tell()
        self._open_door(name, page)

    def _open_door(self, name: str, page: Page) -> None:
        door = self._doors.pop(name, None)
        if door is None:
            return
        if self._stack.currentWidget() is door:
            self._stack.setCurrentWidget(page)
            page.shown()
            focus = QApplication.focusWidget()
            if focus is not None and door.isAncestorOf(focus):
                page.take_focus()
        self._stack.removeWidget(door)
        door.deleteLater()


def _module(name: str) -> str:
    return f"gui.pages.{name}_page"


def _start(services: Services) -> Page:
    from gui.pages.start_page import StartPage

    return StartPage(services)


def _import(services: Services) -> Page:
    from gui.pages.import_page import ImportPage

    return ImportPage(services)


def _condense(services: Services) -> Page:
    from gui.pages.condense_page import CondensePage

    return CondensePage(services)


def _inspect(services: Services) -> Page:
    from gui.pages.inspect_page import InspectPage

    return InspectPage(services)


def _trial(services: Services) -> Page:
    from gui.pages.trial_page import TrialPage

    return TrialPage(services)


def _decide(services: Services) -> Page:
    from gui.pages.decide_page import DecidePage

    return DecidePage(services)


_MAKERS: Mapping[str, Callable[[Services], Page]] = {
    "start": _start,
    "import": _import,
    "condense": _condense,
    "inspect": _inspect,
    "trial": _trial,
    "decide": _decide,
}
