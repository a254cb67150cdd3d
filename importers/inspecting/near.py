"""Pictures that are nearly the same: re-saved, resized, lit or shifted a little."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np
import numpy.typing as npt

from engine.runtime import StopToken
from importers.inspecting.candidates import close_hashes, closest
from importers.inspecting.hashes import shifted_hashes
from importers.inspecting.likeness import SIDE, likeness, softened

NearPair = tuple[int, int, float]
Fetch = Callable[[Sequence[int]], npt.NDArray[np.uint8]]
Rows = npt.NDArray[np.int64]

_BATCH = 256
_FEW = 12
_REPRESENTATIVES = 16


def near_pairs(
    hashes: npt.NDArray[np.uint64],
    thumbnails: Fetch,
    *,
    token: StopToken,
    told: Callable[[int, int], None] | None = None,
) -> list[NearPair]:
    """Find pairs of nearly the same pictures.

    Pictures whose hashes differ in few bits, as they are or shifted by 1/32 of the side, are
    candidates (:func:`importers.inspecting.candidates.close_hashes`); their thumbnails decide
    (:func:`importers.inspecting.likeness.likeness`).

    Of up to 12 pictures with one hash all pairs are looked at. A larger crowd, such as
    thousands of blank pages, is compared with representatives: the first picture, then the
    first that is unlike it, and so on, 16 at most. So a crowd yields the pairs that link each
    member to one representative, not all pairs. Of a hash that several pictures share, the
    first stands for all when different hashes are compared.

    Parameters
    ----------
    hashes : ndarray of uint64, (N,)
        Of :func:`importers.inspecting.hashes.picture_hash`.
    thumbnails : callable
        Gives the grey pictures of some rows (ascending), uint8 ``(n, h, w)``, at least 32 px
        wide and high; called for each row once, and again where it has candidates.
    told : callable, optional
        Told how many candidates were looked at, and how many there are; of most sets that is
        most of the work.

    Returns
    -------
    list of (int, int, float)
        ``first < second`` and their correlation, 0.97 to 1; sorted.

    Raises
    ------
    Stopped
    """
    if len(hashes) < 2:
        return []
    order = np.argsort(hashes, kind="stable")
    values, starts, counts = np.unique(hashes[order], return_index=True, return_counts=True)
    firsts = order[starts]
    pairs = _between(values, firsts, thumbnails, token)
    few, crowds = _within(order, starts, counts)
    candidates = np.concatenate([np.sort(firsts[pairs[:, :2]], axis=1), few])
    found = _verified(candidates, thumbnails, token, told)
    for crowd in crowds:
        found.extend(_represented(crowd, thumbnails, token))
    return sorted(found)


def _between(
    values: npt.NDArray[np.uint64], firsts: Rows, thumbnails: Fetch, token: StopToken
) -> Rows:
    """Places of close values, by themselves and by their pictures' shifted hashes."""
    found = closest(close_hashes(values, values, token=token))
    shifted = np.empty((4, len(values)), np.uint64)
    by_row = np.argsort(firsts)
    for start in range(0, len(by_row), _BATCH):
        token.raise_if_stopped()
        places = by_row[start : start + _BATCH]
        shifted[:, places] = shifted_hashes(_small(thumbnails(firsts[places].tolist())))
    # A flat picture looks the same from everywhere.
    structured = np.flatnonzero(values)
    for one in shifted:
        pairs = close_hashes(values, one[structured], token=token)
        pairs[:, 0] = structured[pairs[:, 0]]
        found = closest(np.concatenate([found, pairs]))
    return found


def _within(order: Rows, starts: Rows, counts: npt.NDArray[np.int64]) -> tuple[Rows, list[Rows]]:
    """All pairs in small groups of one hash, and the groups that are too large for that."""
    few = [np.zeros((0, 2), np.int64)]
    crowds = []
    for at in np.flatnonzero(counts > 1).tolist():
        members = order[starts[at] : starts[at] + counts[at]]
        if len(members) > _FEW:
            crowds.append(members)
            continue
        one, other = np.triu_indices(len(members), 1)
        few.append(np.stack([members[one], members[other]], axis=1))
    return np.concatenate(few), crowds


def _represented(crowd: Rows, thumbnails: Fetch, token: StopToken) -> list[NearPair]:
    found: list[NearPair] = []
    left = crowd
    for _ in range(_REPRESENTATIVES):
        if len(left) < 2:
            break
        pairs = np.stack([np.full(len(left) - 1, left[0]), left[1:]], axis=1)
        alike = _verified(pairs, thumbnails, token)
        found.extend(alike)
        left = np.setdiff1d(left[1:], np.array([other for _, other, _ in alike], np.int64))
    return found


def _verified(
    pairs: Rows,
    thumbnails: Fetch,
    token: StopToken,
    told: Callable[[int, int], None] | None = None,
) -> list[NearPair]:
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    found: list[NearPair] = []
    for start in range(0, len(pairs), _BATCH):
        token.raise_if_stopped()
        batch = pairs[start : start + _BATCH]
        rows, places = np.unique(batch, return_inverse=True)
        soft = softened(_small(thumbnails(rows.tolist())))
        one, other = places.reshape(-1, 2).T
        score = likeness(soft[one], soft[other])
        for at in np.flatnonzero(score).tolist():
            found.append((int(batch[at, 0]), int(batch[at, 1]), float(score[at])))
        if told is not None:
            told(start + len(batch), len(pairs))
    return found


def _small(pictures: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    if pictures.shape[1:] == (SIDE, SIDE):
        return pictures
    reduced = [cv2.resize(one, (SIDE, SIDE), interpolation=cv2.INTER_AREA) for one in pictures]
    return np.asarray(reduced, np.uint8).reshape(-1, SIDE, SIDE)
