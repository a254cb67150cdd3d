"""Looking at a condensed set: nearest real samples, class means, gaps in numbers and words."""

from engine.inspection.gaps import ClassGap, class_gaps, overall, require_same_pictures
from engine.inspection.means import class_mean
from engine.inspection.nearest import NearestReal
from engine.inspection.words import diversity_grade, gap_sentence, gap_sentences, grade

__all__ = [
    "ClassGap",
    "NearestReal",
    "class_gaps",
    "class_mean",
    "diversity_grade",
    "gap_sentence",
    "gap_sentences",
    "grade",
    "overall",
    "require_same_pictures",
]
