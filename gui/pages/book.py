"""The pages of the window, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from gui.pages.abreast import Abreast
from gui.pages.page import Page
from gui.services import Services


class Book(Mapping[str, Page]):
    """Pages by name, in the order of the stream; asking for one makes it.

    A page that is made late hears of the project and the job there are, as if it had been there.

    Parameters
    ----------
    stack : QStackedWidget
        What they are put into.
    """

    def __init__(self, services: Services, stack: QStackedWidget) -> None:
        self._stack = stack
        self._made: dict[str, Page] = {}
        # Now, so that pages hear of a change before the window does, whenever they are made.
        self._abreast = {name: Abreast(services) for name in _MAKERS}

    def __getitem__(self, name: str) -> Page:
        if name not in self._made:
            abreast = self._abreast[name]
            page = _MAKERS[name](abreast.services)
            self._made[name] = page
            self._stack.addWidget(page)
            abreast.tell()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_MAKERS)

    def __len__(self) -> int:
        return len(_MAKERS)

    def parts(self) -> Iterator[Callable[[], object]]:
        """What is still to be made, a page or a part of one at a time."""
        for name in self:
            if name not in self._made:
                yield partial(self.__getitem__, name)
            yield from self[name].parts()

    @property
    def made(self) -> Mapping[str, Page]:
        """Those there are already."""
        return self._made


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
