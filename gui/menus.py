"""The menu bar: project, view, help, with their shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from gui.edit_menu import EditMenu
from gui.pages.start_page import StartPage
from gui.settings import LanguageChoice, ThemeChoice
from gui.shortcuts.keys import on_action
from gui.workspace import STEPS

if TYPE_CHECKING:
    from gui.guide.guide_window import GuideWindow
    from gui.main_window import MainWindow


class Menus(QObject):
    """Builds the menus once; texts follow the language."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._services = window.services
        self.guide: GuideWindow | None = None
        self._build_project()
        self.edit = EditMenu(window, self._menu(lambda: self.tr("&Edit")))
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
        command: str = "",
    ) -> QAction:
        action = QAction(self._window)
        self._window.bind(lambda: action.setText(words()))
        action.triggered.connect(lambda _checked=False: do())
        if command:
            on_action(command, action)
        menu.addAction(action)
        return action

    def _build_project(self) -> None:
        window = self._window
        menu = self._menu(lambda: self.tr("&Project"))
        for words, do, command in (
            (lambda: self.tr("&New from folder…"), window.choose_folder, "project.new"),
            (lambda: self.tr("New from &file…"), window.choose_archive, "project.new_file"),
            (lambda: self.tr("&Open…"), window.choose_project, "project.open"),
        ):
            self._action(menu, words, do, command)
        recent = self._menu(lambda: self.tr("Open &recent"), menu)
        recent.aboutToShow.connect(lambda: self._fill_recent(recent))
        menu.addSeparator()
        self._action(menu, lambda: self.tr("&Close project"), window.close_project, "project.close")
        menu.addSeparator()
        settings = self._action(
            menu, lambda: self.tr("&Settings…"), window.open_settings, "window.settings"
        )
        # macOS moves these two into the application's own menu.
        settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        leave = self._action(menu, lambda: self.tr("&Quit"), window.close, "window.quit")
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for one in self._services.settings.remembered.recent:
            path = Path(one)
            action = menu.addAction(path.name)
            action.setToolTip(one)
            action.triggered.connect(lambda _=False, path=path: self._window.open_project(path))
        if menu.isEmpty():
            menu.addAction(self.tr("No recent projects")).setEnabled(False)

    def _build_view(self) -> None:
        window = self._window
        menu = self._menu(lambda: self.tr("&View"))
        for name in ("start", *STEPS):
            word = partial(_word, window, name)
            self._action(menu, word, partial(window.go, name), f"page.{name}")
        menu.addSeparator()
        themes: dict[str, Callable[[], str]] = {
            "system": lambda: self.tr("As the system"),
            "light": lambda: self.tr("Light"),
            "dark": lambda: self.tr("Dark"),
        }
        self._choices(
            self._menu(lambda: self.tr("&Theme"), menu),
            {name: themes[name] for name in get_args(ThemeChoice)},
            "theme",
        )
        languages: dict[str, Callable[[], str]] = {
            "system": lambda: self.tr("As the system"),
            "en": lambda: "English",
            "ja": lambda: "日本語",
        }
        self._choices(
            self._menu(lambda: self.tr("&Language / 言語"), menu),
            {name: languages[name] for name in get_args(LanguageChoice)},
            "language",
        )

    def _choices(
        self,
        menu: QMenu,
        words: dict[str, Callable[[], str]],
        entry: str,
    ) -> None:
        settings, group = self._services.settings, QActionGroup(menu)
        for name, say in words.items():
            action = self._action(menu, say, partial(settings.change, {entry: name}))
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
        group.setEnabled(not settings.is_firm(entry))

        def show() -> None:
            for action in group.actions():
                action.setChecked(action.data() == settings.value(entry))

        show()
        settings.listen(lambda _names: show())

    def _build_help(self) -> None:
        menu = self._menu(lambda: self.tr("&Help"))
        self._action(
            menu,
            lambda: self.tr("&Keyboard shortcuts…"),
            self._window.open_shortcuts,
            "window.shortcuts",
        )
        self._action(menu, lambda: self.tr("&Guide"), self.show_guide, "help.guide")
        self._window.rail.guide.clicked.connect(self.show_guide)
        start = self._window.pages["start"]
        assert isinstance(start, StartPage)
        self._action(menu, lambda: self.tr("&Tour on the sample drawings"), start.take_tour)
        menu.addSeparator()
        self._action(menu, lambda: self.tr("&Log…"), self._window.show_log)
        self._action(menu, lambda: self.tr("Show &log folder"), self._window.open_log_folder)
        self._action(menu, lambda: self.tr("Save &diagnostic file…"), self._window.save_diagnostics)
        self._action(menu, lambda: self.tr("&About Shizuku"), self._window.about)

    def show_guide(self) -> None:
        """The guide at the section of the page shown."""
        from gui.guide.guide_window import GuideWindow

        if self.guide is None:
            self.guide = GuideWindow(self._services, self._window)
        self.guide.open_at(self._window.page)


def _word(window: MainWindow, name: str) -> str:
    return window.rail.words()[name]
