"""A synthetic sample and a real one: beside each other, swiped, subtracted, measured, as stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.inspection.difference import Difference, difference
from engine.inspection.stored_place import StoredPlace
from gui.language import TranslatedWidget, number
from gui.pages.inspect_parts.pair_panel import PairPanel
from gui.pages.inspect_parts.scale_choice import ScaleChoice
from gui.pages.inspect_parts.study import Pixels
from gui.shortcuts.keys import key_of, tip_with_key
from gui.theme import GAP, TIGHT
from gui.widgets.difference_view import ScaleBar, difference_image
from gui.widgets.elided import ElidedLabel
from gui.widgets.image_view import ImageView, link
from gui.widgets.layout import column, explain, flowing, holder, label, row
from gui.widgets.pictures import to_qimage
from gui.widgets.segments import Segments
from gui.widgets.swipe_view import SwipeView

Mode = Literal["beside", "swipe", "difference", "figures", "packed"]
MODES: tuple[Mode, ...] = ("beside", "swipe", "difference", "figures", "packed")


class Stage(TranslatedWidget):
    """The pictures of the bench; :attr:`modes` chooses how they are compared.

    Signals
    -------
    pair_asked(ndarray, ndarray)
        Measures of the synthetic and the real picture are wanted.
    mode_changed
        They are compared in another way.
    """

    pair_asked = Signal(object, object)
    mode_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._synthetic: Pixels | None = None
        self._real: Pixels | None = None
        self._stored: StoredPlace | None = None
        self._difference: Difference | None = None
        self._wanted: Mode = "beside"
        self._drawn = False
        self.synthetic, self.real, self.mean = ImageView(), ImageView(), ImageView()
        self.swipe, self.difference = SwipeView(), ImageView()
        self.stored, self.decoded = ImageView(), ImageView()
        self.linked = (
            *(self.synthetic, self.real, self.mean),
            *(self.swipe, self.difference, self.decoded),
        )
        link(self.linked)
        self.names = [ElidedLabel("muted") for _ in range(5)]
        self.scale, self.scale_choice = ScaleBar(), ScaleChoice()
        self.scale_choice.changed.connect(self._paint_difference)
        self.difference_words = flowing(label(wrap=True))
        self.stored_words = flowing(label(wrap=True))
        self.figures = PairPanel()
        self.modes = Segments(MODES)
        self.modes.chosen.connect(self.show_mode)
        self.pages = QStackedWidget()
        self._by_mode: Mapping[Mode, QWidget] = self._made_pages()
        for page in self._by_mode.values():
            self.pages.addWidget(page)
        layout = column(self.modes, self.pages, spacing=TIGHT)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.modes.buttons["packed"].hide()
        self.modes.show_choice("beside")
        self.bind(self._say)

    def _made_pages(self) -> dict[Mode, QWidget]:
        names = self.names
        seen = column(
            *(self.difference, self.scale, self.scale_choice, self.difference_words),
            spacing=TIGHT,
        )
        seen.setStretch(0, 1)
        stored = _beside((names[3], self.stored), (names[4], self.decoded))
        packed = column(stored, self.stored_words, spacing=TIGHT)
        packed.setStretch(0, 1)
        return {
            "beside": _beside(
                (names[0], self.synthetic), (names[1], self.real), (names[2], self.mean)
            ),
            "swipe": self.swipe,
            "difference": holder(seen),
            "figures": self.figures,
            "packed": holder(packed),
        }

    # --- how it is looked at --------------------------------------------------------------------

    @property
    def mode(self) -> Mode:
        """How the pictures are compared now."""
        return MODES[self.pages.currentIndex()]

    def show_mode(self, mode: Mode) -> None:
        """Compare in another way, where there is something to compare so."""
        if mode == "packed" and not self.modes.buttons["packed"].isEnabled():
            return
        self._wanted = mode
        self._turn()

    def _turn(self) -> None:
        """To the mode wanted; a sample that is stored whole has no place to be shown in."""
        packed = self._wanted == "packed" and self._stored is None
        mode: Mode = "beside" if packed else self._wanted
        if mode != self.mode:
            sight = self.synthetic.sight
            self.pages.setCurrentWidget(self._by_mode[mode])
            for view in self.linked:
                view.take(sight)
            self._drawn = False
            self.mode_changed.emit()
        self.modes.show_choice(mode)
        self._draw()

    def fit(self) -> None:
        """Show all of the pictures."""
        self.synthetic.fit()
        self.stored.fit()

    def actual_size(self) -> None:
        """Show one pixel as one of the screen."""
        self.synthetic.actual_size()
        self.stored.actual_size()

    def zoom(self, factor: float) -> None:
        """Zoom in or out."""
        self.synthetic.zoom(factor)
        self.stored.zoom(factor)

    def set_smooth(self, on: bool) -> None:
        """Blend between the pixels, or show each as a square."""
        for view in (*self.linked, self.stored):
            view.set_smooth(on)

    def toggle_scale(self) -> None:
        """Keep the scale of the difference that is seen for all pairs, or fit each again."""
        if self.mode == "difference" and self._difference is not None:
            self.scale_choice.toggle(self._difference.scale)

    # --- what is shown --------------------------------------------------------------------------

    def offer_packed(self, packed: bool) -> None:
        """Whether the set is packed at all."""
        self.modes.buttons["packed"].setVisible(packed)

    def show_synthetic(self, pixels: Pixels | None, stored: StoredPlace | None) -> None:
        """Show another sample, with the place where it is stored if it is packed."""
        self._synthetic, self._stored = pixels, stored
        for view in (self.synthetic, self.decoded):
            view.show_picture(pixels)
        self.show_real(None)
        self._say_packed()
        self._turn()

    def show_real(self, pixels: Pixels | None) -> None:
        """Show another real sample."""
        self._real = pixels
        self.real.show_picture(pixels)
        self._drawn = False
        self._draw()

    def show_mean(self, pixels: Pixels | None) -> None:
        """Show another class mean."""
        self.mean.show_picture(pixels)

    def name(self, first: str, second: str) -> None:
        """What the synthetic and the real picture are called."""
        self.names[0].show_text(first)
        self.names[1].show_text(second)
        self.swipe.set_names(first, second)

    @property
    def pair(self) -> tuple[Pixels, Pixels] | None:
        """Both pictures, if there are two."""
        first, second = self._synthetic, self._real
        if first is None or second is None or first.shape != second.shape:
            return None
        return first, second

    def _draw(self) -> None:
        """Only what is seen, and once."""
        draw: Mapping[Mode, Callable[[], None]] = {
            "swipe": self._draw_swipe,
            "difference": self._draw_difference,
            "figures": self._draw_figures,
            "packed": self._draw_packed,
        }
        if not self._drawn and self.mode in draw:
            self._drawn = True
            draw[self.mode]()

    def _draw_swipe(self) -> None:
        left, right = (
            None if one is None else to_qimage(one) for one in (self._synthetic, self._real)
        )
        self.swipe.show_pair(left, right)

    def _draw_difference(self) -> None:
        self._difference = None if self.pair is None else difference(*self.pair)
        self._paint_difference()

    def _paint_difference(self) -> None:
        found = self._difference
        scale = 0 if found is None else self.scale_choice.fixed or found.scale
        self.difference.show_image(None if found is None else difference_image(found.levels, scale))
        self.scale.show_scale(scale)
        self._say_difference()

    def _swipe_tip(self) -> str:
        return self.tr("One over the other; {left} and {right} move the divider").format(
            left=key_of("bench.divider_left"), right=key_of("bench.divider_right")
        )

    def _draw_figures(self) -> None:
        self.figures.show_pair(self.pair)
        if self.pair is not None:
            self.pair_asked.emit(*self.pair)

    def _draw_packed(self) -> None:
        place = self._stored
        self.stored.show_picture(None if place is None else place.image)
        self.stored.mark(None if place is None else QRectF(*place.cell))

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        words: dict[Mode, tuple[str, str]] = {
            "beside": (self.tr("Side by side"), self.tr("Synthetic, real and class mean")),
            "swipe": (self.tr("Swipe"), self._swipe_tip()),
            "difference": (self.tr("Difference"), self.tr("Synthetic less real, as colours")),
            "figures": (self.tr("Figures"), self.tr("Tones and measures of both pictures")),
            "packed": (self.tr("Packed"), self.tr("The stored image that holds the sample")),
        }
        for mode, (word, tip) in words.items():
            self.modes.set_texts(mode, word, tip_with_key(tip, f"bench.{mode}"))
        self.modes.setAccessibleName(self.tr("How to compare"))
        self.names[2].show_text(self.tr("Class mean, real"))
        self.scale.set_ends(self.tr("synthetic darker"), self.tr("synthetic brighter"))
        self.scale.setAccessibleName(self.tr("Scale of the differences, grey levels"))
        tip = self.tr("Wheel: zoom. Drag: move. Double click: whole picture.")
        for view, meaning in (
            (self.synthetic, self.tr("Synthetic sample")),
            (self.real, self.tr("Real sample")),
            (self.mean, self.tr("Mean of the real samples of the class")),
            (self.swipe, self.tr("Synthetic sample over the real one")),
            (self.difference, self.tr("Difference of the two pictures")),
            (self.stored, self.tr("Stored image, the sample's part framed")),
            (self.decoded, self.tr("Decoded sample")),
        ):
            view.setAccessibleName(meaning)
            view.setToolTip(tip)
        self._say_difference()
        self._say_packed()

    def _say_difference(self) -> None:
        found = self._difference
        words = self.tr("There is no real sample to compare with yet.")
        if found is not None and not found.largest:
            words = self.tr("No difference: both pictures are the same.")
        elif found is not None:
            words = self.tr("Largest difference {largest} grey levels, mean {mean}.").format(
                largest=number(found.largest), mean=number(found.mean, 1)
            )
            fixed = self.scale_choice.fixed
            beyond = 0 if fixed is None else found.beyond(fixed)
            if beyond:
                words += " " + self.tr("Pixels beyond the scale: {count} of {all}.").format(
                    count=number(beyond), all=number(found.levels.size)
                )
        self.difference_words.setText(words)
        self.difference.setAccessibleDescription(words)

    def _say_packed(self) -> None:
        place = self._stored
        whole = self.tr("This sample is stored as it is: a real picture that was kept whole.")
        tip = tip_with_key(self.tr("The stored image that holds the sample"), "bench.packed")
        explain(self.modes.buttons["packed"], whole if place is None else "", tip)
        if place is None:
            self.stored_words.setText("")
            return
        self.names[3].show_text(
            self.tr("As stored: image {number}").format(number=number(place.number + 1))
        )
        self.names[4].show_text(self.tr("Decoded: what a model sees"))
        self.stored_words.setText(
            self.tr(
                "One stored image holds {count} samples, each at 1/{factor} of the side; "
                "the framed one is this sample."
            ).format(count=number(place.samples), factor=number(place.factor))
        )


def _beside(*parts: tuple[ElidedLabel, ImageView]) -> QWidget:
    views = row(spacing=GAP)
    for name, view in parts:
        named = column(name, view, spacing=2)
        named.setStretch(1, 1)
        views.addLayout(named, 1)
    return holder(views)
