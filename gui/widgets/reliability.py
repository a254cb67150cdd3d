"""Reliability diagram: accuracy over confidence, against the diagonal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.theme import colours
from gui.widgets.chart import LineChart

_SMALLEST, _LARGEST = 6.0, 20.0  # of a point, px


class ReliabilityChart(LineChart):
    """One point a bin that holds pictures; its size grows with their number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(["found", "ideal"], parent, legend_at=(10, 10))
        self._sizes: list[float] = []
        self.setXRange(0, 100, padding=0.03)
        self.setYRange(0, 100, padding=0.03)
        self.set_line("ideal", [0, 100], [0, 100])

    def show_bins(
        self, count: Sequence[int], confidence: Sequence[float], accuracy: Sequence[float]
    ) -> None:
        """Replace the points: pictures, mean confidence and accuracy (0..1) of each bin."""
        filled = [place for place, pictures in enumerate(count) if pictures]
        most = max(count, default=1) or 1
        self._sizes = [
            _SMALLEST + (_LARGEST - _SMALLEST) * (count[place] / most) ** 0.5 for place in filled
        ]
        # Points and sizes in one call: pyqtgraph refuses sizes of another number of points.
        self._lines["found"].setData(
            [100 * confidence[place] for place in filled],
            [100 * accuracy[place] for place in filled],
            symbol="o",
            symbolSize=self._sizes,
        )
        self._draw()

    def points(self) -> list[tuple[float, float]]:
        """What is drawn, in per cent."""
        x, y = self._lines["found"].getData()
        return [] if x is None else list(zip(x.tolist(), y.tolist(), strict=True))

    def _draw(self) -> None:
        super()._draw()
        found = self._lines["found"]
        if getattr(self, "_sizes", None):
            found.setSymbolBrush(found.opts["pen"].color())
            found.setSymbolPen(colours().surface)
