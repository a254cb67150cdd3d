"""What a run says at its beginning, where something is not as usual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.data.allocation import Allocation
from engine.data.recipe import CondenseRecipe
from engine.runtime.events import Message
from engine.synthesis.eye import Eye, is_bundle
from engine.synthesis.mended import Mended

_NAMED = 8  # classes kept whole


def what_is_special(
    recipe: CondenseRecipe,
    eye: Eye,
    allocation: Allocation,
    class_names: Sequence[str],
    mended: Mended | None,
    *,
    size: int,
    packing: int,
) -> Iterator[Message]:
    """Sentences about a run before its first step.

    Parameters
    ----------
    size : int
        Side of a picture, px.
    packing : int
        Samples along each side of a stored image, as it is done.
    """
    if not eye.compiled and eye.device.type == "cpu" and (mended is None or mended.learns):
        yield Message("info", "condense.bundle" if is_bundle() else "condense.no_compiler")
    if mended is not None:
        yield from _what_is_mended(mended)
    if recipe.packing == 2 and packing == 1:
        yield Message("info", "condense.not_packed", {"size": size})
    kept = [
        f"{name} ({count})"
        for name, count in zip(class_names, allocation.kept, strict=True)
        if count
    ]
    if kept:
        more = ["…"] if len(kept) > _NAMED else []
        names = ", ".join(kept[:_NAMED] + more)
        yield Message("info", "condense.kept_whole", {"names": names})


def _what_is_mended(mended: Mended) -> Iterator[Message]:
    """How many samples change and stay, and what is special about it."""
    origin, mend = mended.origin, mended.mend
    first = origin.first_copies
    gone = int((mended.rejected & first).sum())
    staying = int((~mended.rejected & first).sum())
    key = f"mend.{mend.way.replace('-', '_')}"
    yield Message("info", key, {"run": mend.run, "count": gone, "staying": staying})
    if mended.twice:
        yield Message("info", "mend.twice", {"count": len(mended.twice)})
    if mend.way == "nearest" and origin.packing > 1:
        yield Message("info", "mend.reduced", {"factor": origin.packing})
