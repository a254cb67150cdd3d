"""Ordering a curve over images per class: which points, what is there, how long it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QLabel, QWidget

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.queueing.curve import COUNTS, CurvePart, add_curve, curve_parts
from engine.runtime import StopToken, UserError
from engine.trial import TrialRecipe, TrialReport
from engine.trial.results import SetName
from gui.language import Translated, clock, number, say
from gui.pages.trial_parts.plan import estimate
from gui.pages.trial_parts.words import MODELS
from gui.services import Services
from gui.theme import GAP, PAD, PAGE
from gui.widgets.layout import button, column, explain, flowing, label, row

_LOOK, _TIME = "trial.curve_order", "trial.curve_time"
_WIDTH = 520
_DONE = ("there", "queued")


@dataclass(frozen=True)
class Order:
    """What a curve is ordered from.

    ``sizes`` are those of the sets of a run with ``recipe``; ``earlier`` its trials.
    """

    project: Project
    images: ImageSet
    recipe: CondenseRecipe
    trial: TrialRecipe
    sizes: Mapping[SetName, int]
    earlier: Sequence[TrialReport] = ()


class Taken(NamedTuple):
    """Seconds a point will take; ``networks`` of them only the first that trains them."""

    seconds: float
    networks: float = 0.0


class CurveDialog(Translated, QDialog):
    """Check boxes for images per class; puts what is missing into the queue."""

    def __init__(self, services: Services, order: Order, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._order = services, order
        self.parts: Sequence[CurvePart] | None = None
        self._times: dict[int, Taken] | None = None
        self.heading, self.about = label("title"), flowing(label(wrap=True))
        self.boxes = {ipc: QCheckBox() for ipc in COUNTS}
        self.notes: dict[int, QLabel] = {ipc: label("muted") for ipc in COUNTS}
        self.total = flowing(label("muted", wrap=True))
        self.add, self.leave = button("playlist-plus", primary=True), button("close")
        self._assemble()
        for one in self.boxes.values():
            one.setChecked(True)
            one.toggled.connect(self._draw)
        self.add.clicked.connect(self.put)
        self.leave.clicked.connect(self.reject)
        self.bind(self._say)
        self._ask()

    def _assemble(self) -> None:
        layout = column(self.heading, self.about, spacing=PAD)
        points = QGridLayout()
        points.setHorizontalSpacing(PAGE)
        points.setVerticalSpacing(GAP)
        points.setColumnStretch(1, 1)
        for place, (ipc, one) in enumerate(self.boxes.items()):
            points.addWidget(one, place, 0)
            points.addWidget(self.notes[ipc], place, 1)
        layout.addLayout(points)
        layout.addWidget(self.total)
        layout.addStretch(1)
        layout.addLayout(row(None, self.leave, self.add))
        layout.setContentsMargins(PAGE, PAGE, PAGE, PAD)
        self.setLayout(layout)
        self.setMinimumWidth(_WIDTH)

    @property
    def chosen(self) -> list[int]:
        """Points that are asked for and not there yet."""
        return [ipc for ipc, one in self.boxes.items() if one.isEnabled() and one.isChecked()]

    def put(self) -> None:
        """Put what is missing into the queue."""
        order, chosen = self._order, self.chosen
        if self._services.queue.add(
            lambda project: add_curve(project, order.recipe, order.trial, chosen)
        ):
            self.accept()

    def _ask(self) -> None:
        order = self._order

        def work(_token: StopToken) -> list[CurvePart]:
            return curve_parts(order.project, order.recipe, order.trial, COUNTS)

        self._services.background.run(_LOOK, work, self._answer, self._failed)

    def _answer(self, parts: Sequence[CurvePart]) -> None:
        self.parts = parts
        for part in parts:
            self.boxes[part.ipc].setEnabled(part.state not in _DONE)
            if part.state in _DONE:
                self.boxes[part.ipc].setChecked(False)
        self._draw()
        order, measure = self._order, not self._services.jobs.busy

        def work(token: StopToken) -> dict[int, Taken]:
            return times_of(order, parts, token, measure=measure)

        self._services.background.run(_TIME, work, self._answer_times)

    def _answer_times(self, times: dict[int, Taken]) -> None:
        self._times = times
        self._draw()

    def _failed(self, error: UserError) -> None:
        self._services.navigator.tell_error(error)
        self.reject()

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Curve over images per class"))
        self.heading.setText(self.windowTitle())
        order = self._order
        self.about.setText(
            self.tr(
                "Runs as the one chosen, with other numbers of images per class, are condensed and "
                "tried with {model}, trainings a set: {seeds}. They are put into the queue; "
                "nothing starts before you start it there."
            ).format(model=MODELS[order.trial.model], seeds=number(order.trial.seeds))
        )
        for ipc, one in self.boxes.items():
            one.setText(self.tr("Images per class: {count}").format(count=number(ipc)))
            one.setToolTip(self.tr("A run and a trial with as many images per class"))
        self.add.setText(self.tr("Add to queue"))
        self.leave.setText(self.tr("Cancel"))
        self.leave.setToolTip(self.tr("Closes this window without a change"))
        self._draw()

    def _draw(self) -> None:
        for part in self.parts or ():
            self.notes[part.ipc].setText(self._note(part))
        chosen = self.chosen
        reason = self.tr("Looking at what is there already…")
        if self.parts is not None:
            reason = "" if chosen else self.tr("Choose at least one number that is not there yet.")
        explain(self.add, reason, self.tr("Condense and try each of them, one after the other."))
        known = self._times
        if not chosen:
            words = reason
        elif known is None:
            words = self.tr("Working out how long it takes…")
        elif all(ipc in known for ipc in chosen):
            taken = clock(together([known[ipc] for ipc in chosen]))
            words = self.tr("Expected time: {time}.").format(time=taken)
        else:
            words = self.tr("The time can be told once a trial by this rule was made.")
        self.total.setText(words)

    def _note(self, part: CurvePart) -> str:
        if part.state == "there":
            return self.tr("measured already")
        if part.state == "queued":
            return self.tr("waits in the queue already")
        taken = (self._times or {}).get(part.ipc)
        about = "" if taken is None else say("time.about", time=clock(taken.seconds))
        if part.state == "trial":
            condensed = self.tr("condensed already; will be tried")
            return f"{condensed}  ·  {about}" if about else condensed
        return about


def together(times: Sequence[Taken]) -> float:
    """Seconds of points one after the other: the first trains networks for all of them."""
    once = max((one.networks for one in times), default=0.0)
    return once + sum(one.seconds - one.networks for one in times)


def times_of(
    order: Order, parts: Sequence[CurvePart], token: StopToken, *, measure: bool
) -> dict[int, Taken]:
    """How long each point will take, where that is known.

    Parameters
    ----------
    measure : bool
        Whether the speed of condensing may be measured now: not while a job runs.
    """
    times: dict[int, Taken] = {}
    for part in parts:
        token.raise_if_stopped()
        if part.state in _DONE:
            continue
        condensing: Taken | None = Taken(0.0)
        if part.state == "missing" and part.maker is None:
            condensing = _condensing(order, part.ipc) if measure else None
        trying = estimate(order.trial, _sizes(order, part.ipc), order.earlier)
        if condensing is not None and trying is not None:
            times[part.ipc] = condensing._replace(seconds=condensing.seconds + trying)
    return times


def _condensing(order: Order, ipc: int) -> Taken | None:
    from engine.synthesis import estimate as estimate_run

    recipe = order.recipe.model_copy(update={"ipc": ipc})
    try:
        found = estimate_run(order.images, recipe)
    except UserError:
        return None
    return Taken(found.seconds, found.networks)


def _sizes(order: Order, ipc: int) -> dict[SetName, int]:
    """The sets' sizes with another number of images per class; all real samples stay as many."""
    ratio = ipc / order.recipe.ipc
    return {
        name: size if name == "full" else max(1, round(ratio * size))
        for name, size in order.sizes.items()
    }
