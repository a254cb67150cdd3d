"""Gaps as sentences.

The limits are round numbers on the scale of :class:`ClassGap`. Content 1 is as far as a class
lies from the centre of all classes, so under a tenth of it a model hardly notices; style 1 is
as far as nothing at all; diversity is a ratio of spreads, and ten samples drawn at random from
a class come out between 0.8 and 1.25 nearly always.
"""

from __future__ import annotations

from typing import Literal

from engine.data.class_gaps import ClassGap
from engine.runtime.messages import Language, sentences, text

Aspect = Literal["content", "style", "diversity"]
Grade = Literal["matched", "close", "apart", "far"]

_LIMITS: dict[str, tuple[float, float, float]] = {
    "content": (0.1, 0.3, 1.0),
    "style": (0.1, 0.25, 0.5),
}
_AS_VARIED = (0.8, 1.25)
_NARROW = 0.5
_GRADES: tuple[Grade, ...] = ("matched", "close", "apart", "far")


def grade(aspect: Literal["content", "style"], gap: float) -> Grade:
    """The word for a content or style gap."""
    return _GRADES[sum(gap >= limit for limit in _LIMITS[aspect])]


def diversity_grade(ratio: float) -> Literal["varied", "narrower", "narrow", "wider"]:
    """The word for a diversity: synthetic spread over real spread."""
    if ratio > _AS_VARIED[1]:
        return "wider"
    if ratio >= _AS_VARIED[0]:
        return "varied"
    return "narrower" if ratio >= _NARROW else "narrow"


def gap_sentences(gap: ClassGap, language: Language = "en") -> list[str]:
    """Three sentences: content, style, diversity."""
    return [
        text(
            f"inspect.content_{grade('content', gap.content)}",
            language,
            name=gap.name,
            gap=f"{gap.content:.2f}",
        ),
        text(
            f"inspect.style_{grade('style', gap.style)}",
            language,
            name=gap.name,
            gap=f"{gap.style:.2f}",
        ),
        text(
            f"inspect.diversity_{diversity_grade(gap.diversity)}",
            language,
            name=gap.name,
            percent=f"{100 * gap.diversity:.0f}",
        ),
    ]


def gap_sentence(gap: ClassGap, language: Language = "en") -> str:
    """All of it as one text."""
    return sentences(gap_sentences(gap, language), language)
