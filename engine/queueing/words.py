"""An entry of the queue in words; reads no PyTorch."""

from __future__ import annotations

from engine.project.queue_entry import Entry
from engine.runtime.messages import CATALOGUE, Language, text


def entry_words(entry: Entry, language: Language = "en") -> str:
    """What will be done, in a line: *Condense: images per class 10, quick*."""
    if entry.kind == "condense":
        recipe = entry.condense_recipe
        preset = text(f"recipe.preset_{recipe.preset}", language)
        return text("queue.condense", language, ipc=recipe.ipc, preset=preset)
    # Values of a trial are checked only when its turn comes.
    model = str(entry.recipe.get("model", "convnet"))[:40]
    key = f"model.{model}"
    told = {
        "model": text(key, language) if key in CATALOGUE else model,
        "seeds": str(entry.recipe.get("seeds", "?"))[:10],
    }
    if entry.run:
        return text("queue.trial_run", language, run=entry.run, **told)
    return text("queue.trial_made", language, maker=entry.maker or "?", **told)
