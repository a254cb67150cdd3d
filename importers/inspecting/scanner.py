"""Does another camera or scanner betray a class? Then a model would learn the scanner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from importers.inspecting.measures import FIELDS

Trait = Literal["noise", "paper", "size", "format"]
Columns = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

TRAITS: tuple[Trait, ...] = ("noise", "paper", "size", "format")
_LEAST = 20
_TELLS = 0.95
_HINTS = 0.8
_MOST_OWN = 400
_MOST_OTHERS = 1200
_FOLDS = 5
_USUAL = 0.1
_PAPER_TONE = 160
_PAPER_SHARE = 0.6
_ON_PAPER = 0.8
_NOISE_FACTOR = 1.5
_NOISE_LEVELS = 1.0
_PAPER_LEVELS = 8.0


@dataclass(frozen=True)
class Evidence:
    """A trait of a class and of all others.

    Grey levels for noise and paper (medians), the commonest ``"W×H"`` in px for the size, the
    commonest format.
    """

    trait: Trait
    own: float | str
    others: float | str


@dataclass(frozen=True)
class Betrayed:
    """A class that appearance alone tells from the others; one or two strongest traits."""

    label: str
    accuracy: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, eq=False)
class _Question:
    """One class against the rest."""

    own: Mask
    measures: Columns
    sizes: npt.NDArray[np.str_]
    formats: npt.NDArray[np.str_]

    def column(self, field: str) -> Columns:
        return self.measures[:, FIELDS.index(field)]


def betrayed_classes(
    measures: Columns, labels: Sequence[str], formats: Sequence[str]
) -> list[Betrayed]:
    """Find classes that can be told from the others without looking at what they show.

    Only traits that a camera, scanner or program leaves are used: noise, paper tone (where
    the pictures are on paper, of at least 160 levels covering at least 60 % of 80 % of the
    pictures, in the class and in the others), size in px of the page where at least a tenth of
    the class or of the others has the same (crops of many sizes say nothing), and the file's
    format. Brightness, contrast, ink and sharpness differ between classes by nature.

    A decision tree of depth 3 is cross-validated (5 folds, at most 400 pictures of the class
    and 1200 others). A class is betrayed at a balanced accuracy of at least 0.95, if it has at
    least 20 pictures and a trait that differs by itself and visibly: noise by 1 level and a
    factor of 1.5, paper by 8 levels. Of two classes only the smaller is named.

    Parameters
    ----------
    measures : ndarray of float32, (N, F)
        Rows of :class:`importers.inspecting.measures.Measures` of training pictures.
    labels, formats : sequence of str, N of them
        A format is any text that tells how a file was made ("JPEG", "PNG 16 bit", ...).

    Returns
    -------
    list of Betrayed
        In the order of the class names.
    """
    counts = Counter(labels)
    names = sorted(counts)
    if len(names) == 2:
        names = [min(names, key=lambda name: (counts[name], name))]
    classes = np.array(labels)
    sizes = np.array([f"{round(float(w))}×{round(float(h))}" for w, h in measures[:, :2]])
    found = []
    for name in names if len(counts) > 1 else []:
        if counts[name] < _LEAST or len(labels) - counts[name] < _LEAST:
            continue
        rows = _sample(classes == name)
        question = _Question(
            classes[rows] == name, measures[rows], sizes[rows], np.array(formats)[rows]
        )
        one = _answer(name, question)
        if one is not None:
            found.append(one)
    return found


def _sample(own: Mask) -> npt.NDArray[np.int64]:
    rng = np.random.default_rng(0)
    parts = []
    for rows, most in ((np.flatnonzero(own), _MOST_OWN), (np.flatnonzero(~own), _MOST_OTHERS)):
        parts.append(rows if len(rows) <= most else np.sort(rng.choice(rows, most, replace=False)))
    return np.concatenate(parts).astype(np.int64)


def _answer(name: str, question: _Question) -> Betrayed | None:
    columns = {trait: _columns(trait, question) for trait in TRAITS}
    used = [column for column in columns.values() if column.shape[1]]
    # What a tree cannot even learn by heart need not be cross-validated.
    if not used or _learnt(np.hstack(used), question.own) < _TELLS:
        return None
    accuracy = _cross_validated(np.hstack(used), question.own)
    if accuracy < _TELLS:
        return None
    strength = {
        trait: _learnt(column, question.own) for trait, column in columns.items() if column.size
    }
    evidence = [
        _evidence(trait, question)
        for trait in sorted(strength, key=lambda one: -strength[one])
        if strength[trait] >= _HINTS
    ]
    visible = tuple(one for one in evidence if _visible(one))[:2]
    return Betrayed(name, accuracy, visible) if visible else None


def _columns(trait: Trait, question: _Question) -> Columns:
    """What the tree may look at, float32 ``(n, 0 or more)``."""
    if trait == "noise":
        return question.column("noise")[:, None]
    if trait == "paper":
        paper = question.column("paper")
        on_paper = (paper >= _PAPER_TONE) & (question.column("paper_share") >= _PAPER_SHARE)
        known = min(on_paper[question.own].mean(), on_paper[~question.own].mean()) >= _ON_PAPER
        return paper[:, None] if known else np.zeros((len(paper), 0), np.float32)
    words = question.sizes if trait == "size" else question.formats
    usual = _usual(words[question.own]) | _usual(words[~question.own])
    columns = [(words == word).astype(np.float32) for word in sorted(usual)]
    return np.stack(columns, axis=1) if columns else np.zeros((len(words), 0), np.float32)


def _usual(words: npt.NDArray[np.str_]) -> set[str]:
    return {word for word, count in Counter(words.tolist()).items() if count >= _USUAL * len(words)}


def _evidence(trait: Trait, question: _Question) -> Evidence:
    own = question.own
    if trait in ("noise", "paper"):
        column = question.column(trait)
        inside, outside = float(np.median(column[own])), float(np.median(column[~own]))
        return Evidence(trait, round(inside, 1), round(outside, 1))
    words = question.sizes if trait == "size" else question.formats
    commonest = [Counter(words[side].tolist()).most_common(1)[0][0] for side in (own, ~own)]
    return Evidence(trait, *commonest)


def _visible(one: Evidence) -> bool:
    if isinstance(one.own, str) or isinstance(one.others, str):
        return one.own != one.others
    gap = abs(one.own - one.others)
    if one.trait == "paper":
        return gap >= _PAPER_LEVELS
    low, high = sorted((one.own, one.others))
    return gap >= _NOISE_LEVELS and high >= _NOISE_FACTOR * low


def _learnt(columns: Columns, own: Mask) -> float:
    return _balanced(_tree().fit(columns, own).predict(columns), own)


def _cross_validated(columns: Columns, own: Mask) -> float:
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=0)
    return _balanced(cross_val_predict(_tree(), columns, own, cv=folds), own)


def _tree() -> Any:
    # Late: scikit-learn takes long to load, and most imports end before it is needed.
    from sklearn.tree import DecisionTreeClassifier

    return DecisionTreeClassifier(
        max_depth=3, min_samples_leaf=3, class_weight="balanced", random_state=0
    )


def _balanced(predicted: Mask, own: Mask) -> float:
    return float((predicted[own].mean() + (~predicted[~own]).mean()) / 2)
