"""Everything the report says, gathered from the project; the template only arranges it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.data import CondensedSet, ImageSet
from engine.data.recipe import CondenseRecipe
from engine.data.steering_words import steering_words
from engine.inspection import ClassGap, gap_sentences
from engine.inspection.of_run_gaps import RunGaps, run_gaps
from engine.inspection.recipe_differences import field_name, field_value
from engine.project import ImportRecord, Project, Run
from engine.project.sign_off import judged_set
from engine.report.anomalies import AnomalySection, anomaly_section
from engine.report.appearance import (
    AppearanceSection,
    GapBar,
    LayerBar,
    appearance_section,
    gap_bars,
    layer_bars,
)
from engine.report.charts import Bar, Dumbbell, Line, accuracy_bars, history_lines, recall_dumbbells
from engine.report.continual import ContinualSection, continual_section
from engine.report.first_page import FirstPage, first_page
from engine.report.ipc_curve import CurveSection, curve_section
from engine.report.issues import IssuesSection, issues_section
from engine.report.matrix import MANY, Matrix, matrix_of
from engine.report.pictures import ClassPictures, class_pictures
from engine.report.quality import QualitySection, quality_section
from engine.report.stress import StressSection, stress_section
from engine.report.two_class import TwoClassSection, two_class_section
from engine.report.wording import plain
from engine.runtime.errors import UserError
from engine.runtime.messages import Language
from engine.trial import SetResult, TrialRecipe, TrialReport, project_costs
from engine.trial.stored import latest_trial

_REFUSED_SHOWN = 50
_STEERING = (
    *("appearance", "variation", "moments_share", "style_layers", "tap", "kernel"),
    *("diversity_kind", "neighbours"),
)
_CONFUSIONS_SHOWN = 8
_TOLD_FIELDS = [name for name in CondenseRecipe.model_fields if name != "version"]
# Fields that mean something only beside a value of another one.
_ONLY_WITH = {
    "reference": ("appearance", "reference"),
    "variation": ("appearance", "varied"),
    "neighbours": ("diversity_kind", "kl"),
}


@dataclass(frozen=True)
class GapRow:
    """A class's gaps with their sentences."""

    gap: ClassGap
    sentences: list[str]


@dataclass(frozen=True)
class Confusion:
    """Pictures of one class that the model took for another, as a share of the class in %."""

    truth: str
    said: str
    count: int
    share: float


@dataclass(frozen=True)
class ClassCount:
    """Pictures of a class: real for training and for testing, and in the condensed set.

    ``kept`` where the latter are real ones too: the class is kept whole.
    """

    name: str
    train: int
    test: int
    condensed: int
    kept: bool


@dataclass(frozen=True)
class Content:
    """What the template is given. What compares with real pictures is empty if ``changed``."""

    project: str
    run: str
    condensed: CondensedSet
    real_images: int
    real_bytes: int
    synthetic_bytes: int
    counts: list[ClassCount]
    set_aside: int
    changed: bool
    trial: TrialReport | None
    page: FirstPage | None
    bars: list[Bar]
    details: list[SetResult]
    dumbbells: list[Dumbbell]
    confusions: list[Confusion]
    matrix: Matrix | None
    history: list[Line]
    appearance: AppearanceSection | None
    issues: IssuesSection | None
    anomaly: AnomalySection | None
    two_class: TwoClassSection | None
    stress: StressSection | None
    continual: ContinualSection | None
    ipc_curve: CurveSection | None
    gaps: list[GapRow]
    gap_bars: list[GapBar]
    layer_bars: list[LayerBar]
    gaps_note: str
    steering: str
    pictures: list[ClassPictures]
    quality: QualitySection
    source: ImportRecord | None
    refused_shown: int
    recipe: list[tuple[str, str]]
    commands: list[str]

    @property
    def matrix_apart(self) -> bool:
        """Whether the confusion matrix begins a page of its own on paper."""
        return self.matrix is not None and len(self.matrix.rows) > MANY


def gather(project: Project, run: Run, language: Language) -> Content:
    """Collect the content of a report.

    Raises
    ------
    UserError
        ``run.no_result``; ``project.empty``.
    """
    condensed = judged_set(run)
    trial = latest_trial(run)
    quality = quality_section(run, condensed, language)
    with project.image_set() as image_set:
        changed = not _same_pictures(condensed, image_set)
        found = RunGaps([]) if changed else run_gaps(project, run, image_set, condensed)
        gaps = found.classes
        continual = continual_section(run, image_set.fingerprint, language)
        train = image_set.counts("train")
        bytes_each = image_set.shape[1] * image_set.shape[2] * image_set.channels
        return Content(
            project=project.name,
            run=run.id,
            condensed=condensed,
            real_images=int(train.sum()),
            real_bytes=int(train.sum()) * bytes_each,
            synthetic_bytes=condensed.stored * int(condensed.images[:1].nbytes),
            counts=[] if changed else _counts(image_set, condensed),
            set_aside=0 if run.result is None else run.result.set_aside,
            changed=changed,
            trial=trial,
            page=None if trial is None else first_page(project, trial, quality, language),
            bars=[] if trial is None else accuracy_bars(trial),
            details=[] if trial is None else _details(trial),
            dumbbells=[] if trial is None else recall_dumbbells(trial),
            confusions=[] if trial is None else worst_confusions(trial),
            matrix=_matrix(trial),
            history=history_lines(run.history_path),
            appearance=None
            if changed
            else appearance_section(project, run, image_set, condensed, language),
            issues=None
            if changed
            else issues_section(project, run, image_set, condensed, language),
            anomaly=None if changed else anomaly_section(run, image_set, language),
            two_class=None
            if trial is None
            else two_class_section(trial, project_costs(project), language),
            stress=stress_section(trial, language),
            continual=continual,
            ipc_curve=curve_section(project, run, trial),
            gaps=[GapRow(gap, gap_sentences(gap, language)) for gap in gaps],
            gap_bars=gap_bars(gaps, language),
            layer_bars=layer_bars(gaps),
            gaps_note=found.note(language),
            steering=_steered(project, condensed, language),
            pictures=[] if changed else class_pictures(image_set, condensed),
            quality=quality,
            source=project.import_record(),
            refused_shown=_REFUSED_SHOWN,
            recipe=_recipe(project, condensed, language),
            commands=commands(project, run, image_set.preparation, trial, continual),
        )


def _details(trial: TrialReport) -> list[SetResult]:
    """The sets of which more than accuracy was measured, as the bars stand."""
    found = [trial.find(bar.name) for bar in accuracy_bars(trial)]
    return [one for one in found if one is not None and one.macro_f1]


def _matrix(trial: TrialReport | None) -> Matrix | None:
    condensed = None if trial is None else trial.find("condensed")
    if trial is None or condensed is None:
        return None
    return matrix_of(trial.class_names, condensed.confusion)


def worst_confusions(trial: TrialReport) -> list[Confusion]:
    """What a model trained on the condensed set mixes up most, by share of the true class."""
    condensed = trial.find("condensed")
    if condensed is None:
        return []
    found = [
        Confusion(truth, said, count, 100 * count / sum(row))
        for truth, row in zip(trial.class_names, condensed.confusion, strict=True)
        for said, count in zip(trial.class_names, row, strict=True)
        if said != truth and count
    ]
    return sorted(found, key=lambda one: -one.share)[:_CONFUSIONS_SHOWN]


def commands(
    project: Project,
    run: Run,
    preparation: dict[str, Any],
    trial: TrialReport | None,
    continual: ContinualSection | None = None,
) -> list[str]:
    """Command lines that repeat everything; ids of new runs will differ, so ``latest``."""
    record = project.import_record()
    folder = project.path.name
    lines = []
    if record is not None:
        options = {
            "size": preparation.get("size"),
            "colour": preparation.get("colour"),
            "test-fraction": preparation.get("test_fraction"),
            "seed": preparation.get("seed"),
        }
        lines.append(_command("import", [Path(record.source).name, "--into", folder], options))
    recipe = run.recipe
    weights = ("content", "style", "diversity")
    names = ("ipc", "preset", *weights, "balance", "packing", "start", "steps", "minutes", "seed")
    asked = {name: getattr(recipe, name) for name in names}
    asked["keep-whole"] = "never" if recipe.keep_whole == 0 else recipe.keep_whole
    asked["trim"] = recipe.trim or None
    asked["memory"] = recipe.memory
    asked["class-images"] = [f"{name}={count}" for name, count in recipe.by_class.items()]
    asked |= _steering(project, recipe)
    if recipe.mend is None:
        lines.append(_command("condense", [folder], asked))
    else:  # the verdicts are in the project
        again = {"rejected": recipe.mend.way, "steps": recipe.steps, "seed": recipe.seed}
        lines.append(_command("mend", [folder, recipe.mend.run], again))
    if trial is not None:
        lines.append(_command("trial", [folder, "latest"], _trial_options(trial.recipe)))
    if continual is not None:
        asked = _trial_options(continual.report.recipe)
        new = f"{continual.report.new_project}.shizuku"
        asked = {name: asked[name] for name in ("model", "weights", "stop", "seeds")}
        lines.append(_command("continual", [folder, "latest", new], asked))
    lines.append(_command("export", [folder, "latest", "--to", "condensed.h5"], {}))
    written = ["--to", "report.html", "--pdf", "report.pdf", "--csv", "report.csv"]
    lines.append(_command("report", [folder, "latest", *written], {}))
    return lines


def _trial_options(recipe: TrialRecipe) -> dict[str, Any]:
    return {
        "against": ",".join(recipe.against),
        "model": recipe.model,
        "also": ",".join(recipe.also) or None,
        "weights": None if recipe.weights is None else Path(recipe.weights).name,
        "stop": None if recipe.stop == "protocol" else recipe.stop,
        "seeds": recipe.seeds,
        "watts": recipe.watts,
        "stress": recipe.stress or None,
    }


def _steering(project: Project, recipe: CondenseRecipe) -> dict[str, Any]:
    """Whose appearance and how likeness is measured, where that is not as usual."""
    plain = CondenseRecipe()
    options: dict[str, Any] = {
        name.replace("_", "-"): getattr(recipe, name)
        for name in _STEERING
        if getattr(recipe, name) != getattr(plain, name)
    }
    if recipe.picture_kind != plain.picture_kind:
        options["kind"] = recipe.picture_kind
    if recipe.reference is not None:
        titles = {one.name: one.title for one in project.references()}
        options["reference"] = titles.get(recipe.reference, recipe.reference)
    return options


def _own_recipe(condensed: CondensedSet) -> CondenseRecipe | None:
    """The recipe a set was made by; None where it has none, or one of another version."""
    if not condensed.recipe:
        return None
    try:
        return CondenseRecipe.parse(condensed.recipe)
    except UserError:
        return None


def _steered(project: Project, condensed: CondensedSet, language: Language) -> str:
    """What comes first and whose appearance; empty where the recipe is not known."""
    recipe = _own_recipe(condensed)
    return "" if recipe is None else steering_words(recipe, project.reference_titles(), language)


def _recipe(project: Project, condensed: CondensedSet, language: Language) -> list[tuple[str, str]]:
    """Every field of the recipe in words; as recorded where it is not one of ours."""
    recipe = _own_recipe(condensed)
    if recipe is None:
        return [(name, plain(value)) for name, value in condensed.recipe.items()]
    titles = project.reference_titles()
    return [
        (field_name(name, language), field_value(name, getattr(recipe, name), language, titles))
        for name in _TOLD_FIELDS
        if name not in _ONLY_WITH or getattr(recipe, _ONLY_WITH[name][0]) == _ONLY_WITH[name][1]
    ]


def _command(name: str, arguments: list[str], options: dict[str, Any]) -> str:
    given = [
        word
        for option, value in options.items()
        if value is not None
        for one in (value if isinstance(value, list) else [value])
        for word in ((f"--{option}",) if one is True else (f"--{option}", str(one)))
    ]
    return shlex.join(["./shizuku", name, *arguments, *given])


def _same_pictures(condensed: CondensedSet, image_set: ImageSet) -> bool:
    fingerprint = condensed.provenance.get("source_fingerprint", image_set.fingerprint)
    return (
        condensed.class_names == image_set.class_names
        and condensed.images.shape[1:] == image_set.shape[1:]
        and fingerprint == image_set.fingerprint
    )


def _counts(image_set: ImageSet, condensed: CondensedSet) -> list[ClassCount]:
    train, test = image_set.counts("train").tolist(), image_set.counts("test").tolist()
    return [
        ClassCount(
            name,
            train[label],
            test[label],
            int((condensed.labels == label).sum()),
            bool(condensed.kept[condensed.labels == label].any()),
        )
        for label, name in enumerate(condensed.class_names)
    ]
