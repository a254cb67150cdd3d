"""Looking at a condensed set: nearest real samples, class means, gaps in numbers and words."""

from engine.inspection.gaps import ClassGap, class_gaps
from engine.inspection.means import class_mean
from engine.inspection.nearest import NearestReal
from engine.inspection.words import gap_sentence, gap_sentences

__all__ = [
    "ClassGap",
    "NearestReal",
    "class_gaps",
    "class_mean",
    "gap_sentence",
    "gap_sentences",
]
