"""Asks beside the window for what the bench shows of a sample: neighbours, mean, measures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from engine.data import ImageSet
from engine.data.recipe import Kind
from engine.inspection.stored_place import stored_place
from engine.runtime import StopToken, UserError
from gui.jobs import Background
from gui.language import say
from gui.pages.inspect_parts.bench import Bench
from gui.pages.inspect_parts.look import Look
from gui.pages.inspect_parts.study import Finder, MeasuredPair, Pixels, Study, Wanted

STUDY, PAIR = "inspect.study", "inspect.pair"


class Studying(QObject):
    """Puts samples on the bench; :attr:`studied` tells that all is known of one.

    Parameters
    ----------
    refusal : callable
        Why there is nothing to compare with, where there is not.
    kind : callable
        What the user wants pictures to be measured as; None: as recognised.
    """

    studied = Signal()

    def __init__(
        self,
        background: Background,
        bench: Bench,
        refusal: Callable[[], str],
        kind: Callable[[], Kind | None],
    ) -> None:
        super().__init__(bench)
        self._background, self._bench = background, bench
        self._refusal, self._kind = refusal, kind
        self._finder: Finder | None = None
        self._images: ImageSet | None = None
        self._sample: tuple[Look, int] | None = None
        bench.wanted_changed.connect(self._study)
        bench.pair_asked.connect(self._measure)

    def use(self, images: ImageSet | None) -> None:
        """Compare with these pictures from now on."""
        if images is not self._images:
            self._images = images
            self._finder = None if images is None else Finder(images)
        self._bench.compare(images is not None)

    def forget(self) -> None:
        """The picture file is closed: nobody may read from it any more."""
        self.stop()
        self._images, self._finder, self._sample = None, None, None

    def stop(self) -> None:
        """What is being looked for is not wanted any more."""
        self._background.forget(STUDY)
        self._background.forget(PAIR)

    def show(self, look: Look | None, sample: int | None, title: str) -> None:
        """Put a sample on the bench, or none, and find what is like it."""
        self.stop()
        self._sample = None
        if look is None or sample is None:
            self._bench.show_sample(None, "")
            return
        self._sample = look, sample
        condensed = look.condensed
        self._bench.stage.offer_packed(condensed.packed is not None)
        self._bench.show_sample(
            condensed.images[sample],
            title,
            look.label_of(sample),
            kept=bool(condensed.kept[sample]),
            replaced=sample in condensed.replaced,
            stored=stored_place(condensed, sample),
        )
        self._study(self._bench.wanted)

    def _study(self, wanted: Wanted) -> None:
        finder, asked = self._finder, self._sample
        if asked is None:
            return
        if finder is None:
            self._bench.show_state(self._refusal)
            return
        look, sample = asked
        pixels, label = look.condensed.images[sample], look.label_of(sample)
        self._bench.show_state(lambda: self.tr("Looking for the nearest real samples…"))

        def work(token: StopToken) -> Study:
            return finder.study(sample, pixels, label, wanted, token)

        self._background.run(STUDY, work, self._studied, self._failed)

    def _studied(self, study: Study) -> None:
        self._bench.show_study(study)
        self.studied.emit()

    def _failed(self, error: UserError) -> None:
        self._bench.show_state(lambda: say(error.key, **error.params))

    def _measure(self, synthetic: Pixels, real: Pixels) -> None:
        finder, kind = self._finder, self._kind()
        if finder is None:
            return

        def work(_token: StopToken) -> MeasuredPair:
            return finder.measure(synthetic, real, kind)

        self._background.run(PAIR, work, self._bench.show_measures, self._not_measured)

    def _not_measured(self, error: UserError) -> None:
        self._bench.show_failure(lambda: say(error.key, **error.params))
