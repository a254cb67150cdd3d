"""Does the objective tell content from style? Gaps of appearance with either and with both.

    python benchmarks/separation.py --size 64 --classes 6 --ipc 1 10 --starts real noise
    python benchmarks/separation.py NEU-CLS/ --size 64 --ipc 10
    python benchmarks/separation.py --size 64 --classes 6 --ipc 10 --curve

Without SOURCE, sample drawings are made, whose true line weight, noise and tones vary within each
class. Each row is a condensing: Wasserstein-1 distances between the real and the synthetic
distribution of some measures (px, grey levels), beside those of random real selections of the same
size, and the accuracy of models trained on the samples, tested on real pictures.

``--curve`` runs from structure first to appearance first: how often a model trained on real
pictures names the synthetic samples rightly, and, for sample drawings, how far the true factors
that a regressor of real pictures reads from them are from the real ones (in deviations of these).
"""

from __future__ import annotations

import argparse
import csv
import shutil
import tempfile
from pathlib import Path
from typing import Any, NamedTuple, get_args

import common
import numpy as np
import numpy.typing as npt
from scipy.stats import wasserstein_distance
from sklearn.linear_model import RidgeCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from engine.data import ImageSet
from engine.data.recipe import WEIGHT_PRESETS, CondenseRecipe, Kind, Preset
from engine.inspection.appearance import measure_appearance, recognise_kind
from engine.inspection.features import moment_features
from engine.runtime.device import choose_device
from engine.trial.train import evaluate, new_model, train_model
from importers.samples import SYMBOLS, make_samples

Measures = dict[str, npt.NDArray[np.float64]]
Pictures = npt.NDArray[np.uint8]

_SHOWN: dict[Kind, tuple[str, ...]] = {
    "drawing": ("line_weight", "noise", "contrast", "paper_tone"),
    "photo": ("brightness", "contrast", "noise", "texture_fine"),
}
_FACTORS = ("line_weight_px", "noise_sigma_grey", "paper_tone_grey", "toner_percent")
_OBJECTIVES = {
    "content": {"content": 1.0, "style": 0.0, "diversity": 0.0},
    "style": {"content": 0.0, "style": 1.0, "diversity": 0.0},
    "both": {"content": 1.0, "style": 1.0, "diversity": 1.0},
}
_CURVE: dict[str, dict[str, float]] = {
    "content alone": _OBJECTIVES["content"],
    "structure first": dict(WEIGHT_PRESETS["structure"]),
    "balanced": dict(WEIGHT_PRESETS["balanced"]),
    "appearance first": dict(WEIGHT_PRESETS["appearance"]),
    "style alone": _OBJECTIVES["style"],
}
_DRAWS = 20
_BATCH = 256


def main() -> None:
    """Parse, prepare, condense each row, print."""
    options = _parser().parse_args()
    print(f"{common.machine()}\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        scratch = options.keep or Path(folder)
        source = options.source or drawings(scratch / "drawings", options)
        project = common.project_of(source, scratch, size=options.size)
        with project.image_set() as image_set:
            study = _Study(image_set, source, options)
            if options.curve:
                study.curve()
            else:
                for ipc in options.ipc:
                    study.gaps(ipc)


def drawings(folder: Path, options: argparse.Namespace) -> Path:
    """Sample drawings of the first ``--classes`` symbols."""
    if not folder.exists():
        make_samples(
            folder,
            per_class=options.per_class,
            size=options.size,
            emit=common.tell,
            token=common.TOKEN,
        )
        for label in list(SYMBOLS)[options.classes :]:
            for split in ("train", "test"):
                shutil.rmtree(folder / split / label)
    return folder


class _Condensed(NamedTuple):
    images: Pictures
    labels: npt.NDArray[np.int64]
    seconds: float


class _Study:
    """One set of pictures and what was measured of it."""

    def __init__(self, image_set: ImageSet, source: Path, options: argparse.Namespace) -> None:
        self.image_set, self.options = image_set, options
        self.rows = image_set.indices("train")
        self.real = image_set.read(self.rows)
        self.labels = image_set.labels[self.rows]
        self.kind = recognise_kind(self.real)
        self.shown = _SHOWN[self.kind]
        self.measures = measure_appearance(self.real, self.kind)
        table = source / "factors.csv"
        self.factors = _factors(table, image_set) if table.is_file() else None

    def gaps(self, ipc: int) -> None:
        """One table row for each start and objective, after the sampling error."""
        if ipc == self.options.ipc[0]:
            print(f"| images per class | start | matched | {' | '.join(self.shown)} | accuracy % |")
            print("|---" * (4 + len(self.shown)) + "|")
        errors = self._sampling_error(ipc)
        print(f"| {ipc} | random real pictures | – | {_cells(errors)} | |", flush=True)
        for start in self.options.starts:
            for name in self.options.matched:
                made = self._condensed(ipc, start, _OBJECTIVES[name])
                found = distances(measure_appearance(made.images, self.kind), self.measures)
                gaps = {key: found[key] for key in self.shown}
                print(
                    f"| {ipc} | {start} | {name} | {_cells(gaps)} | {self._accuracy(made)} |",
                    flush=True,
                )

    def curve(self) -> None:
        """From content alone to style alone."""
        knows = self._recogniser()
        regressor = None if self.factors is None else self._regressor(self.factors)
        told = ["named rightly, %", *(f"{name}, deviations" for name in _FACTORS)]
        told = told if self.factors is not None else told[:1]
        print(f"| weights | {' | '.join(told)} | accuracy % |\n{'|---' * (2 + len(told))}|")
        for name, weights in _CURVE.items():
            made = self._condensed(self.options.ipc[0], self.options.starts[0], weights)
            cells = [f"{100 * float((knows(made.images) == made.labels).mean()):.1f}"]
            if regressor is not None:
                real, mine = regressor(self.real), regressor(made.images)
                for column in range(len(_FACTORS)):
                    apart = wasserstein_distance(mine[:, column], real[:, column])
                    cells.append(f"{apart / real[:, column].std():.2f}")
            print(f"| {name} | {' | '.join(cells)} | {self._accuracy(made)} |", flush=True)

    def _condensed(self, ipc: int, start: str, weights: dict[str, float]) -> _Condensed:
        recipe = CondenseRecipe.parse(
            {
                "ipc": ipc,
                "start": start,
                "preset": self.options.preset,
                "steps": self.options.steps,
                "packing": self.options.packing,
                "seed": self.options.seed,
                **weights,
            }
        )
        bench = common.Bench.of(self.image_set, recipe)
        seconds = bench.learn()
        images, labels = bench.learnt()
        return _Condensed(images.round().astype(np.uint8), labels, seconds)

    def _accuracy(self, made: _Condensed) -> str:
        if not self.options.networks:
            return "–"
        protocol = common.protocol_of("trial", None)
        scores = common.accuracies(
            self.image_set,
            made.images,
            made.labels,
            protocol=protocol,
            networks=self.options.networks,
        )
        return common.spread(scores)

    def _sampling_error(self, ipc: int) -> dict[str, float]:
        random = np.random.default_rng(0)
        draws = []
        for _ in range(_DRAWS):
            chosen = np.concatenate(
                [
                    random.choice(rows, min(ipc, len(rows)), replace=False)
                    for rows in map(np.flatnonzero, self.labels == np.unique(self.labels)[:, None])
                ]
            )
            some = {key: values[chosen] for key, values in self.measures.items()}
            draws.append(distances(some, self.measures))
        return {key: float(np.mean([one[key] for one in draws])) for key in self.shown}

    def _recogniser(self) -> Any:
        """A model trained on the real pictures: images to labels."""
        _, height, _, channels = self.image_set.shape
        model = new_model(
            "convnet",
            channels=channels,
            classes=len(self.image_set.class_names),
            size=height,
            seed=1,
        )
        norm: dict[str, Any] = {
            "mean": self.image_set.mean,
            "std": self.image_set.std,
            "device": choose_device("auto"),
            "token": common.TOKEN,
        }
        protocol = common.protocol_of("trial", None)
        train_model(model, self.real, self.labels, protocol=protocol, seed=1, quick=True, **norm)
        return lambda images: evaluate(model, images, **norm)

    def _regressor(self, truth: npt.NDArray[np.float64]) -> Any:
        """Reads the true factors from pictures; says how well on held-out ones."""
        norm = {"mean": self.image_set.mean, "std": self.image_set.std}

        def features(images: Pictures) -> npt.NDArray[np.float32]:
            parts = np.array_split(images, -(-len(images) // _BATCH))
            return np.concatenate([moment_features(one, **norm) for one in parts])

        model = make_pipeline(StandardScaler(), RidgeCV(np.logspace(-2, 4, 13)))
        model.fit(features(self.real), truth[self.rows])
        test = self.image_set.indices("test")
        read, true = model.predict(features(self.image_set.read(test))), truth[test]
        told = [float(np.corrcoef(read[:, at], true[:, at])[0, 1]) for at in range(len(_FACTORS))]
        print(f"regressor on held-out pictures, correlation: {np.round(told, 2)}\n")
        return lambda images: model.predict(features(images))


def distances(mine: Measures, real: Measures) -> dict[str, float]:
    """Wasserstein-1 distance of each measure; NaN where nothing could be measured."""
    found = {}
    for key, values in mine.items():
        one, other = values[np.isfinite(values)], real[key][np.isfinite(real[key])]
        found[key] = float(wasserstein_distance(one, other)) if len(one) and len(other) else np.nan
    return found


def _cells(values: dict[str, float]) -> str:
    return " | ".join(f"{value:.2f}" for value in values.values())


def _factors(table: Path, image_set: ImageSet) -> npt.NDArray[np.float64]:
    """True factors of each picture, ``(N, 4)``, in the order of the image set."""
    with table.open(encoding="utf-8", newline="") as file:
        by_file = {
            row["file"]: [float(row[key]) for key in _FACTORS] for row in csv.DictReader(file)
        }
    return np.array([by_file[str(source)] for source in image_set.sources], np.float64)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, nargs="?")
    parser.add_argument("--size", type=int, default=64, help="px; default 64")
    parser.add_argument("--classes", type=int, default=6, help="of sample drawings; default 6")
    parser.add_argument("--per-class", type=int, default=150, help="of sample drawings; 150")
    parser.add_argument("--ipc", type=int, nargs="+", default=[10], help="default 10")
    parser.add_argument(
        "--starts", nargs="+", default=["real", "noise"], choices=["real", "noise", "kmeans"]
    )
    parser.add_argument(
        "--matched", nargs="+", default=list(_OBJECTIVES), choices=list(_OBJECTIVES)
    )
    parser.add_argument("--preset", default="quick", choices=get_args(Preset))
    parser.add_argument("--steps", type=int, help="default: the preset's")
    parser.add_argument("--packing", type=common.packing, default=1, help="default 1")
    parser.add_argument("--seed", type=int, default=0, help="of condensing; default 0")
    parser.add_argument("--networks", type=int, default=2, help="trainings; 0: none")
    parser.add_argument("--curve", action="store_true", help="from structure to appearance first")
    parser.add_argument("--keep", type=Path, help="folder for the pictures, kept")
    return parser


if __name__ == "__main__":
    main()
