"""Macro-F1 and calibration agree with scikit-learn; mistakes name the pictures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.calibration import calibration_curve
from sklearn.metrics import f1_score

from engine.trial.scoring import BINS, Answers, Scores, mistakes, reliability

CLASSES = 4


def drawn(seed, count=200):
    random = np.random.default_rng(seed)
    truth = random.integers(0, CLASSES, count)
    logits = random.normal(0, 1.5, (count, CLASSES)).astype(np.float32)
    logits[np.arange(count), truth] += 1
    return logits, truth


@given(st.integers(0, 10_000), st.integers(1, 60))
def test_macro_f1_is_that_of_scikit_learn(seed, count):
    logits, truth = drawn(seed, count)
    scores = Scores.of(Answers.of(logits), truth, CLASSES)
    tp = np.diag(scores.confusion).astype(float)
    both = scores.confusion.sum(0) + scores.confusion.sum(1)
    present = scores.confusion.sum(1) > 0
    by_hand = np.mean(2 * tp[present] / both[present])
    assert scores.macro_f1 == pytest.approx(by_hand)
    expected = f1_score(
        truth, logits.argmax(1), labels=np.unique(truth), average="macro", zero_division=0
    )
    assert scores.macro_f1 == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(3))
def test_the_reliability_diagram_is_that_of_scikit_learn(seed):
    logits, truth = drawn(seed)
    answers = Answers.of(logits)
    scores = Scores.of(answers, truth, CLASSES)
    found = reliability([scores])
    right = (answers.said == truth).astype(int)
    accuracy, confidence = calibration_curve(right, answers.confidence, n_bins=BINS)
    filled = np.array(found.count) > 0
    np.testing.assert_allclose(np.array(found.accuracy)[filled], accuracy)
    np.testing.assert_allclose(np.array(found.confidence)[filled], confidence)
    weights = np.array(found.count)[filled] / len(truth)
    error = float((weights * np.abs(accuracy - confidence)).sum())
    assert scores.calibration_error == pytest.approx(error)


def test_a_sure_and_right_model_is_calibrated_and_a_sure_and_wrong_one_not():
    truth = np.zeros(20, np.int64)
    sure = np.zeros((20, 2), np.float32)
    sure[:, 0] = 40
    assert Scores.of(Answers.of(sure), truth, 2).calibration_error == pytest.approx(0, abs=1e-9)
    assert Scores.of(Answers.of(sure), 1 - truth, 2).calibration_error == pytest.approx(1)


def test_confidence_survives_large_logits():
    answers = Answers.of(np.array([[1e30, -1e30]], np.float32))
    assert answers.confidence.tolist() == [1.0]


def test_mistakes_count_the_trainings_that_made_them():
    truth = np.array([0, 1, 1])
    rows = np.array([7, 3, 9])

    def said(*labels):
        logits = np.full((3, 2), -1, np.float32)
        logits[np.arange(3), labels] = 1
        return Scores.of(Answers.of(logits), truth, 2)

    found = mistakes([said(0, 0, 1), said(1, 0, 1)], truth, rows)
    assert list(zip(found.row, found.said, found.times, strict=True)) == [(3, 0, 2), (7, 1, 1)]
