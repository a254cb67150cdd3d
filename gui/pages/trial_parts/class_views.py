"""The details of a trial: recall by class, what is mixed up, how accuracy grew."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from engine.data import ImageSet
from engine.report.charts import Dumbbell as ClassRecall
from engine.report.charts import recall_dumbbells
from engine.report.wording import points
from engine.trial import TrialReport
from engine.trial.cells import knows_pictures, pictures_of_cell
from engine.trial.measures import rarest_class
from gui.language import TranslatedWidget, number, percent, say
from gui.pages.trial_parts.curves import report_curves
from gui.pages.trial_parts.plan import SETS
from gui.pages.trial_parts.words import set_title
from gui.theme import GAP, TIGHT
from gui.widgets.confusion import ConfusionView
from gui.widgets.dumbbells import Dumbbell, Dumbbells
from gui.widgets.layout import column, label, reachable, row, scrolled
from gui.widgets.learning_curves import LearningCurves

# px; what is higher scrolls inside
_MOST_HEIGHT = 900
_CURVES_HEIGHT = 460


class RecallTab(TranslatedWidget):
    """Recall by class as dumbbells, the worst loss first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: TrialReport | None = None
        self.note = label("muted", wrap=True)
        self.rarest = label(wrap=True)
        self.dumbbells = Dumbbells()
        self.area = reachable(scrolled(self.dumbbells))
        layout = column(self.note, self.rarest, self.area, spacing=GAP)
        layout.setStretch(2, 1)
        layout.setContentsMargins(TIGHT, GAP, TIGHT, 0)
        self.setLayout(layout)
        self.bind(self._draw)

    def show_report(self, report: TrialReport) -> None:
        """Show a trial."""
        self._report = report
        self._draw()

    def _say_rarest(self) -> None:
        """The class with the fewest training pictures stands apart."""
        report = self._report
        name = None if report is None else rarest_class(report)
        self.rarest.setVisible(name is not None)
        if report is None or name is None:
            return
        condensed, full = report.find("condensed"), report.find("full")
        assert condensed is not None  # rarest_class asks for it
        count = number(report.train_counts[report.class_names.index(name)])
        words = self.tr("Rarest class: {name}, training pictures: {count}. Recall {condensed}.")
        if full is not None and name in full.recall:
            words = self.tr(
                "Rarest class: {name}, training pictures: {count}. "
                "Recall {condensed} condensed, {full} all real."
            )
        self.rarest.setText(
            words.format(
                name=name,
                count=count,
                condensed=percent(condensed.recall[name]),
                full=percent(full.recall.get(name, 0.0)) if full is not None else "",
            )
        )

    def _draw(self) -> None:
        self._say_rarest()
        self.area.setAccessibleName(self.tr("Recall by class"))
        self.dumbbells.setAccessibleName(self.tr("Recall by class"))
        if self._report is None:
            return
        rows = recall_dumbbells(self._report)
        compared = any(one.full is not None for one in rows)
        self.note.setText(
            say("report.recall_note")
            if compared
            else self.tr("● condensed set; the class with the lowest recall comes first.")
        )
        self.dumbbells.show_rows([self._row(one) for one in rows])
        self.area.setMinimumHeight(min(_MOST_HEIGHT, self.dumbbells.sizeHint().height()))

    def _row(self, one: ClassRecall) -> Dumbbell:
        condensed = number(one.condensed, 1)
        if one.full is None:
            tip = self.tr("{name}: recall {condensed} % condensed").format(
                name=one.name, condensed=condensed
            )
            return Dumbbell(one.name, one.condensed, None, f"{condensed} %", tip)
        full, change = number(one.full, 1), points(-one.lost)
        tip = self.tr(
            "{name}: recall {condensed} % condensed, {full} % all real ({change} points)"
        ).format(name=one.name, condensed=condensed, full=full, change=change)
        figures = f"{full} → {condensed} %  ({change})"
        return Dumbbell(one.name, one.condensed, one.full, figures, tip)


class ConfusionTab(TranslatedWidget):
    """The confusion matrix of the condensed set, or of another.

    Emits ``pictures_asked`` with the rows of the image set behind the cell that is chosen.
    """

    pictures_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: TrialReport | None = None
        self._images: ImageSet | None = None
        self.set = QComboBox()
        self.note = label("muted", wrap=True)
        self.matrix = ConfusionView()
        words = label("muted")
        words.setBuddy(self.set)
        self.bind(lambda: words.setText(self.tr("Trained on")))
        top = row(words, self.set, self.note)
        top.setStretch(2, 1)
        layout = column(top, self.matrix, spacing=GAP)
        layout.setStretch(1, 1)
        layout.setContentsMargins(TIGHT, GAP, TIGHT, 0)
        self.setLayout(layout)
        self.set.activated.connect(lambda _: self._draw())
        self.matrix.cell_chosen.connect(self._cell_chosen)
        self.bind(self._say)

    def use_images(self, images: ImageSet | None) -> None:
        """The pictures of the project; None where they cannot be read."""
        self._images = images
        self._draw()

    def _cell_chosen(self, true: int, said: int) -> None:
        report, images = self._report, self._images
        result = report.find(self.set.currentData() or "") if report else None
        if report is None or result is None or images is None:
            return
        if knows_pictures(report, images):
            rows = pictures_of_cell(result, images, true=true, said=said)
            if len(rows):
                self.pictures_asked.emit(rows)

    def show_report(self, report: TrialReport) -> None:
        """Show a trial; the set chosen before stays chosen where it took part."""
        before = self.set.currentData() or "condensed"
        self._report = report
        self.set.clear()
        for name in SETS:
            if report.find(name) is not None:
                self.set.addItem(set_title(name), name)
        self.set.setCurrentIndex(max(0, self.set.findData(before)))
        self._draw()

    def _say(self) -> None:
        self.matrix.setAccessibleName(self.tr("Confusion matrix"))
        self.set.setToolTip(self.tr("Whose answers the matrix counts"))
        self.matrix.setAccessibleDescription(
            self.tr("A row a true class, a column what it was taken for.")
        )
        for place in range(self.set.count()):
            self.set.setItemText(place, set_title(self.set.itemData(place)))
        self._draw()

    def _draw(self) -> None:
        report = self._report
        result = report.find(self.set.currentData() or "") if report else None
        if report is None or result is None:
            return
        note = self.tr(
            "Rows: true class. Columns: what the model said. Summed over the trainings "
            "({count}); a stronger colour is a larger share of the true class."
        ).format(count=number(len(result.accuracies)))
        if self._images is not None and knows_pictures(report, self._images):
            more = self.tr("Choose a cell to see its pictures on the Inspect page.")
            note = f"{note} {more}"
        self.note.setText(note)
        self.matrix.show_counts(report.class_names, result.confusion, self._tip)
        self.matrix.setMinimumHeight(min(_MOST_HEIGHT, self.matrix.least_height()))

    def _tip(self, true: str, said: str, count: int, total: int) -> str:
        sentence = (
            self.tr("true {true} recognised: {count} of {total}")
            if true == said
            else self.tr("true {true} said as {said}: {count} of {total}")
        )
        return sentence.format(true=true, said=said, count=number(count), total=number(total))


class CurvesTab(TranslatedWidget):
    """Learning curves of a finished trial, made when somebody first looks at them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: TrialReport | None = None
        self._layout = column(None)
        self._layout.setContentsMargins(TIGHT, GAP, TIGHT, 0)
        self.setLayout(self._layout)
        self.bind(self._say)

    @cached_property
    def curves(self) -> LearningCurves:
        """The chart."""
        made = LearningCurves()
        made.setMaximumHeight(_CURVES_HEIGHT)
        if self._report is not None:
            made.show_points(report_curves(self._report))
        self._layout.insertWidget(0, made)
        self._say_on(made)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.curves.show()

    def show_report(self, report: TrialReport) -> None:
        """Show a trial."""
        self._report = report
        if "curves" in vars(self):
            self.curves.show_points(report_curves(report))

    def _say(self) -> None:
        if "curves" in vars(self):
            self._say_on(self.curves)

    def _say_on(self, curves: LearningCurves) -> None:
        curves.setAccessibleName(self.tr("Learning curves"))
        curves.describe(self.tr("Accuracy of each set while it is trained"))
        curves.set_words(
            bottom=self.tr("Share of the training (%)"),
            left=self.tr("Accuracy (%)"),
            names={name: set_title(name) for name in SETS},
        )
