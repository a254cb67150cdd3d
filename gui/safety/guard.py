"""Everything a person may rely on, tied to the window."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.main_window import MainWindow
from gui.safety.crash_dialog import FaultDesk
from gui.safety.faults import unwatch, watch
from gui.safety.marking import Marking
from gui.safety.sessions import Mark, take_crashed
from gui.settings import log_folder

if TYPE_CHECKING:
    from gui.safety.recovered_dialog import RecoveredDialog


class Guard(QObject):
    """Faults are told; this process is marked as running; what a crash left is told once.

    Its place is between the making of the window and its being shown; :meth:`end` follows when
    the window has been closed.
    """

    # A refusal may come from any thread; words are for the window's own.
    _refused = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, services = window, window.services
        self._since = time.time()
        folder, reports = log_folder() / "running", log_folder() / "crash.txt"
        self._crashed = take_crashed(folder, reports)
        self._mark = Mark(folder, reports)
        self._mark.begin()
        self._marking = Marking(self._mark, services, self)
        self.faults = FaultDesk(services, window)
        self._refused.connect(services.navigator.tell_error)
        watch(self.faults.tell, self._refused.emit)

    def tell_of_crash(self) -> RecoveredDialog | None:
        """Tell what was recovered of the last crash, where there was one."""
        # Of several, the newest with a project: that is the work somebody misses.
        wanted = [one for one in self._crashed if one.project is not None] or self._crashed
        if not wanted:
            return None
        from gui.safety.recovered_dialog import RecoveredDialog

        dialog = RecoveredDialog(
            self._window.services, wanted[0], since=self._since, parent=self._window
        )
        dialog.show()
        return dialog

    def end(self) -> None:
        """The window was closed as it should."""
        unwatch()
        self._mark.end()
