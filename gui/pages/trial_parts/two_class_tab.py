"""A trial of two classes as defect detection: the curve, and the cheapest threshold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from engine.trial import CostInputs, TrialReport
from engine.trial.amounts import money
from engine.trial.two_class import TwoClassSet, TwoClassView, two_class_view
from gui.language import TranslatedWidget, current, number, percent, say
from gui.pages.trial_parts.plain_table import PlainTable
from gui.pages.trial_parts.set_table import ORDER
from gui.pages.trial_parts.two_class_chart import SHOWN, TwoClassChart
from gui.pages.trial_parts.words import set_title
from gui.theme import GAP, TIGHT
from gui.widgets.layout import column, flowing, label

_THOUSAND = 1000


class TwoClassTab(TranslatedWidget):
    """Says what the cheapest threshold does, or what is missing to choose one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: TrialReport | None = None
        self._costs = CostInputs()
        self._view: TwoClassView | None = None
        self.summary = flowing(label(wrap=True, selectable=True))
        self.table = PlainTable()
        self.chart = TwoClassChart()
        self.note = flowing(label("muted", wrap=True))
        layout = column(self.summary, self.table, self.chart, self.note, None, spacing=GAP)
        layout.setContentsMargins(TIGHT, GAP, TIGHT, 0)
        self.setLayout(layout)
        self.bind(self._draw)

    def show_report(self, report: TrialReport, costs: CostInputs) -> bool:
        """Show a trial; False where it is not of two classes, so that there is nothing to show."""
        self._report, self._costs = report, costs
        self._view = two_class_view(report, costs)
        self._draw()
        return len(report.class_names) == 2

    def _draw(self) -> None:
        self.table.setAccessibleName(self.tr("Defect detection by set"))
        self.table.setAccessibleDescription(self.tr("A row a set."))
        self.chart.setAccessibleName(self.tr("Precision over recall"))
        self.chart.set_texts(
            bottom=self.tr("Recall: defects found, %"),
            left=self.tr("Precision: alarms that are right, %"),
            names={name: set_title(name) for name in SHOWN},
        )
        view = self._view
        for part in (self.table, self.chart, self.note):
            part.setVisible(view is not None)
        if view is None:
            self.summary.setText(self._missing())
            return
        self.summary.setText(self._sentence(view))
        self.chart.setAccessibleDescription(self.summary.text())
        self.chart.show_view(view)
        sets = [one for name in ORDER if (one := view.find(name)) is not None]
        bold = [place for place, one in enumerate(sets) if one.name == "condensed"]
        rows = [self._cells(one) for one in sets]
        self.table.show_cells(self._heads(view), rows, bold=bold, tips=self._meanings())
        self.note.setText(self._note(view))

    def _missing(self) -> str:
        """What is lacking for this view."""
        report = self._report
        if report is None:
            return ""
        critical = [name for name in report.class_names if name in self._costs.critical_classes]
        if len(critical) != 1:
            return self.tr(
                "Which of the two classes is the defect? Tick it under “Critical classes” on the "
                "Decide page."
            )
        if not report.test_labels:
            return self.tr("This trial is older and holds no probabilities. Trial-train again.")
        return self.tr("Only one of the classes has test pictures.")

    # --- words ----------------------------------------------------------------------------------

    def _sentence(self, view: TwoClassView) -> str:
        """What the cheapest threshold of the condensed set does, beside all real samples."""
        if view.losses is None:
            return self.tr(
                "With the cost of a missed defect and of a false alarm (Decide page, “What a "
                "missed defect costs”), the cheapest threshold is told here."
            )
        ours = view.find("condensed")
        shown = [one for one in (ours, view.find("full")) if one is not None]
        return " ".join(self._told(view, one) for one in shown)

    def _told(self, view: TwoClassView, one: TwoClassSet) -> str:
        words = self.tr(
            "{set}: cheapest is to call a picture “{defect}” from {threshold} on. Missed defects: "
            "{missed} of {defects}. False alarms: {alarms} of {normals}."
        )
        if one.chosen is None:
            words = self.tr(
                "{set}: cheapest is to call no picture “{defect}”. Missed defects: {missed} of "
                "{defects}."
            )
        elif not one.missed and one.alarms == one.normals:
            words = self.tr(
                "{set}: cheapest is to call every picture “{defect}”. False alarms: {alarms} of "
                "{normals}."
            )
        return words.format(
            set=set_title(one.name),
            defect=view.defect,
            threshold=self._threshold(one),
            missed=number(one.missed or 0),
            defects=number(one.defects),
            alarms=number(one.alarms or 0),
            normals=number(one.normals),
        )

    def _heads(self, view: TwoClassView) -> Sequence[str]:
        heads = [self.tr("Set"), self.tr("Average precision")]
        if view.losses is None:
            return heads
        return [
            *heads,
            self.tr("Threshold"),
            self.tr("Missed defects"),
            self.tr("False alarms"),
            self.tr("Cost of 1,000 parts"),
        ]

    def _meanings(self) -> Sequence[str]:
        """What each column measures."""
        return [
            self.tr("What the model was trained on"),
            self.tr("Area below precision over recall: 1 finds every defect without false alarms"),
            self.tr("Probability from which on a picture is called a defect; the cheapest one"),
            self.tr("Defects taken for good at this threshold"),
            self.tr("Good ones taken for defects at this threshold"),
            self.tr("What missed defects and false alarms cost together, with your costs"),
        ]

    def _cells(self, one: TwoClassSet) -> Sequence[str]:
        cells = [set_title(one.name), number(one.curve.average, 3)]
        best = one.cheapest
        if best is None:
            return cells
        cost = best.cost if best.elsewhere is None else best.elsewhere
        share = self.tr("{count} of {all}")
        return [
            *cells,
            self._threshold(one),
            share.format(count=number(one.missed or 0), all=number(one.defects)),
            share.format(count=number(one.alarms or 0), all=number(one.normals)),
            money(_THOUSAND * cost, self._costs.currency, current()),
        ]

    def _threshold(self, one: TwoClassSet) -> str:
        assert one.cheapest is not None
        return percent(min(1.0, max(0.0, one.cheapest.threshold)))

    def _note(self, view: TwoClassView) -> str:
        intro = say("report.two_class_intro", defect=view.defect, normal=view.normal)
        if view.losses is None:
            return intro
        costs = self.tr(
            "The marks stand at the cheapest thresholds. Costs used: missed defect {missed}, false "
            "alarm {alarm}."
        ).format(
            missed=money(view.losses.missed, self._costs.currency, current()),
            alarm=money(view.losses.alarm, self._costs.currency, current()),
        )
        reckoned = say("report.two_class_note", share=number(100 * view.share, 1))
        return f"{intro}\n{costs} {reckoned}"
