"""Pairs of hashes that differ in few bits, without comparing each with each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from engine.runtime import StopToken

Hashes = npt.NDArray[np.uint64]
Pairs = npt.NDArray[np.int64]

_BITS = 8
_BANDS = 4
_WIDTH = 16
_CROWD = 128
_CLOSEST = 48
_CHUNK = 1 << 20


def close_hashes(hashes: Hashes, queries: Hashes, *, token: StopToken) -> Pairs:
    """Queries and hashes that differ in at most 8 of their 64 bits.

    Multi-index hashing [1]_: of four bands of 16 bits, one differs in at most one bit if the
    whole differs in at most seven (and nearly always at eight), so looking up every band with
    no bit or one bit turned finds them. Of a bucket at most the first 128 members are looked
    at: a crowd of alike pictures is compared with those who represent it, so no work is
    quadratic.

    Parameters
    ----------
    hashes : ndarray of uint64, (M,)
    queries : ndarray of uint64, (Q,)

    Returns
    -------
    ndarray of int64, (P, 3)
        Place in ``queries``, place in ``hashes``, bits they differ in.

    Raises
    ------
    Stopped

    References
    ----------
    .. [1] M. Norouzi, A. Punjani, D. Fleet, Fast search in Hamming space with multi-index
       hashing, CVPR 2012.
    """
    found = [np.zeros(0, np.int64)]
    for own, asked in zip(_bands(hashes), _bands(queries), strict=True):
        order = np.argsort(own, kind="stable")
        starts = np.searchsorted(own[order], np.arange((1 << _WIDTH) + 1))
        for turned in (0, *(1 << bit for bit in range(_WIDTH))):
            token.raise_if_stopped()
            target = asked ^ turned
            first = starts[target]
            count = np.minimum(starts[target + 1] - first, _CROWD)
            for one, places in _expanded(first, count):
                other = order[places]
                near = _distance(queries[one], hashes[other]) <= _BITS
                found.append(one[near] * len(hashes) + other[near])
    codes = np.unique(np.concatenate(found))
    one, other = np.divmod(codes, max(1, len(hashes)))
    return np.column_stack([one, other, _distance(queries[one], hashes[other])])


def closest(pairs: Pairs) -> Pairs:
    """Unordered pairs once, each with its fewest bits; the 48 closest partners of each."""
    low, high = np.minimum(pairs[:, 0], pairs[:, 1]), np.maximum(pairs[:, 0], pairs[:, 1])
    order = np.lexsort((pairs[:, 2], high, low))
    pairs = np.column_stack([low, high, pairs[:, 2]])[order]
    new = np.ones(len(pairs), np.bool_)
    new[1:] = (pairs[1:, :2] != pairs[:-1, :2]).any(axis=1)
    pairs = pairs[new & (pairs[:, 0] != pairs[:, 1])]
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 2], pairs[:, 0]))]
    rank = np.arange(len(pairs)) - np.searchsorted(pairs[:, 0], pairs[:, 0])
    return pairs[rank < _CLOSEST]


def _bands(hashes: Hashes) -> Iterator[npt.NDArray[np.int64]]:
    bits = np.unpackbits(hashes.astype(">u8").view(np.uint8).reshape(-1, 8), axis=1)
    for band in range(_BANDS):
        # Every fourth bit: low frequencies, which vary most, are spread over all bands.
        packed = np.packbits(bits[:, band::_BANDS], axis=1).astype(np.int64)
        yield packed[:, 0] << 8 | packed[:, 1]


def _expanded(
    first: npt.NDArray[np.int64], count: npt.NDArray[np.int64]
) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """(query, place in the bucket's order) for all members of the looked up buckets."""
    asking = np.flatnonzero(count)
    step = _CHUNK // _CROWD
    for start in range(0, len(asking), step):
        these = asking[start : start + step]
        many = count[these]
        within = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
        yield np.repeat(these, many), np.repeat(first[these], many) + within


def _distance(one: Hashes, other: Hashes) -> npt.NDArray[np.int64]:
    return np.asarray(np.bitwise_count(one ^ other), np.int64)
