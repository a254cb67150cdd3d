"""From a folder, archive or document to the image set of a project."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.data import Split
from engine.project import ImportRecord, Project, Refused, SourceNotice
from engine.runtime import Emit, StopMode, Stopped, StopToken
from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write
from engine.runtime.times import now
from importers.decode import Depth
from importers.found import Scan
from importers.gathering import Gathered, gather
from importers.handing_over import Finished, load_all
from importers.inspecting.measures import FIELDS
from importers.loading import Loader
from importers.options import ImportOptions
from importers.pace import Pace
from importers.prepared_alike import no_recipe, prepared_alike
from importers.scan import scan
from importers.settling import settle
from importers.spool import Spool, spool_folder

_EXAMPLES = 5
_WRITE_SECONDS = 0.0002


@dataclass(frozen=True)
class ImportOutcome:
    """What an import made of a folder; ``classes`` and ``splits`` count pictures in use.

    ``added`` are pictures that the project did not hold before, ``left_out`` those that the
    remedy of a finding leaves out.
    """

    images: int
    classes: dict[str, int]
    splits: dict[Split, int]
    refused: list[Refused]
    notices: list[SourceNotice]
    seconds: float
    added: int
    left_out: int


def import_folder(
    source: Path, project: Project, options: ImportOptions, *, emit: Emit, token: StopToken
) -> ImportOutcome:
    """Import a folder, archive or document into a project, replacing what it held.

    Sources are only read. Pictures are decoded in parallel and spooled in the project, so memory
    stays bounded whatever the folder holds, and an import that was killed, or stopped to be
    kept, goes on where it was. Identical pictures in two classes are left out, as one of the
    labels must be wrong, and a training picture that is also a test picture; both can be undone.
    Without test pictures a share of every class is held out by ``options.seed``; nearly the same
    pictures stay on one side.

    Raises
    ------
    UserError
        What :func:`importers.scan` raises; ``import.nothing_usable``; ``file.cannot_write``.
    Stopped
        The project is unchanged.
    """
    return _run(source, project, options, more=False, emit=emit, token=token)


def import_more(
    source: Path, project: Project, options: ImportOptions, *, emit: Emit, token: StopToken
) -> ImportOutcome:
    """Add the pictures of another folder, prepared as those that the project holds.

    Pictures keep their side; new ones that are nearly the same as an old one join its side.
    Files that the project holds already, byte for byte and in the same class, are passed over.

    Parameters
    ----------
    options : ImportOptions
        How the folder is to be understood; how pictures are prepared is taken from the project.

    Raises
    ------
    UserError
        As :func:`import_folder`; ``import.no_recipe`` if the project's pictures were imported by
        a version that did not keep how.
    Stopped
        The project is unchanged.
    """
    with project.image_set() as held:
        if held.known is None or held.known.fields != FIELDS:
            raise no_recipe(project)
        options, depth = prepared_alike(project, held, options)
    return _run(source, project, options, more=True, depth=depth, emit=emit, token=token)


def _run(
    source: Path,
    project: Project,
    options: ImportOptions,
    *,
    more: bool,
    depth: Depth | None = None,
    emit: Emit,
    token: StopToken,
) -> ImportOutcome:
    start = time.monotonic()
    found = scan(source, options, emit=emit, token=token)
    try:
        loader = settle(found.store, found.sources, options, depth=depth, token=token)
        shape = (options.size, options.size, 1 if loader.grey else 3)
        try:
            key = _key(found, options, loader)
            with Spool(
                spool_folder(project.path), key=key, source=str(source.absolute()), shape=shape
            ) as spool:
                _fill(spool, found, loader, emit=emit, token=token)
                refused = [*found.refused, *spool.refused()]
                if not spool.count:
                    raise _nothing_usable(source, refused)
                notices = [*found.notices, *_stretched(spool.stretched())]
                gathered = gather(spool, project, loader, source, more=more, emit=emit, token=token)
        except OSError as error:
            raise cannot_write(project.images_path, error) from error
        except sqlite3.OperationalError as error:  # how SQLite tells of a full disk
            raise UserError(
                "file.cannot_write",
                exit_code=1,
                file=str(spool_folder(project.path)),
                reason=str(error),
            ) from error
        except Stopped as stop:
            if stop.mode is StopMode.DISCARD:
                spool.remove()
            raise
        except UserError:
            spool.remove()
            raise
    finally:
        found.store.close()
    outcome = _record(project, found, gathered, refused, notices, seconds=time.monotonic() - start)
    # Not before: pictures whose findings are not recorded are an import that must go on.
    spool.remove()
    return outcome


def _fill(spool: Spool, found: Scan, loader: Loader, *, emit: Emit, token: StopToken) -> None:
    done = spool.done()
    if any(_changed(found, number, stamp) for number, stamp in done.items()):
        spool.forget()
        done = {}
    missing = [one for one in enumerate(found.sources) if one[0] not in done]
    pace = Pace("stage.read", found.total, emit=emit, afterwards=_WRITE_SECONDS, begun=len(done))
    read = len(done)
    for result in load_all(loader, missing, token=token):
        if isinstance(result, Finished):
            spool.finish(result.number, result.stamp)
            read += 1
            pace.at(read)
        else:
            spool.add(*result)


def _changed(found: Scan, number: int, stamp: str) -> bool:
    try:
        return found.store.stamp(found.sources[number].relative) != stamp
    except OSError:
        return stamp != ""


def _key(found: Scan, options: ImportOptions, loader: Loader) -> str:
    """What must be the same for a spool to be taken over."""
    total = hashlib.sha256(options.model_dump_json().encode())
    total.update(repr((str(found.root.absolute()), loader.grey, loader.depth)).encode())
    for one in found.sources:
        total.update(f"{one.reference}\0{one.label}\0{one.split}\n".encode())
    return total.hexdigest()


def _record(
    project: Project,
    found: Scan,
    gathered: Gathered,
    refused: list[Refused],
    notices: list[SourceNotice],
    *,
    seconds: float,
) -> ImportOutcome:
    notices = [*notices, *gathered.notices]
    project.record_import(
        ImportRecord(
            source=gathered.roots[0],
            layout=found.layout,
            time=now(),
            seconds=seconds,
            refused=refused,
            notices=notices,
        )
    )
    project.findings.record(gathered.findings, fingerprint=gathered.fingerprint)
    with project.image_set() as held:
        counts = dict(zip(held.class_names, held.counts().tolist(), strict=True))
        train, test = len(held.indices("train")), len(held.indices("test"))
        left_out = len(held) - train - test
    return ImportOutcome(
        images=train + test,
        classes=counts,
        splits={"train": train, "test": test},
        refused=refused,
        notices=notices,
        seconds=seconds,
        added=gathered.added,
        left_out=left_out,
    )


def _stretched(files: Sequence[str]) -> list[SourceNotice]:
    if not files:
        return []
    count = len(files)
    return [
        SourceNotice(
            "stretched", count, "import.stretched", {"count": count}, list(files[:_EXAMPLES])
        )
    ]


def _nothing_usable(source: Path, refused: list[Refused]) -> UserError:
    if not refused:
        return UserError("import.empty_folder", file=str(source))
    return UserError(
        "import.nothing_usable", file=str(source), count=len(refused), example=refused[0].file
    )
