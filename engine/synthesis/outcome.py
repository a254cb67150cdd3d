"""What the state of a run amounts to: its samples, a preview, the condensed set and its gaps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from engine.data import CondensedSet
from engine.project import RunResult
from engine.runtime.events import Preview, Progress
from engine.runtime.files import write_text
from engine.synthesis.closing import keep_appearance, overall_gap
from engine.synthesis.provenance import provenance
from engine.synthesis.state import State
from engine.synthesis.stored import Stored

if TYPE_CHECKING:
    from engine.synthesis.session import Session


def stored_of(session: Session, state: State) -> Stored:
    """What takes space: learnt images and the pictures of classes kept whole."""
    learnt = session.real.to_uint8(state.images[session.rows.to(state.images.device)])
    labels = np.take(np.asarray(session.labels, np.int64), session.row_labels.numpy())
    factor = session.plan.slots.packing
    return Stored.of(learnt, labels, session.kept, session.kept_labels, factor=factor)


def preview_of(session: Session, state: State) -> Preview:
    """The samples as they are now, and how they look."""
    stored = stored_of(session, state)
    samples = stored.decoded()
    return Preview(
        samples,
        stored.labels.repeat(stored.copies),
        state.step,
        session.looks.compared(samples[stored.real.repeat(stored.copies) == 0]),
    )


def finish(session: Session, *, networks: int) -> RunResult:
    """Write the condensed set, then measure it as it reads back.

    Raises
    ------
    Stopped
        After a stop that discards.
    UserError
        ``file.cannot_write``.
    """
    state, run = session.state, session.run
    session.emit(Progress("stage.gaps", 0, 1, values=session.shown))
    session.emit(preview_of(session, state))
    condensed = _condensed(session)
    condensed.save(run.condensed_path, new_folders=False)
    write_text(run.history_path, json.dumps(state.history), new_folders=False)
    limit = session.plan.seconds
    gap = overall_gap(
        session.image_set,
        run,
        networks=networks,
        seconds=None if limit is None else max(0.0, limit - state.seconds),
        as_aimed=session.aimed,
        token=session.token,
    )
    session.emit(Progress("stage.gaps", 1, 1, values=session.shown))
    return RunResult(
        steps=state.step,
        seconds=round(state.seconds, 2),
        stored=condensed.stored,
        decoded=condensed.decoded,
        device=str(session.device),
        content_gap=round(gap.content, 4),
        style_gap=round(gap.style, 4),
        diversity=round(gap.diversity, 4),
        set_aside=session.set_aside,
    )


def compare_appearance(session: Session) -> None:
    """Keep how the samples look beside the real ones.

    Where that would take longer than is allowed, or fails, it is measured when somebody asks.
    """
    if session.plan.seconds is not None:
        return
    session.emit(Progress("stage.appearance", 0, 1, values=session.shown))
    keep_appearance(session.project, session.run, session.image_set, token=session.token)
    session.emit(Progress("stage.appearance", 1, 1, values=session.shown))


def _condensed(session: Session) -> CondensedSet:
    stored = stored_of(session, session.state)
    mended = session.mended
    return CondensedSet(
        images=stored.decoded(),
        labels=stored.labels.repeat(stored.copies),
        real=stored.real.repeat(stored.copies),
        class_names=session.image_set.class_names,
        mean=session.image_set.mean,
        std=session.image_set.std,
        images_per_class=session.recipe.ipc,
        packed=stored.images if stored.factor > 1 else None,
        packing=stored.factor,
        recipe=session.recipe.model_dump(mode="json"),
        provenance=provenance(session.run, session.image_set, session.state, session.eye)
        | ({} if mended is None else mended.provenance(session.put_in)),
    )
