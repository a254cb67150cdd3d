"""A project folder, ``NAME.shizuku/``: one catalogue, one image set, many runs."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe
from engine.project.catalogue import Catalogue
from engine.project.creating import make_project_folder
from engine.project.findings import FindingStore
from engine.project.links import refuse_links
from engine.project.queue import Queue
from engine.project.references import Reference, References, shape_of
from engine.project.runs import RUN_ID, Run
from engine.project.trash import KEPT_DAYS, Trash
from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write
from engine.runtime.messages import Language, text
from engine.runtime.times import now

SUFFIX = ".shizuku"


@dataclass(frozen=True)
class Refused:
    """A file that was not imported, and why (a message key of ``messages.importing``)."""

    file: str
    reason_key: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def reason(self, language: Language = "en") -> str:
        return text(self.reason_key, language, **self.params)


@dataclass(frozen=True)
class SourceNotice:
    """Something about the pictures that the user should know.

    ``kind`` is a stable word for programs (``duplicates``, ``class_conflict``, ``leak``,
    ``small_class``, ``imbalance``, ...); ``examples`` are source paths as evidence.
    """

    kind: str
    count: int
    message_key: str
    params: Mapping[str, Any] = field(default_factory=dict)
    examples: Sequence[str] = ()

    def sentence(self, language: Language = "en") -> str:
        return text(self.message_key, language, **self.params)


@dataclass(frozen=True)
class ImportRecord:
    """What an import made of a folder."""

    source: str
    layout: str
    time: str
    seconds: float
    refused: Sequence[Refused] = ()
    notices: Sequence[SourceNotice] = ()


class Project:
    """An opened project; cheap to make, safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._catalogue = Catalogue(path / "project.sqlite")
        self.findings = FindingStore(self._catalogue)
        self.queue = Queue(self._catalogue)
        self.trash = Trash(path)
        self._references = References(path / "references", self.trash.folder / "references")

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new project folder, or return the project that is there.

        Raises
        ------
        UserError
            ``file.exists`` if ``path`` is something else; ``file.cannot_write``.
        """
        if (path / "project.sqlite").is_file():
            return cls.open(path)
        make_project_folder(path)
        return cls(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a project.

        Raises
        ------
        UserError
            ``project.missing``, ``file.not_ours`` or ``project.newer``.
        """
        if not (path / "project.sqlite").is_file():
            raise UserError("project.missing", file=str(path))
        refuse_links(path)
        project = cls(path)
        project._catalogue.check()
        return project

    @property
    def catalogue(self) -> Catalogue:
        """For the stores of what belongs to the project."""
        return self._catalogue

    @property
    def name(self) -> str:
        return self.path.name.removesuffix(SUFFIX)

    @property
    def images_path(self) -> Path:
        return self.path / "images.h5"

    @property
    def has_images(self) -> bool:
        return self.images_path.is_file()

    def image_set(self) -> ImageSet:
        """Open the prepared pictures, without those that a remedy leaves out.

        Raises
        ------
        UserError
            ``project.empty`` if nothing was imported yet.
        """
        if not self.has_images:
            raise UserError("project.empty", file=str(self.path))
        image_set = ImageSet(self.images_path)
        image_set.leave_out(self.findings.excluded(image_set.fingerprint))
        return image_set

    def references(self) -> list[Reference]:
        """The reference sets that go with the pictures, by title.

        One that was prepared for pictures of another size or colour is left out.

        Raises
        ------
        UserError
            ``file.not_ours`` or ``project.newer``, of the pictures.
        """
        if not self.has_images:
            return []
        shape = shape_of(self.images_path)
        return [one for one in self._references.all() if one.shape == shape]

    def all_references(self) -> list[Reference]:
        """Every reference set that can be read, also one that does not go with the pictures."""
        return self._references.all()

    def reference_titles(self) -> dict[str, str]:
        """What the reference sets are called, by name."""
        return {one.name: one.title for one in self._references.all()}

    def reference_users(self, name: str) -> list[Run]:
        """The runs that aim at the appearance of a reference, newest first."""
        users = []
        for run in self.runs():
            with suppress(UserError):  # a recipe that this version does not know
                if run.recipe.appearance == "reference" and run.recipe.reference == name:
                    users.append(run)
        return users

    def remove_reference(self, name: str) -> None:
        """Move a reference set into the trash, where it is kept for 30 days.

        Condensed sets that took on its appearance stay.

        Raises
        ------
        UserError
            ``reference.in_use`` while a run that needs it is in progress;
            ``condense.reference_missing``; ``file.cannot_write``.
        """
        self.require_reference_free(name)
        self._references.remove(name)

    def bring_back_reference(self, name: str) -> None:
        """Put a removed reference set back.

        Raises
        ------
        UserError
            ``condense.reference_missing`` if it is gone; ``file.cannot_write``.
        """
        self._references.bring_back(name)

    def require_reference_free(self, name: str) -> None:
        """Whether no run in progress needs a reference.

        Raises
        ------
        UserError
            ``reference.in_use``.
        """
        for run in self.reference_users(name):
            if run.status == "running":
                title = self.reference_titles().get(name, name)
                raise UserError("reference.in_use", exit_code=2, run=run.id, title=title)

    def reference_path(self, name: str) -> Path:
        """Where the reference set of this name lies, or would.

        Raises
        ------
        UserError
            ``condense.reference_missing`` if it is no name.
        """
        return self._references.path(name)

    def reference_set(self, name: str) -> ImageSet:
        """Open a reference set.

        Raises
        ------
        UserError
            ``condense.reference_missing``; ``condense.reference_other_size`` if it was prepared
            for pictures of another size or colour; ``file.missing``; ``file.not_ours``.
        """
        reference = self._references.open(name)
        if reference.shape[1:] != shape_of(self.images_path):
            reference.close()
            raise UserError("condense.reference_other_size", reference=name)
        return reference

    def record_import(self, record: ImportRecord) -> None:
        """Replace what the catalogue says of the imported folder."""
        dump = _dump
        with self._catalogue.writing() as connection:
            for table in ("refused", "notices"):
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a fixed list
            connection.executemany(
                "INSERT INTO refused VALUES (?, ?, ?)",
                [(one.file, one.reason_key, dump(dict(one.params))) for one in record.refused],
            )
            connection.executemany(
                "INSERT INTO notices VALUES (?, ?, ?, ?, ?)",
                [
                    (
                        one.kind,
                        one.count,
                        one.message_key,
                        dump(dict(one.params)),
                        dump(list(one.examples)),
                    )
                    for one in record.notices
                ],
            )
            values = {
                "source": record.source,
                "layout": record.layout,
                "import_time": record.time,
                "import_seconds": str(record.seconds),
            }
            connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def import_record(self) -> ImportRecord | None:
        """What the last import found, or None before the first."""
        with self._catalogue.transaction() as connection:
            meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
            if "source" not in meta:
                return None
            refused = connection.execute("SELECT * FROM refused ORDER BY rowid").fetchall()
            notices = connection.execute("SELECT * FROM notices ORDER BY rowid").fetchall()
        with self._catalogue.understanding("import"):
            return ImportRecord(
                source=meta["source"],
                layout=meta["layout"],
                time=meta["import_time"],
                seconds=float(meta["import_seconds"]),
                refused=[
                    Refused(row["file"], row["reason_key"], json.loads(row["params"]))
                    for row in refused
                ],
                notices=[
                    SourceNotice(
                        row["kind"],
                        row["count"],
                        row["message_key"],
                        json.loads(row["params"]),
                        json.loads(row["examples"]),
                    )
                    for row in notices
                ],
            )

    def setting(self, key: str, default: str = "") -> str:
        """A setting that belongs to the project, such as the cost inputs (as JSON)."""
        with self._catalogue.transaction() as connection:
            row = connection.execute(
                "SELECT value FROM meta WHERE key = ?", (f"setting.{key}",)
            ).fetchone()
        return default if row is None else str(row["value"])

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        with self._catalogue.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO meta VALUES (?, ?)", (f"setting.{key}", value)
            )

    def new_run(self, recipe: CondenseRecipe) -> Run:
        """Add a run; its folder is made, nothing is computed yet. What fails leaves nothing.

        Raises
        ------
        UserError
            ``condense.published_appearance``, ``condense.no_reference``: what could never begin
            leaves no run; ``file.cannot_write``.
        """
        recipe.require_possible()
        run_id = f"{datetime.now():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        folder = self.path / "runs" / run_id
        try:
            folder.parent.mkdir(exist_ok=True)  # an empty folder is easily lost in a copy
            folder.mkdir()
        except OSError as error:
            raise cannot_write(folder, error) from error
        try:
            with self._catalogue.writing() as connection:
                connection.execute(
                    "INSERT INTO runs (id, created, status, recipe) VALUES (?, ?, 'stopped', ?)",
                    (run_id, now(), recipe.model_dump_json()),
                )
        except BaseException:
            with suppress(OSError):
                folder.rmdir()
            raise
        return Run(run_id, folder, self._catalogue)

    def runs(self) -> list[Run]:
        """All runs that were not cancelled or removed, newest first."""
        with self._catalogue.transaction() as connection:
            rows = connection.execute(
                "SELECT id FROM runs WHERE status != 'cancelled' ORDER BY created DESC, rowid DESC"
            ).fetchall()
        removed = self.trash.ids()
        ids = [row["id"] for row in rows if RUN_ID.fullmatch(str(row["id"]))]
        ids = [one for one in ids if one not in removed]
        return [Run(one, self.path / "runs" / one, self._catalogue) for one in ids]

    def run(self, run_id: str) -> Run:
        """A run by id, by an unambiguous beginning of it, or ``latest``.

        Raises
        ------
        UserError
            ``project.no_run``.
        """
        runs = self.runs()
        if run_id == "latest" and runs:
            return runs[0]
        found = [one for one in runs if one.id.startswith(run_id)]
        if run_id and len(found) == 1:
            return found[0]
        raise UserError("project.no_run", exit_code=2, run=run_id)

    def empty_trash(self, *, overdue: bool = False) -> None:
        """Delete removed runs and references for good: all, or those of more than 30 days ago.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        for one in self.trash.overdue() if overdue else self.trash.ids():
            # The catalogue first: a run without its folder would come back empty.
            Run(one, self.trash.folder / one, self._catalogue).end("cancelled", step=0)
            self.trash.delete(one)
        self._references.empty_trash(older_than=KEPT_DAYS * 24 * 3600 if overdue else 0)

    def discard(self, run: Run) -> None:
        """Remove a cancelled run's folder; the catalogue keeps that it was cancelled."""
        run.end("cancelled", step=0)
        shutil.rmtree(run.folder, ignore_errors=True)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
