"""Normal sets as memory of a detector, a row a set; for the trial page and the decide page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.trial.anomaly_report import AnomalyReport, AnomalyResult
from engine.trial.anomaly_words import set_words
from gui.language import Translated, current, data_size, number, percent
from gui.pages.trial_parts.plain_table import PlainTable

_PLAIN = 6  # columns without costs


class AnomalyTable(Translated, PlainTable):
    """Defects found and missed, false alarms, memory, time; the condensed set in bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: AnomalyReport | None = None
        self.bind(self._draw)

    def show_report(self, report: AnomalyReport) -> None:
        """Show a comparison."""
        self._report = report
        self._draw()

    def _draw(self) -> None:
        self.setAccessibleName(self.tr("Normal sets as memory of the detector"))
        self.setAccessibleDescription(self.tr("A row a set."))
        report = self._report
        if report is None:
            return
        ours = [place for place, one in enumerate(report.sets) if one.name == "condensed"]
        rows = [self._cells(report, one) for one in report.sets]
        self.show_cells(self._heads(report), rows, bold=ours, tips=self._tips(report))

    def _heads(self, report: AnomalyReport) -> list[str]:
        heads = [
            self.tr("Memory"),
            self.tr("AUROC\n(95 %)"),
            self.tr("Average\nprecision"),
            self.tr("Missed"),
            self.tr("False\nalarms"),
            self.tr("Size, time\na picture"),
        ]
        if report.losses is not None:
            heads.append(self.tr("Cheapest\nthreshold"))
        return heads

    def _tips(self, report: AnomalyReport) -> list[str]:
        """What the last column is about."""
        cheapest = self.tr("With the threshold that costs least, by the costs of the Decide page")
        return [""] * _PLAIN + ([cheapest] if report.losses is not None else [])

    def _cells(self, report: AnomalyReport, one: AnomalyResult) -> list[str]:
        """Two lines each, so that all columns are seen without scrolling."""
        pictures = self.tr("pictures: {count}").format(count=number(one.images))
        taken = number(one.milliseconds + report.network_milliseconds, 1)
        cells = [
            f"{set_words(one.name, current())}\n{pictures}",
            f"{number(one.auroc, 3)}\n{number(one.auroc_low, 3)}–{number(one.auroc_high, 3)}",
            number(one.average_precision, 3),
            percent(one.missed_share),
            percent(one.alarm_share),
            f"{data_size(one.memory_bytes)}\n{taken} ms",
        ]
        if report.losses is not None and one.cost is not None:
            words = self.tr("{missed} missed\n{alarms} alarms")
            cells.append(
                words.format(missed=percent(one.cost.missed), alarms=percent(one.cost.alarms))
            )
        return cells
