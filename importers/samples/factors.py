"""The true content and style of one sample drawing, drawn at random and recorded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

TEXTS = ("12", "3.2", "M8", "R5", "45", "A-A", "10k", "0.1", "H7", "C2", "25", "6.3", "B", "2x")


@dataclass(frozen=True)
class Factors:
    """What a drawing was made with; the names are the columns of ``factors.csv``.

    Lengths are in px of the finished picture, tones in grey levels 0..255. ``line_weight_px``
    is the stroke width of the symbol's main lines, ``noise_sigma_grey`` the standard deviation
    of the noise added last; tones leave room for it, so that it is not clipped on the paper.
    ``toner_percent`` is the contrast of ink to paper, ``toner_loss_percent`` how much of it is
    lost at the faintest spot.
    """

    symbol_radius_px: float
    rotation_deg: float
    mirrored: int
    skew_deg: float
    offset_x_px: float
    offset_y_px: float
    line_weight_px: float
    toner_percent: float
    toner_loss_percent: float
    paper_tone_grey: float
    ink_tone_grey: float
    shading_grey: float
    blueprint: int
    stain_count: int
    speck_count: int
    blur_sigma_px: float
    noise_sigma_grey: float
    clutter_count: int
    text: str


def draw_factors(rng: np.random.Generator, size: int) -> Factors:
    """Factors for a picture of ``size`` px; lengths grow with it.

    Symbols stand mostly along the sheet, as in real drawings: quarter turns give or take 10°.
    """
    unit = size / 64
    radius = rng.uniform(0.3, 0.46) * size
    room = 0.6 * (0.5 * size - 0.75 * radius)
    noise = rng.uniform(0.0, 12.0)
    shading = rng.uniform(0.0, 24.0)
    toner = rng.uniform(0.5, 1.0)
    blueprint = rng.random() < 0.12
    # Four deviations of noise and the shading fit between the tones and black or white.
    reserve = 3.5 * noise + shading
    if blueprint:
        paper = rng.uniform(reserve, reserve + 50)
        ink = paper + toner * (255 - 2.5 * noise - paper)
    else:
        paper = 255 - reserve - rng.uniform(0.0, 30.0)
        ink = paper - toner * (paper - 12)
    return Factors(
        symbol_radius_px=radius,
        rotation_deg=(90.0 * rng.integers(4) + rng.normal(0.0, 10.0)) % 360.0,
        mirrored=int(rng.random() < 0.5),
        skew_deg=rng.uniform(-8.0, 8.0),
        offset_x_px=rng.uniform(-room, room),
        offset_y_px=rng.uniform(-room, room),
        line_weight_px=min(rng.uniform(0.9, 3.0) * unit, 0.11 * radius),
        toner_percent=100 * toner,
        toner_loss_percent=100 * rng.uniform(0.0, 0.5),
        paper_tone_grey=paper,
        ink_tone_grey=ink,
        shading_grey=shading,
        blueprint=int(blueprint),
        stain_count=int(rng.poisson(0.8)),
        speck_count=int(rng.poisson(3.0)),
        blur_sigma_px=rng.uniform(0.0, 0.7) * unit,
        noise_sigma_grey=noise,
        clutter_count=int(rng.integers(0, 3)),
        text=str(rng.choice(TEXTS)),
    )
