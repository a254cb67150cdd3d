"""Gaps become sentences in both languages."""

from __future__ import annotations

import itertools

import pytest

from engine.inspection import ClassGap, gap_sentence, gap_sentences
from engine.inspection.words import diversity_grade, grade


@pytest.mark.parametrize(
    ("gap", "word"),
    [(0.0, "matched"), (0.1, "close"), (0.29, "close"), (0.3, "apart"), (1.0, "far")],
)
def test_content_limits(gap, word):
    assert grade("content", gap) == word


@pytest.mark.parametrize(
    ("gap", "word"),
    [(0.09, "matched"), (0.1, "close"), (0.25, "apart"), (0.5, "far"), (7.0, "far")],
)
def test_style_limits(gap, word):
    assert grade("style", gap) == word


@pytest.mark.parametrize(
    ("ratio", "word"),
    [(0.0, "narrow"), (0.5, "narrower"), (0.8, "varied"), (1.25, "varied"), (1.3, "wider")],
)
def test_diversity_limits(ratio, word):
    assert diversity_grade(ratio) == word


def test_a_sentence_names_the_class_and_the_numbers():
    gap = ClassGap("bolt {M6}", 0.12, 0.03, 0.9)
    assert gap_sentence(gap, "en") == (
        "Content of bolt {M6} is close: gap 0.12. Its appearance is matched: gap 0.03. "
        "The synthetic samples are as varied as the real ones (90 % of their spread)."
    )
    assert gap_sentence(gap, "ja").startswith("bolt {M6} の内容は近い状態です(差 0.12)。見た目は")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_grade_can_be_said(language):
    values = (0.0, 0.15, 0.4, 0.6, 0.9, 2.0)
    said = {
        sentence
        for content, style, diversity in itertools.product(values, repeat=3)
        for sentence in gap_sentences(ClassGap("bolt", content, style, diversity), language)
    }
    assert len(said) == 3 * len(values)
