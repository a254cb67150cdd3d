"""Further figures of a trial: F1, calibration, time to nearly all accuracy, energy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from engine.trial import SetResult, TrialReport
from engine.trial.roi import duration
from gui.language import TranslatedWidget, current, number, percent
from gui.pages.trial_parts.plain_table import PlainTable
from gui.pages.trial_parts.plan import SETS
from gui.pages.trial_parts.set_table import ORDER
from gui.pages.trial_parts.words import set_title
from gui.theme import GAP, TIGHT
from gui.widgets.layout import column, label, row
from gui.widgets.reliability import ReliabilityChart

_CHART_HEIGHT = 300


class FiguresTab(TranslatedWidget):
    """A second table of the sets, and whether a model is as sure as it is right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: TrialReport | None = None
        self.summary = label(wrap=True)
        self.table = PlainTable()
        self.note = label("muted", wrap=True)
        self.set = QComboBox()
        self.chart = ReliabilityChart()
        self.chart.setFixedHeight(_CHART_HEIGHT)
        self.chart_note = label("muted", wrap=True)
        words = label("muted")
        words.setBuddy(self.set)
        self.bind(lambda: words.setText(self.tr("Calibration after training on")))
        layout = column(
            self.summary,
            self.table,
            self.note,
            row(words, self.set, None),
            self.chart,
            self.chart_note,
            None,
            spacing=GAP,
        )
        layout.setContentsMargins(TIGHT, GAP, TIGHT, 0)
        self.setLayout(layout)
        self.set.activated.connect(lambda _: self._draw_chart())
        self.bind(self._draw)

    def show_report(self, report: TrialReport) -> None:
        """Show a trial; the set chosen before stays chosen where it took part."""
        before = self.set.currentData() or "condensed"
        self._report = report
        self.set.clear()
        for name in SETS:
            result = report.find(name)
            if result is not None and result.reliability is not None:
                self.set.addItem(set_title(name), name)
        self.set.setCurrentIndex(max(0, self.set.findData(before)))
        self._draw()

    def _draw(self) -> None:
        self.table.setAccessibleName(self.tr("Further figures by set"))
        self.table.setAccessibleDescription(self.tr("A row a set."))
        self.chart.setAccessibleName(self.tr("Calibration"))
        self._name_axes()
        for place in range(self.set.count()):
            self.set.setItemText(place, set_title(self.set.itemData(place)))
        report = self._report
        if report is None:
            return
        results = [one for name in ORDER if (one := report.find(name)) is not None]
        heads = [
            self.tr("Set"),
            self.tr("Macro-F1"),
            self.tr("Calibration error"),
            self.tr("Time to 95 % of full"),
            self.tr("Energy (estimate)"),
            self.tr("Steps"),
        ]
        bold = [place for place, one in enumerate(results) if one.name == "condensed"]
        cells = [self._cells(one) for one in results]
        self.table.show_cells(heads, cells, bold=bold, tips=self._tips())
        self._say_notes(report)
        self._draw_chart()

    def _tips(self) -> list[str]:
        """What each column measures."""
        return [
            self.tr("What the model was trained on"),
            self.tr("Recall and precision of each class in one figure, every class counted alike"),
            self.tr("How far the model's confidence is from how often it is right, on average"),
            self.tr("Training time until 95 % of the full data's accuracy were reached"),
            self.tr("Power times time of one training; an estimate"),
            self.tr("Steps of one training"),
        ]

    def _cells(self, one: SetResult) -> Sequence[str]:
        f1, error = one.macro_f1_mean, one.calibration_error
        reached = one.seconds_to_95
        never = self.tr("never") if self._times_known else "–"
        return [
            set_title(one.name),
            "–" if f1 is None else percent(f1),
            "–" if error is None else percent(error),
            never if reached is None else duration(reached, current()),
            "–" if one.energy_wh is None else f"{number(one.energy_wh, 2)} Wh",
            number(one.steps),
        ]

    @property
    def _times_known(self) -> bool:
        """Whether a missing time means that the accuracy was never reached."""
        full = None if self._report is None else self._report.find("full")
        return full is not None and full.seconds_to_95 is not None

    def _say_notes(self, report: TrialReport) -> None:
        parts = []
        if report.recovered_share is not None:
            parts.append(
                self.tr("Recovered: {share} of the full data's accuracy.").format(
                    share=percent(report.recovered_share)
                )
            )
        if report.gain_over_random is not None:
            points = 100 * report.gain_over_random
            parts.append(
                self.tr("Against random real samples: {points} points.").format(
                    points=f"{'+' if points >= 0 else '−'}{number(abs(points), 1)}"
                )
            )
        self.summary.setText("  ".join(parts))
        self.summary.setVisible(bool(parts))
        note = self.tr(
            "Macro-F1: mean of the classes' F1. Calibration error: mean distance of confidence "
            "and accuracy in 15 bins; 0 is best. Time: when the learning curve first reaches "
            "95 % of the full data's accuracy."
        )
        if report.watts is not None:
            energy = self.tr("Energy: seconds of training × {watts} W assumed.")
            note = f"{note} {energy.format(watts=number(report.watts))}"
        self.note.setText(note)

    def _name_axes(self) -> None:
        """Also of a chart that is not seen: a trial that has one may be chosen at any time."""
        self.chart.set_texts(
            bottom=self.tr("Confidence (%)"),
            left=self.tr("Accuracy (%)"),
            names={
                "ideal": self.tr("as sure as right"),
                "found": set_title(self.set.currentData() or "condensed"),
            },
        )

    def _draw_chart(self) -> None:
        report = self._report
        result = report.find(self.set.currentData() or "") if report else None
        known = result.reliability if result is not None else None
        for part in (self.chart, self.set):
            part.setVisible(known is not None)
        if known is None or result is None:
            self.chart_note.setText(self.tr("This trial is older and holds no calibration."))
            return
        self._name_axes()
        self.chart.show_bins(known.count, known.confidence, known.accuracy)
        self.chart_note.setText(
            self.tr(
                "Below the dashed line the model is surer than it is right. "
                "A larger point stands for more pictures."
            )
        )
        self.chart.setAccessibleDescription(self.chart_note.text())
