"""From a folder of pictures to the image set of a project."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO

import numpy as np
import numpy.typing as npt

from engine.data import TEST, TRAIN, ImageSetWriter, Split
from engine.project import ImportRecord, Project, Refused, SourceNotice
from engine.runtime import Emit, StopToken
from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write
from importers.checks import look, without_conflicts, without_leaks
from importers.found import Scan, Source
from importers.loading import Loaded, are_grey, in_parallel, load
from importers.options import ImportOptions
from importers.pace import Pace
from importers.scan import scan
from importers.splitting import Known, split_by_seed

_BATCH = 256
_EXAMPLES = 5
_WRITE_SECONDS = 0.0002


@dataclass(frozen=True)
class ImportOutcome:
    """What an import made of a folder; ``classes`` and ``splits`` count pictures."""

    images: int
    classes: dict[str, int]
    splits: dict[Split, int]
    refused: list[Refused]
    notices: list[SourceNotice]
    seconds: float


@dataclass
class _Spool:
    """Prepared pictures on disk, until it is known which of them stay and on which side."""

    file: IO[bytes]
    shape: tuple[int, int, int]
    pictures: list[Known] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    several_frames: list[str] = field(default_factory=list)

    def add(self, one: Loaded | Refused) -> None:
        if isinstance(one, Refused):
            self.refused.append(one)
            return
        source = one.source
        self.file.write(one.pixels.tobytes())
        deviation = float(one.pixels.std())
        row = len(self.pictures)
        self.pictures.append(
            Known(row, source.relative, source.label, source.split, one.digest, deviation)
        )
        if one.several_frames:
            self.several_frames.append(source.relative)

    def read(self, row: int) -> npt.NDArray[np.uint8]:
        size = int(np.prod(self.shape))
        self.file.seek(row * size)
        return np.frombuffer(self.file.read(size), np.uint8).reshape(self.shape)


def import_folder(
    source: Path, project: Project, options: ImportOptions, *, emit: Emit, token: StopToken
) -> ImportOutcome:
    """Import a folder of pictures into a project, replacing what it held.

    Source files are only read. Pictures are decoded in parallel and spooled beside the
    project, so memory stays bounded whatever the folder holds. Identical pictures in two
    classes are left out, as one of the labels must be wrong; a training picture that is also a
    test picture is left out of training. Without test pictures a share of every class is held
    out by ``options.seed``.

    Raises
    ------
    UserError
        What :func:`importers.scan` raises; ``import.nothing_usable``; ``file.cannot_write``.
    Stopped
        The project is unchanged.
    """
    start = time.monotonic()
    found = scan(source, options, emit=emit, token=token)
    grey = are_grey(source, found.sources, options, token=token)
    shape = (options.size, options.size, 1 if grey else 3)
    try:
        with tempfile.TemporaryFile(prefix=".part-", dir=project.path) as file:
            spool = _Spool(file, shape)
            _fill(spool, found, options, grey=grey, emit=emit, token=token)
            refused = [*found.refused, *spool.refused]
            if not spool.pictures:
                raise _nothing_usable(source, refused)
            kept, sides, notices = _decide(spool.pictures, options)
            if not kept:
                raise UserError("import.all_conflicting", file=str(source))
            _write(spool, kept, sides, project=project, options=options, emit=emit, token=token)
    except OSError as error:
        raise cannot_write(project.images_path, error) from error
    notices = [*found.notices, *_frames(spool.several_frames), *notices]
    seconds = time.monotonic() - start
    project.record_import(
        ImportRecord(
            source=str(source.absolute()),
            layout=found.layout,
            time=datetime.now().astimezone().isoformat(timespec="seconds"),
            seconds=seconds,
            refused=refused,
            notices=notices,
        )
    )
    classes = Counter(one.label for one in kept)
    held = sum(sides[one.row] == "test" for one in kept)
    return ImportOutcome(
        images=len(kept),
        classes={name: classes[name] for name in sorted(classes)},
        splits={"train": len(kept) - held, "test": held},
        refused=refused,
        notices=notices,
        seconds=seconds,
    )


def _fill(
    spool: _Spool,
    found: Scan,
    options: ImportOptions,
    *,
    grey: bool,
    emit: Emit,
    token: StopToken,
) -> None:
    def work(source: Source) -> Loaded | Refused:
        return load(found.root, source, options, grey=grey)

    pace = Pace("stage.read", found.total, emit=emit, afterwards=_WRITE_SECONDS)
    for done, one in enumerate(in_parallel(work, found.sources, token=token), 1):
        spool.add(one)
        pace.at(done)


def _decide(
    pictures: Sequence[Known], options: ImportOptions
) -> tuple[list[Known], dict[int, Split], list[SourceNotice]]:
    """Which pictures stay, on which side, and what to tell."""
    kept, conflicts = without_conflicts(pictures)
    leaks: list[SourceNotice] = []
    sides: dict[int, Split]
    if any(one.split == "test" for one in kept):
        kept, leaks = without_leaks(kept)
        sides = {one.row: one.split or "train" for one in kept}
    else:
        sides = split_by_seed(kept, fraction=options.test_fraction, seed=options.seed)
    return kept, sides, [*conflicts, *leaks, *(look(kept, sides) if kept else [])]


def _write(
    spool: _Spool,
    kept: list[Known],
    sides: dict[int, Split],
    *,
    project: Project,
    options: ImportOptions,
    emit: Emit,
    token: StopToken,
) -> None:
    names = sorted({one.label for one in kept})
    label_of = {name: at for at, name in enumerate(names)}
    height, width, channels = spool.shape
    pace = Pace("stage.write", len(kept), emit=emit)
    with ImageSetWriter(
        project.images_path, height=height, width=width, channels=channels
    ) as writer:
        for start in range(0, len(kept), _BATCH):
            token.raise_if_stopped()
            batch = kept[start : start + _BATCH]
            writer.append(
                np.stack([spool.read(one.row) for one in batch]),
                [label_of[one.label] for one in batch],
                [TEST if sides[one.row] == "test" else TRAIN for one in batch],
                [one.relative for one in batch],
            )
            pace.at(start + len(batch))
        token.raise_if_stopped()
        preparation = {
            "size": options.size,
            "colour": "grey" if channels == 1 else "rgb",
            "fit": options.fit,
            "test_fraction": options.test_fraction,
            "seed": options.seed,
        }
        writer.finish(
            class_names=names, preparation=preparation, fingerprint=fingerprint(kept, sides)
        )


def fingerprint(pictures: Sequence[Known], sides: dict[int, Split]) -> str:
    """SHA-256 over sorted (path, class, split, SHA-256 of the file), as hexadecimal digits."""
    total = hashlib.sha256()
    for one in sorted(pictures, key=lambda picture: picture.relative):
        row = (one.relative, one.label, sides[one.row], one.digest.hex())
        total.update("\0".join(row).encode() + b"\n")
    return total.hexdigest()


def _frames(files: list[str]) -> list[SourceNotice]:
    if not files:
        return []
    count = len(files)
    params = {"count": count}
    return [
        SourceNotice("several_frames", count, "import.several_frames", params, files[:_EXAMPLES])
    ]


def _nothing_usable(source: Path, refused: list[Refused]) -> UserError:
    if not refused:
        return UserError("import.empty_folder", file=str(source))
    return UserError(
        "import.nothing_usable", file=str(source), count=len(refused), example=refused[0].file
    )
