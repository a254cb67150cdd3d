"""How far a condensed set is from the real pictures, by class, in relative units.

Measured through fresh random networks that took no part in condensing, without augmentation,
on the images as exported.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.data import CondensedSet, ImageSet
from engine.data.class_gaps import ClassGap, class_gap, overall
from engine.matching.content import class_scatter, content_distance
from engine.matching.style import correlation_distance, moments_distance
from engine.networks.observer import Observation, observe_eagerly, random_weights
from engine.runtime.stop import StopToken

__all__ = ["NETWORKS", "AsAimed", "ClassGap", "measure_gaps", "overall", "real_per_class"]

# Pictures (n, H, W, C) that stand at n rows of an image set, as they are aimed at.
AsAimed = Callable[[npt.NDArray[np.uint8], npt.NDArray[np.intp]], npt.NDArray[np.uint8]]

NETWORKS = 3
# Real pixels looked at through each network: some two seconds on two cores.
_PIXELS = 1280 * 32 * 32
_FEWEST, _MOST = 16, 256
_WIDTH = 64
_BATCH_PIXELS = 32 * 32 * 32
_NETWORK_SEED = 7_919


@torch.no_grad()
def measure_gaps(
    image_set: ImageSet,
    condensed: CondensedSet,
    *,
    seed: int = 0,
    networks: int = NETWORKS,
    token: StopToken | None = None,
    seconds: float | None = None,
    as_aimed: AsAimed | None = None,
) -> list[ClassGap]:
    """Measure every class of a condensed set against the training pictures.

    Parameters
    ----------
    image_set : ImageSet
    condensed : CondensedSet
        Of the same classes and picture size.
    seed : int
        Of the draw of real pictures where a class has many, and of the networks.
    networks : int
        The gaps are means over so many random networks.
    token : StopToken, optional
        Asked between batches.
    seconds : float, optional
        Begin no further network that would not end by then; the first is always looked through.
    as_aimed : callable, optional
        Pictures and their rows to the pictures in the appearance that was aimed at; None: as they
        are. Classes kept whole are compared with their pictures as they are.

    Returns
    -------
    list of ClassGap
        In the order of the classes; a class without real or synthetic images is left out.

    Raises
    ------
    Stopped
        Where a token is given and a stop was asked for.
    """
    generator = np.random.default_rng(seed)
    names, pairs = [], []
    most = real_per_class(len(condensed.class_names), image_set.shape[1])
    for label, name in enumerate(condensed.class_names):
        rows = image_set.indices("train", label)
        mine = condensed.images[condensed.labels == label]
        if len(rows) and len(mine):
            chosen = np.sort(generator.permutation(rows)[:most])
            real = image_set.read(chosen)
            if as_aimed is not None and not condensed.kept[condensed.labels == label].any():
                real = as_aimed(real, chosen)
            names.append(name)
            pairs.append((real, mine))
    found: list[npt.NDArray[np.float64]] = []
    begun = time.monotonic()
    for network in range(networks if names else 0):
        taken, done = time.monotonic() - begun, len(found)
        if seconds is not None and done and taken * (done + 1) / done > seconds:
            break
        found.append(
            _through_network(pairs, condensed, seed=_NETWORK_SEED + network + seed, token=token)
        )
    if not found:
        return []
    means = np.mean(found, axis=0)
    return [class_gap(name, row) for name, row in zip(names, means, strict=True)]


def real_per_class(classes: int, size: int) -> int:
    """Real pictures of each class that are looked at, where it has as many."""
    return min(_MOST, max(_FEWEST, _PIXELS // (size * size * classes)))


def _through_network(
    pairs: list[tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]],
    condensed: CondensedSet,
    *,
    seed: int,
    token: StopToken | None,
) -> npt.NDArray[np.float64]:
    size, channels = condensed.images.shape[1], condensed.images.shape[3]
    weights = random_weights(seed, channels=channels, size=size, width=_WIDTH)
    real = [_summary(one, condensed, weights, token) for one, _ in pairs]
    mine = [_summary(one, condensed, weights, token) for _, one in pairs]
    centres = torch.stack([one.centre for one in real])
    content = content_distance(torch.stack([one.centre for one in mine]), centres)
    scatter = class_scatter(centres, torch.tensor(real[0].spread ** 2))
    noise = torch.tensor([one.spread**2 / len(r) for one, (r, _) in zip(real, pairs, strict=True)])
    own = (scatter - noise.mean() * (1 - 1 / len(pairs))).clamp_min(scatter / 10)
    content = (content - noise).clamp_min(0) / own
    layers = _style_by_layer(mine, real)
    style = torch.stack(layers).mean(0)
    spread = torch.tensor(
        [a.spread / b.spread if b.spread > 0 else 1.0 for a, b in zip(mine, real, strict=True)]
    )
    return torch.stack([content, style, spread, *layers], dim=1).double().numpy()


@dataclass(frozen=True)
class _Summary:
    centre: Tensor
    spread: float
    means: list[Tensor]
    stds: list[Tensor]
    grams: list[Tensor]


def _style_by_layer(mine: list[_Summary], real: list[_Summary]) -> list[Tensor]:
    """The style gap of each layer, each ``(classes,)``."""
    gaps = []
    for layer in range(len(real[0].grams)):
        ours, theirs = (
            (
                torch.stack([one.means[layer] for one in side]),
                torch.stack([one.stds[layer] for one in side]),
            )
            for side in (mine, real)
        )
        correlation = correlation_distance(
            torch.stack([one.grams[layer] for one in mine]),
            torch.stack([one.grams[layer] for one in real]),
        )
        gaps.append((moments_distance(ours, theirs) + correlation) / 2)
    return gaps


def _summary(
    images: npt.NDArray[np.uint8],
    condensed: CondensedSet,
    weights: list[Tensor],
    token: StopToken | None,
) -> _Summary:
    """Class statistics of uint8 ``(n, H, W, C)`` pictures through one network."""
    count, side = len(images), images.shape[1]
    length = max(1, _BATCH_PIXELS // (side * side))
    seen: list[Observation] = []
    for start in range(0, count, length):
        if token is not None:
            token.raise_if_stopped()
        batch = torch.from_numpy(images[start : start + length].astype(np.float32) / 255)
        batch = (batch - torch.from_numpy(condensed.mean)) / torch.from_numpy(condensed.std)
        shares = torch.full((1, len(batch)), 1 / count)
        seen.append(observe_eagerly(batch.permute(0, 3, 1, 2), weights, shares, True))
    embedding = torch.cat([one.embedding for one in seen])
    layers = range(len(seen[0].means))
    return _Summary(
        centre=embedding.mean(0),
        # The trace of the covariance: all directions together.
        spread=float(embedding.var(0).sum().sqrt()) if count > 1 else 0.0,
        means=[torch.cat([one.means[layer] for one in seen]).mean(0) for layer in layers],
        stds=[torch.cat([one.stds[layer] for one in seen]).mean(0) for layer in layers],
        grams=[sum((one.grams[layer][0] for one in seen), torch.zeros(())) for layer in layers],
    )
