"""What stands together in a chart is told apart with every kind of colour vision."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from gui import theme
from gui.pages.inspect_parts import map_layers
from gui.theme import DARK, LIGHT
from gui.widgets.chart import LineChart

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
VISIONS = {
    "normal": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# sRGB to XYZ, and the white of D65.
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]]
)  # fmt: skip
WHITE = XYZ.sum(axis=1)
# 2.3 is just noticeable between large patches side by side; thin lines and small marks need more.
LEAST = 15.0
THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def linear(colour):
    """Linear RGB, 0..1, of a colour as #rrggbb."""
    value = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(colour, vision):
    """L*, a*, b* of a colour as seen."""
    seen = np.clip(VISIONS[vision] @ linear(colour), 0, 1)
    share = (XYZ @ seen) / WHITE
    root = np.where(share > (6 / 29) ** 3, np.cbrt(share), share / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = root
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def least_difference(first, second):
    """The smallest difference over all kinds of vision."""
    return min(float(np.linalg.norm(lab(first, v) - lab(second, v))) for v in VISIONS)


def alike(looks):
    """Pairs of (name, colour, cue) that share their cue and nearly their colour."""
    return [
        (one[0], other[0])
        for one, other in combinations(looks, 2)
        if one[2] == other[2] and least_difference(one[1], other[1]) < LEAST
    ]


def contrast(first, second):
    """Ratio of luminances as WCAG 2 has it."""
    bright = [float(XYZ[1] @ linear(one)) + 0.05 for one in (first, second)]
    return max(bright) / min(bright)


@pytest.fixture
def dressed(colours, monkeypatch):
    monkeypatch.setattr(theme, "_current", colours)
    return colours


def test_the_measure_knows_what_is_hard_to_tell():
    assert least_difference("#000000", "#ffffff") > 99
    # Red and a green of its brightness: clear to most, nearly one colour to some.
    assert np.linalg.norm(lab("#b04a3a", "normal") - lab("#6a7a20", "normal")) > 40
    assert least_difference("#b04a3a", "#6a7a20") < LEAST


@THEMES
def test_colours_of_series_differ_without_another_cue(colours):
    series = [(name, getattr(colours, name), "") for name in ("content", "style", "diversity")]
    assert alike(series) == []
    assert alike([*series, ("other", colours.other, "")]) == []


@THEMES
def test_lines_differ_in_dash_or_clearly_in_colour(dressed, qtbot):
    names = [f"line {number}" for number in range(8)]
    chart = LineChart(names)
    qtbot.addWidget(chart)
    pens = {name: chart._lines[name].opts["pen"] for name in names}
    assert alike([(name, pen.color().name(), pen.style()) for name, pen in pens.items()]) == []


@THEMES
def test_classes_on_the_map_differ_in_shape_or_clearly_in_colour(dressed):
    classes = range(map_layers._MOST_CLASSES)
    looks = [(one, map_layers._colour(one), map_layers._shape(one)) for one in classes]
    assert alike(looks) == []
    verdicts = ("accepted", "rejected", "hold", None)
    assert len({map_layers._verdict_look(one)[0] for one in verdicts}) == len(verdicts)


@THEMES
def test_words_stand_out_from_what_is_behind_them(colours):
    for name in ("text", "muted", "accent", "good", "warning", "bad"):
        for ground in (colours.surface, colours.window):
            assert contrast(getattr(colours, name), ground) >= 4.5, (name, ground)
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    for name in ("content", "style", "diversity", "other"):
        assert contrast(getattr(colours, name), colours.surface) >= 3, name
