"""Where a condensed set comes from: what its file says of the run that made it."""

from __future__ import annotations

from typing import Any

from engine import __version__
from engine.data import ImageSet
from engine.project import Run
from engine.runtime.device import describe_device
from engine.runtime.times import now
from engine.synthesis.eye import Eye
from engine.synthesis.state import State


def provenance(run: Run, image_set: ImageSet, state: State, eye: Eye) -> dict[str, Any]:
    """JSON-serialisable facts (docs/file-format.md)."""
    return {
        "app": "Shizuku",
        "app_version": __version__,
        "date": now(),
        "seed": run.recipe.seed,
        "run": run.id,
        "source_fingerprint": image_set.fingerprint,
        "preparation": image_set.preparation,
        # What mean and std stand for, should the set be merged with others.
        "real_pictures": image_set.counts("train").tolist(),
        "steps": state.step,
        "seconds": round(state.seconds, 2),
        # What it would have taken besides, had no earlier run trained its networks.
        "seconds_spared": round(state.spared, 2),
        "device": describe_device(eye.device),
        "precision": str(eye.dtype).removeprefix("torch."),
        "compiled": eye.compiled,
    }
