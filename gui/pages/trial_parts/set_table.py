"""The result of each set in a row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from engine.trial import SetResult, TrialReport
from engine.trial.roi import duration
from gui.language import Translated, current, data_size, number, percent
from gui.pages.trial_parts.words import accuracy_text, set_title

# The best that can be reached first, then the answer, then what it must beat.
ORDER = ("full", "condensed", "packed", "kcenter", "herding", "kmeans", "random")
_NUMBERS = (1, 4, 5)  # columns written to the right
_CLASS = 3


class SetTable(Translated, QTableWidget):
    """Set, pictures, accuracy, worst class, training time, bytes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: TrialReport | None = None
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setStyleSheet("QTableView::item { padding: 0 6px; }")
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The columns share the room; a bar for a pixel too many would hide the last row.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bind(self._draw)

    def show_report(self, report: TrialReport) -> None:
        """Show a trial."""
        self._report = report
        self._draw()

    def _draw(self) -> None:
        self.setAccessibleName(self.tr("Results by set"))
        self.setAccessibleDescription(self.tr("A row a set."))
        heads = [
            self.tr("Set"),
            self.tr("Pictures"),
            self.tr("Accuracy"),
            self.tr("Worst class"),
            self.tr("One training"),
            self.tr("Size"),
        ]
        results = self._results()
        self.clear()
        self.setColumnCount(len(heads))
        self.setRowCount(len(results))
        self.setHorizontalHeaderLabels(heads)
        for place, tip in enumerate(self._tips()):
            if (head := self.horizontalHeaderItem(place)) is not None:
                head.setToolTip(tip)
        for place, one in enumerate(results):
            self._fill(place, one, results)
        self._fit()

    def _tips(self) -> list[str]:
        """What each column measures."""
        return [
            self.tr("What the model was trained on"),
            self.tr("Pictures of the set"),
            self.tr(
                "Share of test pictures told rightly: mean of the trainings ± their deviation, "
                "in points"
            ),
            self.tr("The class of which the smallest share was told rightly, and that share"),
            self.tr("Time of one training on this computer"),
            self.tr("Bytes of the pictures as they are stored, without compression"),
        ]

    def _results(self) -> list[SetResult]:
        report = self._report
        if report is None:
            return []
        return [one for name in ORDER if (one := report.find(name)) is not None]

    def _fill(self, place: int, one: SetResult, results: list[SetResult]) -> None:
        worst = one.worst
        cells = [
            set_title(one.name),
            number(one.images),
            self._accuracy(one, results),
            "–" if worst is None else f"{percent(worst[1])}  {worst[0]}",
            duration(one.seconds, current()),
            data_size(one.bytes),
        ]
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setTextAlignment(_side(column))
            if one.name == "condensed":
                item.setFont(_bold(item.font()))
            item.setToolTip(self._tip(one) if column == 2 else words)
            self.setItem(place, column, item)

    def _accuracy(self, one: SetResult, results: list[SetResult]) -> str:
        """With best and lowest in words."""
        words = accuracy_text(one.accuracy_mean, one.accuracy_std, seeds=len(one.accuracies))
        means = [other.accuracy_mean for other in results]
        if max(means) == min(means):
            return words
        if one.accuracy_mean == max(means):
            return self.tr("{accuracy}  (best)").format(accuracy=words)
        if one.accuracy_mean == min(means):
            return self.tr("{accuracy}  (lowest)").format(accuracy=words)
        return words

    def _tip(self, one: SetResult) -> str:
        return self.tr(
            "Single trainings: {single}. Mean recall over classes: {balanced}. "
            "Interval with the sampling error of the test pictures: ± {margin} points."
        ).format(
            single=", ".join(percent(share) for share in one.accuracies),
            balanced=accuracy_text(one.balanced_mean, one.balanced_std, seeds=len(one.accuracies)),
            margin=number(100 * one.margin, 1),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._widen()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in range(self.columnCount()):
            if (item := self.horizontalHeaderItem(column)) is not None:
                item.setTextAlignment(_side(column))
        self._widen()
        self.setFixedHeight(
            header.sizeHint().height()
            + sum(self.rowHeight(place) for place in range(self.rowCount()))
            + 2 * self.frameWidth()
        )

    def _widen(self) -> None:
        """Every column as wide as it needs; what is left is shared, what is missing taken from
        the class names, which tooltips show in full.
        """
        header, columns = self.horizontalHeader(), range(self.columnCount())
        if not columns:
            return
        widths = [max(self.sizeHintForColumn(c), header.sectionSizeHint(c)) for c in columns]
        slack = self.viewport().width() - sum(widths)
        for column in columns:
            share = slack // len(columns) if slack > 0 else slack if column == _CLASS else 0
            header.resizeSection(column, max(60, widths[column] + share))


def _bold(font: QFont) -> QFont:
    font.setBold(True)
    return font


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
