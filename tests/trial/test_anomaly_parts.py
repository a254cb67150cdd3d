"""The parts of the detector, each by itself."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from engine.runtime import StopSource
from engine.trial.anomaly_features import first_level, squares
from engine.trial.anomaly_measures import (
    Losses,
    area,
    area_interval,
    cheapest,
    least_rate,
    precision_recall,
    share_above,
    threshold_for,
)
from engine.trial.anomaly_memory import Memory, coreset
from engine.trial.anomaly_report import ScoreMap
from engine.trial.anomaly_teaching import pasted

TOKEN = StopSource().token


def test_the_threshold_keeps_the_rate_on_new_normal_pictures():
    random = np.random.default_rng(0)
    rates = []
    for _ in range(400):
        scores = random.normal(size=1039)
        rates.append(share_above(scores[39:], threshold_for(scores[:39], 0.1)))
    assert np.mean(rates) == pytest.approx(0.1, abs=0.01)


def test_too_few_held_out_pictures_give_their_highest_score():
    scores = np.array([3.0, 1.0, 2.0])
    assert threshold_for(scores, 0.05) == 3.0
    assert threshold_for(scores, 0.5) == 2.0
    assert least_rate(19) == pytest.approx(0.05)
    assert threshold_for(np.arange(19.0), 0.05) == 18.0
    assert threshold_for(np.arange(39.0), 0.05) == 37.0


def test_the_area_and_its_interval():
    random = np.random.default_rng(1)
    normal, defects = random.normal(size=60), random.normal(1.0, 1.0, 40)
    truth = [0] * 60 + [1] * 40
    assert area(normal, defects) == roc_auc_score(truth, np.concatenate([normal, defects]))
    low, high = area_interval([(normal, defects)])
    assert 0.5 < low < area(normal, defects) < high < 1
    assert area_interval([(np.zeros(5), np.ones(5))]) == (1.0, 1.0)
    assert area_interval([(np.zeros(5), np.zeros(5))]) == (0.5, 0.5)


def test_precision_over_recall():
    curve = precision_recall(np.array([0.1, 0.4]), np.array([0.35, 0.8]))
    assert curve.average == pytest.approx(0.5 * 1 + 0.5 * 2 / 3)
    assert curve.recall == sorted(curve.recall)
    many = precision_recall(np.arange(3000.0), np.arange(3000.0) + 900)
    assert len(many.recall) <= 100


@given(
    st.lists(st.floats(-5, 5), min_size=1, max_size=12),
    st.lists(st.floats(-5, 5), min_size=1, max_size=12),
    st.floats(0, 1000),
    st.floats(0, 1000),
    st.floats(0.001, 0.999),
)
def test_no_threshold_is_cheaper(normal, defects, missed, alarm, share):
    normal, defects, losses = np.array(normal), np.array(defects), Losses(missed, alarm, share)
    found = cheapest(normal, defects, losses)
    for other in [-10.0, *normal, *defects, 10.0]:
        cost = losses.of(1 - share_above(defects, other), share_above(normal, other))
        assert found.cost <= cost + 1e-9


def test_distances_are_to_the_nearest_patch():
    vectors, features = torch.randn(50, 7), torch.randn(3, 4, 4, 7)
    found = Memory(vectors).score(features)
    expected = torch.cdist(features.reshape(-1, 7), vectors).min(1).values.view(3, 4, 4)
    assert torch.allclose(found.patches, expected, atol=1e-4)
    assert torch.equal(found.pictures, found.patches.flatten(1).max(1).values)
    weighted = Memory(vectors, reweighted=True).score(features).pictures
    assert (weighted <= found.pictures + 1e-6).all()
    assert (weighted > 0).all()


def test_a_coreset_covers_better_than_chance():
    points = torch.randn(600, 80, generator=torch.Generator().manual_seed(0))
    points[0] += 40
    chosen = coreset(points, 30, seed=0, token=TOKEN)
    assert len(set(chosen.tolist())) == 30
    assert 0 in chosen.tolist()
    same = coreset(torch.ones(20, 3), 6, seed=0, token=TOKEN)
    assert len(set(same.tolist())) == 6


def test_pieces_are_pasted_where_asked():
    pictures = torch.rand(60, 1, 16, 16, generator=torch.Generator().manual_seed(0))
    kinds = torch.arange(60) % 3
    changed = pasted(pictures, kinds, torch.Generator().manual_seed(1)) != pictures
    share = changed.float().mean((1, 2, 3))
    assert (share[kinds == 0] == 0).all()
    assert (share[kinds != 0] > 0).float().mean() > 0.9
    assert share[kinds == 1].mean() > share[kinds == 2].mean()


@pytest.mark.parametrize(("size", "side"), [(16, 8), (32, 16), (48, 24), (64, 32), (256, 32)])
def test_the_finer_map_is_of_usable_size(size, side):
    assert size >> first_level(size) == side


@pytest.mark.parametrize(("size", "side"), [(16, 8), (31, 16), (128, 64), (130, 33), (256, 64)])
def test_squares_lie_evenly_over_the_picture(size, side):
    picture = torch.rand(2, 3, size, size, generator=torch.Generator().manual_seed(0))
    found = squares(picture)
    assert found.shape == (2, 3 * 64, side, side)
    stride = 2 if size <= 128 else 4
    top, left = stride * (side // 2) - (8 - stride) // 2, stride - (8 - stride) // 2 + 2 * stride
    square = picture[1, :, top : top + 8, left : left + 8]
    assert torch.equal(found[1, :, side // 2, 3].view(3, 8, 8), square)


def test_a_map_survives_and_a_damaged_one_is_empty():
    patches = np.linspace(0, 1, 16, dtype=np.float32).reshape(4, 4)
    stored = ScoreMap.of(3, patches, 0.0, 1.0)
    assert stored.scores()[0, 0] == 0
    assert stored.scores()[3, 3] == 255
    assert not ScoreMap(row=3, side=4, values="****").scores().any()
    assert not ScoreMap(row=3, side=5, values=stored.values).scores().any()
