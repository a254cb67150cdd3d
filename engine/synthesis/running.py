"""A condensing run of a project from beginning to end: what the window and command line call."""

from __future__ import annotations

import contextlib
import traceback

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe
from engine.distributed.team import ALONE, Team
from engine.project import Project, Run, RunResult
from engine.runtime.device import choose_device, describe_device
from engine.runtime.errors import UserError
from engine.runtime.events import Emit, Event
from engine.runtime.shortage import out_of_memory
from engine.runtime.stop import Stopped, StopToken
from engine.synthesis.closing import end_early
from engine.synthesis.memory import free_memory
from engine.synthesis.session import Session


def condense_run(
    project: Project, run: Run, *, emit: Emit, token: StopToken, team: Team = ALONE
) -> RunResult | None:
    """Begin or resume a run and bring it to its end.

    Writes ``condensed.h5``, ``history.json`` and, while unfinished, ``checkpoint.pt`` into the
    run's folder and keeps its status in the catalogue; of a team the leader does.

    Parameters
    ----------
    team : Team
        Processes that share out the run; all call this.

    Returns
    -------
    RunResult or None
        None where the run was cancelled and discarded, and in a process that does not lead.

    Raises
    ------
    UserError
        ``condense.nothing_to_resume``; ``condense.run_busy`` if another process is at it;
        ``condense.other_pictures`` where the pictures were imported anew since the run stopped;
        ``condense.out_of_memory`` after the checkpoint is safe; ``condense.no_gpu``,
        ``condense.too_few_classes``, ``file.cannot_write``, ...; of a team what
        :meth:`engine.distributed.Team.agree` raises.
    """
    team.agree(lambda: _claim(run, team))
    if not team.leads:
        _help(project, run, token=token, team=team)
        return None
    failure: UserError
    try:
        with project.image_set() as image_set:
            return _begun(project, run, image_set, emit=emit, token=token, team=team).work()
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
    except KeyboardInterrupt:  # who leaves at once has not failed
        run.end("stopped", step=run.step)
        raise
    except BaseException:
        run.end("failed", step=run.step)
        raise
    free_memory()
    raise failure


def _claim(run: Run, team: Team) -> None:
    """Make a run ours, if this process leads."""
    if not team.leads:
        return
    if run.status == "done":
        raise UserError("condense.nothing_to_resume", exit_code=2, run=run.id)
    # By a living owner: two would write the same checkpoint. Whoever starts a lost team again has
    # ended it; an owner on another computer cannot be asked.
    if run.status == "running" and not team.restarted:
        raise UserError("condense.run_busy", exit_code=2, run=run.id)
    run.begin()


def _help(project: Project, run: Run, *, token: StopToken, team: Team) -> None:
    """Do one's share of a run that another process leads."""
    try:
        with project.image_set() as image_set:
            _begun(project, run, image_set, emit=_silent, token=token, team=team).work()
    except Stopped:
        return
    except (RuntimeError, MemoryError) as error:
        if not out_of_memory(error):
            raise
        raise UserError(
            "condense.out_of_memory", exit_code=1, device=_device_name(run.recipe), step=run.step
        ) from None


def _begun(
    project: Project, run: Run, image_set: ImageSet, *, emit: Emit, token: StopToken, team: Team
) -> Session:
    return team.agree(lambda: Session(project, run, image_set, emit=emit, token=token, team=team))


def _silent(_event: Event) -> None:
    """Only the leader of a team tells people."""


def _device_name(recipe: CondenseRecipe) -> str:
    return describe_device(choose_device(recipe.device))
