"""The open window follows the settings as they are changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from engine.runtime.device import use_threads
from gui.main_window import MainWindow
from gui.services import Services
from gui.settings.obeying import obey
from gui.shortcuts.keys import use_keys

if TYPE_CHECKING:
    from gui.pages.condense_page import CondensePage

_COMPUTING = {"device", "memory", "threads"}


def follow(services: Services, window: MainWindow) -> None:
    """Let theme, language, keys, jobs and calculations do as the settings say, now and later."""
    settings = services.settings

    def show() -> None:
        services.jobs.keeps_awake = settings.values.keep_awake
        services.loading.when_done(show_computing)

    def show_computing() -> None:
        use_threads()
        window.strip.show_device()

    def changed(names: frozenset[str]) -> None:
        obey(settings)
        show()
        if "theme" in names:
            services.theme.use(settings.values.theme)
        if names & _COMPUTING:
            condense = window.pages.made.get("condense")
            if condense is not None:
                cast("CondensePage", condense).estimator.ask()
        keys = any(name.startswith("shortcuts.") for name in names)
        if keys:
            use_keys(settings.values.shortcuts)
        if "language" in names:
            services.languages.use(settings.values.language)
        elif keys:
            # Tooltips and buttons name the keys.
            services.languages.say_again()

    show()
    settings.listen(changed)
