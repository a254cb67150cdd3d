"""Signing for a condensed set: who, in which words, and what it covers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QPlainTextEdit, QWidget

from engine.data.judged import VerdictCounts
from engine.data.sign_off import MOST_STATEMENT, SignOff
from engine.data.verdict_words import counts_sentence
from engine.project import Run
from engine.project.sign_off import sign_off
from engine.runtime import UserError
from gui.language import Translated, current, say
from gui.pages.inspect_parts.inspector_field import InspectorField
from gui.pages.inspect_parts.words import signed_words
from gui.services import Services
from gui.theme import GAP, PAD, PAGE
from gui.widgets.layout import button, column, explain, flowing, label, row

_TASK = "inspect.signing"
_WIDTH, _STATEMENT_HEIGHT, _NAME_WIDTH = 560, 84, 220


class SignOffDialog(Translated, QDialog):
    """Says why it cannot be signed yet, and what to do; :attr:`signed` tells that it was."""

    signed = Signal()

    def __init__(
        self,
        services: Services,
        run: Run,
        counts: VerdictCounts,
        earlier: SignOff | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services, self._run = services, run
        self._counts, self._earlier = counts, earlier
        self._failure: UserError | None = None
        self._proposed = ""
        self._signing = False
        self.heading = label("title")
        self.covers = flowing(label(wrap=True))
        self.before = flowing(label("muted", wrap=True))
        self.inspector = InspectorField(services.settings.remembered)
        self.inspector.setMinimumWidth(_NAME_WIDTH)
        self.inspector_title, self.statement_title = label(), label()
        self.inspector_title.setBuddy(self.inspector)
        self.statement = QPlainTextEdit()
        self.statement.setTabChangesFocus(True)
        self.statement.setFixedHeight(_STATEMENT_HEIGHT)
        self.statement_title.setBuddy(self.statement)
        self.partial = QCheckBox()
        self.obstacles = flowing(label("warning", wrap=True))
        self.worth = flowing(label("muted", wrap=True))
        self.sign, self.leave = button("draw-pen", primary=True), button("close")
        self._assemble()
        self.sign.clicked.connect(self.sign_now)
        self.leave.clicked.connect(self.reject)
        self.partial.toggled.connect(lambda _on: self._explain())
        self.inspector.editTextChanged.connect(lambda _text: self._explain())
        self.bind(self._say)

    def _assemble(self) -> None:
        layout = column(
            self.heading,
            self.covers,
            self.before,
            row(self.inspector_title, self.inspector, None),
            column(self.statement_title, self.statement, spacing=GAP // 2),
            self.obstacles,
            self.partial,
            self.worth,
            None,
            row(None, self.leave, self.sign),
            spacing=PAD,
        )
        layout.setContentsMargins(PAGE, PAGE, PAGE, PAD)
        self.setLayout(layout)
        self.setMinimumWidth(_WIDTH)
        # Enter in a field must not do it.
        for one in (self.leave, self.sign):
            one.setAutoDefault(False)
        self.before.setVisible(self._earlier is not None)

    def sign_now(self) -> None:
        """Sign; the set is read and hashed beside the window."""
        run, name = self._run, self._services.settings.remembered.inspector
        statement = self.statement.toPlainText().strip()[:MOST_STATEMENT]
        partial = self.partial.isChecked()
        self._signing = True
        self._explain()
        self._services.background.run(
            _TASK,
            lambda _token: sign_off(run, name, statement, partial=partial),
            self._done,
            self._failed,
        )

    def _done(self, _made: SignOff) -> None:
        self.signed.emit()
        self.accept()

    def _failed(self, error: UserError) -> None:
        self._failure, self._signing = error, False
        self._explain()

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Sign off"))
        self.heading.setText(self.tr("Sign off this set"))
        self.covers.setText(counts_sentence(self._counts, current()))
        if self._earlier is not None:
            self.before.setText(signed_words(self._earlier))
        self.inspector_title.setText(self.tr("Inspector"))
        self.statement_title.setText(self.tr("Statement"))
        self.statement.setAccessibleName(self.tr("Statement"))
        self.statement.setToolTip(self.tr("What you sign for; change it as you need"))
        proposed = self.tr(
            "I have compared the samples of this set with real ones and judged each; the set may "
            "be used to train on."
        )
        if self.statement.toPlainText() == self._proposed:
            self.statement.setPlainText(proposed)
        self._proposed = proposed
        self.partial.setText(self.tr("Sign off in part: with samples that are not accepted"))
        self.worth.setText(
            self.tr(
                "What is signed for are the pictures and the verdicts as they are now. A hash of "
                "them shows any later change; it is no cryptographic signature."
            )
        )
        self.sign.setText(self.tr("Sign off"))
        self.leave.setText(self.tr("Cancel"))
        self.leave.setToolTip(self.tr("Closes this window without a change"))
        self._explain()

    def _explain(self) -> None:
        lines = self._obstacles()
        self.obstacles.setText("\n".join(lines))
        self.obstacles.setVisible(bool(lines))
        self.partial.setVisible(self._counts.accepted < self._counts.samples)
        reason = ""
        if self._signing:
            reason = self.tr("Reading the set…")
        elif not self.inspector.currentText().strip():
            reason = say("sign_off.no_name")
        elif lines and not self.partial.isChecked() and self._failure is None:
            reason = lines[0]
        explain(self.sign, reason, self.tr("Sign under this name, now"))

    def _obstacles(self) -> Sequence[str]:
        """What stands against a whole sign-off, each with the next step."""
        counts = self._counts
        found = [
            say(key, run=self._run.id, count=count, samples=counts.samples)
            for key, count in (
                ("sign_off.open", counts.open),
                ("sign_off.on_hold", counts.hold),
                ("sign_off.rejected", counts.rejected),
            )
            if count
        ]
        if self.partial.isChecked():
            found = []
        if self._failure is not None:
            found.append(say(self._failure.key, **self._failure.params))
        return found
