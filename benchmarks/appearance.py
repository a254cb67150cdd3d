"""How well a picture's appearance is measured: sample drawings, whose true factors are known.

    python benchmarks/appearance.py --size 128 64 --count 40

Draws ``--count`` sample drawings of each symbol and compares what is measured with what they were
drawn with: correlation, mean error, mean absolute error, and the share that could be measured.
Then the symbol alone is changed, everything else staying the same: the spread of what is measured
over the symbols, as a share of what changing the factor itself over its range does. Last, the time
that measuring a picture takes on one core.

True contrast is that of the mean toner, true unevenness the shading without stains. The true skew
is that of the nearer of the symbol's two axes, which shear turns differently.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import common
import cv2
import numpy as np
import numpy.typing as npt

from engine.data.recipe import Kind
from engine.inspection.appearance import measure_appearance, recognise_kind
from importers.samples import SYMBOLS
from importers.samples.drawing import draw
from importers.samples.factors import Factors, draw_factors

Pictures = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
_LEVELS = 5
_REPEATS = 4
_KINDS: tuple[Kind, ...] = ("drawing", "photo")


def main() -> None:
    """Parse, draw, measure, print."""
    options = _parser().parse_args()
    cv2.setNumThreads(1)
    print(common.machine())
    for size in options.size:
        print(f"\n### {size} px\n")
        factors, pictures = _drawn(size, options.count, options.seed)
        print(f"{len(pictures)} drawings, recognised as: {recognise_kind(pictures)}\n")
        _print_errors(factors, measure_appearance(pictures, "drawing"), size)
        _print_stability(size, options.seed)
        _print_times(pictures)


def _drawn(size: int, count: int, seed: int) -> tuple[list[Factors], Pictures]:
    factors, pictures = [], []
    for at, label in enumerate(SYMBOLS):
        for number in range(count):
            random = np.random.default_rng([seed, at, number])
            factors.append(draw_factors(random, size))
            pictures.append(draw(label, factors[-1], random, size=size)[0])
    return factors, np.stack(pictures)[..., None]


@dataclass(frozen=True)
class _Truth:
    """What a measure should be."""

    measure: str
    unit: str
    of: Callable[[Factors, int], float]


_TRUTHS = (
    _Truth("line_weight", "px", lambda one, _: one.line_weight_px),
    _Truth("noise", "grey", lambda one, _: one.noise_sigma_grey),
    _Truth("paper_tone", "grey", lambda one, _: one.paper_tone_grey),
    _Truth("contrast", "grey", lambda one, _: _contrast(one)),
    _Truth("softness", "px", lambda one, _: one.blur_sigma_px),
    _Truth("specks", "per megapixel", lambda one, size: 1e6 * one.speck_count / size**2),
    _Truth("unevenness", "grey", lambda one, _: one.shading_grey),
)


def _contrast(factors: Factors) -> float:
    full = abs(factors.paper_tone_grey - factors.ink_tone_grey)
    return full * (1 - factors.toner_loss_percent / 200)


def _print_errors(factors: list[Factors], found: dict[str, Floats], size: int) -> None:
    print("| measure | unit | correlation | mean error | mean absolute error | measured % |")
    print("|---|---|---|---|---|---|")
    for one in _TRUTHS:
        truth = np.array([one.of(each, size) for each in factors])
        _print_row(one.measure, one.unit, found[one.measure], truth)
    _print_row("skew", "degree", found["skew"], _nearer_axis(factors, found["skew"]))


def _print_row(name: str, unit: str, found: Floats, truth: Floats) -> None:
    seen = np.isfinite(found)
    error = found[seen] - truth[seen]
    correlation = np.corrcoef(found[seen], truth[seen])[0, 1]
    print(
        f"| {name} | {unit} | {correlation:.3f} | {error.mean():+.2f} | "
        f"{np.abs(error).mean():.2f} | {100 * seen.mean():.0f} |"
    )


def _nearer_axis(factors: list[Factors], found: Floats) -> Floats:
    """Direction of each symbol's axes, modulo 90 degrees; the one nearer to what was found."""
    axes = np.array([[_axis(each, turn) for turn in (0.0, 90.0)] for each in factors])
    off = (axes - found[:, None] + 45) % 90 - 45
    nearer = off[np.arange(len(found)), np.abs(np.nan_to_num(off)).argmin(axis=1)]
    return np.asarray(found + nearer, np.float64)


def _axis(factors: Factors, turn: float) -> float:
    """Degrees counter-clockwise; as drawn: turned, then sheared."""
    angle = np.deg2rad(factors.rotation_deg + turn)
    shear = np.tan(np.deg2rad(factors.skew_deg))
    x, y = np.cos(angle) + shear * np.sin(angle), np.sin(angle)
    return float(np.rad2deg(-np.arctan2(y, x)))


def _print_stability(size: int, seed: int) -> None:
    print("\n| measure | changing the factor | changing the symbol | share % |\n|---|---|---|---|")
    weights = np.linspace(0.9, 2.6, _LEVELS) * size / 64
    for measure, factor, levels in (
        ("line_weight", "line_weight_px", weights),
        ("noise", "noise_sigma_grey", np.linspace(0.0, 12.0, _LEVELS)),
    ):
        # ndarray (levels, repeats, symbols)
        values = np.array([_of_symbols(size, seed, measure, {factor: one}) for one in levels])
        effect = float(np.ptp(values.mean(axis=(1, 2))))
        spread = float(values.std(axis=2).mean())
        print(f"| {measure} | {effect:.2f} | {spread:.2f} | {100 * spread / effect:.1f} |")


def _of_symbols(size: int, seed: int, measure: str, change: dict[str, float]) -> Floats:
    """``(repeats, symbols)``; the pictures of a repeat differ in nothing but the symbol."""
    found = []
    for repeat in range(_REPEATS):
        factors = replace(_middle(size), **change)
        pictures = [
            draw(label, factors, np.random.default_rng([seed, repeat]), size=size)[0]
            for label in SYMBOLS
        ]
        found.append(measure_appearance(np.stack(pictures)[..., None], "drawing")[measure])
    return np.array(found)


def _middle(size: int) -> Factors:
    """Factors in the middle of their ranges."""
    return Factors(
        symbol_radius_px=0.38 * size,
        rotation_deg=5.0,
        mirrored=0,
        skew_deg=2.0,
        offset_x_px=0.0,
        offset_y_px=0.0,
        line_weight_px=1.7 * size / 64,
        toner_percent=75.0,
        toner_loss_percent=25.0,
        paper_tone_grey=200.0,
        ink_tone_grey=60.0,
        shading_grey=12.0,
        blueprint=0,
        stain_count=1,
        speck_count=3,
        blur_sigma_px=0.35 * size / 64,
        noise_sigma_grey=6.0,
        clutter_count=1,
        text="12",
    )


def _print_times(pictures: Pictures) -> None:
    print("\n| measured as | ms a picture |\n|---|---|")
    for kind in _KINDS:
        some = pictures[:: max(1, len(pictures) // 60)]
        measure_appearance(some[:2], kind)
        begun = time.process_time()
        measure_appearance(some, kind)
        print(f"| {kind} | {1000 * (time.process_time() - begun) / len(some):.1f} |")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, nargs="+", default=[128, 64], help="px; 128 64")
    parser.add_argument("--count", type=int, default=40, help="drawings of a symbol; default 40")
    parser.add_argument("--seed", type=int, default=0)
    return parser


if __name__ == "__main__":
    main()
