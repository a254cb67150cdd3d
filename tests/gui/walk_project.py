"""A project in which every page has something to show, without training anything for it."""

from __future__ import annotations

import numpy as np

from engine.project import ImportRecord, Project, Refused, Run, SourceFinding
from engine.trial import CostInputs, SetResult, TrialRecipe, TrialReport, keep_costs
from engine.trial.paired import Fall
from engine.trial.results import ModelResults, SetName
from engine.trial.strains import STRAINS
from engine.trial.stress_results import StrainResult, Stress

# As long as a class of drawings is called, in both scripts, and two classes: every tab is there.
NAMES = ("capacitor-polarised", "可変抵抗器（半固定）")
SETS: tuple[SetName, ...] = (
    "full",
    "condensed",
    "packed",
    "kcenter",
    "herding",
    "kmeans",
    "random",
)


def fill(project: Project, run: Run) -> None:
    """Verdicts of two looks, a trial with further models and stress, costs, notices."""
    log = run.judgements()
    for sample, verdict in enumerate(("accepted", "rejected", "hold", "accepted")):
        log.judge(sample, verdict, inspector="Sato", note="line too thick")
        log.judge(sample, "accepted", inspector="Sato", look=2)
    run.add_trial(_report(project, run).as_dict())
    costs = CostInputs(
        critical_classes=(NAMES[0],),
        cost_of_missed_defect=1200.0,
        cost_of_false_alarm=12.0,
        defect_share_percent=2.0,
    )
    keep_costs(project, costs)
    _notice(project)


def _notice(project: Project) -> None:
    """Files that were refused, and copies with a remedy."""
    refused = Refused("scans/0817-a long name of a file.png", "import.pdf_locked")
    project.record_import(ImportRecord("/scans", "class-folders", "2026-01-02", 3.0, [refused]))
    rows = np.array([1, 2])
    copies = SourceFinding(
        "duplicates", "note", "check.duplicates", {"count": 2}, rows, rows - 1, remedied=rows
    )
    with project.image_set() as images:
        project.findings.record([copies], fingerprint=images.fingerprint)


def _report(project: Project, run: Run) -> TrialReport:
    recipe = TrialRecipe(seeds=3, also=("resnet18",), stress=True, against=SETS[2:] + SETS[:1])
    sets = [_set(name, place) for place, name in enumerate(SETS)]
    further = [
        ModelResults(model="resnet18", protocol=recipe.full_protocol(), sets=sets),
    ]
    with project.image_set() as images:
        labels = images.labels[images.indices("test")].tolist()
        fingerprint = images.fingerprint
    return TrialReport(
        run=run.id,
        created="2026-01-02T03:04:05+09:00",
        device="CPU",
        recipe=recipe,
        protocol=recipe.full_protocol(),
        class_names=list(NAMES),
        test_images=len(labels),
        test_counts=[5, 5],
        condense_seconds=5400.0,
        sets=sets,
        further=further,
        stress=Stress(results=[_strain(strain, name) for strain in STRAINS for name in SETS]),
        train_counts=[12, 12],
        test_labels=labels,
        fingerprint=fingerprint,
    )


def _set(name: SetName, place: int) -> SetResult:
    accuracy = 0.95 - 0.05 * place
    return SetResult(
        name=name,
        images=24,
        bytes=1_234_567,
        accuracies=[accuracy] * 3,
        accuracy_mean=accuracy,
        accuracy_std=0.012,
        balanced_mean=accuracy,
        balanced_std=0.012,
        recall=dict.fromkeys(NAMES, accuracy),
        confusion=[[12, 3], [2, 13]],
        seconds=4000.0 if name == "full" else 130.0,
        steps=400,
        second=[0.1, 0.2, 0.3, 0.2, 0.6, 0.9, 0.8, 0.7, 0.9, 0.4],
    )


def _strain(strain: str, name: SetName) -> StrainResult:
    lost = Fall(mean=0.123, margin=0.045)
    return StrainResult(
        name=name,
        strain=strain,
        images=24,
        wrong=0.1,
        ratio=10.0,
        accuracies=[0.8, 0.81, 0.82],
        balanced=[0.8, 0.81, 0.82],
        accuracy_fall=lost,
        balanced_fall=lost,
        recall=dict.fromkeys(NAMES, 0.7),
        seconds=130.0,
    )
