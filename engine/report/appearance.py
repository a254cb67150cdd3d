"""What the report says and draws of appearance and of the gaps by class and layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.data import CondensedSet, ImageSet
from engine.data.appearance_report import (
    Against,
    AppearanceGrade,
    AppearanceReport,
    Histogram,
    MeasureReport,
)
from engine.data.appearance_words import (
    distance_sentence,
    grade_text,
    largest_sentence,
    measure_name,
    measure_sentence,
    measured_on,
    plain_number,
    summary_sentence,
)
from engine.inspection import ClassGap, grade, overall
from engine.inspection.of_run import pair_of, run_appearance
from engine.project import Project, Run
from engine.report.charts import Outlines, outlines
from engine.report.pictures import strip
from engine.runtime.messages import Language, text

_BARS_SHOWN = 30
# Where a bar fills its column if no class is further off: the limit of "far off".
_FAR_CONTENT, _FAR_STYLE = 1.0, 0.5


@dataclass(frozen=True)
class MeasureRow:
    """A measure: its chart with the numbers at both ends of its axis, its word and sentences."""

    name: str
    grade: AppearanceGrade
    word: str
    sentence: str
    distance: str
    chart: Outlines
    ends: tuple[str, str]


@dataclass(frozen=True)
class AppearanceSection:
    """Everything about appearance; ``pair`` is a data URI of two pictures, empty without one."""

    summary: str
    measured_on: str
    against: Against
    measures: list[MeasureRow]
    largest: str
    pair: str


@dataclass(frozen=True)
class GapBar:
    """A class's gaps in per cent of the width of their column, with numbers and words."""

    name: str
    content: float
    content_gap: float
    content_word: str
    style: float
    style_gap: float
    style_word: str


@dataclass(frozen=True)
class LayerBar:
    """The style gap of a layer, mean over classes, and in per cent of the column's width."""

    number: int
    gap: float
    width: float


def appearance_section(
    project: Project,
    run: Run,
    image_set: ImageSet,
    condensed: CondensedSet,
    language: Language,
) -> AppearanceSection:
    """Read or measure how a run's samples look.

    Raises
    ------
    UserError
        ``inspect.other_pictures``; ``file.not_ours`` of a picture file.
    """
    report = run_appearance(project, run, image_set, condensed)
    return AppearanceSection(
        summary=summary_sentence(report, language),
        measured_on=measured_on(report, language),
        against=report.against,
        measures=[_row(one, report, language) for one in report.measures],
        largest=largest_sentence(report, language),
        pair=_pair(report, project, run, image_set, condensed),
    )


def gap_bars(gaps: Sequence[ClassGap], language: Language) -> list[GapBar]:
    """The classes that are furthest off, the worst first."""
    most_content = max([_FAR_CONTENT, *(one.content for one in gaps)])
    most_style = max([_FAR_STYLE, *(one.style for one in gaps)])
    worst = sorted(gaps, key=lambda one: -max(one.content / _FAR_CONTENT, one.style / _FAR_STYLE))
    return [
        GapBar(
            name=one.name,
            content=100 * max(0.0, one.content) / most_content,
            content_gap=one.content,
            content_word=text(f"report.gap_{grade('content', one.content)}", language),
            style=100 * max(0.0, one.style) / most_style,
            style_gap=one.style,
            style_word=text(f"report.gap_{grade('style', one.style)}", language),
        )
        for one in worst[:_BARS_SHOWN]
    ]


def layer_bars(gaps: Sequence[ClassGap]) -> list[LayerBar]:
    """The style gap of each layer; none where it was not measured."""
    layers = overall(list(gaps)).layers
    most = max([*layers, _FAR_STYLE])  # the scale of the classes: matched must not look far
    return [
        LayerBar(place + 1, gap, 100 * max(0.0, gap) / most) for place, gap in enumerate(layers)
    ]


def _row(one: MeasureReport, report: AppearanceReport, language: Language) -> MeasureRow:
    bins: Histogram = one.histogram
    low, high = bins.edges[0], bins.edges[-1]
    return MeasureRow(
        name=measure_name(one.key, report.kind, language),
        grade=one.grade,
        word=grade_text(one.grade, language),
        sentence=measure_sentence(one, report.kind, language, against=report.against),
        distance=distance_sentence(one, language),
        chart=outlines(bins),
        ends=(plain_number(low, one.digits), plain_number(high, one.digits)),
    )


def _pair(
    report: AppearanceReport,
    project: Project,
    run: Run,
    image_set: ImageSet,
    condensed: CondensedSet,
) -> str:
    pair = pair_of(report, project, run, image_set, condensed)
    return "" if pair is None else strip(np.stack(pair))
