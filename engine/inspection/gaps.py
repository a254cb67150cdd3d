"""Content gap, style gap and diversity by class, as a run reports them for the whole set."""

from __future__ import annotations

from engine.data import CondensedSet, ImageSet
from engine.matching.gaps import ClassGap, measure_gaps
from engine.runtime.errors import UserError

__all__ = ["ClassGap", "class_gaps"]


def class_gaps(image_set: ImageSet, condensed: CondensedSet) -> list[ClassGap]:
    """Measure every class; a class without real or synthetic images is left out.

    Raises
    ------
    UserError
        ``inspect.other_pictures`` if classes or picture size differ: the pictures were
        imported anew after condensing.
    """
    if (
        condensed.class_names != image_set.class_names
        or condensed.images.shape[1:] != image_set.shape[1:]
    ):
        raise UserError("inspect.other_pictures", file=str(image_set.path.parent))
    return measure_gaps(image_set, condensed)
