"""Judging a whole set: second look, blind test, what becomes of rejects, sign-off."""

from __future__ import annotations

import contextlib
from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from engine.data.judged import VerdictCounts
from engine.data.judgement import FIRST_LOOK, SECOND_LOOK
from engine.project import Run
from engine.project.sign_off import SignOff, sign_off_of
from engine.project.verdicts import Agreement, agreement
from engine.runtime import Emit, StopToken, UserError
from gui.jobs import Job
from gui.language import say
from gui.pages.inspect_parts.blind_dialog import BlindDialog
from gui.pages.inspect_parts.judging_desk import JudgingDesk
from gui.pages.inspect_parts.mend_dialog import MendDialog
from gui.pages.inspect_parts.second_look_dialog import SecondLookDialog
from gui.pages.inspect_parts.set_card import SetCard, SetState
from gui.pages.inspect_parts.sign_off_dialog import SignOffDialog
from gui.services import Services
from gui.shortcuts.keys import on_key

_STANDING, _AGREEMENT = "inspect.standing", "inspect.agreement"
# The hash of a set is not asked for after every key.
_ASK_MS = 500


@dataclass(frozen=True)
class _Standing:
    """What is read beside the window: the latest sign-off, the newest run without the rejects."""

    signed: SignOff | None = None
    mended: str = ""


class SetDesk(QObject):
    """Owns the card and opens a dialog for each thing to do."""

    def __init__(self, services: Services, desk: JudgingDesk, page: QWidget) -> None:
        super().__init__(page)
        self._services, self._desk, self._page = services, desk, page
        self._standing = _Standing()
        self.dialog: QDialog | None = None
        self.card = SetCard()
        self._timer = QTimer(self, singleShot=True, interval=_ASK_MS)
        self._timer.timeout.connect(self._ask_standing)
        self._connect()

    def _connect(self) -> None:
        self.card.second.clicked.connect(self.switch_look)
        self.card.blind.clicked.connect(self.open_blind_test)
        self.card.agreement.clicked.connect(self.compare_looks)
        self.card.rejected.clicked.connect(self.open_mending)
        self.card.sign_off.clicked.connect(self.open_sign_off)
        self.card.mended.clicked.connect(self._look_at_mended)
        self._desk.read.connect(self._other_set)
        self._desk.changed.connect(self._changed)
        self._services.workspace.runs_changed.connect(self._timer.start)
        self._services.jobs.state_changed.connect(lambda _state: self._show())
        self._services.languages.changed.connect(self._show)

    def listen(self, widget: QWidget) -> None:
        """The key of the blind test works wherever the focus is."""
        on_key("judge.blind", widget, self.card.blind.click)

    # --- what stands ----------------------------------------------------------------------------

    @property
    def counts(self) -> VerdictCounts:
        """Verdicts that are shown now."""
        look = self._desk.look
        if look is None:
            return VerdictCounts()
        samples = look.samples(None)
        found = Counter(self._desk.verdict_of(one) for one in samples)
        return VerdictCounts(found["accepted"], found["rejected"], found["hold"], found[None])

    @property
    def _run(self) -> Run | None:
        judging = self._desk.judging
        return None if judging is None or self._desk.look is None else judging.run

    def _other_set(self) -> None:
        self._standing = _Standing()
        self._services.background.forget(_STANDING)
        self._ask_standing()
        self._show()

    def _changed(self) -> None:
        self._timer.start()
        self._show()

    def _ask_standing(self) -> None:
        run = self._run
        if run is None:
            return
        runs = self._services.workspace.runs()

        def work(token: StopToken) -> _Standing:
            return _Standing(sign_off_of(run), _mended_of(run, runs, token))

        self._services.background.run(_STANDING, work, self._stands, self._not_read)

    def _stands(self, standing: _Standing) -> None:
        self._standing = standing
        self._show()

    def _not_read(self, error: UserError) -> None:
        self._services.navigator.tell_error(error)

    def _show(self) -> None:
        judging = self._desk.judging
        twice = agreeing = 0
        if judging is not None and self._run is not None:
            first, second = judging.of_look(FIRST_LOOK), judging.of_look(SECOND_LOOK)
            both = first.keys() & second.keys()
            twice = len(both)
            agreeing = sum(first[one].verdict == second[one].verdict for one in both)
        self.card.show_state(
            SetState(
                counts=self.counts,
                signed=self._standing.signed,
                second=self._desk.second,
                agreeing=agreeing,
                twice=twice,
                refusal=self._refusal(),
                busy=self._services.jobs.busy,
                mended=self._standing.mended,
            )
        )

    def _refusal(self) -> str:
        look = self._desk.look
        if look is not None and look.refusal is not None:
            return say(look.refusal.key, **look.refusal.params)
        if self._services.workspace.image_set is None:
            return self.tr("The real samples cannot be read just now.")
        return ""

    # --- what the user does ---------------------------------------------------------------------

    def switch_look(self) -> None:
        """Begin the second look, or end it and compare both."""
        if not self._desk.second:
            self._desk.start_second_look()
            return
        self._desk.end_second_look()
        self.compare_looks()

    def compare_looks(self) -> None:
        """Show how well both looks agree."""
        judging = self._desk.judging
        if judging is None:
            return
        first, second = judging.of_look(FIRST_LOOK), judging.of_look(SECOND_LOOK)
        if not first.keys() & second.keys():
            return

        def work(_token: StopToken) -> Agreement:
            return agreement(first, second)

        self._services.background.run(_AGREEMENT, work, self._compared)

    def _compared(self, found: Agreement) -> None:
        dialog = SecondLookDialog(self._desk, found, self._page)
        dialog.asked.connect(self._desk.sample_asked)
        self._open(dialog)

    def open_blind_test(self) -> None:
        """Real or synthetic?"""
        run, look, images = self._run, self._desk.look, self._services.workspace.image_set
        if run is not None and look is not None and images is not None:
            self._open(BlindDialog(self._services, run, look, images, self._page))

    def open_mending(self) -> None:
        """Ask what becomes of the rejected samples."""
        run, look = self._run, self._desk.look
        if run is None or look is None:
            return
        shown = look.samples(None)
        names = [
            look.class_names[look.label_of(one)]
            for one in shown
            if self._desk.verdict_of(one) == "rejected"
        ]
        dialog = MendDialog(self._services, run, Counter(names), len(shown), self._page)
        dialog.made.connect(self._work_on)
        self._open(dialog)

    def open_sign_off(self) -> None:
        """Ask for a name and sign."""
        run = self._run
        if run is not None:
            signed = self._standing.signed
            dialog = SignOffDialog(self._services, run, self.counts, signed, self._page)
            dialog.signed.connect(self._ask_standing)
            dialog.signed.connect(self._services.workspace.refresh_runs)
            self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._desk.bar.inspector.show_names()

    def _work_on(self, run: Run) -> None:
        """Condense the new run, while the old one is looked at."""
        project = self._services.workspace.project
        if project is None or self._services.jobs.busy:
            return

        def work(emit: Emit, token: StopToken) -> object:
            from engine.synthesis import condense_run

            return condense_run(project, run, emit=emit, token=token)

        job = Job("condense", work, project=project.path, run=run.id, follow=False)
        self._services.jobs.start(job)

    def _look_at_mended(self) -> None:
        if self._standing.mended:
            self._services.workspace.select_run(self._standing.mended)


def _mended_of(run: Run, runs: list[Run], token: StopToken) -> str:
    """The newest run that was made from ``run``; empty without one."""
    for one in runs:
        token.raise_if_stopped()
        with contextlib.suppress(UserError):  # of a recipe this version does not know
            mend = one.recipe.mend
            if mend is not None and mend.run == run.id and one.condensed_path.is_file():
                return one.id
    return ""
