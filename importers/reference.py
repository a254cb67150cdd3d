"""From a folder of pictures to a reference set of a project: whose appearance to take on."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.data import TRAIN, ImageSetWriter
from engine.project import Project, Reference
from engine.project.references import NAME_DIGITS
from engine.runtime import Emit, StopToken
from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write
from importers.decode import Depth
from importers.found import Scan
from importers.handing_over import Finished, load_all
from importers.layouts.words import class_name
from importers.loading import Loaded, Loader
from importers.options import ImportOptions
from importers.pace import Pace
from importers.prepared_alike import prepared_alike
from importers.scan import scan
from importers.settling import settle
from importers.stores import ARCHIVES, DOCUMENTS

_BATCH = 256
_NAMELESS = "reference"


def import_reference(source: Path, project: Project, *, emit: Emit, token: StopToken) -> Reference:
    """Import a folder, archive or document as a reference set of a project.

    Its pictures are prepared exactly as the project's own. Labels and sides do not matter: all
    pictures are taken, as one class. What is imported a second time is found again and kept once.

    Raises
    ------
    UserError
        ``import.reference_unusable`` if there is no picture that can be read; ``file.missing``,
        ``import.not_a_folder`` and what else :func:`importers.scan` raises; ``project.empty``;
        ``import.no_recipe``; ``file.cannot_write``.
    Stopped
        Nothing of it stays.
    """
    options, depth = _as_the_project(project)
    found = _scan(source, options, emit=emit, token=token)
    try:
        loader = settle(found.store, found.sources, options, depth=depth, token=token)
        folder = project.path / "references"
        try:
            folder.mkdir(exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".part-", dir=folder) as unfinished:
                made = Path(unfinished) / "images.h5"
                name = _write(made, source, found, loader, emit=emit, token=token)
                _keep(made, project, name)
        except OSError as error:
            raise cannot_write(folder, error) from error
    finally:
        found.store.close()
    return next(one for one in project.references() if one.name == name)


def _as_the_project(project: Project) -> tuple[ImportOptions, Depth | None]:
    with project.image_set() as held:
        options, depth = prepared_alike(project, held, ImportOptions())
    if options.cut == "regions":  # a list of other files says nothing about these
        options = options.model_copy(update={"cut": "whole"})
    return options, depth


def _scan(source: Path, options: ImportOptions, *, emit: Emit, token: StopToken) -> Scan:
    try:
        return scan(source, options, emit=emit, token=token)
    except UserError as error:
        if error.key == "import.empty_folder":  # it speaks of classes, which are not needed here
            raise _unusable(source) from error
        raise


def _write(
    path: Path, source: Path, found: Scan, loader: Loader, *, emit: Emit, token: StopToken
) -> str:
    """Write the set; answer with its name."""
    title = _title(source)
    seen: list[str] = []
    side, channels = loader.options.size, 1 if loader.grey else 3
    with ImageSetWriter(path, height=side, width=side, channels=channels) as writer:
        for batch in _batches(found, loader, emit=emit, token=token):
            count = len(batch)
            writer.append(
                np.stack([one.pixels for one in batch]),
                [0] * count,
                [TRAIN] * count,
                [one.name for one in batch],
            )
            seen += [f"{one.name}\0{one.digest.hex()}" for one in batch]
        if not seen:
            raise _unusable(source)
        fingerprint = _fingerprint(seen, loader)
        writer.finish(
            class_names=[title],
            preparation={
                "title": title,
                "size": side,
                "colour": "grey" if loader.grey else "rgb",
                "depth": loader.depth,
                # Files of this computer help nobody else.
                "options": loader.options.model_dump(mode="json", exclude={"regions", "list_file"}),
            },
            fingerprint=fingerprint,
            roots=[title],
        )
    return fingerprint[:NAME_DIGITS]


def _batches(
    found: Scan, loader: Loader, *, emit: Emit, token: StopToken
) -> Iterator[list[Loaded]]:
    """What can be read, a few hundred pictures at a time."""
    sources = list(enumerate(replace(one, label="", split=None) for one in found.sources))
    pace = Pace("stage.reference", len(sources), emit=emit)
    batch: list[Loaded] = []
    done = 0
    for result in load_all(loader, sources, token=token):
        if isinstance(result, Finished):
            done += 1
            pace.at(done)
            continue
        batch += [one for one in result[1] if isinstance(one, Loaded)]
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _fingerprint(seen: Sequence[str], loader: Loader) -> str:
    """SHA-256 over how pictures were prepared and sorted (path, SHA-256 of the picture)."""
    how = loader.options.model_dump_json(exclude={"regions", "list_file", "test_fraction", "seed"})
    total = hashlib.sha256(f"{how} {loader.depth}\n".encode())
    for line in sorted(seen):
        total.update(line.encode() + b"\n")
    return total.hexdigest()


def _keep(made: Path, project: Project, name: str) -> None:
    """Put a set in its place, unless it is there: an open window may be reading it."""
    if not any(one.name == name for one in project.references()):
        made.replace(project.reference_path(name))


def _title(source: Path) -> str:
    name = source.name or source.resolve().name
    if not source.is_dir():
        endings = (*ARCHIVES, *DOCUMENTS)
        name = next((name[: -len(one)] for one in endings if name.casefold().endswith(one)), name)
    return class_name(name) or _NAMELESS


def _unusable(source: Path) -> UserError:
    return UserError("import.reference_unusable", file=str(source))
