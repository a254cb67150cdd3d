"""Pairs of hashes that differ in few bits, without comparing each with each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import numpy.typing as npt

from engine.runtime import StopToken

Hashes = npt.NDArray[np.uint64]
Pairs = npt.NDArray[np.int64]

_BITS = 8
_BANDS = 4
_WIDTH = 16
_CROWD = 64
_ENOUGH = 64
_CLOSEST = 24
_CHUNK = 1 << 18


def close_hashes(hashes: Hashes, queries: Hashes, *, token: StopToken) -> Pairs:
    """Queries and hashes that differ in at most 8 of their 64 bits.

    Multi-index hashing [1]_: of four bands of 16 bits, one differs in at most one bit if the
    whole differs in at most seven (and nearly always at eight), so looking up every band with
    no bit or one bit turned finds them. Of a bucket at most the first 64 members are looked
    at, and a query with 64 hits asks no further: a crowd of alike pictures is compared with
    those who represent it, so neither work nor memory is quadratic.

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
    asked = list(_bands(queries))
    buckets = [_buckets(keys) for keys in _bands(hashes)]
    found = [np.zeros(0, np.int64)]
    hits = np.zeros(len(queries), np.int64)
    for turned, band in product((0, *(1 << bit for bit in range(_WIDTH))), range(_BANDS)):
        token.raise_if_stopped()
        order, starts = buckets[band]
        target = asked[band] ^ turned
        count = np.minimum(starts[target + 1] - starts[target], _CROWD)
        count[hits >= _ENOUGH] = 0
        for one, places in _expanded(starts[target], count):
            other = order[places]
            near = _distance(queries[one], hashes[other]) <= _BITS
            found.append(one[near] * len(hashes) + other[near])
            hits += np.bincount(one[near], minlength=len(hits))
    codes = np.unique(np.concatenate(found))
    one, other = np.divmod(codes, max(1, len(hashes)))
    return np.column_stack([one, other, _distance(queries[one], hashes[other])])


def closest(pairs: Pairs) -> Pairs:
    """Unordered pairs once, each with its fewest bits; the 24 closest partners of each, sorted."""
    low, high = np.minimum(pairs[:, 0], pairs[:, 1]), np.maximum(pairs[:, 0], pairs[:, 1])
    order = np.lexsort((pairs[:, 2], high, low))
    pairs = np.column_stack([low, high, pairs[:, 2]])[order]
    new = np.ones(len(pairs), np.bool_)
    new[1:] = (pairs[1:, :2] != pairs[:-1, :2]).any(axis=1)
    pairs = pairs[new & (pairs[:, 0] != pairs[:, 1])]
    # Of either end: those who represent a crowd are close to many, who need only them.
    kept = _rank(pairs[:, 0], pairs[:, 2]) < _CLOSEST
    kept |= _rank(pairs[:, 1], pairs[:, 2]) < _CLOSEST
    return pairs[kept]


def _rank(ends: npt.NDArray[np.int64], bits: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The place of each pair among those of the same end, closest first."""
    order = np.lexsort((bits, ends))
    by_end = ends[order]
    rank = np.empty(len(ends), np.int64)
    rank[order] = np.arange(len(ends)) - np.searchsorted(by_end, by_end)
    return rank


def _bands(hashes: Hashes) -> Iterator[npt.NDArray[np.int64]]:
    bits = np.unpackbits(hashes.astype(">u8").view(np.uint8).reshape(-1, 8), axis=1)
    for band in range(_BANDS):
        # Every fourth bit: low frequencies, which vary most, are spread over all bands.
        packed = np.packbits(bits[:, band::_BANDS], axis=1).astype(np.int64)
        yield packed[:, 0] << 8 | packed[:, 1]


def _buckets(keys: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Places in the order of their keys, and where each key's bucket starts in it."""
    order = np.argsort(keys, kind="stable")
    starts = np.searchsorted(keys[order], np.arange((1 << _WIDTH) + 1))
    return order.astype(np.int64), starts.astype(np.int64)


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
