"""A run's condensed set, handed over: one HDF5 file, or a folder of PNG by class."""

from __future__ import annotations

import csv
import json
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PIL import Image

from engine.data import CondensedSet
from engine.data.judged import Judged
from engine.project.blind_tests import blind_tests_of
from engine.project.folder_names import class_folders
from engine.project.project import Project
from engine.project.runs import Run
from engine.project.sign_off import judged_set, sign_off_of
from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write
from engine.runtime.sheets import harmless

HDF5_SUFFIXES = (".h5", ".hdf5")


def export_run(project: Project, run: Run, to: Path) -> Path:
    """Write the condensed set of ``run`` outside of the project.

    Parameters
    ----------
    project : Project
    run : Run
    to : Path
        Ends in ``.h5`` or ``.hdf5``: one file as in docs/file-format.md, replacing an earlier
        condensed set there. Anything else: a new folder of PNG by class, which
        ``torchvision.datasets.ImageFolder`` reads, with ``classes.csv`` (label, folder,
        class name, images), ``condensed.json`` (mean, std, recipe, provenance, sign-off, blind
        tests) and, where there are verdicts, ``verdicts.csv``.

    Returns
    -------
    Path
        The file or folder written.

    Raises
    ------
    UserError
        ``run.no_result``; ``export.inside_runs``; ``file.exists`` if ``to`` holds something
        else; ``file.cannot_write``.
    """
    condensed = judged_set(run)
    condensed = replace(
        condensed,
        sign_off=sign_off_of(run, condensed),
        blind_tests=tuple(one.result for one in blind_tests_of(run)),
    )
    if to.resolve().is_relative_to((project.path / "runs").resolve()):
        raise UserError("export.inside_runs", exit_code=2, file=str(to))
    if to.suffix.lower() in HDF5_SUFFIXES:
        _refuse_foreign_file(to)
        condensed.save(to)
    else:
        _save_folder(condensed, to)
    return to


def _refuse_foreign_file(to: Path) -> None:
    """An earlier export may be replaced; somebody's own data may not."""
    if not to.exists():
        return
    try:
        CondensedSet.load(to)
    except UserError as error:
        raise UserError("file.exists", exit_code=2, file=str(to)) from error


def _save_folder(condensed: CondensedSet, to: Path) -> None:
    with _new_folder(to) as folder:
        folders = class_folders(condensed.class_names)
        # An empty class folder would make ImageFolder refuse the whole export.
        for label in sorted(set(condensed.labels.tolist())):
            (folder / folders[label]).mkdir()
        files = []
        digits = max(4, len(str(condensed.decoded)))
        for number, (image, label, real) in enumerate(
            zip(condensed.images, condensed.labels.tolist(), condensed.shows_real, strict=True)
        ):
            pixels = image[..., 0] if image.shape[-1] == 1 else image
            name = f"{number:0{digits}d}{'_real' if real else ''}.png"
            Image.fromarray(pixels).save(folder / folders[label] / name)
            files.append(f"{folders[label]}/{name}")
        _save_class_list(condensed, folders, folder / "classes.csv")
        if condensed.judged is not None:
            _save_verdicts(condensed, condensed.judged, files, folder / "verdicts.csv")
        about = {
            "format": "shizuku-condensed-folder",
            "mean": condensed.mean.tolist(),
            "std": condensed.std.tolist(),
            "images_per_class": condensed.images_per_class,
            "recipe": condensed.recipe,
            "provenance": condensed.provenance,
            "sign_off": None if condensed.sign_off is None else condensed.sign_off.as_dict(),
            "blind_tests": [one.as_dict() for one in condensed.blind_tests],
        }
        (folder / "condensed.json").write_text(
            json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8"
        )


def _save_class_list(condensed: CondensedSet, folders: list[str], path: Path) -> None:
    counts = [int((condensed.labels == label).sum()) for label in range(len(folders))]
    rows = zip(range(len(folders)), folders, condensed.class_names, counts, strict=True)
    _save_sheet(path, ["label", "folder", "class", "images"], rows)


def _save_verdicts(condensed: CondensedSet, judged: Judged, files: list[str], path: Path) -> None:
    names = [condensed.class_names[label] for label in condensed.labels.tolist()]
    verdicts = [judged.verdict(sample) or "" for sample in range(condensed.decoded)]
    inspectors, times, notes, reasons = judged.texts()
    rows = zip(
        *(range(condensed.decoded), files, names, verdicts, reasons, notes, inspectors, times),
        strict=True,
    )
    heads = ["sample", "file", "class", "verdict", "reasons", "note", "inspector", "time"]
    _save_sheet(path, heads, rows)


def _save_sheet(path: Path, heads: list[str], rows: Iterable[tuple[int | str, ...]]) -> None:
    # Excel reads UTF-8 only if the file says so with a byte order mark.
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(heads)
        writer.writerows(
            [harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
        )


@contextmanager
def _new_folder(to: Path) -> Iterator[Path]:
    """A folder beside ``to`` that takes its place when it is complete, else is removed."""
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise UserError("file.exists", exit_code=2, file=str(to))
    temporary = to.parent / f".part-{secrets.token_hex(4)}"
    try:
        temporary.mkdir(parents=True)
        yield temporary
        if to.exists():
            to.rmdir()
        temporary.rename(to)
    except OSError as error:
        raise cannot_write(to, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
