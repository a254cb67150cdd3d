"""Normal sets as memory of a detector, a row a set; for the trial page and the decide page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.trial.anomaly_report import AnomalyReport, AnomalyResult
from engine.trial.anomaly_words import set_words
from gui.language import Translated, current, data_size, number, percent
from gui.pages.trial_parts.plain_table import PlainTable


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
        self.show_cells(self._heads(report), rows, bold=ours)

    def _heads(self, report: AnomalyReport) -> list[str]:
        heads = [
            self.tr("Memory"),
            self.tr("Pictures"),
            self.tr("AUROC (95 %)"),
            self.tr("Average\nprecision"),
            self.tr("Missed"),
            self.tr("False\nalarms"),
            self.tr("Size"),
            self.tr("ms a\npicture"),
        ]
        if report.losses is not None:
            heads.append(self.tr("Cheapest\nthreshold"))
        return heads

    def _cells(self, report: AnomalyReport, one: AnomalyResult) -> list[str]:
        cells = [
            set_words(one.name, current()),
            number(one.images),
            f"{number(one.auroc, 3)} ({number(one.auroc_low, 3)}–{number(one.auroc_high, 3)})",
            number(one.average_precision, 3),
            percent(one.missed_share),
            percent(one.alarm_share),
            data_size(one.memory_bytes),
            number(one.milliseconds + report.network_milliseconds, 1),
        ]
        if report.losses is not None and one.cost is not None:
            words = self.tr("{missed} missed, {alarms} alarms")
            cells.append(
                words.format(missed=percent(one.cost.missed), alarms=percent(one.cost.alarms))
            )
        return cells
