"""How long a trial takes where none was made yet that would tell."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from engine.data.allocation import allocate, packing_for
from engine.data.model_names import ModelName
from engine.data.recipe import CondenseRecipe
from engine.runtime.device import choose_device
from engine.runtime.stop import StopSource
from engine.trial.protocol import PROTOCOLS, SetName, TrialRecipe
from engine.trial.pushed import pushed, strained
from engine.trial.quick import worth_compiling
from engine.trial.set_names import names_of
from engine.trial.train import answer, new_model, train_model

_STEPS = 3  # of a probe; the first one pays for what is made once
_PROBE_PIXELS = 32 * 64 * 64  # of a step of a probe
_COMPILED, _COMPILE_SECONDS = 0.6, 20.0  # of the time without; once
_LOOKS, _LOOK_PICTURES = 7, 400  # tests while a model is trained (engine/trial/bench.py)
_CHOOSERS: tuple[SetName, ...] = ("kmeans", "herding", "kcenter")


def planned_sizes(
    recipe: CondenseRecipe, class_names: list[str], counts: npt.NDArray[np.int64], size: int
) -> dict[SetName, int]:
    """Pictures of each set of a trial, of a run that is yet to be made.

    Parameters
    ----------
    counts : ndarray of int64, (classes,)
        Training pictures of each class.
    size : int
        Of a picture, in px.

    Raises
    ------
    UserError
        ``condense.no_such_class``.
    """
    allocation, packing = allocate(recipe, class_names, counts), packing_for(recipe, size, size)
    learnt, kept = int(allocation.learnt.sum()), int(allocation.kept.sum())
    small, decoded = learnt + kept, learnt * packing**2 + kept
    sizes: dict[SetName, int] = {"condensed": decoded, "full": int(counts.sum())}
    sizes.update(dict.fromkeys(("random", *_CHOOSERS), small))
    if packing > 1:
        sizes["packed"] = decoded
    return sizes


def first_estimate(
    recipe: TrialRecipe,
    sizes: Mapping[SetName, int],
    *,
    shape: tuple[int, int],
    classes: int,
    tests: int,
) -> float:
    """Seconds of a trial, from some steps of training of each model on empty pictures.

    The steps take about a second a model; they are kept for later calls.

    Parameters
    ----------
    sizes : mapping
        Pictures of each set that can take part.
    shape : tuple of int
        Channels, and the side of a picture in px.
    tests : int
        Held-out pictures.

    Raises
    ------
    UserError
        ``condense.no_gpu``.
    """
    device = choose_device(recipe.device)
    names = names_of(recipe, sizes)
    images = [sizes[name] for name in names]
    own = recipe.full_protocol(full=sizes.get("full"))
    under_strain = recipe.seeds * strained(own, images, classes) if recipe.stress else 0
    pixels = shape[1] ** 2
    whole = recipe.seeds * sum(pushed(own, one) for one in images) + under_strain
    quick = worth_compiling(recipe.models, whole * pixels, device)
    seconds = _COMPILE_SECONDS if quick else 0.0
    for model in recipe.models:
        rule = recipe.full_protocol(full=sizes.get("full"), model=model)
        learning, looking = _picture_seconds(
            model, *shape, rule.width, max(2, classes), rule.batch, device, torch.get_num_threads()
        )
        learning *= _COMPILED if quick and model == "convnet" else 1.0
        learnt = recipe.seeds * sum(pushed(rule, one) for one in images)
        trainings = recipe.seeds * len(names)
        if model == recipe.model and recipe.stress:
            learnt, trainings = learnt + under_strain, 3 * trainings
        looked = trainings * (tests + _LOOKS * min(tests, _LOOK_PICTURES))
        if model == "convnet" and set(names) & set(_CHOOSERS):
            looked += sizes.get("full", 0)
        seconds += learnt * learning + looked * looking
    return seconds


@lru_cache
def _picture_seconds(
    model: ModelName,
    channels: int,
    size: int,
    width: int,
    classes: int,
    batch: int,
    device: torch.device,
    _threads: int,
) -> tuple[float, float]:
    """Seconds to train on a picture, and to look at one, with so many threads."""
    batch = max(2, min(batch, _PROBE_PIXELS // size**2))
    images = np.zeros((batch, size, size, channels), np.uint8)
    made = new_model(model, channels=channels, classes=classes, size=size, seed=0, width=width)
    norm: dict[str, Any] = {
        "mean": np.zeros(channels, np.float32),
        "std": np.ones(channels, np.float32),
    }
    token, ends = StopSource().token, list[float]()
    train_model(
        made,
        images,
        np.zeros(batch, np.int64),
        protocol=PROTOCOLS["trial"].model_copy(update={"batch": batch, "same_steps": _STEPS}),
        seed=0,
        device=device,
        token=token,
        on_progress=lambda *_: ends.append(time.perf_counter()),
        **norm,
    )
    learning = min(after - before for before, after in pairwise(ends))
    begun = time.perf_counter()
    answer(made, images, device=device, token=token, **norm)
    return learning / batch, (time.perf_counter() - begun) / batch
