"""How surely planted faults are found, and how often real pictures raise a false alarm.

    python benchmarks/issues.py NEU-CLS/ X-SDD/ --size 64
    python benchmarks/issues.py --drawings

Real pictures that took no part (the test split) stand in for a condensed set: ``--ipc`` of each
class. Into ``--sets`` such sets each fault is planted by turns; printed is the share of the planted
samples that are found as that kind, and the share of samples in untouched sets that are told of it.
Of *collapsed* and *too wide* classes are counted instead of samples. ``--drawings`` draws the
sample symbols instead of reading a folder.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import common
import cv2
import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet
from engine.data.issue_report import ISSUE_KINDS, IssueKind, IssueReport
from engine.inspection.coverage import class_coverage, over_all
from engine.inspection.issues import find_issues
from engine.inspection.mapping import pca_map
from engine.inspection.points import Group, look_at
from importers.samples import make_samples

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Random = np.random.Generator
_OF_CLASSES = ("collapsed", "too_wide")


def main() -> None:
    """Parse, plant into every source, print."""
    options = _parser().parse_args()
    print("| pictures | | " + " | ".join(_TITLES) + " |")
    print("|---" * (len(_TITLES) + 2) + "|")
    with tempfile.TemporaryDirectory() as scratch:
        sources = list(options.sources)
        if options.drawings:
            sources.append(_drawn(Path(scratch), options.size))
        for source in sources:
            project = common.project_of(source, Path(scratch), size=options.size)
            with project.image_set() as images:
                _measure(source.name, images, options)


def _drawn(scratch: Path, size: int) -> Path:
    folder = scratch / "drawings"
    make_samples(folder, per_class=150, size=size, emit=common.tell, token=common.TOKEN)
    return folder


def _measure(name: str, images: ImageSet, options: argparse.Namespace) -> None:
    found: dict[str, list[float]] = {title: [] for title in _TITLES}
    alarms: dict[IssueKind, list[float]] = {kind: [] for kind in ISSUE_KINDS}
    covered, expected = [], []
    real: Group | None = None
    for number in range(options.sets):
        random = np.random.default_rng(number)
        plain = held_out(images, options.ipc, random)
        points = look_at(images, plain, real=real, token=common.TOKEN)
        real = points.real
        report = find_issues(images, plain, points=points, token=common.TOKEN)
        for kind in ISSUE_KINDS:
            alarms[kind].append(_share_told(report, kind, plain))
        mine, chance = over_all(class_coverage(points, pca_map(points), token=common.TOKEN))
        covered.append(mine)
        expected.append(chance)
        for title, (kind, plant) in _FAULTS.items():
            planted, samples = plant(images, plain, random)
            known = look_at(images, planted, real=real, token=common.TOKEN)
            told = find_issues(images, planted, points=known, token=common.TOKEN)
            found[title].append(_share_found(told, kind, planted, samples))
    row = [f"{100 * np.mean(found[title]):.0f} %" for title in _TITLES]
    print(f"| {name} | found | {' | '.join(row)} |")
    row = [f"{100 * np.mean(alarms[_FAULTS[title][0]]):.1f} %" for title in _TITLES]
    print(f"| | false alarms | {' | '.join(row)} |")
    print(
        f"  {name}: real pictures that took no part cover {100 * np.mean(covered):.1f} % "
        f"(random choices {100 * np.mean(expected):.1f} %)",
        file=sys.stderr,
        flush=True,
    )


def held_out(images: ImageSet, ipc: int, random: Random) -> CondensedSet:
    """Real pictures of the test split as if they were a condensed set."""
    test = images.indices("test")
    rows = np.concatenate(
        [
            random.permutation(test[images.labels[test] == label])[:ipc]
            for label in range(len(images.class_names))
        ]
    )
    return _set_of(images, images.read(rows), images.labels[rows])


def _set_of(images: ImageSet, pixels: Pixels, labels: npt.NDArray[np.int64]) -> CondensedSet:
    return CondensedSet(
        pixels, labels, images.class_names, images.mean, images.std, images_per_class=1
    )


def _share_found(
    report: IssueReport, kind: IssueKind, planted: CondensedSet, samples: list[int]
) -> float:
    told = {sample for one in report.issues if one.kind == kind for sample in one.samples}
    if kind in _OF_CLASSES:
        classes = set(planted.labels[samples].tolist())
        return len(classes & set(planted.labels[sorted(told)].tolist())) / len(classes)
    return len(told & set(samples)) / len(samples)


def _share_told(report: IssueReport, kind: IssueKind, plain: CondensedSet) -> float:
    told = {sample for one in report.issues if one.kind == kind for sample in one.samples}
    if kind in _OF_CLASSES:
        return len(set(plain.labels[sorted(told)].tolist())) / len(np.unique(plain.labels))
    return len(told) / len(plain.labels)


# --- faults -------------------------------------------------------------------------------------

Plant = Callable[[ImageSet, CondensedSet, Random], tuple[CondensedSet, list[int]]]


def _some(plain: CondensedSet, random: Random) -> list[int]:
    """One sample of each class."""
    labels = np.unique(plain.labels)
    return [int(random.choice(np.flatnonzero(plain.labels == label))) for label in labels]


def _changed(change: Callable[[Floats], Floats]) -> Plant:
    """A fault that changes the pixels of a sample."""

    def plant(
        _images: ImageSet, plain: CondensedSet, random: Random
    ) -> tuple[CondensedSet, list[int]]:
        samples = _some(plain, random)
        pixels = plain.images.copy()
        for sample in samples:
            pixels[sample] = change(pixels[sample].astype(np.float64)).clip(0, 255)
        return _like(plain, pixels), samples

    return plant


def _like(plain: CondensedSet, pixels: Pixels) -> CondensedSet:
    return CondensedSet(
        pixels, plain.labels, plain.class_names, plain.mean, plain.std, images_per_class=1
    )


def _copies(
    images: ImageSet, plain: CondensedSet, random: Random
) -> tuple[CondensedSet, list[int]]:
    """Training pictures a little lighter, with some noise."""
    samples, pixels = _some(plain, random), plain.images.copy()
    for sample in samples:
        row = random.choice(images.indices("train", int(plain.labels[sample])))
        pixels[sample] = _noisy(1.1 * images.read([row])[0].astype(np.float64), 8, random)
    return _like(plain, pixels), samples


def _twins(
    _images: ImageSet, plain: CondensedSet, random: Random
) -> tuple[CondensedSet, list[int]]:
    samples, pixels = _some(plain, random), plain.images.copy()
    for sample in samples:
        others = np.flatnonzero(plain.labels == plain.labels[sample])
        other = random.choice(others[others != sample])
        pixels[sample] = _noisy(pixels[other].astype(np.float64), 8, random)
    return _like(plain, pixels), samples


def _mistaken(
    images: ImageSet, plain: CondensedSet, random: Random
) -> tuple[CondensedSet, list[int]]:
    """Held-out pictures of the next class."""
    samples, pixels = _some(plain, random), plain.images.copy()
    for sample in samples:
        other = (int(plain.labels[sample]) + 1) % len(plain.class_names)
        row = random.choice(images.indices("test", other))
        pixels[sample] = images.read([row])[0]
    return _like(plain, pixels), samples


def _narrow(
    _images: ImageSet, plain: CondensedSet, random: Random
) -> tuple[CondensedSet, list[int]]:
    """All samples of the first class are one of them, moved by a pixel or two."""
    samples = np.flatnonzero(plain.labels == plain.labels[0]).tolist()
    pixels = plain.images.copy()
    for sample in samples:
        moved = np.roll(plain.images[0], random.integers(-2, 3, 2), (0, 1))
        pixels[sample] = _noisy(moved.astype(np.float64), 4, random)
    return _like(plain, pixels), samples


def _wide(_images: ImageSet, plain: CondensedSet, random: Random) -> tuple[CondensedSet, list[int]]:
    """Half of the first class inverted, the others of three times the contrast."""
    samples = np.flatnonzero(plain.labels == plain.labels[0]).tolist()
    pixels = plain.images.copy()
    for place, sample in enumerate(samples):
        picture = pixels[sample].astype(np.float64)
        strong = 128 + 3 * (picture - picture.mean())
        pixels[sample] = (255 - picture if place % 2 else strong).clip(0, 255)
    return _like(plain, pixels), samples


def _noisy(picture: Floats, sigma: float, random: Random) -> Pixels:
    return (picture + random.normal(0, sigma, picture.shape)).clip(0, 255).astype(np.uint8)


def _checkered(picture: Floats) -> Floats:
    y, x = np.mgrid[: picture.shape[0], : picture.shape[1]]
    return picture + np.where((x + y) % 2, 12.0, -12.0)[..., None]


def _blurred(picture: Floats) -> Floats:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 2.5)).reshape(picture.shape)


def _with_noise(picture: Floats) -> Floats:
    return picture + np.random.default_rng(picture.size).normal(0, 25, picture.shape)


_FAULTS: dict[str, tuple[IssueKind, Plant]] = {
    "copies": ("copy", _copies),
    "twins": ("twin", _twins),
    "other class": ("other_class", _mistaken),
    "noise 25": ("off_style", _changed(_with_noise)),
    "blurred 2.5 px": ("off_style", _changed(_blurred)),
    "half as bright": ("off_style", _changed(lambda picture: 0.5 * picture)),
    "contrast ×4": ("saturated", _changed(lambda p: p.mean() + 4 * (p - p.mean()))),
    "checkerboard ±12": ("unnatural", _changed(_checkered)),
    "8 grey levels": ("unnatural", _changed(lambda picture: 32 * np.round(picture / 32))),
    "collapsed": ("collapsed", _narrow),
    "too wide": ("too_wide", _wide),
}
_TITLES = list(_FAULTS)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, nargs="*")
    parser.add_argument("--size", type=int, default=64, help="px; default 64")
    parser.add_argument("--ipc", type=int, default=10, help="samples a class; default 10")
    parser.add_argument("--sets", type=int, default=5, help="sets planted into; default 5")
    parser.add_argument("--drawings", action="store_true", help="the sample symbols, too")
    return parser


if __name__ == "__main__":
    main()
