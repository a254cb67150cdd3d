"""Whose appearance: condensing noisy scans as a clean reference looks, and more varied.

    python benchmarks/steering.py --size 64 --classes 6 --ipc 10
    python benchmarks/steering.py schematic-symbols/ --size 64 --classes 6 --ipc 10

Without SOURCE, sample drawings are drawn with two scanners: *clean* (noise 2 to 4 grey levels,
lines of 1.2 to 2 px) and *noisy* (noise 8 to 14, lines of 1.8 to 2.6 px). With SOURCE the pictures
in it are the clean ones, and the noisy ones are the same with thicker ink and noise added. The
reference holds clean pictures that are not trained on.

The first table: noisy scans condensed as they are and as the reference looks, and clean scans
condensed; noise and line weight of the samples, and the accuracy on clean test pictures of models
trained on them. The second: clean scans condensed as they are and varied more; the accuracy on
clean test pictures, and on noisy ones, which the run has never seen. ``--worse 2 3`` adds the clean
test pictures scanned twice and three times as badly as the noisy ones of a SOURCE.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import tempfile
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import common
import cv2
import numpy as np
import numpy.typing as npt

from engine.data import ImageSetWriter
from engine.data.recipe import CondenseRecipe, Preset
from engine.inspection.appearance import measure_appearance
from engine.project import Project
from engine.project.references import NAME_DIGITS
from importers.samples import SYMBOLS
from importers.samples.drawing import draw
from importers.samples.factors import draw_factors

Pictures = npt.NDArray[np.uint8]
Scanner = Literal["clean", "noisy"]
Side = Literal["train", "test", "reference"]

_SIDES: tuple[Side, ...] = ("train", "test", "reference")
_PAPER = {"clean": (225.0, 235.0), "noisy": (180.0, 195.0)}
_NOISE = {"clean": (2.0, 4.0), "noisy": (8.0, 14.0)}
_WEIGHT = {"clean": (1.2, 2.0), "noisy": (1.8, 2.6)}  # px at 64 px
_SHADING = {"clean": 3.0, "noisy": 12.0}


class _Set(NamedTuple):
    images: Pictures
    labels: npt.NDArray[np.int64]


def main() -> None:
    """Parse, prepare both scanners, condense, print."""
    options = _parser().parse_args()
    print(f"{common.machine()}\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        make = _drawn if options.source is None else _scanned_again
        sets, names = make(options, scratch)
        projects: dict[Scanner, Project] = {
            scanner: _project(scratch / f"{scanner}.shizuku", sets, names, scanner)
            for scanner in ("clean", "noisy")
        }
        if "reference" in options.tables:
            reference = _add_reference(projects["noisy"], sets["clean", "reference"])
            _as_reference(projects, sets, reference, options)
        if "varied" in options.tables:
            _varied_more(projects, sets, options)


def _as_reference(
    projects: dict[Scanner, Project],
    sets: dict[tuple[Scanner, Side], _Set],
    reference: str,
    options: argparse.Namespace,
) -> None:
    print("| condensed | noise | line weight | accuracy on clean test pictures % |")
    print("|---|---|---|---|")
    aimed = measure_appearance(sets["clean", "reference"].images, "drawing")
    print(f"| (the reference) | {_looks(aimed)} | |", flush=True)
    test = sets["clean", "test"]
    rows: list[tuple[str, Scanner, dict[str, object]]] = [
        ("noisy scans, as they are", "noisy", {}),
        (
            "noisy scans, as the reference",
            "noisy",
            {"appearance": "reference", "reference": reference},
        ),
        ("clean scans, as they are", "clean", {}),
    ]
    for told, scanner, more in rows:
        made = _condensed(projects[scanner], options, more)
        looks = _looks(measure_appearance(made.images, "drawing"))
        scores = _accuracies(projects["clean"], made, [test], options)[0]
        print(f"| {told} | {looks} | {common.spread(scores)} |", flush=True)


def _varied_more(
    projects: dict[Scanner, Project],
    sets: dict[tuple[Scanner, Side], _Set],
    options: argparse.Namespace,
) -> None:
    clean, noisy = (sets[scanner, "test"] for scanner in get_args(Scanner))
    random = np.random.default_rng(1)
    worse = [
        _Set(np.stack([_worse(one, random, times) for one in clean.images]), clean.labels)
        for times in options.worse
    ]
    columns = "".join(f" {times} times as badly % |" for times in options.worse)
    print(f"\n| clean scans condensed | on clean test pictures % | on noisy ones % |{columns}")
    print("|---" * (3 + len(worse)) + "|")
    for told, more in (
        ("as they are", {}),
        (f"varied {options.variation:g} times", {"appearance": "varied"}),
    ):
        variation = {"variation": options.variation} if more else {}
        made = _condensed(projects["clean"], options, {**more, **variation})
        found = _accuracies(projects["clean"], made, [clean, noisy, *worse], options)
        cells = [common.spread(scores) for scores in found]
        print(f"| {told} | {' | '.join(cells)} |", flush=True)


def _condensed(project: Project, options: argparse.Namespace, more: dict[str, object]) -> _Set:
    """Through the function that the window and the command line call."""
    values = {
        "ipc": options.ipc,
        "preset": options.preset,
        "steps": options.steps,
        "packing": options.packing,
        **more,
    }
    made = common.condensed(project, CondenseRecipe.parse(values)).load()
    return _Set(made.images, made.labels)


def _accuracies(
    project: Project, made: _Set, tests: list[_Set], options: argparse.Namespace
) -> list[list[float]]:
    with project.image_set() as image_set:
        return common.accuracies_on(
            tests,
            image_set,
            made.images,
            made.labels,
            protocol=common.protocol_of("trial", None),
            networks=options.networks,
        )


def _looks(found: dict[str, npt.NDArray[np.float64]]) -> str:
    return " | ".join(
        f"{np.nanmean(found[key]):.2f} ± {np.nanstd(found[key]):.2f}"
        for key in ("noise", "line_weight")
    )


# The two scanners


def _drawn(
    options: argparse.Namespace, _scratch: Path
) -> tuple[dict[tuple[Scanner, Side], _Set], list[str]]:
    """Sample drawings; those of the two scanners show different sheets."""
    names = list(SYMBOLS)[: options.classes]
    counts = {"train": options.per_class, "test": options.per_class, "reference": 20}
    sets = {}
    for at_scanner, scanner in enumerate(get_args(Scanner)):
        for at_side, side in enumerate(_SIDES):
            images, labels = [], []
            for label, name in enumerate(names):
                for number in range(counts[side]):
                    random = np.random.default_rng([at_scanner, at_side, label, number])
                    images.append(_sheet(name, scanner, random, options.size))
                    labels.append(label)
            sets[scanner, side] = _Set(np.stack(images)[..., None], np.array(labels))
    return sets, names


def _sheet(name: str, scanner: Scanner, random: np.random.Generator, size: int) -> Pictures:
    paper = random.uniform(*_PAPER[scanner])
    factors = dataclasses.replace(
        draw_factors(random, size),
        noise_sigma_grey=random.uniform(*_NOISE[scanner]),
        line_weight_px=random.uniform(*_WEIGHT[scanner]) * size / 64,
        blueprint=0,
        paper_tone_grey=paper,
        ink_tone_grey=paper - random.uniform(90, 160),
        shading_grey=_SHADING[scanner],
    )
    return draw(name, factors, random, size=size)[0]


def _scanned_again(
    options: argparse.Namespace, scratch: Path
) -> tuple[dict[tuple[Scanner, Side], _Set], list[str]]:
    """Real pictures; every fifth training picture is the reference's."""
    project = common.project_of(options.source, scratch, size=options.size)
    random = np.random.default_rng(0)
    with project.image_set() as image_set:
        names = image_set.class_names[: options.classes]
        rows: dict[Side, list[npt.NDArray[np.intp]]] = {side: [] for side in _SIDES}
        for label in range(len(names)):
            train = random.permutation(image_set.indices("train", label))[: options.per_class]
            rows["reference"].append(train[::5])
            rows["train"].append(np.setdiff1d(train, train[::5]))
            rows["test"].append(image_set.indices("test", label))
        sets: dict[tuple[Scanner, Side], _Set] = {}
        for side, parts in rows.items():
            chosen = np.sort(np.concatenate(parts))
            clean = _Set(image_set.read(chosen), image_set.labels[chosen])
            noisy = np.stack([_worse(image, random) for image in clean.images])
            sets["clean", side], sets["noisy", side] = clean, _Set(noisy, clean.labels)
    return sets, names


def _worse(image: Pictures, random: np.random.Generator, times: int = 1) -> Pictures:
    """Ink so many pixels wider, paper darker and noise, as another scanner might give."""
    thick = cv2.erode(image, np.ones((1 + times, 1 + times), np.uint8)).reshape(image.shape)
    darker = thick.astype(np.float32) * random.uniform(0.7, 0.8) ** times
    noise = random.normal(0, times * random.uniform(*_NOISE["noisy"]), image.shape[:2])
    return np.clip(np.rint(darker + noise[..., None]), 0, 255).astype(np.uint8)


def _project(
    path: Path, sets: dict[tuple[Scanner, Side], _Set], names: list[str], scanner: Scanner
) -> Project:
    project = Project.create(path)
    _write(project.images_path, [sets[scanner, "train"], sets[scanner, "test"]], names)
    return project


def _add_reference(project: Project, pictures: _Set) -> str:
    name = hashlib.sha256(pictures.images.tobytes()).hexdigest()[:NAME_DIGITS]
    path = project.reference_path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, [pictures], ["reference"])
    return name


def _write(path: Path, parts: list[_Set], names: list[str]) -> None:
    """Training pictures, then test pictures, as an image set."""
    _, height, width, channels = parts[0].images.shape
    digest = hashlib.sha256()
    with ImageSetWriter(path, height=height, width=width, channels=channels) as writer:
        for split, part in enumerate(parts):
            count = len(part.images)
            labels = np.minimum(part.labels, len(names) - 1)
            sources = [f"{split}/{number}" for number in range(count)]
            writer.append(part.images, labels.tolist(), [split] * count, sources)
            digest.update(part.images.tobytes())
        writer.finish(class_names=names, preparation={}, fingerprint=digest.hexdigest())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, nargs="?")
    parser.add_argument("--size", type=int, default=64, help="px; default 64")
    parser.add_argument("--classes", type=int, default=6, help="default 6")
    parser.add_argument("--per-class", type=int, default=150, help="pictures, at most; 150")
    parser.add_argument("--ipc", type=int, default=10, help="images per class; default 10")
    parser.add_argument("--preset", default="quick", choices=get_args(Preset))
    parser.add_argument("--steps", type=int, help="default: the preset's")
    parser.add_argument("--packing", type=common.packing, default=1, help="default 1")
    parser.add_argument("--variation", type=float, default=2.0, help="times as wide; 2")
    tables = ("reference", "varied")
    parser.add_argument("--tables", nargs="+", choices=tables, default=tables, help="default both")
    parser.add_argument("--worse", type=int, nargs="*", default=[], help="times, other scanners")
    parser.add_argument("--networks", type=int, default=3, help="trainings of each set; 3")
    return parser


if __name__ == "__main__":
    main()
