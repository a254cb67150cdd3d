"""Spooled pictures, and those a project holds already, into one image set with its findings."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

import cv2
import numpy as np
import numpy.typing as npt

from engine.data import TEST, TRAIN, ImageSet, ImageSetWriter, Split
from engine.data.known import Known
from engine.project import Project, SourceFinding, SourceNotice
from engine.runtime import Emit, Progress, StopToken
from engine.runtime.errors import UserError
from importers.inspecting.findings import find
from importers.inspecting.groups import group_ids, split_by_seed
from importers.inspecting.near import near_pairs
from importers.inspecting.pictures import Finding, Pictures, remedied_rows
from importers.loading import Loader
from importers.pace import Pace
from importers.spool import Spool
from importers.straighten import to_grey

_BATCH = 256
_EXAMPLES = 5
_THUMBNAIL = 32
_FEWEST_PAGES = 5


@dataclass(frozen=True)
class Gathered:
    """What came of it; ``added`` counts pictures that the project did not hold before."""

    notices: list[SourceNotice]
    findings: list[SourceFinding]
    fingerprint: str
    roots: list[str]
    added: int


@dataclass(frozen=True, eq=False)
class _All:
    """Columns over the old pictures, if any are kept, and then the new ones."""

    names: list[str]
    labels: list[str]
    sides: list[Split | None]
    known: Known
    root: npt.NDArray[np.uint16]
    old: ImageSet | None
    spool: Spool
    rows: npt.NDArray[np.int64]
    """Rows of the spool that the new pictures are."""

    @property
    def held(self) -> int:
        return 0 if self.old is None else len(self.old)

    def read(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
        """Pixels, uint8 ``(n, H, W, C)``."""
        if self.old is None:
            return self.spool.read(self.rows[rows])
        out = np.empty((len(rows), *self.spool.shape), np.uint8)
        old = rows < self.held
        out[old] = self.old.read(rows[old])
        if not old.all():
            out[~old] = self.spool.read(self.rows[rows[~old] - self.held])
        return out

    def thumbnails(self, rows: Sequence[int]) -> npt.NDArray[np.uint8]:
        """Grey, uint8 ``(n, 32, 32)``."""
        pictures = self.read(np.asarray(rows, np.int64))
        small = (_THUMBNAIL, _THUMBNAIL)
        return np.stack(
            [
                cv2.resize(
                    to_grey(one) if one.shape[2] == 3 else one[..., 0],
                    small,
                    interpolation=cv2.INTER_AREA,
                )
                for one in pictures
            ]
        ).astype(np.uint8)


def gather(
    spool: Spool,
    project: Project,
    loader: Loader,
    source: Path,
    *,
    more: bool,
    emit: Emit,
    token: StopToken,
) -> Gathered:
    """Write the image set of a project from what is spooled.

    Parameters
    ----------
    more : bool
        Whether the pictures that the project holds stay.

    Raises
    ------
    UserError
        ``import.all_conflicting``: no picture is left.
    Stopped
        The project is unchanged.
    """
    old = ImageSet(project.images_path) if more else None
    try:
        roots = [*(old.roots if old is not None else []), str(source.absolute())]
        everything, passed_over = _all(spool, old, root=len(roots) - 1)
        emit(Progress("stage.check", 0, 0))
        pictures = _pictures(everything, emit, token)
        groups = group_ids(pictures.digests, [*pictures.pairs, *_same_page(everything)])
        sides = _sides(everything, groups, loader)
        # What was decided about a kind of finding goes on for the pictures that join.
        decided = {one.kind: one.applied for one in project.findings.all()} if more else {}
        findings = [
            _recorded(one, applied=decided.get(one.kind, one.suggested))
            for one in find(pictures, sides, loader.options)
        ]
        if _nothing_left(findings, len(sides)):
            raise UserError("import.all_conflicting", file=str(source))
        print_of_all = fingerprint(everything, sides)
        _write(
            everything,
            sides,
            project=project,
            loader=loader,
            roots=roots,
            fingerprint=print_of_all,
            emit=emit,
            token=token,
        )
    finally:
        if old is not None:
            old.close()
    added = len(everything.rows)
    notices = [*_notices(findings, everything.names), *_passed_over(passed_over)]
    return Gathered(notices, findings, print_of_all, roots, added)


def _pictures(everything: _All, emit: Emit, token: StopToken) -> Pictures:
    known = everything.known
    pace: Pace | None = None

    def told(done: int, total: int) -> None:
        nonlocal pace
        pace = pace or Pace("stage.compare", total, emit=emit)
        pace.at(done)

    return Pictures(
        names=everything.names,
        labels=everything.labels,
        splits=everything.sides,
        digests=[one.tobytes() for one in known.digest],
        hashes=known.hash,
        measures=known.measures,
        formats=[_suffix(name) for name in everything.names],
        pairs=near_pairs(known.hash, everything.thumbnails, token=token, told=told),
    )


def _all(spool: Spool, old: ImageSet | None, *, root: int) -> tuple[_All, int]:
    names, labels, splits, known = spool.names(), spool.labels(), spool.splits(), spool.known()
    rows = np.arange(spool.count)
    if old is None or old.known is None:
        return _All(
            names, labels, splits, known, np.zeros(spool.count, np.uint16), None, spool, rows
        ), 0
    old_labels = [old.class_names[label] for label in old.labels]
    held = {(one.tobytes(), label) for one, label in zip(old.known.digest, old_labels, strict=True)}
    fresh = [row for row in rows.tolist() if (known.digest[row].tobytes(), labels[row]) not in held]
    rows = np.asarray(fresh, np.int64)
    sides: list[Split | None] = ["test" if side == TEST else "train" for side in old.split]
    everything = _All(
        old.sources + [names[row] for row in fresh],
        old_labels + [labels[row] for row in fresh],
        sides + [splits[row] for row in fresh],
        Known.joined([old.known, known.at(rows)]),
        np.concatenate([old.root, np.full(len(fresh), root, np.uint16)]),
        old,
        spool,
        rows,
    )
    return everything, spool.count - len(fresh)


def _same_page(everything: _All) -> list[tuple[int, int, float]]:
    """Links between the parts of a page: overlapping tiles on both sides would be a leak.

    Only where a class has pages enough to be divided; of a single drawing, tiles must do.
    """
    pages: dict[str, dict[str, list[int]]] = {}
    for row, (name, label) in enumerate(zip(everything.names, everything.labels, strict=True)):
        page, box, _ = name.partition("xywh=")
        if box:
            key = f"{everything.root[row]} {page}"
            pages.setdefault(label, {}).setdefault(key, []).append(row)
    return [
        (one, other, 1.0)
        for by_page in pages.values()
        if len(by_page) >= _FEWEST_PAGES
        for rows in by_page.values()
        for one, other in pairwise(rows)
    ]


def _sides(everything: _All, groups: npt.NDArray[np.int64], loader: Loader) -> list[Split]:
    """Side of every picture: as the folder says, else drawn group by group."""
    given = everything.sides
    options = loader.options
    if everything.old is None and any(side == "test" for side in given):
        return [side or "train" for side in given]
    sides: list[Split | None] = list(given) if everything.old is not None else [None] * len(given)
    side_of_group = {
        int(group): side for group, side in zip(groups, sides, strict=True) if side is not None
    }
    for row, group in enumerate(groups.tolist()):
        sides[row] = sides[row] or side_of_group.get(group)
    open_rows = [row for row, side in enumerate(sides) if side is None]
    drawn = split_by_seed(
        [everything.labels[row] for row in open_rows],
        groups[open_rows],
        fraction=options.test_fraction,
        seed=options.seed,
        names=[everything.known.digest[row].tobytes().hex() for row in open_rows],
    )
    for row, side in zip(open_rows, drawn, strict=True):
        sides[row] = side
    return [side or "train" for side in sides]


def _write(
    everything: _All,
    sides: Sequence[Split],
    *,
    project: Project,
    loader: Loader,
    roots: Sequence[str],
    fingerprint: str,
    emit: Emit,
    token: StopToken,
) -> None:
    class_names = sorted(set(everything.labels))
    label_of = {name: at for at, name in enumerate(class_names)}
    height, width, channels = everything.spool.shape
    count = len(everything.names)
    pace = Pace("stage.write", count, emit=emit)
    with ImageSetWriter(
        project.images_path, height=height, width=width, channels=channels
    ) as writer:
        for start in range(0, count, _BATCH):
            token.raise_if_stopped()
            stop = min(start + _BATCH, count)
            rows = np.arange(start, stop)
            writer.append(
                everything.read(rows),
                [label_of[one] for one in everything.labels[start:stop]],
                [TEST if side == "test" else TRAIN for side in sides[start:stop]],
                everything.names[start:stop],
                root=everything.root[rows].tolist(),
                known=everything.known.at(rows),
            )
            pace.at(stop)
        token.raise_if_stopped()
        if everything.old is not None:
            everything.old.close()  # Windows cannot replace an open file
        writer.finish(
            class_names=class_names,
            preparation=_preparation(loader, channels),
            fingerprint=fingerprint,
            roots=roots,
        )


def _preparation(loader: Loader, channels: int) -> dict[str, object]:
    """What a reader of the file needs to prepare another picture in the same way."""
    options = loader.options
    return {
        "size": options.size,
        "colour": "grey" if channels == 1 else "rgb",
        "fit": options.fit,
        "test_fraction": options.test_fraction,
        "seed": options.seed,
        "depth": loader.depth,
        # Files of this computer help nobody else.
        "options": options.model_dump(mode="json", exclude={"regions", "list_file"}),
    }


def fingerprint(everything: _All, sides: Sequence[Split]) -> str:
    """SHA-256 over sorted (path, class, split, SHA-256 of the picture), as hexadecimal digits."""
    total = hashlib.sha256()
    digests = everything.known.digest
    order = sorted(range(len(sides)), key=everything.names.__getitem__)
    for row in order:
        values = (
            everything.names[row],
            everything.labels[row],
            sides[row],
            digests[row].tobytes().hex(),
        )
        total.update("\0".join(values).encode() + b"\n")
    return total.hexdigest()


def _nothing_left(findings: Sequence[SourceFinding], count: int) -> bool:
    left_out = {row for one in findings if one.applied for row in one.remedied.tolist()}
    return len(left_out) == count


def _recorded(one: Finding, *, applied: bool) -> SourceFinding:
    remedied = remedied_rows(one)
    return SourceFinding(
        kind=one.kind,
        severity=one.severity,
        message_key=one.key,
        params=one.params,
        pictures=one.rows,
        partners=one.partners,
        remedied=remedied,
        applied=applied and len(remedied) > 0,
    )


def _notices(findings: Sequence[SourceFinding], names: Sequence[str]) -> list[SourceNotice]:
    """Findings for those who only read: a sentence, a number, a few names."""
    return [
        SourceNotice(
            one.kind,
            max(1, len(one.pictures)),
            one.message_key,
            one.params,
            [names[row] for row in one.pictures[:_EXAMPLES]],
        )
        for one in findings
    ]


def _passed_over(count: int) -> list[SourceNotice]:
    if not count:
        return []
    return [SourceNotice("already_there", count, "import.already_there", {"count": count})]


def _suffix(name: str) -> str:
    """Ending of a file's name in small letters, such as ``.jpg``; of a picture's name too."""
    return PurePosixPath(name.partition("#")[0]).suffix.casefold()
