"""What the verdict rests on: the trial and the inspection."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtWidgets import QWidget

from engine.project.sign_off import SignOff
from engine.trial import TrialReport
from engine.trial.anomaly_report import AnomalyReport
from engine.trial.roi import duration
from gui.language import TranslatedWidget, current, number, say
from gui.pages.inspect_parts.words import signed_words
from gui.pages.trial_parts.words import MODELS, when
from gui.widgets.layout import Card, column, flowing, label, set_role


class Basis(TranslatedWidget):
    """A few plain lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[TrialReport | AnomalyReport, Mapping[int, str], int] | None = None
        self._signed: SignOff | None = None
        self.heading = label("heading")
        self.lines = flowing(label(wrap=True, selectable=True))
        self.judged = flowing(label(wrap=True, selectable=True))
        self.signed = flowing(label(wrap=True, selectable=True))
        card = Card()
        for part in (self.heading, self.lines, self.judged, self.signed):
            card.body.addWidget(part)
        self.setLayout(column(card))
        self.bind(self._draw)

    def show_basis(
        self,
        report: TrialReport | AnomalyReport,
        verdicts: Mapping[int, str],
        samples: int,
        signed: SignOff | None = None,
    ) -> None:
        """Replace the lines; verdicts by image number, of so many samples to judge."""
        self._shown, self._signed = (report, verdicts, samples), signed
        self._draw()

    def _draw(self) -> None:
        self.heading.setText(self.tr("What this rests on"))
        if self._shown is None:
            return
        report, verdicts, samples = self._shown
        lines = (
            self._of_detector(report)
            if isinstance(report, AnomalyReport)
            else self._of_trial(report)
        )
        self.lines.setText("\n".join(lines))
        self.judged.setText(_judged(verdicts, samples))
        self.signed.setText(signed_words(self._signed))
        whole = self._signed is not None and self._signed.state == "signed"
        changed = self._signed is not None and not whole
        set_role(self.signed, "good" if whole else "warning" if changed else "muted")

    def _of_detector(self, report: AnomalyReport) -> list[str]:
        return [
            self.tr("The comparison of {time}: a defect detector on {device}.").format(
                time=when(datetime.fromisoformat(report.created)), device=report.device
            ),
            self.tr("Test pictures: {normal} normal, {defects} with defects.").format(
                normal=number(report.normal_tests),
                defects=number(len(report.rows) - report.normal_tests),
            ),
            self.tr("Normal pictures that only set the threshold: {count}.").format(
                count=number(report.held_out)
            ),
        ]

    def _of_trial(self, report: TrialReport) -> list[str]:
        condensed = report.find("condensed")
        if condensed is None:
            return []
        lines = [
            self.tr("The trial of {time}: {model} on {device}.").format(
                time=when(datetime.fromisoformat(report.created)),
                model=MODELS[report.recipe.model],
                device=report.device,
            ),
            self.tr("Held-out real pictures: {tests}; trainings of each set: {seeds}.").format(
                tests=number(report.test_images), seeds=number(len(condensed.accuracies))
            ),
            self.tr(
                "Margin of the condensed set's accuracy: ± {margin} points, from the deviation "
                "over trainings and the number of test pictures."
            ).format(margin=number(100 * condensed.margin, 1)),
            self.tr("Time to condense: {time}.").format(
                time=duration(report.condense_seconds, current())
            ),
        ]
        if report.stopped:
            lines.append(say("report.trial_stopped"))
        return lines


def _judged(verdicts: Mapping[int, str], samples: int) -> str:
    given = list(verdicts.values())
    counts = {name: number(given.count(name)) for name in ("accepted", "rejected", "hold")}
    return say("report.judged", **counts, open=number(max(0, samples - len(given))))
