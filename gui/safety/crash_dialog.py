"""One dialog for faults of ours: what happened, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QWidget

from gui.icons import icon
from gui.language import Translated, number
from gui.safety.faults import Fault
from gui.safety.saving import ask_and_save
from gui.services import Services
from gui.theme import GAP, PAD, PAGE, colours
from gui.widgets.fold import Fold
from gui.widgets.layout import button, column, label, row

_WIDTH, _DETAILS = 620, 220


class CrashDialog(Translated, QDialog):
    """Tells of a fault; further ones are counted in it while it is open.

    Signals
    -------
    quit_asked
        The person does not want to go on.
    """

    quit_asked = Signal()

    def __init__(self, services: Services, fault: Fault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fault, self._services = fault, services
        self._more = 0
        self.setMinimumWidth(_WIDTH)
        self._picture = QLabel()
        self.heading = label("heading", wrap=True)
        self.safe, self.next = label(wrap=True), label(wrap=True)
        self.reason = label("muted", wrap=True, selectable=True)
        self.further = label("muted")
        self.fold, self.details = Fold(), QPlainTextEdit()
        self.told = label("muted", wrap=True, selectable=True)
        self.save = button("content-save-outline")
        self.leave, self.go_on = button("power"), button(primary=True)
        self._assemble()
        self.save.clicked.connect(self._save)
        self.go_on.clicked.connect(self.accept)
        self.leave.clicked.connect(self._quit)
        self.bind(self._say)

    def _assemble(self) -> None:
        self.details.setReadOnly(True)
        self.details.setMinimumHeight(_DETAILS)
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setPlainText(self.fault.details)
        self.fold.body.addWidget(self.details)
        self.fold.heading.toggled.connect(lambda _opened: self.adjustSize())
        words = column(self.heading, self.safe, self.next, self.reason, self.further, spacing=PAD)
        top = row(self._picture, words, spacing=PAD)
        top.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        top.setStretch(1, 1)
        buttons = row(self.save, None, self.leave, self.go_on, spacing=GAP)
        whole = column(top, self.fold, None, self.told, buttons, spacing=PAD)
        whole.setContentsMargins(PAGE, PAGE, PAGE, PAD)
        self.setLayout(whole)
        self.go_on.setDefault(True)
        self.go_on.setFocus()

    def add(self, fault: Fault) -> None:
        """Another fault while this one is told."""
        self._more += 1
        self.details.appendPlainText("\n" + fault.details)
        self._say()

    def _save(self) -> None:
        details = self.details.toPlainText()
        ask_and_save(self._services, self, fault=details, told=self.told.setText)

    def _quit(self) -> None:
        self.accept()
        self.quit_asked.emit()

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Shizuku: a fault"))
        self._picture.setPixmap(
            icon("alert-octagon-outline", colour=colours().bad).pixmap(QSize(36, 36))
        )
        self.heading.setText(self.tr("Something went wrong inside Shizuku."))
        self.safe.setText(
            self.tr(
                "The job that was running has ended. What it had kept until then is safe, and so "
                "is everything else in the project."
            )
            if self.fault.place == "job"
            else self.tr(
                "Nothing that was saved is lost: verdicts, runs, costs and the queue are written "
                "at once. What you did last may not have been carried out; do it again."
            )
        )
        self.next.setText(
            self.tr(
                "You can go on. If it happens again, quit and start Shizuku anew. Whoever looks "
                "after it at your place can use the diagnostic file: it holds the log, versions, "
                "graphics card and settings, but no pictures."
            )
        )
        self.reason.setText(self.fault.reason)
        self.further.setVisible(bool(self._more))
        self.further.setText(
            self.tr("Further faults since: {count}").format(count=number(self._more))
        )
        self.fold.heading.setText(self.tr("Details for experts"))
        self.details.setAccessibleName(self.tr("Details for experts"))
        self.save.setText(self.tr("Save diagnostic file…"))
        self.save.setToolTip(self.tr("Log, versions, graphics card and settings; no pictures"))
        self.leave.setText(self.tr("Quit Shizuku"))
        self.leave.setToolTip(self.tr("Closes Shizuku"))
        self.go_on.setText(self.tr("Go on"))
        self.go_on.setToolTip(self.tr("Closes this window; Shizuku goes on"))


class FaultDesk(QObject):
    """Shows one dialog at a time; the same fault is told once, then only logged."""

    _told = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._window = services, window
        self._known: set[tuple[str, str]] = set()
        self.dialog: CrashDialog | None = None
        self._told.connect(self._show)

    def tell(self, fault: Fault) -> None:
        """Tell of a fault, from whatever thread."""
        self._told.emit(fault)

    def _show(self, fault: Fault) -> None:
        key = fault.reason, fault.details[-400:]
        # A fault while something is drawn comes again with every frame.
        if key in self._known:
            return
        self._known.add(key)
        if self.dialog is not None:
            self.dialog.add(fault)
            return
        self.dialog = CrashDialog(self._services, fault, self._window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.finished.connect(self._closed)
        self.dialog.quit_asked.connect(self._window.close)
        self.dialog.show()

    def _closed(self) -> None:
        self.dialog = None
