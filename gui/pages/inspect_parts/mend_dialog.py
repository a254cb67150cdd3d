"""What becomes of the rejected samples: three ways, each with what it means."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QWidget

from engine.data.mend import WAYS, Way
from engine.project import Run
from engine.runtime import UserError
from gui.language import Translated, number, say
from gui.services import Services
from gui.theme import GAP, PAD, PAGE
from gui.widgets.layout import button, column, explain, flowing, label, row

_TASK = "inspect.mending"
_WIDTH = 560
_INDENT = 28


class MendDialog(Translated, QDialog):
    """Makes a new run; :attr:`made` tells which, ready to be worked on."""

    made = Signal(object)

    def __init__(
        self,
        services: Services,
        run: Run,
        rejected: Mapping[str, int],
        samples: int,
        parent: QWidget,
    ) -> None:
        """``rejected`` counts by class name, of ``samples`` in all."""
        super().__init__(parent)
        self._services, self._run = services, run
        self._rejected, self._samples = rejected, samples
        self._failure: UserError | None = None
        self._making = False
        self.heading = label("title")
        self.about = flowing(label(wrap=True))
        self.ways: dict[Way, QRadioButton] = {way: QRadioButton() for way in WAYS}
        self.meanings = {way: flowing(label("muted", wrap=True)) for way in WAYS}
        self.kept = flowing(label(wrap=True))
        self.state = flowing(label("bad", wrap=True))
        self.start, self.leave = button("auto-fix", primary=True), button("close")
        self._group = QButtonGroup(self)
        for one in self.ways.values():
            self._group.addButton(one)
        self.ways["again"].setChecked(True)
        self._assemble()
        self.start.clicked.connect(self.begin)
        self.leave.clicked.connect(self.reject)
        services.jobs.state_changed.connect(self._explain)
        self.bind(self._say)

    def _assemble(self) -> None:
        layout = column(self.heading, self.about, spacing=PAD)
        for way, one in self.ways.items():
            meaning = row(_INDENT, self.meanings[way], spacing=0)
            meaning.setStretch(1, 1)
            layout.addLayout(column(one, meaning, spacing=GAP // 2))
        for part in (self.kept, self.state):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addLayout(row(None, self.leave, self.start))
        layout.setContentsMargins(PAGE, PAGE, PAGE, PAD)
        self.setLayout(layout)
        self.setMinimumWidth(_WIDTH)
        # Enter in a field must not do it.
        for control in (self.leave, self.start):
            control.setAutoDefault(False)

    @property
    def way(self) -> Way:
        """What is chosen."""
        return next(way for way, one in self.ways.items() if one.isChecked())

    def begin(self) -> None:
        """Make the new run beside the window."""
        project, run, way = self._services.workspace.project, self._run, self.way
        if project is None:
            return

        def work(_token: object) -> Run:
            from engine.synthesis import new_mending

            return new_mending(project, run, way)

        self._making, self._failure = True, None
        self._explain()
        self._services.background.run(_TASK, work, self._made, self._failed)

    def _made(self, run: Run) -> None:
        self.accept()
        self.made.emit(run)

    def _failed(self, error: UserError) -> None:
        self._failure, self._making = error, False
        self._explain()

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        count = sum(self._rejected.values())
        self.setWindowTitle(self.tr("Rejected samples"))
        self.heading.setText(self.tr("Rejected samples"))
        classes = ", ".join(f"{name} ({number(found)})" for name, found in self._rejected.items())
        self.about.setText(
            self.tr("{count} of {samples} samples are rejected: {classes}").format(
                count=number(count), samples=number(self._samples), classes=classes
            )
        )
        names: dict[Way, str] = {
            "again": self.tr("Condense them again"),
            "nearest": self.tr("Replace them by the nearest real samples"),
            "leave-out": self.tr("Leave them out"),
        }
        meanings: dict[Way, str] = {
            "again": self.tr(
                "They start anew and are learnt beside the others, which stay exactly as they "
                "are. Takes about half as long as the run did. Their verdicts are open again."
            ),
            "nearest": self.tr(
                "The nearest real picture of the class stands in the place of each. Takes "
                "seconds; the set then holds real pictures."
            ),
            "leave-out": self.tr(
                "The set becomes smaller: {left} samples are left. Takes seconds."
            ).format(left=number(self._samples - count)),
        }
        for way, one in self.ways.items():
            one.setText(names[way])
            one.setAccessibleDescription(meanings[way])
            self.meanings[way].setText(meanings[way])
        self.kept.setText(
            self.tr(
                "It becomes a new run; this one stays as it is. Samples that stay keep their "
                "verdicts with name and time."
            )
        )
        self.start.setText(self.tr("Make the new run"))
        self.leave.setText(self.tr("Cancel"))
        self.leave.setToolTip(self.tr("Closes this window without a change"))
        self._explain()

    def _explain(self, _state: str = "") -> None:
        reason = ""
        if self._services.jobs.busy:
            reason = self.tr("A job is running. Wait for it, or stop it in the line below.")
        elif self._making:
            reason = self.tr("Preparing the new run…")
        explain(self.start, reason, self.tr("It runs in the line at the bottom of the window"))
        failure = self._failure
        words = reason if failure is None else say(failure.key, **failure.params)
        self.state.setText(words)
        self.state.setVisible(bool(words))
