"""A run's condensed set, handed over: a file (HDF5, WebDataset, Parquet), or a folder of PNG."""

from __future__ import annotations

import csv
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from engine.data import CondensedSet
from engine.data.judged import Judged
from engine.project import export_parquet, export_webdataset
from engine.project.blind_tests import blind_tests_of
from engine.project.export_about import about, as_text, picture
from engine.project.folder_names import class_folders
from engine.project.project import Project
from engine.project.runs import Run
from engine.project.sign_off import judged_set, sign_off_of
from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write, share
from engine.runtime.sheets import harmless

HDF5_SUFFIXES = (".h5", ".hdf5")
WEBDATASET_SUFFIXES = (".tar",)
PARQUET_SUFFIXES = (".parquet",)


def export_run(project: Project, run: Run, to: Path) -> Path:
    """Write the condensed set of ``run`` outside of the project.

    Parameters
    ----------
    project : Project
    run : Run
    to : Path
        Ends in ``.h5`` or ``.hdf5``: one file as in docs/file-format.md; in ``.tar``: a
        WebDataset; in ``.parquet``: a table. Each replaces an earlier export of its form there.
        Anything else: a new folder of PNG by class, which
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
    export_set(condensed, to)
    return to


def export_set(condensed: CondensedSet, to: Path) -> None:
    """Write a condensed set in the form that the name of ``to`` asks for; see :func:`export_run`.

    Raises
    ------
    UserError
        ``file.exists`` if ``to`` holds something else; ``file.cannot_write``.
    """
    suffix = to.suffix.lower()
    form = next((one for one in _FORMS if suffix in one.suffixes), None)
    if form is None:
        _save_folder(condensed, to)
        return
    # An earlier export may be replaced; somebody's own data may not.
    if to.exists() and not (to.is_file() and form.is_ours(to)):
        raise UserError("file.exists", exit_code=2, file=str(to))
    form.save(condensed, to)


class _Form(NamedTuple):
    suffixes: tuple[str, ...]
    save: Callable[[CondensedSet, Path], None]
    is_ours: Callable[[Path], bool]


def _is_condensed(path: Path) -> bool:
    with suppress(UserError):
        CondensedSet.load(path)
        return True
    return False


_FORMS = (
    _Form(HDF5_SUFFIXES, CondensedSet.save, _is_condensed),
    _Form(WEBDATASET_SUFFIXES, export_webdataset.save_webdataset, export_webdataset.is_ours),
    _Form(PARQUET_SUFFIXES, export_parquet.save_parquet, export_parquet.is_ours),
)


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
            name = f"{number:0{digits}d}{'_real' if real else ''}.png"
            picture(image).save(folder / folders[label] / name)
            files.append(f"{folders[label]}/{name}")
        _save_class_list(condensed, folders, folder / "classes.csv")
        if condensed.judged is not None:
            _save_verdicts(condensed, condensed.judged, files, folder / "verdicts.csv")
        values = as_text(about(condensed, "shizuku-condensed-folder"), indent=1)
        (folder / "condensed.json").write_text(values, encoding="utf-8")


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
        to.parent.mkdir(parents=True, exist_ok=True)
        temporary.mkdir(mode=0o700)  # nobody else's as long as it is not complete
        yield temporary
        share(temporary)
        if to.exists():
            to.rmdir()
        temporary.rename(to)
    except OSError as error:
        raise cannot_write(to, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
