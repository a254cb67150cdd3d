"""How the map draws real pictures and synthetic samples: shapes as well as colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication

from engine.inspection.mapping import PlaneMap
from engine.inspection.points import Points
from engine.project.runs import Verdict
from gui.pages.inspect_parts.words import verdict_colour, verdict_word
from gui.theme import colours
from gui.widgets.legend import Sign
from gui.widgets.scatter import Layer

ColourBy = Literal["class", "kind", "verdict"]
COLOUR_BY: tuple[ColourBy, ...] = ("class", "kind", "verdict")
REAL, SYNTHETIC = "real", "synthetic"
VerdictOf = Callable[[int], Verdict | None]

_SHAPES = ("o", "s", "t", "d", "p", "h", "star", "t1", "t2", "t3")
_VERDICTS: dict[Verdict | None, str] = {"accepted": "o", "rejected": "x", "hold": "s", None: "d"}
_SIZES = {REAL: 6, SYNTHETIC: 14}
_REAL_ALPHA = 120
_MOST_CLASSES = 24


def map_layers(
    points: Points,
    plane: PlaneMap,
    by: ColourBy,
    *,
    label: int | None,
    verdict_of: VerdictOf,
    selected: tuple[frozenset[int], frozenset[int]] | None,
) -> list[Layer]:
    """Real pictures below synthetic samples.

    Parameters
    ----------
    label : int or None
        The class that is not dimmed; None: all.
    selected : pair of frozenset of int, or None
        Samples and rows of the image set that are not dimmed, whatever their class.
    """
    c = colours()
    real, synthetic = points.real, points.synthetic
    if by == "class":
        looks = [(_shape(one), _colour(one)) for one in range(len(points.class_names))]
        real_looks = [looks[one] for one in real.labels.tolist()]
        looks_of_samples = [looks[one] for one in synthetic.labels.tolist()]
    else:
        real_looks = [("o", c.muted)] * len(real)
        if by == "kind":
            looks_of_samples = [_kind_look(kept=bool(kept)) for kept in points.kept]
        else:
            looks_of_samples = [
                _verdict_look(verdict_of(sample)) for sample in synthetic.rows.tolist()
            ]
    masks = [
        _strong(group.rows, group.labels, label, None if selected is None else selected[which])
        for group, which in ((real, 1), (synthetic, 0))
    ]
    return [
        Layer(
            name=name,
            places=places,
            symbols=[shape for shape, _ in drawn],
            fills=[colour for _, colour in drawn],
            size=_SIZES[name],
            outline=c.text if name == SYNTHETIC else "",
            strong=strong,
            alpha=255 if name == SYNTHETIC else _REAL_ALPHA,
        )
        for name, places, drawn, strong in (
            (REAL, plane.real, real_looks, masks[0]),
            (SYNTHETIC, plane.synthetic, looks_of_samples, masks[1]),
        )
    ]


def map_signs(points: Points, by: ColourBy, label: int | None) -> list[Sign]:
    """The legend of what :func:`map_layers` draws."""
    translate, c = QCoreApplication.translate, colours()
    real, synthetic = translate("MapWords", "real"), translate("MapWords", "synthetic")
    small, large = _SIZES[REAL], _SIZES[SYNTHETIC] - 2
    if by == "class":
        shown = np.unique(np.concatenate([points.real.labels, points.synthetic.labels])).tolist()
        if len(shown) > _MOST_CLASSES:
            shown = [label] if label is not None else shown[:_MOST_CLASSES]
        sizes = [
            Sign("o", c.muted, small, translate("MapWords", "small: real")),
            Sign("o", c.muted, large, translate("MapWords", "large: synthetic"), outlined=True),
        ]
        return [
            *sizes,
            *(Sign(_shape(one), _colour(one), 10, points.class_names[one]) for one in shown),
        ]
    signs = [Sign("o", c.muted, small, real)]
    if by == "kind":
        signs.append(Sign(*_kind_look(kept=False), large, synthetic, outlined=True))
        if points.kept.any():
            word = translate("MapWords", "real, taken into the set")
            signs.append(Sign(*_kind_look(kept=True), large, word, outlined=True))
        return signs
    verdicts: Sequence[Verdict | None] = ("accepted", "rejected", "hold", None)
    return signs + [
        Sign(
            *_verdict_look(one),
            large,
            translate("MapWords", "not judged") if one is None else verdict_word(one),
            outlined=True,
        )
        for one in verdicts
    ]


def _strong(
    rows: npt.NDArray[np.intp],
    labels: npt.NDArray[np.int64],
    label: int | None,
    selected: frozenset[int] | None,
) -> npt.NDArray[np.bool_]:
    if selected is not None:
        return np.isin(rows, list(selected))
    return np.ones(len(rows), bool) if label is None else labels == label


def _shape(label: int) -> str:
    return _SHAPES[label % len(_SHAPES)]


def _colour(label: int) -> str:
    """Classes that share a shape differ clearly in colour, whatever kind of vision one has."""
    c = colours()
    turn = (c.content, c.style, c.diversity, c.other, c.text)
    return turn[(label + label // len(_SHAPES)) % len(turn)]


def _kind_look(*, kept: bool) -> tuple[str, str]:
    c = colours()
    return ("s", c.style) if kept else ("d", c.content)


def _verdict_look(verdict: Verdict | None) -> tuple[str, str]:
    colour = colours().raised if verdict is None else verdict_colour(verdict)
    return _VERDICTS[verdict], colour
