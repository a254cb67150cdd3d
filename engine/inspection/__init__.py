"""Looking at a condensed set: nearest real samples, class means, gaps, appearance."""

from engine.data.appearance_report import AppearanceReport
from engine.inspection.comparing import compare_appearance
from engine.inspection.gaps import ClassGap, class_gaps, overall, require_same_pictures
from engine.inspection.means import class_mean
from engine.inspection.nearest import NearestReal
from engine.inspection.words import diversity_grade, gap_sentence, gap_sentences, grade

__all__ = [
    "AppearanceReport",
    "ClassGap",
    "NearestReal",
    "class_gaps",
    "class_mean",
    "compare_appearance",
    "diversity_grade",
    "gap_sentence",
    "gap_sentences",
    "grade",
    "overall",
    "require_same_pictures",
]
