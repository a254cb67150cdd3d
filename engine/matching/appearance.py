"""Appearance as a distribution: samples of a class look as differently as its real ones do.

Moments and Gram matrices say how a class looks *on average*; a class whose line weights run from
thin to thick is matched by samples that are all of middle weight. Here every sample is described by
a few plain numbers, and their distribution over the samples of a class is matched, not their mean:
in one dimension, the Wasserstein distance is the distance of sorted values. No network takes part,
so the real side is the same at every step and is computed once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor

# Where bands of tones and of detail begin, as shares of the real pixels.
_TONES = (0.02, 0.1, 0.5, 0.9, 0.98)
_DETAIL = (0.5, 0.8, 0.95)
_GRAIN = (0.2, 0.4, 0.6, 0.8, 0.95)
_COLOURS = (0.1, 0.5, 0.9)
_GRAIN_GAIN = 6.0  # response of the grain filter to white noise of deviation 1
_RED, _GREEN, _BLUE = 0.299, 0.587, 0.114  # of the luminance
_LEVELS = 255.0
_DARKEST = -_LEVELS  # of a difference of colours
_NARROWEST = 0.5  # grey levels
_FLOOR = 0.05  # of a band's width: a finer difference is nobody's appearance
_MOST_PIXELS = 2_000_000  # that quantiles are taken of
_SMOOTHED = 3  # px, before flat parts are looked for: grain is not an edge
_AROUND = 5  # px, over which a flat part is flat
_FLAT = 0.5  # of a picture's range: changing by so much within that is not flat at all
_SMALL_PART = 0.02  # of a picture: less hardly counts

Bands = list[Tensor]


class _Map(NamedTuple):
    """Values ``(n, 1, h, w)``, the shares where bands begin, and where values count."""

    values: Tensor
    shares: tuple[float, ...]
    lowest: float = 0.0
    where: Tensor | None = None


class AppearanceTargets(NamedTuple):
    """The real side.

    Attributes
    ----------
    bands : list of Tensor, float32, (edges,)
        Where the bands of tones, details and colours begin and end, in grey levels.
    sorted : Tensor, float32, (parts, classes, length, D)
        What the sorted descriptors of the samples of each part of a class should be: quantiles of
        the real ones. Places beyond a class's samples are 0; of a class with fewer parts they
        come again.
    unit : Tensor, float32, (D,)
        Standard deviation of each descriptor within the real classes.
    mean, std : Tensor, float32, (1, C, 1, 1)
        That pictures are normalised with, in 0..1 units.
    parts : Tensor, int64, (classes,)
        Of each class.
    """

    bands: Bands
    sorted: Tensor
    unit: Tensor
    mean: Tensor
    std: Tensor
    parts: Tensor

    def sorted_of(self, number: int) -> Tensor:
        """For the part that the pair ``number`` looks at, ``(classes, length, D)``."""
        part = number % self.parts
        return self.sorted[part, torch.arange(len(part), device=part.device)]

    def of_classes(self, classes: range) -> AppearanceTargets:
        """Of some classes alone."""
        rows = slice(classes.start, classes.stop)
        return self._replace(sorted=self.sorted[:, rows], parts=self.parts[rows])

    def to(self, device: torch.device) -> AppearanceTargets:
        """The same on ``device``."""
        bands = [one.to(device) for one in self.bands]
        return AppearanceTargets(bands, *(one.to(device) for one in self[1:]))


def to_levels(images: Tensor, targets: AppearanceTargets) -> Tensor:
    """Normalised ``(n, C, H, W)`` to grey levels."""
    return (images * targets.std + targets.mean) * _LEVELS


@torch.no_grad()
def draw_bands(levels: Tensor) -> Bands:
    """Bands that hold the same shares of the pixels of some real pictures.

    Parameters
    ----------
    levels : Tensor, float32, (n, C, H, W)
        Grey levels 0..255, one channel or three.

    Returns
    -------
    list of Tensor, float32, (edges,)
        Rising; of tones, of grain in flat parts and elsewhere, of slopes at each scale, of opponent
        colours.
    """
    bands = []
    for one in _maps(levels):
        counted = one.values if one.where is None else one.values[one.where > 0.5]
        flat = (counted if counted.numel() else one.values).flatten()
        flat = flat[:: -(-len(flat) // _MOST_PIXELS)].sort().values
        inner = flat[[int(share * (len(flat) - 1)) for share in one.shares]]
        lowest = inner.new_full((1,), one.lowest)
        edges = torch.cat([lowest, inner, inner.new_full((1,), 4 * _LEVELS)])
        # Two edges of the same value, as in pictures of two tones, make a band of no width.
        steps = (edges[1:] - edges[:-1]).clamp_min(_NARROWEST)
        bands.append(torch.cat([lowest, lowest + steps.cumsum(0)]))
    return bands


def describe(levels: Tensor, bands: Bands) -> Tensor:
    """How each picture looks: tones, grain, slopes at three scales, colours, coarseness.

    A descriptor is the mean over positions of how far into a band the value reaches: together they
    say how the values are distributed, and every pixel has a gradient in one of them. The last two
    are how wide dark and bright parts at edges are, which dark pixels and slopes do not tell, each
    as a distribution of its own: much of both may be one heavy line or many fine ones.

    Parameters
    ----------
    levels : Tensor, float32, (n, C, H, W)
        Grey levels 0..255, one channel or three; 8 px or more.
    bands : list of Tensor
        From :func:`draw_bands`.

    Returns
    -------
    Tensor, float32, (n, D)
        In grey levels; the last two in logarithms of px.
    """
    found = []
    for one, edges in zip(_maps(levels), bands, strict=True):
        for low, high in pairwise(edges):
            found.append(_mean_where(one.values.clamp(low, high) - low, one.where))
    return torch.stack(found + _coarseness(_luminance(levels)), 1)


def appearance_targets(
    by_class: Sequence[Sequence[Tensor]],
    counts: Sequence[int],
    length: int,
    bands: Bands,
    *,
    mean: Tensor,
    std: Tensor,
) -> AppearanceTargets:
    """What to aim at, for so many samples of each class.

    Parameters
    ----------
    by_class : sequence of sequence of Tensor, float32, (n, D)
        Descriptors of the real pictures in each part of each class, of one picture at least.
    counts : sequence of int
        Samples of each class in a step; 0 for a class that is not learnt.
    length : int
        Places a class; at least the largest count.
    bands : list of Tensor
    mean, std : Tensor, float32, (1, C, 1, 1)
    """
    rounds = [
        torch.stack(
            [
                _quantiles(parts[number % len(parts)], count, length)
                for parts, count in zip(by_class, counts, strict=True)
            ]
        )
        for number in range(max(map(len, by_class)))
    ]
    whole = [torch.cat(list(parts)) for parts in by_class]
    inside = torch.cat([real - real.mean(0) for real in whole])
    deviation = inside.square().mean(0).sqrt()
    widths = torch.cat([edges[1:] - edges[:-1] for edges in bands])
    widths = F.pad(widths, (0, len(deviation) - len(widths)), value=1.0)  # coarseness has no band
    unit = deviation.maximum(_FLOOR * widths)
    numbers = torch.tensor([len(parts) for parts in by_class])
    return AppearanceTargets(bands, torch.stack(rounds), unit, mean, std, numbers)


def _quantiles(real: Tensor, count: int, length: int) -> Tensor:
    """What ``count`` sorted samples should be, ``(length, D)``."""
    places = (torch.arange(count).to(real) + 0.5) / max(1, count)
    middle = torch.quantile(real, places, dim=0) if count else real[:0]
    return F.pad(middle, (0, 0, 0, length - count))


def appearance_distance(
    synthetic: Tensor, shares: Tensor, sorted_real: Tensor, unit: Tensor
) -> Tensor:
    """Squared Wasserstein-2 distance of the descriptors of a class, mean over descriptors.

    Parameters
    ----------
    synthetic : Tensor, float32, (classes, length, D)
    shares : Tensor, float32, (classes, length)
        Each sample's share in its class; 0 for padding, which stands last.
    sorted_real : Tensor, float32, (classes, length, D)
    unit : Tensor, float32, (D,)

    Returns
    -------
    Tensor, float32, (classes,)
        1 is off by one deviation of the real pictures within their class.
    """
    far = synthetic.detach().amax() + 1
    padding = (shares == 0)[..., None]
    ordered = torch.where(padding, far, synthetic).sort(1).values
    difference = (ordered - sorted_real) / unit
    return (difference.square().mean(2) * shares).sum(1)


def _maps(levels: Tensor) -> list[_Map]:
    """Tones, grain, slopes at three scales, and for colour pictures two opponent colours.

    Grain of flat parts and of the rest are told apart: together, the one makes up for the other,
    and paper comes out too clean beside lines too rough.
    """
    grey = _luminance(levels)
    half = F.avg_pool2d(grey, 2)
    grain, flat = _grain(grey), _flatness(grey)
    maps = [_Map(grey, _TONES)]
    maps += [_Map(grain, _GRAIN, where=flat), _Map(grain, _DETAIL, where=1 - flat)]
    maps += [_Map(_slope(one), _DETAIL) for one in (grey, half, F.avg_pool2d(half, 2))]
    if levels.shape[1] == 3:
        red, green, blue = levels.unbind(1)
        opposed = (red - green, (red + green) / 2 - blue)
        maps += [_Map(one[:, None], _COLOURS, _DARKEST) for one in opposed]
    return maps


def _mean_where(values: Tensor, where: Tensor | None) -> Tensor:
    """Mean of each picture, ``(n,)``; of a part too small to tell, rather 0."""
    if where is None:
        return values.flatten(1).mean(1)
    return (values * where).flatten(1).mean(1) / (where.flatten(1).mean(1) + _SMALL_PART)


def _luminance(levels: Tensor) -> Tensor:
    if levels.shape[1] != 3:
        return levels
    red, green, blue = levels.unbind(1)
    return (_RED * red + _GREEN * green + _BLUE * blue)[:, None]


def _grain(grey: Tensor) -> Tensor:
    """Blind to plain edges and slopes: what it finds is noise (Immerkær, CVIU 1996)."""
    across = grey[..., :-2] - 2 * grey[..., 1:-1] + grey[..., 2:]
    down = across[:, :, :-2] - 2 * across[:, :, 1:-1] + across[:, :, 2:]
    return down.abs() / _GRAIN_GAIN


def _flatness(grey: Tensor) -> Tensor:
    """1 where tones hardly change, as on bare paper, 0 at edges; ``(n, 1, H - 2, W - 2)``.

    No gradient: where grain is looked for is not to be learnt.
    """
    smooth = F.avg_pool2d(grey.detach(), _SMOOTHED, 1)
    brightest = F.max_pool2d(smooth, _AROUND, 1, _AROUND // 2)
    darkest = -F.max_pool2d(-smooth, _AROUND, 1, _AROUND // 2)
    span = smooth.amax((1, 2, 3), keepdim=True) - smooth.amin((1, 2, 3), keepdim=True)
    return (1 - (brightest - darkest) / (_FLAT * span + 1)).clamp(0, 1)


def _coarseness(grey: Tensor) -> list[Tensor]:
    """How wide dark parts at edges are, and bright ones; ``(n,)`` each.

    That is how deep they are for how steep: twice as dark is twice as steep, so contrast does not
    count. Near edges alone, for elsewhere all that is steep is noise.
    """
    edge = 1 - _flatness(grey)
    steep = _slope(grey)[:, :, :-1, :-1]
    found = []
    for tones in (grey, -grey):
        smooth = F.avg_pool2d(F.pad(tones.detach(), (1, 1, 1, 1), mode="replicate"), _SMOOTHED, 1)
        around = F.max_pool2d(smooth, _AROUND, 1, _AROUND // 2)
        depth = (around - tones).clamp_min(0)[:, :, 1:-1, 1:-1]
        powers = [(one.square() * edge).flatten(1).mean(1) + 1 for one in (depth, steep)]
        found.append((powers[0] / powers[1]).log() / 2)
    return found


def _slope(grey: Tensor) -> Tensor:
    """Length of the slope of grey levels, ``(n, 1, H - 1, W - 1)``."""
    across = grey[:, :, :-1, 1:] - grey[:, :, :-1, :-1]
    down = grey[:, :, 1:, :-1] - grey[:, :, :-1, :-1]
    return (across.square() + down.square() + 1e-3).sqrt()
