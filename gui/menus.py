"""The menu bar: project, run, view, help, with their shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from gui.language import LanguageChoice
from gui.theme import ThemeChoice
from gui.workspace import STEPS

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Menus(QObject):
    """Builds the menus once; texts follow the language."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._services = window.services
        self._build_project()
        self._build_view()
        self._build_help()

    def _menu(self, words: Callable[[], str], parent: QMenu | None = None) -> QMenu:
        menu = parent.addMenu("") if parent is not None else self._window.menuBar().addMenu("")
        self._window.bind(lambda: menu.setTitle(words()))
        return menu

    def _action(
        self,
        menu: QMenu,
        words: Callable[[], str],
        do: Callable[[], object],
        shortcut: str | QKeySequence.StandardKey = "",
    ) -> QAction:
        action = QAction(self._window)
        self._window.bind(lambda: action.setText(words()))
        action.triggered.connect(lambda _checked=False: do())
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        menu.addAction(action)
        return action

    def _build_project(self) -> None:
        window, keys = self._window, QKeySequence.StandardKey
        menu = self._menu(lambda: self.tr("&Project"))
        self._action(menu, lambda: self.tr("&New from folder…"), window.choose_folder, keys.New)
        self._action(menu, lambda: self.tr("New from &file…"), window.choose_archive)
        self._action(menu, lambda: self.tr("&Open…"), window.choose_project, keys.Open)
        recent = self._menu(lambda: self.tr("Open &recent"), menu)
        recent.aboutToShow.connect(lambda: self._fill_recent(recent))
        menu.addSeparator()
        self._action(menu, lambda: self.tr("&Close project"), window.close_project, "Ctrl+W")
        self._action(menu, lambda: self.tr("&Quit"), window.close, keys.Quit)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for one in self._services.settings.recent:
            path = Path(one)
            action = menu.addAction(path.name)
            action.setToolTip(one)
            action.triggered.connect(lambda _=False, path=path: self._window.open_project(path))
        if menu.isEmpty():
            menu.addAction(self.tr("No recent projects")).setEnabled(False)

    def _build_view(self) -> None:
        window = self._window
        menu = self._menu(lambda: self.tr("&View"))
        for number, name in enumerate(("start", *STEPS)):
            word = partial(_word, window, name)
            self._action(menu, word, partial(window.go, name), f"Ctrl+{number}")
        menu.addSeparator()
        settings = self._services.settings
        themes: dict[str, Callable[[], str]] = {
            "system": lambda: self.tr("As the system"),
            "light": lambda: self.tr("Light"),
            "dark": lambda: self.tr("Dark"),
        }
        self._choices(
            self._menu(lambda: self.tr("&Theme"), menu),
            {name: themes[name] for name in get_args(ThemeChoice)},
            settings.theme,
            self._use_theme,
        )
        languages: dict[str, Callable[[], str]] = {
            "system": lambda: self.tr("As the system"),
            "en": lambda: "English",
            "ja": lambda: "日本語",
        }
        self._choices(
            self._menu(lambda: self.tr("&Language / 言語"), menu),
            {name: languages[name] for name in get_args(LanguageChoice)},
            settings.language,
            self._use_language,
        )

    def _choices(
        self,
        menu: QMenu,
        words: dict[str, Callable[[], str]],
        current: str,
        choose: Callable[[str], None],
    ) -> None:
        group = QActionGroup(menu)
        for name, say in words.items():
            action = self._action(menu, say, partial(choose, name))
            action.setCheckable(True)
            action.setChecked(name == current)
            action.setData(name)
            group.addAction(action)

    def _use_theme(self, choice: str) -> None:
        self._services.settings.theme = choice  # type: ignore[assignment]
        self._services.settings.save()
        self._services.theme.use(self._services.settings.theme)

    def _use_language(self, choice: str) -> None:
        self._services.settings.language = choice  # type: ignore[assignment]
        self._services.settings.save()
        self._services.languages.use(self._services.settings.language)

    def _build_help(self) -> None:
        menu = self._menu(lambda: self.tr("&Help"))
        self._action(menu, lambda: self.tr("Show &log folder"), self._window.open_log_folder)
        self._action(menu, lambda: self.tr("&About Shizuku"), self._window.about)


def _word(window: MainWindow, name: str) -> str:
    return window.rail.words()[name]
