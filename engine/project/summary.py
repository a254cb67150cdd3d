"""What a project or a condensed set holds, as plain values for programs."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from engine.data import CondensedSet
from engine.data.appearance_report import digest_of
from engine.data.condensed_set import FORMAT, FORMAT_VERSION
from engine.data.judged import verdict_counts
from engine.project.blind_tests import blind_tests_of
from engine.project.project import Project
from engine.project.runs import Run
from engine.project.sign_off import judged_set, sign_off_of
from engine.runtime.errors import UserError


def summarise_project(project: Project) -> dict[str, Any]:
    """Classes with counts, splits, and runs with status and results.

    Returns
    -------
    dict
        JSON-serialisable: ``kind`` is ``"project"``; ``classes`` maps names to pictures,
        ``counts`` names to pictures by split; ``runs`` are newest first; ``references`` by
        title, each with its size in px and bytes and whether it goes with the pictures.
    """
    record = project.import_record()
    summary: dict[str, Any] = {
        "kind": "project",
        "path": str(project.path.absolute()),
        "name": project.name,
        "source": None if record is None else record.source,
        "images": 0,
        "size": [0, 0],
        "classes": {},
        "counts": {},
        "splits": {"train": 0, "test": 0},
        "runs": [summarise_run(run) for run in project.runs()],
        "references": _references(project),
    }
    if project.has_images:
        with project.image_set() as images:
            train, test = images.counts("train").tolist(), images.counts("test").tolist()
            names = images.class_names
            summary.update(
                images=images.pictures,
                size=[images.shape[2], images.shape[1]],
                channels=images.channels,
                classes=dict(zip(names, images.counts().tolist(), strict=True)),
                counts={
                    name: {"train": train[label], "test": test[label]}
                    for label, name in enumerate(names)
                },
                splits={"train": sum(train), "test": sum(test)},
                fingerprint=images.fingerprint,
                preparation=images.preparation,
            )
    return summary


def _references(project: Project) -> list[dict[str, Any]]:
    fitting = {one.name for one in project.references()}
    return [
        {
            "name": one.name,
            "title": one.title,
            "pictures": one.pictures,
            "size": [one.shape[1], one.shape[0]],
            "bytes": one.bytes,
            "usable": one.name in fitting,
        }
        for one in project.all_references()
    ]


def summarise_run(run: Run) -> dict[str, Any]:
    """One run: status, recipe, result, how its samples look, and how they were judged and tried.

    ``verdicts`` is None for a run without a condensed set that can be read, ``sign_off`` where
    nobody signed.
    """
    result, appearance = run.result, run.appearance()
    try:
        condensed: CondensedSet | None = judged_set(run)
    except UserError:
        condensed = None
    signed = None if condensed is None else sign_off_of(run, condensed)
    return {
        "run": run.id,
        "created": run.created.isoformat(),
        "status": run.status,
        "resumable": run.resumable,
        "step": run.step,
        "recipe": run.recipe.model_dump(),
        "result": None if result is None else asdict(result),
        "appearance": None if appearance is None else appearance.as_dict(),
        "issues": _issues(run, condensed),
        "verdicts": None if condensed is None else asdict(verdict_counts(condensed)),
        "sign_off": None if signed is None else signed.as_dict(),
        "blind_tests": [one.result.as_dict() for one in blind_tests_of(run)],
        "trials": run.trials(),
    }


def trial_accuracy(run: Run) -> float | None:
    """Accuracy (0..1) of a run's condensed set in its newest trial; None where there is none.

    Looks at the stored numbers alone, for lists of many runs: to read whole reports
    (:func:`engine.trial.stored.stored_trials`) PyTorch is imported.
    """
    for report in reversed(run.trials()):
        sets = report.get("sets") if isinstance(report, dict) else None
        for one in sets if isinstance(sets, list) else ():
            if isinstance(one, dict) and one.get("name") == "condensed":
                accuracy = one.get("accuracy_mean")
                if isinstance(accuracy, int | float):
                    return float(accuracy)
    return None


def _issues(run: Run, condensed: CondensedSet | None) -> dict[str, int] | None:
    """Samples concerned by kind of issue; None where nobody looked, or at an earlier result."""
    found = run.issues()
    if found is None or condensed is None or found.condensed != digest_of(condensed):
        return None
    return {str(kind): count for kind, count in found.counts().items()}


def summarise_condensed(path: Path) -> dict[str, Any]:
    """An exported HDF5 file.

    Raises
    ------
    UserError
        ``file.missing``, ``file.not_ours`` or ``project.newer``.
    """
    condensed = CondensedSet.load(path)
    counts = np.bincount(condensed.labels, minlength=len(condensed.class_names)).tolist()
    _, height, width, channels = condensed.images.shape
    return {
        "kind": "condensed",
        "path": str(path.absolute()),
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "images": condensed.decoded,
        "stored": condensed.stored,
        "size": [width, height],
        "channels": channels,
        "classes": dict(zip(condensed.class_names, counts, strict=True)),
        "ipc": condensed.images_per_class,
        "mean": condensed.mean.tolist(),
        "std": condensed.std.tolist(),
        "recipe": condensed.recipe,
        "provenance": condensed.provenance,
        "verdicts": None if condensed.judged is None else asdict(verdict_counts(condensed)),
        "sign_off": None if condensed.sign_off is None else condensed.sign_off.as_dict(),
        "blind_tests": [one.as_dict() for one in condensed.blind_tests],
    }
