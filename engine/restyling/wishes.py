"""How each picture shall look: as pictures of a reference do, or more varied than it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data.recipe import Kind
from engine.inspection.appearance import measure_appearance
from engine.restyling.drawings import restyle_drawing
from engine.restyling.photos import restyle_photo

Measures = Mapping[str, npt.NDArray[np.float64]]

# Least deviation that is widened, in the unit of the measure or as a share of its median: a set
# from one scanner has hardly any spread of its own, and it is another scanner that is prepared for.
_LEAST_SPREAD: Mapping[str, float] = {
    "noise": 3.0,
    "paper_tone": 10.0,
    "unevenness": 5.0,
    "softness": 0.15,
    "brightness": 10.0,
    "cast_a": 1.5,
    "cast_b": 1.5,
    "gradient": 5.0,
}
_LEAST_SHARE = 0.2
_LIMITS: Mapping[str, tuple[float, float]] = {
    "paper_tone": (0.0, 250.0),
    "brightness": (10.0, 245.0),
    "cast_a": (-60.0, 60.0),
    "cast_b": (-60.0, 60.0),
}
_LEAST: Mapping[str, float] = {"line_weight": 0.5, "contrast": 20.0}
_FURTHEST = 2.0  # deviations


class AsReference:
    """A picture's place among the real ones becomes its place among those of the reference.

    The thinnest lines stay the thinnest, so what goes with content stays with it, while each
    measure gets the reference's distribution.

    Parameters
    ----------
    own, reference : mapping of str to ndarray, (n,) and (m,)
        Measures of some pictures of each.
    """

    def __init__(self, own: Measures, reference: Measures) -> None:
        self._own = {key: _sorted(values) for key, values in own.items()}
        self._reference = {key: _sorted(values) for key, values in reference.items()}

    def __call__(
        self, measured: Mapping[str, float], random: np.random.Generator
    ) -> dict[str, float]:
        """What a picture with these measures shall measure."""
        wanted = dict(measured)
        for key, value in measured.items():
            own, reference = self._own[key], self._reference[key]
            if len(own) and len(reference) and np.isfinite(value):
                place = _place(value, own, random)
                wanted[key] = float(np.quantile(reference, place))
        return wanted


class VariedMore:
    """Each measure is moved at random, so that its deviation becomes ``factor`` times as wide.

    Parameters
    ----------
    own : mapping of str to ndarray, (n,)
    factor : float
        1 or more.
    """

    def __init__(self, own: Measures, factor: float) -> None:
        self._moves = {}
        for key, values in own.items():
            seen = values[np.isfinite(values)]
            if len(seen):
                least = _LEAST_SPREAD.get(key, _LEAST_SHARE * abs(float(np.median(seen))))
                self._moves[key] = max(float(seen.std()), least) * np.sqrt(factor**2 - 1)

    def __call__(
        self, measured: Mapping[str, float], random: np.random.Generator
    ) -> dict[str, float]:
        """What a picture with these measures shall measure."""
        wanted = dict(measured)
        for key, move in self._moves.items():
            moved = measured[key] + move * float(np.clip(random.normal(), -_FURTHEST, _FURTHEST))
            low, high = _LIMITS.get(key, (_LEAST.get(key, 0.0), np.inf))
            # Turned back at the limit rather than cut: many would gather there.
            wanted[key] = float(min(max(low + abs(moved - low), low), high))
        return wanted


@dataclass(frozen=True)
class Restyler:
    """Puts pictures into another appearance; the same for a seed and a place.

    Attributes
    ----------
    kind : Kind
    wish : callable
    seed : int
    """

    kind: Kind
    wish: AsReference | VariedMore
    seed: int

    def __call__(self, image: npt.NDArray[np.uint8], place: int) -> npt.NDArray[np.uint8]:
        """A uint8 ``(H, W, C)`` picture, whose number is ``place``, in its new appearance."""
        random = np.random.default_rng([self.seed, place])
        found = measure_appearance(image[None], self.kind)
        measured = {key: float(values[0]) for key, values in found.items()}
        restyle = restyle_drawing if self.kind == "drawing" else restyle_photo
        return restyle(image, measured, self.wish(measured, random), random)


def _sorted(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.sort(values[np.isfinite(values)])


def _place(value: float, ordered: npt.NDArray[np.float64], random: np.random.Generator) -> float:
    """Share of the values below this one, 0..1; at random among equal ones."""
    first = int(np.searchsorted(ordered, value, "left"))
    last = int(np.searchsorted(ordered, value, "right"))
    return float(random.uniform(first, max(last, first + 1e-9))) / len(ordered)
