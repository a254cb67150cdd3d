"""Every sentence the engine and the importers can say, in English and in Japanese.

The engine knows no Qt, yet the window, the command line and the report must say the same
thing in the same words; so the sentences live here, by key, and Qt Linguist keeps only the
window's own labels (decision record 0002).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, get_args

from engine.runtime.messages import (
    advising,
    anomalies,
    batching,
    checking,
    commands,
    condensing,
    continuing,
    costing,
    deciding,
    decoding,
    devices,
    distributing,
    exporting,
    finding,
    general,
    importing,
    inspecting,
    judging,
    layouts,
    measuring,
    mending,
    merging,
    queueing,
    recipe_words,
    reporting,
    reporting_decision,
    reporting_quality,
    run_comparing,
    settings,
    shortcuts,
    steering,
    stressing,
    training,
    trialling,
)

Language = Literal["en", "ja"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

CATALOGUE: dict[str, tuple[str, str]] = {
    **general.SENTENCES,
    **importing.SENTENCES,
    **checking.SENTENCES,
    **decoding.SENTENCES,
    **layouts.SENTENCES,
    **condensing.SENTENCES,
    **devices.SENTENCES,
    **distributing.SENTENCES,
    **advising.SENTENCES,
    **anomalies.SENTENCES,
    **inspecting.SENTENCES,
    **judging.SENTENCES,
    **measuring.SENTENCES,
    **finding.SENTENCES,
    **mending.SENTENCES,
    **merging.SENTENCES,
    **batching.SENTENCES,
    **queueing.SENTENCES,
    **steering.SENTENCES,
    **trialling.SENTENCES,
    **training.SENTENCES,
    **stressing.SENTENCES,
    **continuing.SENTENCES,
    **deciding.SENTENCES,
    **costing.SENTENCES,
    **reporting.SENTENCES,
    **reporting_decision.SENTENCES,
    **reporting_quality.SENTENCES,
    **recipe_words.SENTENCES,
    **run_comparing.SENTENCES,
    **exporting.SENTENCES,
    **commands.SENTENCES,
    **settings.SENTENCES,
    **shortcuts.SENTENCES,
}


def text(key: str, language: Language = "en", **params: Any) -> str:
    """Return the sentence ``key`` in ``language`` with its placeholders filled in.

    Parameters
    ----------
    key : str
        A key of :data:`CATALOGUE`.
    language : {"en", "ja"}
    **params
        One value for each placeholder of the sentence.

    Raises
    ------
    KeyError
        If the key or a placeholder's value is missing: a fault of ours, never of the user.
    """
    english, japanese = CATALOGUE[key]
    return (japanese if language == "ja" else english).format(**params)


def listed(words: Sequence[str], language: Language = "en") -> str:
    """Words after each other: *blurred, too noisy*."""
    return (", " if language == "en" else "、").join(words)


def sentences(parts: Sequence[str], language: Language = "en") -> str:
    """Sentences after each other; empty ones are left out."""
    return (" " if language == "en" else "").join(part for part in parts if part)
