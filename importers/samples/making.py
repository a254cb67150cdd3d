"""A folder of sample drawings with the truth beside it."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, fields
from pathlib import Path

import cv2
import numpy as np

from engine.runtime import Emit, StopToken
from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write, write_text
from importers.pace import Pace
from importers.samples.drawing import draw
from importers.samples.factors import Factors, draw_factors
from importers.samples.symbols import SYMBOLS

_SPLITS = ("train", "test")


def make_samples(
    folder: Path,
    *,
    per_class: int = 60,
    size: int = 64,
    seed: int = 0,
    emit: Emit,
    token: StopToken,
) -> Path:
    """Draw sample pictures into ``train/`` and ``test/`` class folders, the same for a seed.

    Parameters
    ----------
    folder : Path
        New or empty, or an earlier set of samples, whose pictures are replaced.
    per_class : int
        Training pictures of each class; a third as many (at least one) are drawn for testing.
    size : int
        Side in px, 32 or more.
    seed : int

    Returns
    -------
    Path
        ``folder``; its ``factors.csv`` gives the true factors of every picture
        (:class:`importers.samples.factors.Factors`), ``detail`` counting teeth, coils, ....

    Raises
    ------
    UserError
        ``file.exists`` if the folder holds something else; ``file.cannot_write``.
    Stopped
    """
    table = folder / "factors.csv"
    if folder.exists() and not table.is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError("file.exists", exit_code=2, file=str(folder))
    counts = {"train": per_class, "test": max(1, per_class // 3)}
    pace = Pace("stage.draw", sum(counts.values()) * len(SYMBOLS), emit=emit)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["file", "label", "split", "detail", *(one.name for one in fields(Factors))])
    done = 0
    try:
        for at_split, split in enumerate(_SPLITS):
            for at_label, label in enumerate(SYMBOLS):
                _emptied(folder / split / label)
                for number in range(counts[split]):
                    token.raise_if_stopped()
                    rng = np.random.default_rng([seed, at_split, at_label, number])
                    factors = draw_factors(rng, size)
                    picture, detail = draw(label, factors, rng, size=size)
                    relative = f"{split}/{label}/{number:04d}.png"
                    (folder / relative).write_bytes(cv2.imencode(".png", picture)[1].tobytes())
                    writer.writerow([relative, label, split, detail, *_values(factors)])
                    done += 1
                    pace.at(done)
    except OSError as error:
        raise cannot_write(folder, error) from error
    write_text(table, text.getvalue())
    return folder


def _emptied(place: Path) -> None:
    """Make a class folder without the pictures of an earlier, perhaps larger set."""
    place.mkdir(parents=True, exist_ok=True)
    for old in place.glob("[0-9][0-9][0-9][0-9].png"):
        old.unlink()


def _values(factors: Factors) -> list[str | int | float]:
    return [
        round(value, 4) if isinstance(value, float) else value for value in asdict(factors).values()
    ]
