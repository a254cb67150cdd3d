"""Fixtures that several packages share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import settings

from engine.data import CondensedSet, ImageSetWriter
from engine.data.recipe import CondenseRecipe
from engine.project import Project, Run

# How long an example takes depends on the machine and on what else it does.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True, scope="session")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever a test starts, the settings of whoever runs the tests have no part in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHIZUKU_HOME", str(tmp_path_factory.mktemp("home")))
        patch.delenv("SHIZUKU_POLICY", raising=False)
        # A process for each crafted file would take minutes; tests/data/test_proving.py has it.
        patch.setattr("engine.data.checked.prove", lambda path: None)
        patch.setattr("engine.data.proving.is_known", lambda path: True)
        yield


MakeProject = Callable[..., tuple[Project, Run]]


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """A project of striped pictures, a class an angle, with a run that was condensed by hand."""

    def make(
        names: tuple[str, ...] = ("flat", "steep", "upright"),
        *,
        train: int | tuple[int, ...] = 12,
        test: int = 5,
        ipc: int = 2,
        size: int = 16,
        channels: int = 1,
    ) -> tuple[Project, Run]:
        project = Project.create(tmp_path / "p.shizuku")
        random = np.random.default_rng(0)
        with ImageSetWriter(
            project.images_path, height=size, width=size, channels=channels
        ) as writer:
            for label, name in enumerate(names):
                learnt = train if isinstance(train, int) else train[label]
                count = learnt + test
                writer.append(
                    striped(random, count, label, len(names), size=size, channels=channels),
                    [label] * count,
                    [0] * learnt + [1] * test,
                    [f"{name}/{number}.png" for number in range(count)],
                )
            writer.finish(class_names=names, preparation={"size": size}, fingerprint="f0")
        return project, condensed_by_hand(project, ipc=ipc)

    return make


def striped(
    random: np.random.Generator, count: int, label: int, classes: int, *, size: int, channels: int
) -> npt.NDArray[np.uint8]:
    """Noisy stripes at an angle of their class's own, with random phase."""
    y, x = np.mgrid[:size, :size] / size
    angle = np.pi * label / classes
    phase = random.uniform(0, 2 * np.pi, (count, 1, 1))
    waves = np.sin(2 * np.pi * 3 * (x * np.cos(angle) + y * np.sin(angle)) + phase)
    grey = 128 + 70 * waves + random.normal(0, 12, (count, size, size))
    return np.repeat(grey.clip(0, 255).astype(np.uint8)[..., None], channels, axis=3)


def condensed_by_hand(project: Project, *, ipc: int) -> Run:
    """A run whose condensed set is the first training pictures of each class."""
    run = project.new_run(CondenseRecipe(ipc=ipc))
    with project.image_set() as images:
        labels = range(len(images.class_names))
        rows = np.concatenate([images.indices("train", label)[:ipc] for label in labels])
        CondensedSet(
            images=images.read(rows),
            labels=images.labels[rows],
            class_names=images.class_names,
            mean=images.mean,
            std=images.std,
            images_per_class=ipc,
            recipe=run.recipe.model_dump(mode="json"),
            provenance={"app": "Shizuku", "seconds": 90.0, "source_fingerprint": "f0", "seed": 0},
        ).save(run.condensed_path)
    return run
