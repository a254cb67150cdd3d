"""The stops of the tour: at which page, beside which control, with which sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui.pages.condense_page import CondensePage
from gui.pages.decide_page import DecidePage
from gui.pages.import_page import ImportPage
from gui.pages.inspect_page import InspectPage
from gui.pages.trial_page import TrialPage

if TYPE_CHECKING:
    from gui.main_window import MainWindow

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Way:
    """A control and what to say of it while it is the one shown."""

    control: QWidget
    words: Callable[[], str]


@dataclass(frozen=True)
class Stop:
    """The first of its ways whose control is shown is taken."""

    page: str
    ways: tuple[Way, ...]

    @property
    def way(self) -> Way | None:
        """What is pointed at now; None while nothing of it is shown."""
        return next((one for one in self.ways if one.control.isVisible()), None)


def stops_of(window: MainWindow) -> list[Stop]:
    """All stops, in order."""
    return [
        *_import_stops(cast(ImportPage, window.pages["import"])),
        *_condense_stops(cast(CondensePage, window.pages["condense"]), window.strip.bar),
        _inspect_stop(cast(InspectPage, window.pages["inspect"])),
        _trial_stop(cast(TrialPage, window.pages["trial"])),
        _decide_stop(cast(DecidePage, window.pages["decide"])),
        Stop("decide", (Way(window.rail.guide, _say_guide),)),
    ]


def _import_stops(page: ImportPage) -> list[Stop]:
    return [
        _stop("import", page.imported.classes, _say_classes),
        _stop("import", page.imported.notices, _say_notices),
        _stop("import", page.primary, _say_primary),
    ]


def _condense_stops(page: CondensePage, running: QWidget) -> list[Stop]:
    form = page.form
    return [
        _stop("condense", form.size_part, _say_ipc),
        _stop("condense", form.presets["quick"], _say_quality),
        _stop("condense", form.weights, _say_weights),
        Stop("condense", (Way(running, _say_running), Way(page.primary, _say_condense))),
    ]


def _inspect_stop(page: InspectPage) -> Stop:
    return Stop("inspect", (Way(page.bench, _say_inspect), Way(page.empty.button, _say_no_set)))


def _trial_stop(page: TrialPage) -> Stop:
    ways = (
        Way(page.results.table, _say_results),
        Way(page.primary, _say_trial),
        Way(page.empty.button, _say_no_trial),
    )
    return Stop("trial", ways)


def _decide_stop(page: DecidePage) -> Stop:
    ways = (Way(page.verdict, _say_verdict), Way(page.empty.button, _say_no_verdict))
    return Stop("decide", ways)


def _stop(page: str, control: QWidget, words: Callable[[], str]) -> Stop:
    return Stop(page, (Way(control, words),))


# --- sentences ----------------------------------------------------------------------------------


def _say_classes() -> str:
    return translate(
        "Tour",
        "The classes of the sample drawings; some pictures of each are held out for testing.",
    )


def _say_notices() -> str:
    return translate(
        "Tour", "Here stands what was noticed in the pictures, and what can be done about it."
    )


def _say_primary() -> str:
    return translate("Tour", "The blue button is always the next step: press it, or press Next.")


def _say_ipc() -> str:
    return translate("Tour", "Images per class says how small the condensed set becomes.")


def _say_quality() -> str:
    return translate("Tour", "Quality says how long it learns; Quick is right for a first look.")


def _say_weights() -> str:
    return translate("Tour", "Three sliders weigh what is kept: structure, appearance and variety.")


def _say_condense() -> str:
    return translate(
        "Tour", "Press Condense, time and memory stand beside it; or look on first with Next."
    )


def _say_running() -> str:
    return translate(
        "Tour",
        "A job runs: pause, stop and keep, or discard it here, from every page; Next goes on "
        "meanwhile.",
    )


def _say_inspect() -> str:
    return translate(
        "Tour", "Compare each synthetic sample with real ones, and judge it below with 1, 2 or 3."
    )


def _say_no_set() -> str:
    return translate(
        "Tour", "Once something is condensed, synthetic and real samples stand here side by side."
    )


def _say_results() -> str:
    return translate(
        "Tour", "The same model, trained on the condensed set and on real ones: who learns more?"
    )


def _say_trial() -> str:
    return translate(
        "Tour",
        "Trial-train trains the same model on the condensed set and on real ones, and compares.",
    )


def _say_no_trial() -> str:
    return translate(
        "Tour", "Once something is condensed, a trial here shows whether it trains as well."
    )


def _say_verdict() -> str:
    return translate(
        "Tour", "Adopt, pilot or leave it: one sentence, with its reasons and your costs."
    )


def _say_no_verdict() -> str:
    return translate(
        "Tour", "After a trial it says here what is lost, what is saved and whether it pays."
    )


def _say_guide() -> str:
    return translate(
        "Tour", "That was the whole way; the guide tells more, always at the page that is shown."
    )
