"""Content gap, style gap and diversity by class, as a run reports them for the whole set."""

from __future__ import annotations

from engine.data import CondensedSet, ImageSet
from engine.data.class_gaps import ClassGap, overall
from engine.runtime.errors import UserError
from engine.runtime.stop import StopToken

__all__ = ["ClassGap", "class_gaps", "overall", "require_same_pictures"]


def class_gaps(
    image_set: ImageSet, condensed: CondensedSet, *, token: StopToken | None = None
) -> list[ClassGap]:
    """Measure every class; a class without real or synthetic images is left out.

    Raises
    ------
    UserError
        ``inspect.other_pictures``, as :func:`require_same_pictures` does.
    Stopped
        Where a token is given and a stop was asked for.
    """
    from engine.matching.gaps import measure_gaps

    require_same_pictures(image_set, condensed)
    return measure_gaps(image_set, condensed, token=token)


def require_same_pictures(image_set: ImageSet, condensed: CondensedSet) -> None:
    """Whether a condensed set can be compared with these pictures; reads no pixels.

    Raises
    ------
    UserError
        ``inspect.other_pictures`` if the pictures were imported anew after condensing.
    """
    same = (
        condensed.class_names == image_set.class_names
        and condensed.images.shape[1:] == image_set.shape[1:]
        and condensed.provenance.get("source_fingerprint", image_set.fingerprint)
        == image_set.fingerprint
    )
    if not same:
        raise UserError("inspect.other_pictures", file=str(image_set.path.parent))
