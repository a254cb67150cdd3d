"""Going on from a checkpoint, with any number of processes."""

from __future__ import annotations

import torch

from engine.data import ImageSet
from engine.project import Run
from engine.runtime.errors import UserError
from engine.synthesis.real import RealPictures
from engine.synthesis.sharing import Share
from engine.synthesis.state import State


def resumed(
    run: Run, image_set: ImageSet, real: RealPictures, share: Share, device: torch.device
) -> State | None:
    """This process's part of the state that a run was stopped in; None where it never was.

    Raises
    ------
    UserError
        ``condense.other_pictures`` where the pictures were imported anew since; ``file.not_ours``.
    """
    # What learns nothing is made again at once, and the same.
    if not share.whole.steps or not run.checkpoint_path.is_file():
        return None
    slots = share.whole.slots
    # A part may be all that fits the memory of a GPU.
    state = State.load(run.checkpoint_path, device if share.team.size == 1 else torch.device("cpu"))
    used = len(slots.counts) * slots.length
    if (
        state.fingerprint != image_set.fingerprint
        or state.images.shape[1:] != real.shape
        or len(state.images) < used
    ):
        raise UserError("condense.other_pictures", run=run.id)
    state.refit(used, slots.classes * slots.length)
    return state if share.team.size == 1 else state.part(share.rows, device)
