"""A run's real pictures and synthetic samples as numbers, once for all views that compare them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet
from engine.inspection.features import both_features
from engine.inspection.gaps import require_same_pictures
from engine.inspection.pixels import pixel_measures
from engine.inspection.suspicion import Reduced
from engine.runtime.stop import StopToken

Floats32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
Labels = npt.NDArray[np.int64]
OnProgress = Callable[[int, int], None]

MOST_REAL = 5_000
_PIXELS_AT_ONCE = 64 * 64 * 64


@dataclass(frozen=True, eq=False)
class Group:
    """Pictures as numbers.

    Attributes
    ----------
    rows : ndarray of intp, (n,)
        Rows of the image set, or numbers of samples of the condensed set; rising.
    labels : ndarray of int64, (n,)
    content : ndarray of float32, (n, D)
        What stands where: :func:`engine.inspection.features.picture_features`.
    style : ndarray of float32, (n, E)
        What it is made of: :func:`engine.inspection.features.moment_features`.
    pixels : ndarray of float64, (n, K)
        :func:`engine.inspection.pixels.pixel_measures`.
    """

    rows: Rows
    labels: Labels
    content: Floats32
    style: Floats32
    pixels: Floats

    def __len__(self) -> int:
        return len(self.rows)

    def at(self, places: npt.NDArray[np.intp] | npt.NDArray[np.bool_]) -> Group:
        """Some of them."""
        return Group(
            self.rows[places],
            self.labels[places],
            self.content[places],
            self.style[places],
            self.pixels[places],
        )


@dataclass(frozen=True, eq=False)
class Points:
    """Real training pictures and the samples of a condensed set, each sample once.

    Attributes
    ----------
    real, synthetic : Group
    kept : ndarray of bool, (samples,)
        Which of the samples are real pictures: of classes kept whole, or in place of a rejected
        sample.
    pictures : int
        Training pictures there are; more than ``real`` holds where a draw was made.
    class_names : tuple of str
    """

    real: Group
    synthetic: Group
    kept: npt.NDArray[np.bool_]
    pictures: int
    class_names: tuple[str, ...]

    def of_class(self, label: int) -> tuple[Floats32, Floats32]:
        """Content and style of a class together, in few numbers fitted on its real pictures.

        Returns
        -------
        real : ndarray of float32, (n, components)
        synthetic : ndarray of float32, (m, components)
            Content and style count alike: a real picture has length 1 in each, on average.
        """
        real = self.real.at(self.real.labels == label)
        return together(real, self.synthetic.at(self.synthetic.labels == label))


def together(real: Group, synthetic: Group) -> tuple[Floats32, Floats32]:
    """Content beside style, in principal components of the real pictures.

    Returns
    -------
    real : ndarray of float32, (n, components)
    synthetic : ndarray of float32, (m, components)
    """
    if len(real) < 2:  # nothing differs
        return np.zeros((len(real), 1), np.float32), np.zeros((len(synthetic), 1), np.float32)
    parts: list[tuple[Floats32, Floats32]] = []
    # Pictures that are all the same have no variance to take shares of.
    with np.errstate(divide="ignore", invalid="ignore"):
        for mine, others in ((real.content, synthetic.content), (real.style, synthetic.style)):
            reduced = Reduced(mine)
            empty = np.zeros((0, reduced.components), np.float32)
            parts.append((reduced(mine), reduced(others) if len(others) else empty))
    first, second = (np.concatenate(column, 1) for column in zip(*parts, strict=True))
    return first, second


def look_at(
    image_set: ImageSet,
    condensed: CondensedSet,
    *,
    real: Group | None = None,
    most: int = MOST_REAL,
    seed: int = 0,
    token: StopToken,
    on_progress: OnProgress = lambda done, total: None,
) -> Points:
    """Measure what the map, the coverage and the issues rest on.

    Parameters
    ----------
    real : Group, optional
        The real pictures as they are known from another condensed set of the same image set;
        else they are measured, which takes nearly all of the time.
    most : int
        Real pictures looked at; of every class as many, all of a rare class.
    seed : int
        Of the draw.
    on_progress : callable (done, total)
        Pictures and samples looked at.

    Raises
    ------
    UserError
        ``inspect.other_pictures``, as :func:`require_same_pictures` does; ``file.not_ours`` if
        the picture file is damaged.
    Stopped
    """
    require_same_pictures(image_set, condensed)
    train = image_set.indices("train")
    rows = fair_draw(train, image_set.labels, most, np.random.default_rng(seed))
    if real is not None:
        rows = real.rows[:0]
    samples = np.flatnonzero(condensed.first_copies)
    total = len(rows) + len(samples)

    def told(done: int) -> None:
        on_progress(done, total)

    if real is None:
        real = _group(image_set, image_set.read, rows, image_set.labels, token, told)
    synthetic = _group(
        image_set,
        lambda places: condensed.images[places],
        samples,
        condensed.labels,
        token,
        lambda done: told(len(rows) + done),
    )
    kept = condensed.shows_real[samples]
    return Points(real, synthetic, kept, len(train), tuple(condensed.class_names))


def fair_draw(rows: Rows, labels: Labels, most: int, random: np.random.Generator) -> Rows:
    """At most ``most`` of the rows: all of rare classes, of the others as many of each; rising.

    Parameters
    ----------
    rows : ndarray of intp, (n,)
    labels : ndarray of int64, (N,)
        Of the whole set.
    """
    if len(rows) <= most:
        return np.sort(rows)
    counts = np.bincount(labels[rows])
    present = np.flatnonzero(counts)
    each, left = 0, most
    # Classes that are used up leave their share to the larger ones.
    for place, label in enumerate(present[np.argsort(counts[present], kind="stable")]):
        each = left // (len(present) - place)
        if counts[label] > each:
            break
        left -= counts[label]
    drawn = [random.permutation(rows[labels[rows] == label])[: max(1, each)] for label in present]
    return np.sort(np.concatenate(drawn))


def _group(
    image_set: ImageSet,
    read: Callable[[Rows], npt.NDArray[np.uint8]],
    rows: Rows,
    labels: Labels,
    token: StopToken,
    told: Callable[[int], None],
) -> Group:
    mean, std = image_set.mean, image_set.std
    length = max(1, _PIXELS_AT_ONCE // (image_set.shape[1] * image_set.shape[2]))
    # Without any row a batch of none still tells how many numbers a picture has.
    found: list[tuple[Floats32, Floats32, Floats]] = []
    for start in range(0, max(1, len(rows)), length):
        token.raise_if_stopped()
        images = read(rows[start : start + length])
        content, style = both_features(images, mean=mean, std=std, token=token)
        found.append((content, style, pixel_measures(images)))
        told(min(start + length, len(rows)))
    columns = [np.concatenate(column) for column in zip(*found, strict=True)]
    return Group(rows, labels[rows], *columns)
