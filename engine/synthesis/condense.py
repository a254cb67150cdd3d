"""The condensing loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count

import torch
from torch import Tensor

from engine.matching.appearance import AppearanceTargets, to_levels
from engine.matching.kernel import Fourier
from engine.matching.objective import Targets, Terms, objective
from engine.runtime.errors import UserError
from engine.runtime.events import Message
from engine.runtime.stop import StopMode, Stopped, StopToken
from engine.synthesis.augmentation import kinds_for
from engine.synthesis.bank import Pair, draw_pair, frame_of
from engine.synthesis.eye import Eye
from engine.synthesis.held import held
from engine.synthesis.packing import unpack
from engine.synthesis.plan import MOMENTUM, Plan
from engine.synthesis.pool import Member
from engine.synthesis.real import RealPictures
from engine.synthesis.sharing import Looked, Share, alone
from engine.synthesis.state import State
from engine.synthesis.turns import turn
from engine.synthesis.watch import Watch

_LEAST_RATE = 2**-16  # of the planned rate: halved more often than that, nothing is learnt
_GOOD_EVERY = 100  # steps between states worth going back to
# Of what is left of a term, that one step may take away; momentum makes a step count twice.
# Appearance is the same for every pair, so nothing is lost by going slowly.
_SHARE, _APPEARANCE_SHARE = 1.0, 0.5


def condense(
    real: RealPictures,
    plan: Plan,
    state: State,
    *,
    eye: Eye,
    watch: Watch,
    token: StopToken,
    pool: Sequence[Member] = (),
    bank: MutableMapping[int, Pair] | None = None,
    aim: AppearanceTargets | None = None,
    share: Share | None = None,
) -> StopMode | None:
    """Learn the synthetic images in ``state`` until the plan is fulfilled or a stop is asked for.

    Every step picks a pair of the bank, pushes the synthetic images of each group of classes
    through it, and moves them down the gradient of the objective. A pair is computed when it
    is first picked, so the first steps are slow and all others cheap.

    Parameters
    ----------
    plan : Plan
        Of this process's classes.
    state : State
        Their images.
    bank : mapping, optional
        Where the pairs are kept; a dictionary by default.
    aim : AppearanceTargets, optional
        How the samples of each class shall look.
    share : Share, optional
        What other processes do of the same run; by default this one does all.

    Returns
    -------
    StopMode or None
        None when all steps, or the time allowed, are done.

    Raises
    ------
    UserError
        ``condense.unstable`` where stepping back does not help any more; what
        :meth:`engine.distributed.Team.agree` raises.
    """
    bank = {} if bank is None else bank
    share = alone(plan) if share is None else share
    slots = plan.slots.seen
    step_sizes = slots.step_sizes(real.shape[1], eye.device)
    limits = real.limits(eye.device)
    pairs = _Pairs(real, plan, state, bank, share=share, eye=eye, token=token, pool=pool)
    seen = partial(
        look,
        shares=slots.shares(eye.device),
        plan=plan,
        eye=eye,
        token=token,
        aim=aim,
        reach=plan.rate * step_sizes,
    )
    while state.step < plan.steps and not watch.out_of_time():
        with watch.step(missing=state.pairs - len(bank)):
            places = turn(plan.slots, state.step, pairs.upcoming, seed=plan.seed, device=eye.device)
            look_next = partial(_look_next, seen, pairs, state.images[places])
            try:
                looked = share.together(look_next, state)
            except Stopped as stopped:
                return stopped.mode
            if watch.note(looked.terms) and looked.sound:
                rate = plan.rate * state.rate_factor * watch.decay()
                _move(state, places, looked.gradient * step_sizes, rate, limits)
            else:
                _step_back(state, watch)
    return None


def _look_next(seen: Callable[[Pair, Tensor], Looked], pairs: _Pairs, images: Tensor) -> Looked:
    return seen(pairs.next(), images)


def _move(
    state: State,
    places: Tensor | slice,
    gradient: Tensor,
    rate: float,
    limits: tuple[Tensor, Tensor],
) -> None:
    """Move the images at ``places`` down their gradient; they stay what a picture can show."""
    velocity = state.velocity[places].mul_(MOMENTUM).add_(gradient)
    state.velocity[places] = velocity
    state.images[places] = state.images[places].sub(velocity, alpha=rate).clamp_(*limits)
    state.step += 1
    if state.step % _GOOD_EVERY == 0:
        state.keep()


def _step_back(state: State, watch: Watch) -> None:
    """Go on from the last good images, slower."""
    state.step_back()
    if state.rate_factor < _LEAST_RATE:
        raise UserError("condense.unstable", exit_code=1, step=state.step)
    watch.emit(Message("warning", "condense.diverged", {"step": state.step}))
    state.step += 1


@dataclass(frozen=True)
class _Pairs:
    """The pairs that steps ask for; those that the bank does not have yet are computed."""

    real: RealPictures
    plan: Plan
    state: State
    bank: MutableMapping[int, Pair]
    share: Share
    eye: Eye
    token: StopToken
    pool: Sequence[Member]

    @property
    def upcoming(self) -> int:
        """Number of that of the step that the state is at."""
        return pick(self.state.step, self.state.pairs, self.plan.seed)

    def next(self) -> Pair:
        """That of the step that the state is at."""
        number = self.upcoming
        if number not in self.bank:
            self.bank.update(self._drawn(number))
        return self.bank[number]

    def _drawn(self, number: int) -> dict[int, Pair]:
        """The pair ``number``, with those that the other processes draw meanwhile."""
        kinds, seed = kinds_for(self.real.shape[0]), self.plan.seed

        def draw(one: int) -> Pair:
            return draw_pair(
                self.real,
                self.plan.bank,
                number=one,
                eye=self.eye,
                kinds=kinds,
                seed=seed,
                token=self.token,
                pool=self.pool,
            )

        def frame(one: int) -> Pair:
            return frame_of(one, kinds, seed, self.pool)

        return self.share.draw(number, self._upcoming, draw, frame=frame, device=self.eye.device)

    def _upcoming(self) -> Iterator[int]:
        """Their numbers, in the order in which the next steps ask for them."""
        met = {one for one in self.bank if one < self.state.pairs}
        for step in count(self.state.step):
            if len(met) >= self.state.pairs:
                return
            number = pick(step, self.state.pairs, self.plan.seed)
            if number not in met:
                met.add(number)
                yield number


def pick(step: int, pairs: int, seed: int) -> int:
    """The pair of a step: every pair once, in a new order each round; depends on nothing else.

    The first round takes them as they are numbered (they are drawn at random anyhow), so that a
    bank cut short by a time limit holds just the pairs that the later rounds pick.
    """
    turn, place = divmod(step, pairs)
    if turn == 0:
        return place
    generator = torch.Generator().manual_seed(seed * 1_000_003 + turn)
    return int(torch.randperm(pairs, generator=generator)[place])


def look(
    pair: Pair,
    images: Tensor,
    shares: Tensor,
    *,
    plan: Plan,
    eye: Eye,
    token: StopToken,
    aim: AppearanceTargets | None = None,
    reach: Tensor | None = None,
) -> Looked:
    """Gradient of the objective through one pair, group by group of classes.

    The objective is a sum over classes, so small groups give the exact gradient and their
    feature maps stay in the processor's cache.

    Parameters
    ----------
    images : Tensor, float32, (classes · length, C, H, W)
        Those that the step looks at, placed as :attr:`Slots.seen` says.
    shares : Tensor, float32, (classes, samples)
        Of each sample, unpacked.
    reach : Tensor, optional
        What a step multiplies the gradient by, of a shape that goes with the images; terms are
        then kept from overshooting (:func:`engine.synthesis.held.held`).
    """
    channels, size = images.shape[1:3]
    weights = pair.network.weights(eye, channels=channels, size=size, width=plan.bank.width)
    gradient = torch.zeros_like(images)
    fourier = pair.fourier(eye.device)
    slots = plan.slots.seen
    by_class = torch.zeros(slots.classes, len(Terms._fields), device=images.device)
    classes = slots.total
    for labels in slots.groups():
        token.raise_if_stopped()
        rows = slice(labels.start * slots.length, labels.stop * slots.length)
        with torch.enable_grad():
            batch = images[rows].detach().requires_grad_()
            samples = unpack(batch, slots.packing)
            seen = eye.look(pair.augmentation(samples), weights, shares[labels], plan.bank.style)
            described = None
            if aim is not None:
                # As it is exported: what augmentation adds is nobody's appearance. Unpacked once
                # more, so that the two gradients share no graph.
                shown = unpack(batch, slots.packing)
                described = eye.describe(to_levels(shown, aim), aim.bands)
            found = objective(
                seen,
                shares[labels],
                targets(pair, labels, aim, fourier),
                plan.weights,
                described=described,
            )
            gradient[rows] = _gradient(
                found, batch, plan, reach=None if reach is None else reach[rows]
            )
        by_class[labels] = torch.stack([term.detach() for term in found], 1) / classes
    by_class = by_class[: len(slots.counts)]
    return Looked(gradient, by_class.sum(0), by_class)


def _gradient(found: Terms, batch: Tensor, plan: Plan, *, reach: Tensor | None) -> Tensor:
    """Of a group of classes; a step goes no further than it should."""
    classes = plan.slots.total
    gradient = torch.zeros_like(batch)
    others = found._replace(appearance=torch.zeros_like(found.appearance))
    # The published diversity has no least value to stop short of.
    bounded = plan.weights.diversity_kind == "bounded"
    for term, share in (
        (others.by_class(plan.weights), _SHARE if bounded else None),
        (plan.weights.appearance * found.appearance, _APPEARANCE_SHARE),
    ):
        if not term.requires_grad:
            continue
        left = term / classes
        (more,) = torch.autograd.grad(left.sum(), batch)
        if reach is not None and share is not None:
            more = held(more, left.detach(), reach, share)
        gradient = gradient + more
    return gradient


def targets(
    pair: Pair,
    labels: slice,
    aim: AppearanceTargets | None = None,
    fourier: Fourier | None = None,
) -> Targets:
    """The real side of a group of classes, in float32, padded with zeros past the last class.

    ``labels`` are places in the rows of ``pair``, which may be of some classes alone.
    """
    missing = labels.stop - max(len(pair.content), labels.start)

    def part(whole: Tensor) -> Tensor:
        chosen = whole[labels].float()
        if missing <= 0:
            return chosen
        return torch.cat([chosen, chosen.new_zeros(missing, *chosen.shape[1:])])

    member = pair.network.member
    last = len(pair.content) - 1
    return Targets(
        content=part(pair.content),
        scatter=pair.scatter,
        means=[part(one) for one in pair.means],
        stds=[part(one) for one in pair.stds],
        grams=[
            part(one) * part(unit).view(-1, 1, 1)
            for one, unit in zip(pair.grams, pair.gram_units, strict=True)
        ],
        directions=None if pair.directions is None else part(pair.directions),
        spread=None if pair.spread is None else part(pair.spread),
        classifier=None if member is None else member.classifier.to(pair.content.device),
        labels=(pair.first + torch.arange(labels.start, labels.stop).clamp_max(last)).to(
            pair.content.device
        ),
        accuracy=pair.accuracy,
        appearance=None if aim is None else part(aim.sorted_of(pair.number)),
        appearance_unit=None if aim is None else aim.unit,
        fourier=fourier,
    )
