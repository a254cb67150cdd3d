"""Words for runs and trials that several parts of the pages use."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from engine.data.mend import Mend
from engine.data.model_names import ModelName
from engine.project import Run
from engine.trial import TrialReport
from gui.language import current, date_time, number, percent, say

MODELS: dict[ModelName, str] = {
    "convnet": "ConvNet",
    "resnet18": "ResNet-18",
    "mobilenet": "MobileNetV3-Small",
    "efficientnet": "EfficientNet-B0",
}


def when(moment: datetime) -> str:
    """Date and time, short, in the window's language and the computer's zone."""
    return date_time(moment.timestamp())


def run_text(run: Run) -> str:
    """A run in one line: when, how small, and what was mended."""
    recipe = run.recipe
    small = QCoreApplication.translate("TrialWords", "images per class: {count}")
    parts = [when(run.created), small.format(count=number(recipe.ipc))]
    if recipe.mend is not None:
        parts.append(mended_text(recipe.mend))
    return "  ·  ".join(parts)


def mended_text(mend: Mend) -> str:
    """What was done about how many rejected samples of an earlier run."""
    words = {
        "again": QCoreApplication.translate("TrialWords", "mended: {count} condensed again"),
        "nearest": QCoreApplication.translate(
            "TrialWords", "mended: {count} replaced by real ones"
        ),
        "leave-out": QCoreApplication.translate("TrialWords", "mended: {count} left out"),
    }
    return words[mend.way].format(count=number(len(mend.samples)))


def trial_text(report: TrialReport) -> str:
    """A trial in one line: when, which model, how often."""
    further = [one.model for one in report.further]
    often = QCoreApplication.translate("TrialWords", "trainings of each set: {count}")
    parts = [
        when(datetime.fromisoformat(report.created)),
        ", ".join(MODELS[model] for model in (report.recipe.model, *further)),
        often.format(count=number(max(len(one.accuracies) for one in report.sets))),
    ]
    if report.stopped:
        parts.append(QCoreApplication.translate("TrialWords", "stopped early"))
    return "  ·  ".join(parts)


def accuracy_text(mean: float, deviation: float, *, seeds: int) -> str:
    """An accuracy (0..1) in per cent, with its deviation where more than one was measured."""
    return percent(mean) if seeds < 2 else f"{percent(mean)} ± {number(100 * deviation, 1)}"


def set_title(name: str) -> str:
    """A set's name as it stands at the beginning of a row."""
    words = say(f"set.{name}")
    return words[:1].upper() + words[1:] if current() == "en" else words
