"""What the report says and shows of defects found as anomalies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from engine.data import ImageSet
from engine.project import Run
from engine.report.charts import precision_line
from engine.report.detector import DetectorPage, detector_page
from engine.report.pictures import strip
from engine.runtime.messages import Language, text
from engine.trial.amounts import money
from engine.trial.anomaly_recipe import NormalSet
from engine.trial.anomaly_report import AnomalyReport, AnomalyResult, ScoreMap, anomaly_reports
from engine.trial.anomaly_words import findings, set_words
from engine.trial.findings import Finding

_SHOWN = 5
_BINS = 20


@dataclass(frozen=True)
class AnomalyRow:
    """A normal set with what it is called; money is worded, empty where costs are not known."""

    word: str
    result: AnomalyResult
    milliseconds: float
    cheapest: str


@dataclass(frozen=True)
class CurveLine:
    """Precision over recall as SVG points, where the chart stands."""

    word: str
    name: NormalSet
    points: str


@dataclass(frozen=True)
class ScoreChart:
    """Scores of the condensed set's detector: outlines and the threshold in a 100 × 100 box."""

    normal: str
    defects: str
    threshold: float


@dataclass(frozen=True)
class AnomalySection:
    """A comparison of normal sets; pictures are data URIs, empty where there are none."""

    report: AnomalyReport
    page: DetectorPage | None
    rows: list[AnomalyRow]
    findings: list[Finding]
    curves: list[CurveLine]
    scores: ScoreChart | None
    highest: str
    missed: str
    defects: int


def anomaly_section(run: Run, image_set: ImageSet, language: Language) -> AnomalySection | None:
    """The newest comparison of a run on these pictures; None without one."""
    reports = [one for one in anomaly_reports(run) if one.fingerprint == image_set.fingerprint]
    if not reports:
        return None
    report = reports[0]
    condensed = report.find("condensed")
    highest, missed = ("", "") if condensed is None else _pictures(report, condensed, image_set)
    return AnomalySection(
        report=report,
        page=detector_page(report, language),
        rows=[
            AnomalyRow(
                word=set_words(one.name, language),
                result=one,
                milliseconds=one.milliseconds + report.network_milliseconds,
                cheapest=_cheapest(report, one, language),
            )
            for one in report.sets
        ],
        findings=findings(report, language),
        curves=[
            CurveLine(
                set_words(one.name, language), one.name, precision_line(one.recall, one.precision)
            )
            for one in report.sets
            if one.name in ("full", "condensed")
        ],
        scores=None if condensed is None else _scores(report, condensed),
        highest=highest,
        missed=missed,
        defects=len(report.rows) - report.normal_tests,
    )


def _cheapest(report: AnomalyReport, one: AnomalyResult, language: Language) -> str:
    if one.cost is None or report.losses is None:
        return ""
    expected = one.cost.per_thousand if one.cost.elsewhere is None else one.cost.elsewhere
    return text(
        "anomaly.cheapest",
        language,
        missed=f"{100 * one.cost.missed:.1f}",
        alarms=f"{100 * one.cost.alarms:.1f}",
        cost=money(expected, report.losses.currency, language),
        at_rate=money(one.cost.at_rate, report.losses.currency, language),
    )


def _scores(report: AnomalyReport, one: AnomalyResult) -> ScoreChart:
    scores, labels = np.array(one.scores), np.array(report.labels)
    normal = labels == report.class_names.index(report.normal)
    low, high = float(min(scores.min(), one.thresholds[0])), float(scores.max())
    unit = max(high - low, 1e-9)
    sides = [np.histogram(scores[side], _BINS, (low, low + unit))[0] for side in (normal, ~normal)]
    shares = [side / max(1, side.sum()) for side in sides]
    top = max(float(side.max()) for side in shares) or 1.0
    area, line = (_outline(side / top) for side in shares)
    return ScoreChart(area, line, threshold=100 * (one.thresholds[0] - low) / unit)


def _outline(heights: npt.NDArray[np.float64]) -> str:
    corners = [(0.0, 0.0)]
    for place, height in enumerate(heights.tolist()):
        corners += [(place / _BINS, height), ((place + 1) / _BINS, height)]
    corners.append((1.0, 0.0))
    return " ".join(f"{100 * x:.1f},{100 - 96 * y:.1f}" for x, y in corners)


def _pictures(report: AnomalyReport, one: AnomalyResult, image_set: ImageSet) -> tuple[str, str]:
    """Highest scores, and missed defects: each picture followed by its map.

    A stored report may come from anywhere: what it names may not be there.
    """
    known = dict(zip(report.rows, zip(one.scores, report.labels, strict=True), strict=True))
    maps = [each for each in one.maps if each.row in known and each.row < len(image_set)]
    normal = report.class_names.index(report.normal)
    missed = [
        each
        for each in maps
        if known[each.row][1] != normal and known[each.row][0] <= one.thresholds[0]
    ]
    highest = sorted(maps, key=lambda each: -known[each.row][0])
    return _strip(highest[:_SHOWN], image_set), _strip(missed[:_SHOWN], image_set)


def _strip(maps: list[ScoreMap], image_set: ImageSet) -> str:
    if not maps:
        return ""
    pictures = image_set.read([one.row for one in maps])
    size, channels = pictures.shape[1], pictures.shape[3]
    heat = [
        np.repeat(
            np.asarray(Image.fromarray(one.scores()).resize((size, size)))[..., None], channels, 2
        )
        for one in maps
    ]
    return strip(np.stack([pictures, np.stack(heat)], 1).reshape(-1, *pictures.shape[1:]))
