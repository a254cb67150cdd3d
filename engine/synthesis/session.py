"""The parts of a condensing run, and the order in which they work."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.data import ImageSet
from engine.data.allocation import allocate
from engine.data.recipe import Kind
from engine.distributed.team import ALONE, Team
from engine.inspection.kind import kind_for
from engine.matching.appearance import AppearanceTargets
from engine.matching.gaps import NETWORKS
from engine.project import Project, Run, RunResult
from engine.restyling.of_recipe import restyler_of
from engine.runtime.device import choose_device, describe_device
from engine.runtime.events import Emit, Message, Progress
from engine.runtime.shortage import out_of_memory
from engine.runtime.stop import StopMode, Stopped, StopToken
from engine.synthesis.aim import aim_at
from engine.synthesis.bank_store import BankStore, empty_bank
from engine.synthesis.compiling import compiled_for
from engine.synthesis.condense import condense
from engine.synthesis.eye import Eye, make_eye
from engine.synthesis.looks import Looks
from engine.synthesis.memory import Budget, disk_for_bank, free_memory
from engine.synthesis.mend_filling import filled
from engine.synthesis.mended import mended_of
from engine.synthesis.outcome import compare_appearance, finish, preview_of
from engine.synthesis.parts import parted
from engine.synthesis.plan import Plan, closing_pairs, make_plan
from engine.synthesis.pool_of_run import missing_networks, pool_of
from engine.synthesis.restyle import Restyled, restyled
from engine.synthesis.resuming import resumed
from engine.synthesis.set_aside import set_suspicious_aside
from engine.synthesis.sharing import Share
from engine.synthesis.start import read_kept, read_real, starting_images, training_rows
from engine.synthesis.state import State
from engine.synthesis.telling import what_is_special
from engine.synthesis.watch import Watch

_NO_LIMIT = 1 << 62  # bytes


class Session:
    """The parts of one run, put together once."""

    def __init__(
        self,
        project: Project,
        run: Run,
        image_set: ImageSet,
        *,
        emit: Emit,
        token: StopToken,
        team: Team = ALONE,
    ) -> None:
        self.project, self.run, self.image_set = project, run, image_set
        self.emit, self.token, self.team = emit, token, team
        self.recipe = run.recipe
        self.begun = time.monotonic()
        self.shown: dict[str, float] = {}
        emit(Progress("stage.prepare", 0, 0))
        self.device = choose_device(self.recipe.device)
        self.eye = make_eye(self.device)
        aside = set_suspicious_aside(image_set, run, emit=emit, token=token, writes=team.leads)
        self.set_aside = len(aside)
        rows = training_rows(image_set, aside)
        pictures = [len(one) for one in rows]
        self.mended = mended_of(run)
        self.allocation = (
            allocate(self.recipe, image_set.class_names, pictures)
            if self.mended is None
            else self.mended.allocation
        )
        _, height, width, channels = image_set.shape
        self.budget = Budget.of(
            self.recipe,
            self.eye,
            (channels, height, width),
            pictures=sum(pictures),
            images=len(pictures) * int(self.allocation.learnt.max(initial=0)) // team.size,
            beside=team.beside,
        )
        self.real, self.labels = read_real(
            image_set, token=token, set_aside=aside, in_memory=self.budget.pictures > 0
        )
        # Before they are restyled: the same measures must be asked for and told.
        kind = kind_for(self.recipe, image_set)
        self.aimed = self._restyled(kind, [rows[label] for label in self.labels])
        self.real = self.real if self.aimed is None else self.aimed.pictures
        self.looks = Looks.of(self.real, kind, seed=self.recipe.seed, token=token)
        self.counts = np.array([len(one) for one in self.real.by_class])
        self.kept, self.kept_labels = (
            read_kept(image_set, self.allocation.kept, set_aside=aside)
            if self.mended is None
            else self.mended.pictures()
        )
        self.share = self._shared(self._plan())
        self.real = parted(
            self.real, self.plan.slots, seed=self.recipe.seed, token=token, team=team
        )
        self._say_what_is_special()
        self.rows, self.row_labels = self.plan.slots.rows()
        self.put_in: list[str] = []  # sources of real pictures in place of rejected samples
        self.state = self._state(aside)

    @property
    def plan(self) -> Plan:
        """Of the whole run."""
        return self.share.whole

    def _shared(self, plan: Plan) -> Share:
        divided = replace(plan, slots=plan.slots.divided(self.team.size))
        return Share(self.team, divided, save=self.save)

    def _restyled(self, kind: Kind, rows: Sequence[npt.NDArray[np.intp]]) -> Restyled | None:
        """The real pictures in the appearance asked for; None where it is their own."""
        restyler = restyler_of(
            self.image_set, self.recipe, self.project, kind=kind, token=self.token
        )
        if restyler is None:
            return None
        return restyled(
            self.real, rows, restyler, seed=self.recipe.seed, emit=self.emit, token=self.token
        )

    def work(self) -> RunResult | None:
        """Condense, then write and measure what was reached; of a team the leader does."""
        self.state.pairs = self.team.least(self.state.pairs)  # as many as fit every process
        mode = self._learn_within_memory()
        if mode is StopMode.DISCARD:
            if self.team.leads:
                self.project.discard(self.run)
            return None
        reached = self.save(self.state)
        if reached is None:
            return None
        self.state = reached
        # A stop must be answered at once: one network gives the gaps well enough then.
        result = finish(self, networks=NETWORKS if mode is None else 1)
        if mode is None:
            compare_appearance(self)
        if self.token.mode is StopMode.DISCARD:
            self.project.discard(self.run)
            return None
        if mode is None:
            self.run.end("done", step=self.state.step, result=result)
            self.run.checkpoint_path.unlink(missing_ok=True)
            self.run.pool_path.unlink(missing_ok=True)
            self.run.origin_path.unlink(missing_ok=True)
        else:
            self.run.end("stopped", step=self.state.step, result=result)
        return result

    def _learn_within_memory(self) -> StopMode | None:
        """Learn; where memory runs out go on from there with smaller micro-batches.

        Raises
        ------
        torch.OutOfMemoryError, MemoryError, RuntimeError
            Where not even single pictures fit.
        """
        while self.plan.steps:
            try:
                return self._learn()
            except (RuntimeError, MemoryError) as error:
                single = self.eye.micro_batch(self.real.shape[1]) == 1
                if single or not out_of_memory(error):
                    raise
            self._halve()  # outside of the clause: the exception's frames hold the memory
        self.state.seconds = time.monotonic() - self.begun - self.token.paused_seconds
        return self._asked_to_stop()

    def _learn(self) -> StopMode | None:
        """Compile, train the pool and run the steps."""
        missing = missing_networks(self)
        self.eye = self.team.agree(partial(self._compiled, missing))
        pool = pool_of(self, missing=missing)
        taken = time.monotonic() - self.begun - self.token.paused_seconds
        self.state.seconds += self.team.told(taken)
        alone = self.team.size == 1
        watch = Watch(
            self.plan,
            self.state,
            emit=self.emit,
            token=self.token,
            save=self.save if alone else self.share.ask_to_save,
            preview=partial(preview_of, self) if alone else _nothing,
            closing=closing_pairs(self.plan, self.counts, self.real.shape[1]),
            common=float if self.plan.seconds is None else self.team.told,
        )
        bank = self._bank()
        try:
            return condense(
                self.real,
                self.share.plan,
                self.state,
                eye=self.eye,
                watch=watch,
                token=self.token,
                pool=pool,
                bank=bank,
                aim=self._aim(),
                share=self.share,
            )
        except BaseException as error:
            if self.team.shared(error):
                self.save(self.state)
            raise
        finally:
            bank.close()
            self.begun = time.monotonic() - self.token.paused_seconds
            self.shown = watch.values()

    def _compiled(self, missing: int) -> Eye:
        return compiled_for(self.eye, self.plan, self.real.shape, members=missing, token=self.token)

    def _bank(self) -> BankStore:
        folder = self.run.folder / "bank"
        if self.team.size > 1:
            self.team.agree(lambda: empty_bank(folder) if self.team.leads else None)
            folder = folder / str(self.team.number)
        return BankStore(folder, memory=self.budget.bank, device=self.device)

    def _asked_to_stop(self) -> StopMode | None:
        try:
            self.team.agree(self.token.raise_if_stopped)
        except Stopped as stopped:
            return stopped.mode
        return None

    def _aim(self) -> AppearanceTargets | None:
        """How samples shall look; None where appearance has no say."""
        if not self.plan.weights.appearance:
            return None
        aim = aim_at(
            self.real,
            self.plan.slots.seen,
            seed=self.recipe.seed,
            device=self.device,
            token=self.token,
            team=self.team,
        )
        return aim.of_classes(self.share.classes)

    def _halve(self) -> None:
        self.team.agree(free_memory)  # nobody reads the checkpoint before it is written
        self.eye = replace(self.eye, parts=2 * self.eye.parts)
        slots = self.plan.slots.regrouped(self.eye.micro_batch(self.real.shape[1]))
        self.share = self._shared(replace(self.plan, slots=slots))
        if self.team.size == 1:
            self.state.refit(len(slots.counts) * slots.length, slots.classes * slots.length)
        else:  # the classes are dealt anew; what was reached has just been saved
            self.state = self._resumed() or self.state
        self.emit(
            Message(
                "warning",
                "condense.smaller_batches",
                {"device": describe_device(self.device), "step": self.state.step},
            )
        )

    def _plan(self) -> Plan:
        """The plan, with as many pairs as memory and disk hold."""

        def plan(budget: int) -> Plan:
            return make_plan(
                self.recipe,
                self.counts,
                self.real.shape,
                learnt=self.allocation.learnt[self.labels],
                eye=self.eye,
                budget=budget,
            )

        wanted = plan(_NO_LIMIT)
        self.budget.refuse_too_small(wanted.bank.pair_bytes(len(self.counts), self.real.shape[1]))
        # Each process of a team keeps the rows of its classes alone.
        room = self.budget.bank + disk_for_bank(self.run.folder) // self.team.beside
        planned = plan(self.team.size * room)
        if planned.bank.pairs < wanted.bank.pairs:
            params = {"pairs": planned.bank.pairs, "wanted": wanted.bank.pairs}
            self.emit(Message("warning", "condense.fewer_pairs", params))
        return planned if self.mended is None else self.mended.planned(planned)

    def _say_what_is_special(self) -> None:
        for message in what_is_special(
            self.recipe,
            self.eye,
            self.allocation,
            self.image_set.class_names,
            self.mended,
            size=self.real.shape[1],
            packing=self.plan.slots.packing,
        ):
            self.emit(message)

    def _state(self, set_aside: npt.NDArray[np.intp]) -> State:
        state = self._resumed()
        if state is not None:
            self.emit(
                Message("info", "condense.resumed", {"step": state.step, "steps": self.plan.steps})
            )
            return state
        images = self._starting_images(set_aside).to(self.device)
        return State(
            images,
            torch.zeros_like(images),
            pairs=self.plan.bank.pairs,
            fingerprint=self.image_set.fingerprint,
            members=self.plan.pool.members,
        )

    def _resumed(self) -> State | None:
        return resumed(self.run, self.image_set, self.real, self.share, self.device)

    def _starting_images(self, set_aside: npt.NDArray[np.intp]) -> Tensor:
        """This process's images to begin with, float32 ``(classes · length, C, H, W)``."""
        slots, mended = self.plan.slots, self.mended
        if mended is None:
            return starting_images(
                self.real, slots, self.recipe, token=self.token, classes=self.share.classes
            )
        filling = filled(
            mended,
            self.real,
            self.labels,
            self.image_set,
            self.recipe,
            set_aside=set_aside,
            token=self.token,
        )
        self.put_in = filling.sources
        images = torch.zeros(slots.classes * slots.length, *self.real.shape)
        images[self.rows] = filling.images
        return images[self.share.rows]

    def save(self, state: State) -> State | None:
        """Write the checkpoint; the whole state, in the process that leads."""
        whole = self.share.gathered(state)
        if whole is not None:
            whole.save(self.run.checkpoint_path)
            self.run.reached(whole.step)
        return whole


def _nothing(_state: State) -> None:
    """No preview: a team gathers its images for checkpoints alone."""
