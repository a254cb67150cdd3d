"""The map: real pictures and synthetic samples on a plane, with what the samples cover."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.inspection.coverage import Region
from engine.inspection.mapping import MapKind, PlaneMap
from gui.language import TranslatedWidget, number
from gui.pages.inspect_parts.coverage_pane import CoveragePane
from gui.pages.inspect_parts.look import Look
from gui.pages.inspect_parts.map_layers import (
    REAL,
    SYNTHETIC,
    VerdictOf,
    map_layers,
    map_signs,
)
from gui.pages.inspect_parts.map_tools import MapTools, SelectionBar
from gui.pages.inspect_parts.point_card import PointCard
from gui.pages.inspect_parts.surveying import Surveying
from gui.pages.inspect_parts.tiles import RealPictures
from gui.theme import GAP
from gui.widgets.layout import Card, column, flowing, label, side_by_side
from gui.widgets.legend import Legend
from gui.widgets.scatter import Scatter

_WIDTHS = (640, 380)
Point = tuple[str, int]


class MapView(TranslatedWidget):
    """Draws the survey of the run looked at.

    Signals
    -------
    sample_asked(int)
        A synthetic sample to look at.
    selected(object, object)
        Samples and rows of the image set to show in the gallery.
    class_chosen(object)
        A label.
    """

    sample_asked = Signal(int)
    selected = Signal(object, object)
    class_chosen = Signal(object)

    def __init__(self, surveying: Surveying, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surveying = surveying
        self._pictures: RealPictures | None = None
        self._verdict_of: VerdictOf = lambda _sample: None
        self._label: int | None = None
        self._kind: MapKind = "pca"
        self._drawn: tuple[PlaneMap | None, MapKind] = (None, "pca")
        self._selection: tuple[frozenset[int], frozenset[int]] | None = None
        self._under: Point | None = None
        self._marked: int | None = None
        self.refusal = ""
        self.tools, self.scatter, self.legend = MapTools(), Scatter(), Legend()
        self.card = PointCard(self.scatter)
        self.state, self.note = flowing(label(wrap=True)), flowing(label("muted", wrap=True))
        self.selection = SelectionBar()
        self.coverage = CoveragePane()
        self._assemble()
        self._connect()
        self.bind(self.draw)

    def _assemble(self) -> None:
        card = Card()
        card.body.addWidget(self.tools)
        card.body.addWidget(self.state)
        card.body.addWidget(self.scatter, 1)
        for part in (self.legend, self.note, self.selection):
            card.body.addWidget(part)
        card.body.setSpacing(GAP)
        parts = side_by_side(card, self.coverage, _WIDTHS, both_grow=True)
        self.setLayout(column(parts))

    def _connect(self) -> None:
        self.tools.kind_chosen.connect(self._choose_kind)
        self.tools.colour_chosen.connect(lambda _by: self._draw_points(refit=False))
        self.tools.lasso.toggled.connect(lambda on: self.scatter.set_lasso(on=on))
        self.tools.zoomed.connect(self.scatter.zoom)
        self.tools.whole.clicked.connect(self.scatter.show_whole)
        self.scatter.hovered.connect(self._hover)
        self.scatter.pressed.connect(self._press)
        self.scatter.enclosed.connect(self._enclose)
        self.scatter.stepped.connect(self._step)
        self.scatter.box.sigRangeChanged.connect(lambda *_now: self.card.hide())
        self.selection.shown_asked.connect(self._ask_selection)
        self.selection.cleared.connect(self.clear_selection)
        self.coverage.chosen.connect(self.class_chosen)
        self.coverage.region_asked.connect(self._ask_region)
        self._surveying.changed.connect(self._changed)
        self._surveying.progressed.connect(self._say_state)

    def use(self, pictures: RealPictures, verdict_of: VerdictOf) -> None:
        """Where real pictures come from, and what samples were judged."""
        self._pictures, self._verdict_of = pictures, verdict_of
        pictures.arrived.connect(self._arrived)

    # --- what is shown --------------------------------------------------------------------------

    def choose(self, label_: int | None) -> None:
        """A class was chosen elsewhere; the others are dimmed."""
        if label_ != self._label:
            self._label = label_
            self.coverage.choose(label_)
            if self.isVisible():
                self._draw_points(refit=False)

    def show_state(self, refusal: str) -> None:
        """Why nothing can be compared; empty if it can."""
        self.refusal = refusal
        self._say_state()

    def draw(self) -> None:
        """Draw all of it anew."""
        survey = self._surveying.survey
        self.tools.show_kind(self._kind)
        shown = survey is not None
        for part in (self.legend, self.note):
            part.setVisible(shown)
        self.tools.setEnabled(shown)
        sources = () if self._surveying.images is None else self._surveying.images.sources
        self.coverage.show_coverage(
            () if survey is None else survey.coverage, self._pixels_of, sources
        )
        plane = None if survey is None else survey.plane(self._kind) or survey.pca
        self._draw_points(refit=plane is not self._drawn[0])
        self._drawn = (plane, self._kind)
        self._say_state()

    def clear_selection(self) -> None:
        """Nothing is selected any more."""
        self._selection = None
        self.selection.show_counts(None)
        self._draw_points(refit=False)

    def _changed(self) -> None:
        """Another run, or more of it is known."""
        survey = self._surveying.survey
        if survey is None:
            self._selection, self._marked, self._kind = None, None, "pca"
            self.selection.show_counts(None)
            self._drawn = (None, "pca")
        if self.isVisible():
            self.draw()

    def _draw_points(self, *, refit: bool) -> None:
        survey = self._surveying.survey
        if survey is None:
            self.scatter.show_layers([], refit=False)
            return
        plane = survey.plane(self._kind) or survey.pca
        by = self.tools.colour_by
        self.scatter.show_layers(
            map_layers(
                survey.points,
                plane,
                by,
                label=self._label,
                verdict_of=self._verdict_of,
                selected=self._selection,
            ),
            refit=refit,
        )
        self.legend.show_signs(map_signs(survey.points, by, self._label))
        self.scatter.mark(None if self._marked is None else (SYNTHETIC, self._marked))

    # --- words ----------------------------------------------------------------------------------

    def _say_state(self) -> None:
        state = self.refusal or self._surveying.state
        self.state.setText(state)
        self.state.setVisible(bool(state))
        survey = self._surveying.survey
        self.scatter.setAccessibleName(self.tr("Map of real pictures and synthetic samples"))
        self.scatter.setAccessibleDescription(
            self.tr("Arrow keys go through the synthetic samples, Enter looks at one.")
        )
        if survey is None:
            return
        plane = survey.plane(self._kind) or survey.pca
        if plane.kind == "tsne":
            words = self.tr("Near means alike. How far apart groups stand means nothing.")
        elif plane.explained is not None:
            words = self.tr(
                "Near means alike. The plane shows {share} % of how much real pictures differ."
            ).format(share=number(100 * plane.explained))
        else:
            words = ""
        points = survey.points
        if len(points.real) < points.pictures:
            words += " " + self.tr("{count} of {all} real pictures are drawn.").format(
                count=number(len(points.real)), all=number(points.pictures)
            )
        self.note.setText(words)

    def _words_of(self, point: Point) -> tuple[str, str]:
        """A title and a detail."""
        survey, look = self._surveying.survey, self._surveying.look
        assert survey is not None
        name, at = point
        if name == REAL:
            row = int(survey.points.real.rows[at])
            images = self._surveying.images
            source = images.sources[row] if images is not None else ""
            title = survey.points.class_names[int(survey.points.real.labels[at])]
            return title, source.rpartition("/")[2]
        assert look is not None
        return self._title(look, int(survey.points.synthetic.rows[at])), self.tr(
            "synthetic; press to look at it"
        )

    @staticmethod
    def _title(look: Look, sample: int) -> str:
        return f"{look.class_names[look.label_of(sample)]} {number(look.place_of(sample))}"

    # --- pictures -------------------------------------------------------------------------------

    def _pixels_of(self, row: int) -> npt.NDArray[np.uint8] | None:
        return None if self._pictures is None else self._pictures.get(row)

    def _arrived(self) -> None:
        if self.isVisible():
            self.coverage.repaint_pictures()
            if self._under is not None:
                self._hover(self._under)

    def _hover(self, point: Point | None) -> None:
        self._under = point
        survey, look = self._surveying.survey, self._surveying.look
        place = None if point is None else self.scatter.place_on_screen(*point)
        if point is None or survey is None or look is None or place is None:
            self.card.hide()
            return
        name, at = point
        if name == REAL:
            pixels = self._pixels_of(int(survey.points.real.rows[at]))
        else:
            pixels = look.condensed.images[int(survey.points.synthetic.rows[at])]
        title, detail = self._words_of(point)
        self.card.show_at(place, pixels, title, detail)

    # --- what the user does ---------------------------------------------------------------------

    def _choose_kind(self, kind: MapKind) -> None:
        self._kind = kind
        if kind == "tsne":
            self._surveying.ask_tsne()
        else:
            self._surveying.stop_tsne()
        self.draw()

    def _press(self, point: Point) -> None:
        survey = self._surveying.survey
        if survey is None:
            return
        name, at = point
        if name == SYNTHETIC:
            self._marked = at
            self.sample_asked.emit(int(survey.points.synthetic.rows[at]))
        else:
            self.selected.emit([], [int(survey.points.real.rows[at])])

    def _step(self, step: int) -> None:
        survey = self._surveying.survey
        if survey is None or not len(survey.points.synthetic):
            return
        if step == 0:
            if self._marked is not None:
                self._press((SYNTHETIC, self._marked))
            return
        labels = survey.points.synthetic.labels
        some = np.flatnonzero(labels == self._label) if self._label is not None else None
        order = np.argsort(labels, kind="stable") if some is None or not len(some) else some
        places = order.tolist()
        if self._marked in places:
            at = (places.index(self._marked) + step) % len(places)
        else:
            at = 0 if step > 0 else len(places) - 1
        self._marked = places[at]
        self.scatter.mark((SYNTHETIC, self._marked))
        self._hover((SYNTHETIC, self._marked))
        self.scatter.setAccessibleDescription(" ".join(self._words_of((SYNTHETIC, self._marked))))

    def _enclose(self, found: Mapping[str, npt.NDArray[np.intp]]) -> None:
        survey = self._surveying.survey
        if survey is None:
            return
        samples = survey.points.synthetic.rows[found[SYNTHETIC]].tolist()
        rows = survey.points.real.rows[found[REAL]].tolist()
        if not samples and not rows:
            self.clear_selection()
            return
        self._selection = (frozenset(samples), frozenset(rows))
        self.selection.show_counts((len(samples), len(rows)))
        self._draw_points(refit=False)

    def _ask_selection(self) -> None:
        if self._selection is not None:
            samples, rows = self._selection
            self.selected.emit(sorted(samples), sorted(rows))

    def _ask_region(self, region: Region) -> None:
        self.selected.emit([region.nearest], region.rows.tolist())
