"""Classes proposed for pictures that have none: groups that look alike, for people to name."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from engine.runtime import Emit, StopToken
from engine.runtime.errors import UserError
from engine.runtime.files import write_text
from importers.found import Scan, Source
from importers.handing_over import in_parallel
from importers.options import ImportOptions
from importers.pace import Pace
from importers.prepare import prepare
from importers.settling import settle
from importers.straighten import to_grey
from importers.text import decoded_text

_SIDE = 64
_FITTED = 2000
_COMPONENTS = 32
_DIRECTIONS, _CELLS = 8, 8
_MOST_GROUPS = 12
_EXAMPLES = 24
_MOST_BYTES = 256 << 20


@dataclass(frozen=True)
class Proposal:
    """Pictures that look alike: names, and the most typical ones, uint8 ``(n, 64, 64)``."""

    names: list[str]
    examples: npt.NDArray[np.uint8]


def propose_classes(
    scan: Scan, options: ImportOptions, *, groups: int | None, emit: Emit, token: StopToken
) -> list[Proposal]:
    """Group pictures by how they look.

    Histograms of oriented gradients (Dalal and Triggs, CVPR 2005) and the grey mean of each
    picture at 64 px, reduced to 32 principal components, are grouped by k-means, both fitted on
    at most 2,000 pictures. Without ``groups`` the number from 2 to 12 with the best silhouette
    (Rousseeuw 1987) is taken.

    Returns
    -------
    list of Proposal
        Largest first; pictures that cannot be read are in none.

    Raises
    ------
    UserError
        ``import.nothing_to_group`` with fewer than four readable pictures.
    Stopped
    """
    names, pictures = _read(scan, options, emit=emit, token=token)
    if len(names) < 4:
        raise UserError("import.nothing_to_group", file=str(scan.root))
    features = _features(pictures)
    token.raise_if_stopped()
    labels, distances = _grouped(features, groups, token=token)
    proposals = []
    for label in np.unique(labels):
        members = np.flatnonzero(labels == label)
        typical = members[np.argsort(distances[members], kind="stable")[:_EXAMPLES]]
        proposals.append(Proposal([names[row] for row in members], pictures[typical]))
    return sorted(proposals, key=lambda one: -len(one.names))


def write_list(path: Path, classes: Sequence[tuple[str, Sequence[str]]]) -> Path:
    """Write named groups as a list of files for :attr:`ImportOptions.list_file`.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["file", "label"])
    for label, names in classes:
        writer.writerows([name, label] for name in names)
    write_text(path, out.getvalue())
    return path


def relabelled(sources: Sequence[Source], path: Path) -> tuple[list[Source], list[str]]:
    """Give sources the classes of a list made by :func:`write_list`.

    Returns
    -------
    list of Source
        Those the list names.
    list of str
        Names of the others.

    Raises
    ------
    UserError
        ``import.csv_unreadable``.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise OSError("too large")
        rows = csv.DictReader(io.StringIO(decoded_text(path.read_bytes()), newline=""))
        label_of = {row["file"]: row["label"].strip() for row in rows}
    except (OSError, UnicodeDecodeError, KeyError, AttributeError, csv.Error) as error:
        raise UserError("import.csv_unreadable", file=str(path)) from error
    named = [
        replace(one, label=label_of[one.reference])
        for one in sources
        if label_of.get(one.reference)
    ]
    return named, [one.reference for one in sources if not label_of.get(one.reference)]


def _read(
    scan: Scan, options: ImportOptions, *, emit: Emit, token: StopToken
) -> tuple[list[str], npt.NDArray[np.uint8]]:
    chosen = options.model_copy(update={"size": _SIDE, "colour": "grey"})
    loader = settle(scan.store, scan.sources, chosen, token=token)

    def look(source: Source) -> npt.NDArray[np.uint8] | None:
        for _, pixels in loader.look(source, side=_SIDE):
            return to_grey(prepare(pixels, chosen, grey=True)[..., 0])
        return None

    pace = Pace("stage.read", scan.total, emit=emit)
    names, pictures = [], []
    looks = in_parallel(look, scan.sources, token=token)
    for number, (source, pixels) in enumerate(zip(scan.sources, looks, strict=True), 1):
        pace.at(number)
        if pixels is not None:
            names.append(source.reference)
            pictures.append(pixels)
    return names, np.array(pictures, np.uint8).reshape(-1, _SIDE, _SIDE)


def _features(pictures: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    rows = np.stack([_gradients(one) for one in pictures])
    means = pictures.reshape(len(pictures), -1).mean(axis=1, dtype=np.float32) / 255
    return np.column_stack([rows, means]).astype(np.float32)


def _gradients(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """Strength of the edges in eight directions over 8 × 8 cells, of length 1; OpenCV has none."""
    across = cv2.Sobel(picture, cv2.CV_32F, 1, 0)
    down = cv2.Sobel(picture, cv2.CV_32F, 0, 1)
    strength, angle = cv2.cartToPolar(across, down, angleInDegrees=True)
    direction = (angle % 180 / (180 / _DIRECTIONS)).astype(np.int32) % _DIRECTIONS
    cells = [
        cv2.resize(
            np.where(direction == one, strength, 0).astype(np.float32),
            (_CELLS, _CELLS),
            interpolation=cv2.INTER_AREA,
        )
        for one in range(_DIRECTIONS)
    ]
    found = np.stack(cells).ravel()
    return (found / (np.linalg.norm(found) + 1e-6)).astype(np.float32)


def _grouped(
    features: npt.NDArray[np.float32], groups: int | None, *, token: StopToken
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    from sklearn.cluster import KMeans
    from sklearn.decomposition import PCA
    from sklearn.metrics import silhouette_score

    fitted = features[np.random.default_rng(0).permutation(len(features))[:_FITTED]]
    space = PCA(min(_COMPONENTS, *fitted.shape), random_state=0).fit(fitted)
    points = space.transform(fitted)
    best, best_score = None, -2.0
    # Copies are one point: there cannot be more groups than different pictures.
    different = len(np.unique(points.round(4), axis=0))
    most = max(2, min(_MOST_GROUPS, different - 1))
    for number in [groups] if groups else range(2, most + 1):
        token.raise_if_stopped()
        found = KMeans(min(number, different), n_init=4, random_state=0).fit(points)
        several = 1 < len(set(found.labels_)) < len(points)
        score = float(silhouette_score(points, found.labels_)) if several else -1.0
        if score > best_score:
            best, best_score = found, score
    assert best is not None  # at least one number was tried
    distances = best.transform(space.transform(features))
    return distances.argmin(axis=1).astype(np.int64), distances.min(axis=1)
