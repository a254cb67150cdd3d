"""What a training set is put through: wrong labels, and few pictures of most classes.

A strain acts on images as they are stored, not on what a model sees of them. A stored image of a
packed set holds several samples and is one image with one label: they get the same wrong label, or
are left out, together. A real picture that stands several times in a condensed set, because its
class is kept whole, is one image too. So sets of the same size are strained in the same number of
images.
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet

Strain = Literal["flipped", "imbalanced"]
STRAINS: tuple[Strain, ...] = get_args(Strain)
FLIPPED = 0.1  # share of images with a wrong label
RATIO = 10  # images of the commonest class for one of the rarest, where there are enough

Labels = npt.NDArray[np.int64]
Units = npt.NDArray[np.int64]


def stored_images(condensed: CondensedSet) -> Units:
    """Which stored image each sample of a condensed set is from, int64 ``(N,)``."""
    learnt, kept = np.flatnonzero(~condensed.kept), np.flatnonzero(condensed.kept)
    units = np.empty(condensed.decoded, np.int64)
    units[learnt] = grouped(condensed.labels[learnt], condensed.packing**2)
    first = condensed.first_copy[kept]
    units[kept] = condensed.decoded + np.unique(first, return_inverse=True)[1]
    return units


def grouped(labels: Labels, size: int) -> Units:
    """Numbers for groups of ``size`` of the same class, in their order, int64 ``(N,)``.

    The last group of a class may be smaller.
    """
    units = np.empty(len(labels), np.int64)
    taken = 0
    for label in np.unique(labels):
        mine = np.flatnonzero(labels == label)
        units[mine] = taken + np.arange(len(mine)) // size
        taken = int(units[mine[-1]]) + 1
    return units


def flipped(labels: Labels, units: Units, *, seed: int) -> tuple[Labels, float]:
    """Give :data:`FLIPPED` of the images another label of the set, at least one image.

    Parameters
    ----------
    labels, units : ndarray of int64, (N,)
        Classes of the pictures and the image each is from, one class an image.
    seed : int

    Returns
    -------
    labels : ndarray of int64, (N,)
    share : float
        Images with a wrong label, 0..1: more than :data:`FLIPPED` in a very small set; 0 where
        there is one class only.
    """
    random = np.random.default_rng([seed, STRAINS.index("flipped")])
    classes, images = np.unique(labels), np.unique(units)
    if len(classes) < 2:
        return labels, 0.0
    wrong = random.permutation(images)[: max(1, round(FLIPPED * len(images)))]
    steps = dict(
        zip(wrong.tolist(), random.integers(1, len(classes), len(wrong)).tolist(), strict=True)
    )
    step = np.array([steps.get(unit, 0) for unit in units.tolist()], np.int64)
    return classes[(np.searchsorted(classes, labels) + step) % len(classes)], len(wrong) / len(
        images
    )


def tail_shares(classes: int) -> npt.NDArray[np.float64]:
    """Share of its images that each class keeps, from the commonest to the rarest: 1 to 1/RATIO.

    Float64 ``(classes,)``, each the same part of the one before.
    """
    return RATIO ** -np.linspace(0, 1, classes) if classes > 1 else np.ones(classes)


def long_tail(
    labels: Labels, units: Units, classes: npt.NDArray[np.intp], *, seed: int
) -> tuple[npt.NDArray[np.intp], float]:
    """Choose images so that classes become rare one after another.

    Parameters
    ----------
    labels, units : ndarray of int64, (N,)
        Classes of the pictures and the image each is from.
    classes : ndarray of intp
        Those that take part; their order from common to rare depends on ``seed`` alone, so it is
        the same for every set.
    seed : int

    Returns
    -------
    rows : ndarray of intp
        Positions of the pictures that stay, ascending: of every class one image at least.
    ratio : float
        Images of the commonest class for one of the rarest: less than :data:`RATIO` in a set with
        few images, more where the classes differed before.
    """
    order = np.random.default_rng([seed, STRAINS.index("imbalanced")]).permutation(classes)
    random = np.random.default_rng([seed, len(STRAINS)])
    stay, counts = [], []
    for label, share in zip(order.tolist(), tail_shares(len(order)).tolist(), strict=True):
        mine = np.flatnonzero(labels == label)
        images = np.unique(units[mine])
        if not len(images):
            continue
        kept = random.permutation(images)[: max(1, round(share * len(images)))]
        stay.append(mine[np.isin(units[mine], kept)])
        counts.append(len(kept))
    return np.sort(np.concatenate(stay)), max(counts) / min(counts)
