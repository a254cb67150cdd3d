"""The twelve classes: each a drawing office's symbol with its own variants.

A symbol function draws one variant at random and names what it chose: ``detail`` is the
number that describes it best (teeth, coils, threads, ...).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from importers.samples.strokes import Stroke, arc, box, dashed, hatch, line, solid

Drawn = tuple[list[Stroke], int]
Random = np.random.Generator
_THIN = 0.55


def bolt(rng: Random) -> Drawn:
    """Side view: hexagon head, shank, thread lines, chamfered end."""
    threads = int(rng.integers(4, 9))
    half, head = rng.uniform(0.18, 0.28), rng.uniform(0.42, 0.56)
    neck = rng.uniform(-0.58, -0.48)
    strokes = [
        box(-0.95, -head, neck, head),
        line((-0.95, -head / 2), (neck, -head / 2), weight=_THIN),
        line((-0.95, head / 2), (neck, head / 2), weight=_THIN),
        line((neck, -half), (0.85, -half), (0.95, -half * 0.6), (0.95, half * 0.6), (0.85, half)),
        line((0.85, half), (neck, half)),
    ]
    start = rng.uniform(-0.3, 0.15)
    for x in np.linspace(start, 0.85, threads):
        strokes.append(line((x, -half), (x - 0.05, half), weight=_THIN))
    return strokes, threads


def nut(rng: Random) -> Drawn:
    """Front view: hexagon, bore, three-quarter thread circle."""
    angles = np.deg2rad(np.arange(6) * 60)
    bore = rng.uniform(0.36, 0.5)
    hexagon = Stroke(0.92 * np.stack([np.cos(angles), np.sin(angles)], axis=1), True)
    strokes = [
        hexagon,
        arc(0, 0, bore),
        arc(0, 0, bore + 0.1, start=-80, end=180, weight=_THIN),
    ]
    chamfered = bool(rng.random() < 0.6)
    if chamfered:
        strokes.append(arc(0, 0, 0.78, weight=_THIN))
    return strokes, 6


def bearing(rng: Random) -> Drawn:
    """Front view: outer and inner ring with balls between."""
    balls = int(rng.integers(7, 12))
    inner = rng.uniform(0.3, 0.42)
    middle, radius = (0.92 + inner + 0.1) / 2, (0.92 - inner - 0.1) / 2 * 0.72
    strokes = [arc(0, 0, 0.95), arc(0, 0, inner)]
    if rng.random() < 0.5:
        strokes += [arc(0, 0, 0.84, weight=_THIN), arc(0, 0, inner + 0.12, weight=_THIN)]
    for angle in np.arange(balls) * (2 * np.pi / balls):
        strokes.append(arc(middle * np.cos(angle), middle * np.sin(angle), radius))
    return strokes, balls


def gear(rng: Random) -> Drawn:
    """Front view: toothed rim, bore with or without a keyway."""
    teeth = int(rng.integers(8, 15))
    root = rng.uniform(0.7, 0.78)
    step = 2 * np.pi / teeth
    rim: list[tuple[float, float]] = []
    for tooth in range(teeth):
        for share, radius in ((-0.3, root), (-0.16, 0.96), (0.16, 0.96), (0.3, root)):
            angle = (tooth + share) * step
            rim.append((radius * np.cos(angle), radius * np.sin(angle)))
    bore = rng.uniform(0.2, 0.34)
    strokes = [line(*rim, closed=True), arc(0, 0, bore)]
    if rng.random() < 0.6:
        strokes.append(
            line((-0.07, -bore), (-0.07, -bore - 0.1), (0.07, -bore - 0.1), (0.07, -bore))
        )
    if rng.random() < 0.5:
        strokes.append(arc(0, 0, (root + bore) / 2 + 0.06, weight=_THIN))
    return strokes, teeth


def spring(rng: Random) -> Drawn:
    """Compression spring in side view: slanted coils with ground ends."""
    coils = int(rng.integers(4, 8))
    half = rng.uniform(0.3, 0.45)
    xs = np.linspace(-0.85, 0.85, coils + 1)
    strokes = [line((-0.95, -half), (-0.95, half)), line((0.95, -half), (0.95, half))]
    for left, right in pairwise(xs):
        strokes.append(line((left, half), (right, -half)))
        strokes.append(line((right, -half), (right, half), weight=_THIN))
        strokes.append(arc(right - 0.03, -half, 0.05, start=180, end=360))
    return strokes, coils


def shaft(rng: Random) -> Drawn:
    """Stepped shaft with centre line, chamfers and perhaps a keyway."""
    steps = int(rng.integers(3, 5))
    xs = np.linspace(-0.9, 0.9, steps + 1) + np.r_[0, rng.uniform(-0.1, 0.1, steps - 1), 0]
    wide = int(rng.integers(1, steps - 1)) if steps > 3 else 1
    heights = rng.uniform(0.16, 0.3, steps)
    heights[wide] = rng.uniform(0.4, 0.52)
    strokes = [
        box(float(xs[at]), -float(heights[at]), float(xs[at + 1]), float(heights[at]))
        for at in range(steps)
    ]
    strokes += dashed((-1.0, 0.0), (1.0, 0.0), weight=_THIN)
    if rng.random() < 0.6:
        left, right = float(xs[-2]) + 0.08, float(xs[-1]) - 0.1
        strokes.append(box(left, -0.07, right, 0.07))
    return strokes, steps


def resistor(rng: Random) -> Drawn:
    """Zigzag between two leads; with an arrow if it is variable."""
    peaks = int(rng.integers(3, 6))
    half, height = rng.uniform(0.42, 0.58), rng.uniform(0.22, 0.34)
    xs = np.linspace(-half, half, 4 * peaks + 1)[1::2]
    zigzag = [(float(x), height if at % 2 else -height) for at, x in enumerate(xs)]
    strokes = [line((-0.95, 0), (-half, 0), *zigzag, (half, 0), (0.95, 0))]
    if rng.random() < 0.25:
        strokes += [
            line((-0.4, 0.55), (0.4, -0.55)),
            solid((0.4, -0.55), (0.22, -0.46), (0.34, -0.34)),
        ]
    return strokes, peaks


def capacitor(rng: Random) -> Drawn:
    """Two plates between leads; the second curved and a plus sign if polarised."""
    gap, plate = rng.uniform(0.1, 0.17), rng.uniform(0.45, 0.62)
    polarised = bool(rng.random() < 0.4)
    strokes = [
        line((-0.95, 0), (-gap, 0)),
        line((gap, 0), (0.95, 0)),
        line((-gap, -plate), (-gap, plate)),
    ]
    if polarised:
        strokes.append(arc(gap + 0.75, 0, 0.75, start=180 - 42, end=180 + 42))
        strokes += [line((-0.5, -0.42), (-0.3, -0.42)), line((-0.4, -0.52), (-0.4, -0.32))]
    else:
        strokes.append(line((gap, -plate), (gap, plate)))
    return strokes, 1 + polarised


def valve(rng: Random) -> Drawn:
    """Two triangles point to point with a stem: hand wheel, actuator or ball."""
    kind = int(rng.integers(3))
    height, half = rng.uniform(0.34, 0.46), rng.uniform(0.55, 0.68)
    strokes = [
        line((-half, -height), (half, height), (half, -height), (-half, height), closed=True),
        line((-0.95, 0), (-half, 0)),
        line((half, 0), (0.95, 0)),
    ]
    if kind == 2:
        return [*strokes, arc(0, 0, 0.17, filled=True)], kind
    strokes.append(line((0, 0), (0, -0.6)))
    wheel = line((-0.3, -0.6), (0.3, -0.6)) if kind == 0 else arc(0, -0.6, 0.24, start=180, end=360)
    return [*strokes, wheel, *([line((-0.24, -0.6), (0.24, -0.6))] if kind else [])], kind


def transistor(rng: Random) -> Drawn:
    """Bipolar transistor with or without its circle; npn or pnp by the arrow."""
    npn = bool(rng.random() < 0.5)
    strokes = [
        line((-0.95, 0), (-0.25, 0)),
        line((-0.25, -0.42), (-0.25, 0.42), weight=1.5),
        line((-0.25, -0.18), (0.32, -0.5), (0.32, -0.95)),
        line((-0.25, 0.18), (0.32, 0.5), (0.32, 0.95)),
    ]
    if rng.random() < 0.65:
        strokes.append(arc(0.02, 0, 0.72))
    if npn:
        strokes.append(solid((0.28, 0.48), (0.05, 0.48), (0.16, 0.28)))
    else:
        strokes.append(solid((-0.18, 0.22), (0.05, 0.22), (-0.06, 0.42)))
    return strokes, 1 + npn


def weld_mark(rng: Random) -> Drawn:
    """Welding symbol: arrow, reference line with fillet, V or square sign, tail."""
    kind = int(rng.integers(3))
    strokes = [
        line((-0.95, 0.6), (-0.45, 0), (0.7, 0)),
        solid((-0.95, 0.6), (-0.87, 0.38), (-0.75, 0.48)),
        line((0.95, -0.24), (0.7, 0), (0.95, 0.24)),
    ]
    side = -1.0 if rng.random() < 0.5 else 1.0
    if kind == 0:
        strokes.append(line((-0.1, 0), (-0.1, 0.42 * side), (0.3, 0)))
    elif kind == 1:
        strokes.append(line((-0.14, 0.42 * side), (0.1, 0), (0.34, 0.42 * side)))
    else:
        strokes += [line((0.0, 0), (0.0, 0.4 * side)), line((0.2, 0), (0.2, 0.4 * side))]
    if rng.random() < 0.4:
        strokes.append(arc(-0.45, 0, 0.14, weight=_THIN))
    return strokes, kind


def surface_finish(rng: Random) -> Drawn:
    """Tick with a long arm on a surface: machined (bar), not machined (circle) or basic."""
    kind = int(rng.integers(3))
    strokes = [
        line((-0.6, -0.05), (-0.25, 0.6), (0.5, -0.8)),
        line((-0.95, 0.6), (0.75, 0.6)),
        *hatch(-0.95, 0.6, 0.75, 0.78, lines=8, weight=_THIN),
    ]
    if kind == 1:
        strokes.append(line((-0.6, -0.05), (0.11, -0.05)))
    if kind == 2:
        strokes.append(arc(-0.25, 0.18, 0.2))
    if rng.random() < 0.7:
        strokes.append(line((0.5, -0.8), (0.95, -0.8)))
    return strokes, kind


SYMBOLS: dict[str, Callable[[Random], Drawn]] = {
    "bearing": bearing,
    "bolt": bolt,
    "capacitor": capacitor,
    "gear": gear,
    "nut": nut,
    "resistor": resistor,
    "shaft": shaft,
    "spring": spring,
    "surface-finish": surface_finish,
    "transistor": transistor,
    "valve": valve,
    "weld-mark": weld_mark,
}
"""Class name -> what draws it."""
