"""A condensed set to be made from an earlier one: which samples stay, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.data import CondensedSet
from engine.data.allocation import Allocation
from engine.data.mend import Mend
from engine.project import Run
from engine.runtime.errors import UserError
from engine.synthesis.packing import cut_up, laid_out
from engine.synthesis.plan import Plan
from engine.synthesis.stored import repetitions

Numbers = npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Mended:
    """The samples of a new set, by their numbers in the one it is made from.

    Attributes
    ----------
    origin : CondensedSet
    mend : Mend
    learnt : list of ndarray, intp
        Of each class the samples of its learnt images, in their new order.
    kept : list of ndarray, intp
        Of each class the real pictures that it keeps whole, each once.
    rejected : ndarray of bool, (N,)
        Of the origin's samples; where one copy of a real picture is, all are.
    """

    origin: CondensedSet
    mend: Mend
    learnt: list[Numbers]
    kept: list[Numbers]
    rejected: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, origin: CondensedSet, mend: Mend) -> Self:
        """Lay the new set out.

        Raises
        ------
        UserError
            ``mend.class_would_be_empty``; ``mend.kept_whole`` where a real picture of a class kept
            whole was rejected and is not left out; ``condense.recipe_invalid`` if there are no
            such samples; ``file.not_ours`` if the set is not laid out as Shizuku does it.
        """
        rejected = _rejected(origin, mend)
        pictures = origin.first_copies & origin.kept
        classes = range(len(origin.class_names))
        learnt = [np.flatnonzero((origin.labels == one) & ~origin.kept) for one in classes]
        kept = [np.flatnonzero((origin.labels == one) & pictures) for one in classes]
        _refuse_another_layout(origin, learnt)
        if mend.way == "leave-out":
            each = origin.packing**2
            left = [_filled_up(rows[~rejected[rows]], each) for rows in learnt]
            kept_left = [rows[~rejected[rows]] for rows in kept]
            _refuse_empty(origin, learnt, kept, left, kept_left)
            learnt, kept = left, kept_left
        return cls(origin, mend, learnt, kept, rejected)

    @property
    def learns(self) -> bool:
        """Whether there is anything to learn."""
        return self.mend.way == "again"

    @cached_property
    def allocation(self) -> Allocation:
        """Images of each class."""
        factor = self.origin.packing**2
        return Allocation(
            learnt=np.array([len(rows) // factor for rows in self.learnt], np.int64),
            kept=np.array([len(rows) for rows in self.kept], np.int64),
        )

    @cached_property
    def places(self) -> Numbers:
        """Origin's numbers of the samples of all learnt images, class by class."""
        return np.concatenate(self.learnt)

    @cached_property
    def changes(self) -> npt.NDArray[np.bool_]:
        """Which of :attr:`places` get another sample."""
        found: npt.NDArray[np.bool_] = self.rejected[self.places]
        return found

    def images(self) -> Tensor:
        """The learnt images with all samples as they were, uint8 ``(M, C, H, W)``."""
        origin = self.origin
        stored = origin.images[~origin.kept] if origin.packed is None else _learnt_images(origin)
        cells = cut_up(torch.from_numpy(stored).permute(0, 3, 1, 2), origin.packing)
        ranks = np.cumsum(~origin.kept) - 1
        return laid_out(cells[torch.from_numpy(ranks[self.places])], origin.packing)

    def pictures(self) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
        """The real pictures of classes kept whole, uint8 ``(n, H, W, C)``, and their labels."""
        rows = np.concatenate(self.kept)
        return self.origin.images[rows], self.origin.labels[rows]

    @cached_property
    def samples(self) -> Numbers:
        """Origin's number of each sample of the new set, in the order of the new set."""
        most = max(len(rows) for rows in self.learnt)
        parts = []
        for learnt, kept in zip(self.learnt, self.kept, strict=True):
            copies = int(repetitions(most, np.array(len(kept))))
            parts += [learnt, kept.repeat(copies)]
        return np.concatenate(parts)

    @cached_property
    def changed(self) -> npt.NDArray[np.bool_]:
        """Which samples of the new set are others than in the origin."""
        found: npt.NDArray[np.bool_] = self.rejected[self.samples]
        return found

    @cached_property
    def twice(self) -> list[int]:
        """Samples of the new set that repeat an earlier one, to fill a stored image."""
        again = np.ones(len(self.samples), bool)
        again[np.unique(self.samples, return_index=True)[1]] = False
        return np.flatnonzero(again & ~self.origin.kept[self.samples]).tolist()

    @cached_property
    def turned_down(self) -> set[str]:
        """Sources of real pictures that were rejected, now or in an earlier mending."""
        earlier = self.origin.provenance.get("mended")
        named = earlier.get("turned_down", []) if isinstance(earlier, dict) else []
        now = {source for number, source in self.origin.replaced.items() if self.rejected[number]}
        return now.union(str(one) for one in named if isinstance(named, list))

    def planned(self, plan: Plan) -> Plan:
        """The plan with nothing to learn but the samples that are condensed again."""
        if not self.learns:
            return replace(plan, steps=0, pool=replace(plan.pool, members=0))
        rows, _ = plan.slots.rows()
        each = plan.slots.packing**2
        places = (rows[:, None] * each + torch.arange(each)).flatten()
        free = tuple(places[torch.from_numpy(self.changes)].tolist())
        return replace(plan, slots=replace(plan.slots, free=free))

    def provenance(self, sources: list[str]) -> dict[str, Any]:
        """What the new set tells of this (docs/file-format.md).

        Parameters
        ----------
        sources : list of str
            Of the real pictures that took the place of rejected samples, in order.
        """
        changed = np.flatnonzero(self.changed).tolist()
        before = self.origin.provenance
        facts = {
            "run": self.mend.run,
            "way": self.mend.way,
            "samples": list(self.mend.samples),
            "changed": changed,
            "twice": self.twice,
            "original_steps": original_steps(self.origin),
            **({"turned_down": sorted(self.turned_down)} if self.turned_down else {}),
            **({"before": before["mended"]} if "mended" in before else {}),
        }
        staying = [
            (number, self.origin.replaced[old])
            for number, old in enumerate(self.samples.tolist())
            if old in self.origin.replaced and not self.rejected[old]
        ]
        placed = zip(changed, sources, strict=True) if sources else ()
        real = {str(one): source for one, source in [*staying, *placed]}
        return {"mended": facts, **({"real_samples": real} if real else {})}


def mended_of(run: Run) -> Mended | None:
    """What a run is to be made from; None for a run that condenses anew.

    Raises
    ------
    UserError
        ``run.no_result`` of the run it is made from; what :meth:`Mended.of` raises.
    """
    mend = run.recipe.mend
    if mend is None:
        return None
    if not run.origin_path.is_file():
        raise UserError("run.no_result", run=mend.run)
    return Mended.of(CondensedSet.load(run.origin_path), mend)


def original_steps(condensed: CondensedSet) -> int:
    """Steps that a set's samples were learnt in, before any of them was mended; at least 1."""
    mended = condensed.provenance.get("mended")
    found = mended.get("original_steps") if isinstance(mended, dict) else None
    found = condensed.provenance.get("steps") if found is None else found
    return max(1, found) if isinstance(found, int) else 1


def _rejected(origin: CondensedSet, mend: Mend) -> npt.NDArray[np.bool_]:
    rejected = np.zeros(len(origin.images), bool)
    if mend.samples[-1] >= len(rejected):
        reason = f"mend: {mend.samples[-1]} ≥ {len(rejected)}"
        raise UserError("condense.recipe_invalid", exit_code=2, reason=reason)
    rejected[list(mend.samples)] = True
    if origin.real is not None:
        rejected |= origin.kept & np.isin(origin.real, origin.real[rejected & origin.kept])
    whole = np.unique(origin.labels[rejected & origin.kept])
    if mend.way != "leave-out" and len(whole):
        names = ", ".join(origin.class_names[label] for label in whole)
        raise UserError("mend.kept_whole", exit_code=2, names=names)
    return rejected


def _refuse_another_layout(origin: CondensedSet, learnt: list[Numbers]) -> None:
    """Another program may have made the file."""
    sorted_by_class = bool((np.diff(origin.labels) >= 0).all())
    if not sorted_by_class or any(len(rows) % origin.packing**2 for rows in learnt):
        raise UserError("file.not_ours", file="condensed.h5", reason="order of the samples")


def _refuse_empty(origin: CondensedSet, *before_and_after: list[Numbers]) -> None:
    learnt, kept, left, kept_left = before_and_after
    empty = [
        name
        for label, name in enumerate(origin.class_names)
        if len(learnt[label]) + len(kept[label]) and not len(left[label]) + len(kept_left[label])
    ]
    if empty:
        raise UserError("mend.class_would_be_empty", exit_code=2, names=", ".join(empty))


def _filled_up(rows: Numbers, each: int) -> Numbers:
    """Rows in groups of ``each``; the first ones stand again where the last group is not full."""
    return np.resize(rows, -(-len(rows) // each) * each) if len(rows) else rows


def _learnt_images(origin: CondensedSet) -> npt.NDArray[np.uint8]:
    """The packed images without real pictures of classes kept whole."""
    assert origin.packed is not None  # asked for packed sets only
    classes = len(origin.class_names)
    learnt = np.bincount(origin.labels[~origin.kept], minlength=classes) // origin.packing**2
    kept = origin.stored_by_class - learnt
    counts = np.column_stack([learnt, kept]).ravel()
    images: npt.NDArray[np.uint8] = origin.packed[np.tile([True, False], classes).repeat(counts)]
    return images
