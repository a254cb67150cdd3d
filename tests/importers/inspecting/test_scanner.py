"""The scanner alarm is quiet on honest sets and rings when one class comes from elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from importers.inspecting.scanner import Betrayed, betrayed_classes
from tests.importers.inspecting.pages import Grey, Shelf, half, jpeg, noisy


def betrayed(shelf: Shelf, formats: list[str] | None = None) -> list[Betrayed]:
    same = ["JPEG"] * len(shelf.pages)
    return betrayed_classes(shelf.measures(), shelf.labels, formats or same)


def rescanned(page: Grey) -> Grey:
    return np.asarray(cv2.resize(half(page), page.shape[::-1]))


@pytest.mark.parametrize("name", ["steel", "strips", "symbols", "boards"])
def test_quiet_on_real_sets(name: str, request: pytest.FixtureRequest):
    assert betrayed(request.getfixturevalue(name)) == []


@pytest.mark.parametrize(
    ("label", "change", "trait"),
    [
        ("crazing", lambda page: noisy(page, 6.0), "noise"),
        ("inclusion", lambda page: jpeg(page, 20), "noise"),
        ("scratches", rescanned, "noise"),
        ("patches", half, "size"),
    ],
)
def test_a_class_of_steel_from_elsewhere(
    steel: Shelf, label: str, change: Callable[[Grey], Grey], trait: str
):
    found = {one.label: one for one in betrayed(steel.changed(label, change))}
    assert found[label].accuracy >= 0.95
    assert trait in [one.trait for one in found[label].evidence]


def test_evidence_is_in_plain_units(strips: Shelf):
    (found,) = betrayed(strips.changed("red iron", lambda page: noisy(page, 6.0)))
    (evidence,) = found.evidence
    assert found.label == "red iron"
    assert evidence.trait == "noise"
    assert evidence.own == pytest.approx(6.0, abs=1.0)
    assert isinstance(evidence.others, float)
    assert evidence.others < 2.0


def test_size_and_format_tell(steel: Shelf):
    found = {one.label: one for one in betrayed(steel.changed("patches", half))}["patches"]
    assert (found.evidence[0].own, found.evidence[0].others) == ("100×100", "200×200")
    formats = ["PNG" if label == "patches" else "JPEG" for label in steel.labels]
    found = {one.label: one for one in betrayed(steel, formats)}["patches"]
    assert (found.evidence[0].trait, found.evidence[0].own) == ("format", "PNG")


def test_yellowed_paper_tells_but_a_dark_class_does_not():
    rng = np.random.default_rng(0)
    measures = np.zeros((120, 10), np.float32)
    measures[:, :2] = 100
    labels = ["a"] * 60 + ["b"] * 60
    measures[:, 8] = np.where(np.arange(120) < 60, 200, 245) + rng.normal(0, 4, 120)
    measures[:, 9] = 0.9
    (found,) = betrayed_classes(measures, labels, ["PNG"] * 120)
    assert [one.trait for one in found.evidence] == ["paper"]
    measures[:, 9] = 0.3
    measures[:60, 2] = 40
    assert betrayed_classes(measures, labels, ["PNG"] * 120) == []


def test_small_classes_and_single_ones_are_not_judged():
    measures = np.zeros((40, 10), np.float32)
    measures[:19, 7] = 9
    formats = ["PNG"] * 40
    assert betrayed_classes(measures, ["a"] * 19 + ["b"] * 21, formats) == []
    assert betrayed_classes(measures, ["a"] * 40, formats) == []
