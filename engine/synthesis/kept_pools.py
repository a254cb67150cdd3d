"""Networks that were trained on a project's pictures, kept for its next runs.

A pool depends on pictures, seed and its plan, not on images per class or weights. So the second
run on the same pictures looks through the networks of the first, to the same bits, and is spared
the minutes that they took.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import suppress
from pathlib import Path

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe
from engine.data.stored_report import read_bounded
from engine.runtime.errors import UserError
from engine.runtime.files import make_folder, replacing
from engine.synthesis.eye import Eye
from engine.synthesis.pool import PoolPlan

FOLDER = "networks"
# A few seeds of two presets; some megabytes each.
_KEPT = 8
_MOST_BYTES = 1 << 29
_TRAINING = 1  # another number whenever a training would end in other weights


def kept_path(image_set: ImageSet, recipe: CondenseRecipe, plan: PoolPlan, eye: Eye) -> Path | None:
    """Where the pool of such a run is kept, once there is one; None where it is the run's alone.

    Parameters
    ----------
    recipe : CondenseRecipe
        Seed, and what is left out of or done to the pictures before they are learnt from.
    eye : Eye
        Other devices, precisions, code and sizes of micro-batches end in other bits.
    """
    if plan.members == 0 or recipe.appearance != "mine":
        return None
    told = (
        _TRAINING,
        image_set.fingerprint,
        image_set.preparation,
        image_set.shape,
        recipe.trim,
        recipe.seed,
        (plan.members, plan.steps, plan.width),
        (eye.device.type, str(eye.dtype), eye.compiled, eye.parts),
    )
    name = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    return image_set.path.parent / FOLDER / f"{name[:32]}.pt"


def take_over(kept: Path, path: Path) -> None:
    """Put a kept pool, if it can be read, where the run's own would be.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    try:
        found = read_bounded(kept, _MOST_BYTES)
        kept.touch()  # who is used again is not the oldest
    except (OSError, UserError):
        return
    with replacing(path, new_folders=False) as temporary:
        temporary.write_bytes(found)


def keep(path: Path, kept: Path) -> None:
    """Keep the pool of a run for the next ones; a full disk must not end this one."""
    with suppress(UserError, OSError):
        make_folder(kept.parent)
        with replacing(kept, new_folders=False) as temporary:
            shutil.copyfile(path, temporary)
        others = sorted(kept.parent.glob("*.pt"), key=lambda one: one.stat().st_mtime)
        for old in others[:-_KEPT]:
            old.unlink()
