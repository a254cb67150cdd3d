"""What an inspector says of a sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Verdict = Literal["accepted", "rejected", "hold"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Reason = Literal[
    "wrong_class",
    "blurred",
    "artefact",
    "noisy",
    "appearance",
    "copy",
    "twin",
    "impossible",
    "other",
]
REASONS: tuple[Reason, ...] = get_args(Reason)
"""What can be wrong with a sample; their words are in :mod:`engine.data.verdict_words`."""

FIRST_LOOK, SECOND_LOOK = 1, 2
MOST_NAME = 100
"""Characters of an inspector's name."""
MOST_NOTE = 500
"""Characters of a note."""


@dataclass(frozen=True)
class Judgement:
    """One entry of the log of a run; entries are added, never changed.

    Attributes
    ----------
    sample : int
        Its position in the condensed set, from 0.
    verdict : {"accepted", "rejected", "hold"} or None
        None: taken back.
    inspector : str
        At most :data:`MOST_NAME` characters; empty where no name was given.
    time : str
        ISO 8601 with zone, to the second.
    note : str
        At most :data:`MOST_NOTE` characters; may have several lines.
    reasons : tuple of str
        Of :data:`REASONS`; files of later versions may have others.
    look : int
        1: first look; 2: second look, given without seeing earlier verdicts.
    """

    sample: int
    verdict: Verdict | None
    inspector: str = ""
    time: str = ""
    note: str = ""
    reasons: tuple[str, ...] = ()
    look: int = FIRST_LOOK


def cleaned(text: str, most: int) -> str:
    """Text without control characters other than line ends, at most ``most`` characters long.

    Such text survives every file it is written to, and cannot steer a terminal.
    """
    if text.isprintable() and len(text) <= most:  # nearly all text; a log may be long
        return text.strip()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(one for one in line if one.isprintable() or one == "\u3000") for line in lines)
    return "\n".join(kept).strip()[:most].rstrip()
