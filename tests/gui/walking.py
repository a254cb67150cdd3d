"""Through every page, view, tab and dialog of the window, as far as a small project goes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QWidget

from engine.runtime import Message
from gui.main_window import MainWindow
from gui.pages.inspect_parts.comparison import VIEWS
from gui.safety.crash_dialog import CrashDialog
from gui.safety.faults import Fault
from gui.safety.log_viewer import LogViewer
from gui.safety.recovered_dialog import RecoveredDialog
from gui.safety.sessions import Crashed
from gui.settings_parts.dialog import SettingsDialog
from gui.shortcuts.dialog import ShortcutsDialog
from gui.widgets.fold import Fold
from gui.workspace import STEPS

Seen = tuple[str, QWidget]
_MOST_MS = 60_000


def settle(window: MainWindow) -> None:
    """Until nothing is read or measured any more and everything has its place."""
    clock = QElapsedTimer()
    clock.start()
    calm = 0
    while calm < 2 and clock.elapsed() < _MOST_MS:
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()
        busy = window.services.background.busy or window.jobs.busy
        calm = 0 if busy else calm + 1
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QApplication.processEvents()


def everything(
    window: MainWindow, project: Path, detector: Path, folder: Path, *, pages_only: bool = False
) -> Iterator[Seen]:
    """Every state, by name, with the widget it is in.

    Parameters
    ----------
    project : Path
        With a run that was tried and judged twice.
    detector : Path
        Of normal pictures alone, with a run that was tried as a detector.
    folder : Path
        Pictures to import, without classes.
    pages_only : bool
        No dialogs and no tour: they are as large as their texts want on every screen.
    """
    window.close_project()
    yield from _pages(window, "no project")
    window.open_project(project)
    yield from _pages(window, "project")
    if pages_only:
        return
    yield from _importing(window, folder)
    yield from _condensing(window)
    yield from _inspecting(window)
    yield from _trying(window)
    yield from _around(window, project)
    yield from _touring(window)
    window.open_project(detector)
    for name in ("trial", "decide"):
        window.go(name)
        settle(window)
        yield f"detector: {name}", window


def _pages(window: MainWindow, state: str) -> Iterator[Seen]:
    for name in ("start", *STEPS):
        window.go(name)
        for fold in window.pages[name].findChildren(Fold):
            fold.open()
        settle(window)
        yield f"{state}: {name}", window


def _importing(window: MainWindow, folder: Path) -> Iterator[Seen]:
    page: Any = window.pages["import"]
    window.go("import")
    evidence = page.imported.notices
    yield from _asked(window, "evidence", lambda: _press_first(evidence))
    window.import_folder(folder)
    settle(window)
    yield "preparing", window
    yield from _asked(window, "proposals", page.preparing.propose.click)
    page.back.click()
    settle(window)


def _press_first(widget: QWidget) -> None:
    for one in widget.findChildren(QWidget):
        if getattr(one, "clicked", None) is not None and one.isVisible():
            one.click()
            return


def _condensing(window: MainWindow) -> Iterator[Seen]:
    page: Any = window.pages["condense"]
    window.go("condense")
    for name in ("reference", "varied", "mine"):
        page.form.appearance.choices[name].click()
        settle(window)
        yield f"condense: {name}", window
    yield from _asked(window, "images by class", page.form.expert.by_hand.click)


def _inspecting(window: MainWindow) -> Iterator[Seen]:
    page: Any = window.pages["inspect"]
    window.go("inspect")
    for view in VIEWS:
        page.comparison.show_view(view)
        settle(window)
        yield f"inspect: {view}", window
    page.comparison.show_view("samples")
    settle(window)
    desk = page.set_desk
    for name, ask in (
        ("blind test", desk.open_blind_test),
        ("mending", desk.open_mending),
        ("sign-off", desk.open_sign_off),
        ("second look", desk.compare_looks),
    ):
        yield from _asked(window, name, ask)
    for name, popup in (("filter", page.gallery.bar.panel), ("reasons", page.desk.popup)):
        popup.adjustSize()
        popup.show()
        settle(window)
        yield name, popup
        popup.hide()


def _trying(window: MainWindow) -> Iterator[Seen]:
    page: Any = window.pages["trial"]
    window.go("trial")
    settle(window)
    tabs = page.results.tabs
    for place in range(tabs.count()):
        if tabs.isTabVisible(place):
            tabs.setCurrentIndex(place)
            settle(window)
            yield f"trial: {tabs.tabText(place)}", window
    tabs.setCurrentIndex(0)
    yield from _asked(window, "new month", page.form.new_pictures.click)
    yield from _asked(window, "curve", page.queueing.order)
    page.queueing.add.click()
    window.queue_button.setChecked(True)
    settle(window)
    yield "queue", window
    window.queue_button.setChecked(False)


def _around(window: MainWindow, project: Path) -> Iterator[Seen]:
    services = window.services
    window.banners.show_message(Message("warning", "window.busy", {}))
    window.go("start")
    settle(window)
    yield "banner", window
    window.banners.clear()
    yield from _settings(window)
    crashed = Crashed(began=1e9, noted=1e9 + 60, project=project, job="condense", total=300)
    fault = Fault("job", "ValueError: no such thing", "Traceback\n  line 1")
    for name, made in (
        ("keys", ShortcutsDialog(services.settings, window)),
        ("crash", CrashDialog(services, fault, window)),
        ("recovered", RecoveredDialog(services, crashed, since=time.time(), parent=window)),
        ("log", LogViewer(project / "no.log", window)),
    ):
        made.open()
        settle(window)
        yield name, made
        _drop(made)
    window.menus.show_guide()
    guide = window.menus.guide
    assert guide is not None
    settle(window)
    yield "guide", guide
    guide.close()


def _settings(window: MainWindow) -> Iterator[Seen]:
    dialog = SettingsDialog(window.services.settings, window)
    dialog.open()
    sections = dialog.findChild(QListWidget)
    assert sections is not None
    for place in range(sections.count()):
        sections.setCurrentRow(place)
        settle(window)
        yield f"settings: {sections.item(place).text()}", dialog
    _drop(dialog)


def _touring(window: MainWindow) -> Iterator[Seen]:
    window.tour.begin()
    for place in range(len(window.tour.stops)):
        window.tour.go_to(place)
        settle(window)
        assert window.tour.callout is not None
        yield f"tour: {place + 1}", window.tour.callout
    window.tour.end()


def _asked(window: MainWindow, name: str, ask: Callable[[], object]) -> Iterator[Seen]:
    """The dialog that a question opens, then closed again."""
    before = {id(one) for one in _dialogs()}
    ask()
    settle(window)
    (made,) = [one for one in _dialogs() if id(one) not in before]
    yield name, made
    _drop(made)


def _dialogs() -> list[QDialog]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog) and one.isVisible()
    ]


def _drop(dialog: QDialog) -> None:
    above = dialog.parentWidget()
    dialog.reject()
    if above is not None:
        above.window().activateWindow()  # no window manager does it
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
