"""Pictures beside the map of where they look anomalous."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image
from PySide6.QtWidgets import QWidget

from engine.data import ImageSet
from engine.runtime import UserError
from engine.trial.anomaly_report import AnomalyReport, AnomalyResult, ScoreMap
from gui.language import TranslatedWidget, number
from gui.widgets.layout import column, label
from gui.widgets.picture_strip import PictureStrip, Shot

_SIDE, _SHOWN = 84, 6


class MapStrips(TranslatedWidget):
    """Missed defects with the lowest scores, and the highest scores of all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: ImageSet | None = None
        self._shown: tuple[AnomalyReport, AnomalyResult] | None = None
        self.missed_words, self.highest_words = label(wrap=True), label(wrap=True)
        self.missed, self.highest = PictureStrip(_SIDE, 2), PictureStrip(_SIDE, 2)
        self.setLayout(column(self.missed_words, self.missed, self.highest_words, self.highest))
        self.bind(self._say)

    def use_images(self, images: ImageSet | None) -> None:
        """The pictures that reports name."""
        self._images = images

    def show_maps(self, report: AnomalyReport, one: AnomalyResult) -> None:
        """Show the maps of a set's detector."""
        self._shown = report, one
        self._say()

    def _say(self) -> None:
        self.missed.setAccessibleName(self.tr("Missed defects"))
        self.highest.setAccessibleName(self.tr("Highest scores"))
        if self._shown is None:
            return
        report, one = self._shown
        known = dict(zip(report.rows, zip(one.scores, report.labels, strict=True), strict=True))
        maps = [each for each in one.maps if each.row in known]
        normal, threshold = report.class_names.index(report.normal), one.thresholds[0]
        missed = [
            each
            for each in maps
            if known[each.row][1] != normal and known[each.row][0] <= threshold
        ]
        missed.sort(key=lambda each: known[each.row][0])
        highest = sorted(maps, key=lambda each: -known[each.row][0])
        self._show(self.missed, missed[:_SHOWN], known, report)
        self._show(self.highest, highest[:_SHOWN], known, report)
        self.missed.setVisible(bool(missed))
        self.missed_words.setText(
            self.tr("Missed defects with the lowest scores; bright: where they look anomalous")
            if missed
            else self.tr("No defect is missed with this memory.")
        )
        self.highest_words.setText(self.tr("Highest scores"))

    def _show(
        self,
        strip: PictureStrip,
        maps: list[ScoreMap],
        known: dict[int, tuple[float, int]],
        report: AnomalyReport,
    ) -> None:
        shots = []
        for one, pixels in zip(maps, self._read(maps), strict=True):
            score, truth = known[one.row]
            tip = f"{report.class_names[truth]}, {number(score, 3)}"
            shots += [
                Shot(pixels, report.class_names[truth], tip),
                Shot(_enlarged(one), number(score, 3), tip),
            ]
        strip.show_shots(shots)

    def _read(self, maps: list[ScoreMap]) -> list[npt.NDArray[np.uint8] | None]:
        """A few small pictures: quick enough for the window's own thread."""
        images = self._images
        if images is None or not maps or max(one.row for one in maps) >= len(images):
            return [None] * len(maps)
        try:
            return list(images.read([one.row for one in maps]))
        except UserError:
            return [None] * len(maps)


def _enlarged(one: ScoreMap) -> npt.NDArray[np.uint8]:
    return np.asarray(Image.fromarray(one.scores()).resize((_SIDE, _SIDE)))
