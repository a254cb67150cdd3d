"""A condensing run of a project from beginning to end: what the window and command line call."""

from __future__ import annotations

import contextlib
import traceback

from engine.data.recipe import CondenseRecipe
from engine.project import Project, Run, RunResult
from engine.runtime.device import choose_device, describe_device
from engine.runtime.errors import UserError
from engine.runtime.events import Emit
from engine.runtime.stop import Stopped, StopToken
from engine.synthesis.closing import end_early
from engine.synthesis.memory import free_memory, out_of_memory
from engine.synthesis.session import Session


def condense_run(project: Project, run: Run, *, emit: Emit, token: StopToken) -> RunResult | None:
    """Begin or resume a run and bring it to its end.

    Writes ``condensed.h5``, ``history.json`` and, while unfinished, ``checkpoint.pt`` into the
    run's folder and keeps its status in the catalogue.

    Returns
    -------
    RunResult or None
        None where the run was cancelled and discarded.

    Raises
    ------
    UserError
        ``condense.nothing_to_resume``; ``condense.run_busy`` if another process is at it;
        ``condense.other_pictures`` where the pictures were imported anew since the run stopped;
        ``condense.out_of_memory`` after the checkpoint is safe; ``condense.no_gpu``,
        ``condense.too_few_classes``, ``file.cannot_write``, ...
    """
    if run.status == "done":
        raise UserError("condense.nothing_to_resume", exit_code=2, run=run.id)
    if run.status == "running":  # by a living owner; two would write the same checkpoint
        raise UserError("condense.run_busy", exit_code=2, run=run.id)
    run.begin()
    failure: UserError
    try:
        with project.image_set() as image_set:
            return Session(project, run, image_set, emit=emit, token=token).work()
    except Stopped as stopped:  # before the first step: there is nothing to keep yet
        end_early(project, run, stopped.mode)
        return None
    except UserError:
        run.end("failed", step=run.step)
        raise
    except (RuntimeError, MemoryError) as error:
        run.end("failed", step=run.step)
        if not out_of_memory(error):
            raise
        # The exception's frames hold the tensors that filled the memory: keep only the text.
        with contextlib.suppress(OSError):  # a full disk must not hide the sentence below
            (run.folder / "failure.txt").write_text(traceback.format_exc(), encoding="utf-8")
        failure = UserError(
            "condense.out_of_memory", exit_code=1, device=_device_name(run.recipe), step=run.step
        )
    except BaseException:
        run.end("failed", step=run.step)
        raise
    free_memory()
    raise failure


def _device_name(recipe: CondenseRecipe) -> str:
    return describe_device(choose_device(recipe.device))
