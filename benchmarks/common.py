"""What the benchmarks share: pictures, runs, trainings, and a word about the machine."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import sys
import tarfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NotRequired, TypedDict, Unpack, get_args

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
import numpy.typing as npt
import torch

from engine.data import CondensedSet, ImageSet, ImageSetWriter
from engine.data.allocation import allocate
from engine.data.recipe import CondenseRecipe, Packing, Preset, Start
from engine.matching.appearance import AppearanceTargets
from engine.networks.convnet import WIDTH
from engine.project import Project, Run, RunResult
from engine.runtime import StopSource
from engine.runtime.device import choose_device, free_bytes
from engine.runtime.events import Event, Message, Progress
from engine.synthesis import condense_run
from engine.synthesis.aim import aim_at
from engine.synthesis.condense import condense
from engine.synthesis.eye import Eye, make_eye, warm_up
from engine.synthesis.packing import unpack
from engine.synthesis.parts import parted
from engine.synthesis.plan import Plan, make_plan
from engine.synthesis.pool import Member, rounded, train_member
from engine.synthesis.pool import seeds as pool_seeds
from engine.synthesis.real import RealPictures
from engine.synthesis.start import read_real, starting_images
from engine.synthesis.state import State
from engine.synthesis.watch import Watch
from engine.trial.protocol import PROTOCOLS, Protocol, ProtocolName
from engine.trial.train import evaluate, new_model, train_model
from importers import ImportOptions, import_folder
from importers.options import Defects

TOKEN = StopSource().token
_SAY_SECONDS = 20.0


def machine() -> str:
    """What the figures were measured on, without naming the place."""
    flags = ""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        words = set(cpuinfo.read_text(encoding="utf-8").split())
        known = {"avx512f": "AVX-512", "avx512_bf16": "bfloat16", "amx_bf16": "AMX"}
        flags = "".join(f", {name}" for flag, name in known.items() if flag in words)
    device = choose_device("auto")
    gpu = torch.cuda.get_device_name(device) if device.type == "cuda" else "no GPU"
    return f"{os.cpu_count()} CPU cores (x86-64{flags}), {gpu}, PyTorch {torch.__version__}"


def peak_gib() -> float:
    """Most memory this process has held, in GiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


class _Teller:
    """Warnings, and now and then the progress, on standard error."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def __call__(self, event: Event) -> None:
        if isinstance(event, Message):
            print(f"  {event.level}: {event.key} {dict(event.params)}", file=sys.stderr)
        elif isinstance(event, Progress) and time.monotonic() - self._told > _SAY_SECONDS:
            self._told = time.monotonic()
            print(f"  {event.stage} {event.done}/{event.total}", file=sys.stderr, flush=True)


tell = _Teller()


def project_of(source: Path, scratch: Path, *, size: int, defects: Defects = "learn") -> Project:
    """Import a folder of pictures, or a tar file of one, at ``size`` px; once in a kept folder."""
    name = source.name.split(".")[0]
    if source.is_file():
        with tarfile.open(source) as tar:
            tar.extractall(scratch / "pictures" / name, filter="data")
        source = scratch / "pictures" / name
        inside = [one for one in source.iterdir() if one.is_dir()]
        source = inside[0] if len(inside) == 1 else source
    project = Project.create(scratch / f"{name}.shizuku")
    if not project.has_images:
        import_folder(
            source, project, ImportOptions(size=size, defects=defects), emit=tell, token=TOKEN
        )
    with project.image_set() as image_set:
        if image_set.shape[1] != size:
            raise SystemExit(f"{project.path} holds pictures of {image_set.shape[1]} px")
    return project


def altered(
    project: Project, path: Path, rows: npt.NDArray[np.intp], labels: npt.NDArray[np.int64]
) -> Project:
    """A new project of the pictures at ``rows``, called ``labels``; splits and names stay."""
    made = Project.create(path)
    with project.image_set() as image_set:
        _, height, width, channels = image_set.shape
        with ImageSetWriter(
            made.images_path, height=height, width=width, channels=channels
        ) as writer:
            for part in np.array_split(np.arange(len(rows)), -(-len(rows) // 1000)):
                writer.append(
                    image_set.read(rows[part]),
                    labels[part].tolist(),
                    image_set.split[rows[part]].tolist(),
                    [image_set.sources[row] for row in rows[part]],
                )
            writer.finish(
                class_names=image_set.class_names,
                preparation=image_set.preparation,
                fingerprint=hashlib.sha256(rows.tobytes() + labels.tobytes()).hexdigest(),
            )
    return made


@dataclass(frozen=True)
class Condensed:
    """A finished run, the seconds from its call to its return, and the most memory in GiB."""

    run: Run
    result: RunResult
    seconds: float
    memory: float

    def load(self) -> CondensedSet:
        return self.run.condensed()


def condensed(project: Project, recipe: CondenseRecipe) -> Condensed:
    """Condense through the function the window and the command line call.

    A kept project that holds a run of the same recipe, measured before, is taken as it is: long
    trainings can then be made at another time than the condensing that is timed. Networks that an
    earlier run of a kept project trained are taken over; what they took is added.
    """
    for run in project.runs():
        measured = run.folder / "benchmark.json"
        if run.status == "done" and run.recipe == recipe and measured.is_file():
            assert run.result is not None  # it is done
            return Condensed(run, run.result, **json.loads(measured.read_text(encoding="utf-8")))
    run = project.new_run(recipe)
    begun = time.monotonic()
    result = condense_run(project, run, emit=tell, token=TOKEN)
    if result is None:
        raise SystemExit("the run was stopped")
    seconds = time.monotonic() - begun + run.condensed().provenance["seconds_spared"]
    found = Condensed(run, result, seconds, peak_gib())
    values = {"seconds": found.seconds, "memory": found.memory}
    (run.folder / "benchmark.json").write_text(json.dumps(values), encoding="utf-8")
    return found


@dataclass(frozen=True)
class Bench:
    """The parts of a run, put together without a project: for taking it to pieces."""

    real: RealPictures
    plan: Plan
    eye: Eye
    state: State

    @classmethod
    def of(
        cls,
        image_set: ImageSet,
        recipe: CondenseRecipe,
        change: Callable[[Plan], Plan] = lambda plan: plan,
        *,
        whole: bool = False,
    ) -> Bench:
        """Set up and compile; ``change`` is applied to what the engine plans.

        With ``whole`` steps that look at a part of a class's samples match it with all of its
        pictures, not with those of that part.
        """
        device = choose_device(recipe.device)
        eye = make_eye(device)
        real, labels = read_real(image_set, token=TOKEN)
        counts = np.array([len(one) for one in real.by_class])
        learnt = allocate(recipe, image_set.class_names, image_set.counts("train")).learnt
        plan = make_plan(
            recipe,
            counts,
            real.shape,
            learnt=learnt[labels],
            eye=eye,
            budget=free_bytes(device) // 2,
        )
        plan = change(plan)
        if not whole:
            real = parted(real, plan.slots, seed=plan.seed, token=TOKEN)
        images = starting_images(real, plan.slots, recipe, token=TOKEN).to(device)
        length = plan.bank.batch(eye.micro_batch(real.shape[1]))
        warm_up(
            eye,
            [(1, length), (plan.slots.group, plan.slots.seen.samples)],
            real.shape,
            width=plan.bank.width,
            style=plan.bank.style,
            token=TOKEN,
        )
        return cls(real, plan, eye, State(images, torch.zeros_like(images), plan.bank.pairs))

    def learn(self) -> float:
        """Train the pool and run the condensing loop to its end; seconds taken."""
        begun = time.monotonic()
        pool = [
            rounded(self._member(seed))
            for seed in pool_seeds(self.plan.seed, self.plan.pool.members)
        ]
        watch = Watch(
            self.plan, self.state, emit=tell, token=TOKEN, save=_nothing, preview=_no_preview
        )
        condense(
            self.real,
            self.plan,
            self.state,
            eye=self.eye,
            watch=watch,
            token=TOKEN,
            pool=pool,
            aim=self.aim(),
        )
        return time.monotonic() - begun

    def aim(self) -> AppearanceTargets | None:
        """How the samples shall look; None where appearance has no say."""
        if not self.plan.weights.appearance:
            return None
        slots, device = self.plan.slots.seen, self.eye.device
        return aim_at(self.real, slots, seed=self.plan.seed, device=device, token=TOKEN)

    def _member(self, seed: int) -> Member:
        member = train_member(self.real, self.plan.pool, seed=seed, eye=self.eye, token=TOKEN)
        assert member is not None  # there is no time limit
        return member

    def learnt(self) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
        """The learnt samples before rounding, float32 ``(N, H, W, C)`` in 0..255; labels."""
        rows, labels = self.plan.slots.rows()
        images = self.state.images[rows.to(self.state.images.device)].cpu()
        levels = (images * self.real.std + self.real.mean).clamp(0, 1).mul(255)
        samples = unpack(levels, self.plan.slots.packing)
        labels = labels.repeat_interleave(self.plan.slots.packing**2)
        return samples.permute(0, 2, 3, 1).contiguous().numpy(), labels.numpy()


def _nothing(_state: State) -> None:
    """Save nothing: a benchmark is not resumed."""


def _no_preview(_state: State) -> Progress:
    return Progress("stage.steps", 0, 0)


def parser(text: str | None) -> argparse.ArgumentParser:
    """What benchmarks of one source ask for in common."""
    made = argparse.ArgumentParser(
        description=text, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("source", type=Path)
    made.add_argument("--size", type=int, default=32, help="px; default 32")
    made.add_argument("--ipc", type=int, default=10, help="images per class; default 10")
    made.add_argument("--keep", type=Path, help="folder for the project, kept")
    return made


def training_options(
    made: argparse.ArgumentParser, *, protocol: ProtocolName, networks: int
) -> argparse.ArgumentParser:
    """How models are trained on what is compared, with these defaults."""
    made.add_argument("--networks", type=int, default=networks, help=f"trainings; {networks}")
    made.add_argument("--protocol", default=protocol, choices=get_args(ProtocolName))
    made.add_argument("--epochs", type=int, help="other than the protocol's")
    return made


def recipe_options(made: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """What a recipe and its trainings can be asked for, in common."""
    made.add_argument("--preset", default="standard", choices=get_args(Preset))
    made.add_argument("--packing", type=packing, default="auto", help="auto, 1 or 2")
    made.add_argument("--start", default="auto", choices=get_args(Start), help="of the images")
    made.add_argument("--steps", type=int, help="default: the preset's")
    made.add_argument("--seed", type=int, default=0, help="of condensing")
    return made


def recipe_of(options: argparse.Namespace, **more: Any) -> CondenseRecipe:
    """The recipe that :func:`recipe_options` asks for, and ``more``."""
    names = ("ipc", "preset", "packing", "start", "steps", "seed")
    return CondenseRecipe.parse({**{name: getattr(options, name) for name in names}, **more})


def packing(word: str) -> Packing:
    """An option's word as a recipe has it."""
    return 2 if word == "2" else 1 if word == "1" else "auto"


def protocol_of(name: ProtocolName, epochs: int | None) -> Protocol:
    """A protocol, shortened where ``epochs`` is given."""
    protocol = PROTOCOLS[name]
    return protocol if epochs is None else protocol.model_copy(update={"epochs": epochs})


Pixels = npt.NDArray[np.uint8] | npt.NDArray[np.float32]
Tests = tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]


class Training(TypedDict):
    """How models are trained, see :func:`accuracies_on`."""

    protocol: Protocol
    networks: int
    seed: NotRequired[int]
    width: NotRequired[int]


def accuracies(
    image_set: ImageSet, images: Pixels, labels: npt.NDArray[np.int64], **training: Unpack[Training]
) -> list[float]:
    """Test accuracy in per cent of fresh ConvNets on the image set's own test pictures."""
    rows = image_set.indices("test")
    own = (image_set.read(rows), image_set.labels[rows])
    return accuracies_on([own], image_set, images, labels, **training)[0]


def accuracies_on(
    tests: Sequence[Tests],
    image_set: ImageSet,
    images: Pixels,
    labels: npt.NDArray[np.int64],
    *,
    protocol: Protocol,
    networks: int,
    seed: int = 100,
    width: int = WIDTH,
) -> list[list[float]]:
    """Test accuracy in per cent of ``networks`` fresh ConvNets; a test set is seen once each.

    Returns
    -------
    list of list of float
        For each of ``tests``, which are pictures and labels, those of the networks in turn.
    """
    norm: dict[str, Any] = {
        "mean": image_set.mean,
        "std": image_set.std,
        "device": choose_device("auto"),
        "token": TOKEN,
    }
    found: list[list[float]] = [[] for _ in tests]
    for number in range(seed, seed + networks):
        model = new_model(
            "convnet",
            channels=images.shape[3],
            classes=len(image_set.class_names),
            size=images.shape[1],
            seed=number,
            width=width,
        )
        train_model(model, images, labels, protocol=protocol, seed=number, quick=True, **norm)
        for scores, (seen, truth) in zip(found, tests, strict=True):
            scores.append(100 * float((evaluate(model, seen, **norm) == truth).mean()))
        told = ", ".join(f"{scores[-1]:.2f} %" for scores in found)
        print(f"  network {number}: {told}", file=sys.stderr, flush=True)
    return found


def spread(values: Sequence[float]) -> str:
    """``mean ± deviation`` with the number of values."""
    deviation = np.std(values, ddof=1) if len(values) > 1 else 0.0
    return f"{np.mean(values):.2f} ± {deviation:.2f} ({len(values)})"
