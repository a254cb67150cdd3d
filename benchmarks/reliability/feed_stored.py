"""What Shizuku itself writes, as somebody else may have altered it."""

from __future__ import annotations

import contextlib
import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np

from feed_targets import Target, catalogue_bytes

_VALUES: tuple[object, ...] = (
    *("", "{", "[]", "null", "{}", "x" * 5000, "-1", "NaN", "1e999", "[" * 3000, "\0", "../../x"),
    *('{"a": 1}', '["a"]', "[[1]]", "2026-13-99", '{"count": "x"}', '{"steps": []}'),
    *(-1, 2**62, 1e308, b"\xff\xfe", b"", b"\0" * 9),
)


def targets(folder: Path) -> list[Target]:
    """A project with everything in it, taken apart."""
    from engine.data.recipe import CondenseRecipe

    project = _project(folder / "p.shizuku")
    run = next((project / "runs").iterdir())
    recipe = json.dumps(CondenseRecipe(ipc=2).model_dump(mode="json")).encode()
    settings = json.dumps({"version": 1, "language": "ja", "theme": "dark", "threads": 2}).encode()
    options = b'{"size": 32, "layout": "auto", "colour": "grey", "pages": "all", "seed": 3}'

    def whole(target: Path) -> None:
        shutil.copytree(project, target / "p.shizuku", dirs_exist_ok=True)

    found = [
        Target(
            "condensed set", [(run / "condensed.h5").read_bytes()], "a.h5", _condensed, hdf5=True
        ),
        Target("image set", [(project / "images.h5").read_bytes()], "a.h5", _images, hdf5=True),
        Target("recipe", [recipe], "a.json", _recipe, text=True),
        Target("import options", [options], "a.json", _options, text=True),
        Target("settings", [settings], "settings.json", _settings, text=True),
        Target(
            "catalogue",
            [catalogue_bytes(project / "project.sqlite")],
            "p.shizuku/project.sqlite",
            lambda path: look_through(path.parent),
            beside=whole,
        ),
    ]
    pristine = catalogue_bytes(project / "project.sqlite")
    found.append(
        Target(
            "catalogue's values",
            [bytes(range(256))],
            "p.shizuku/drawn.bin",
            lambda path: _other_value(path, pristine),
            beside=whole,
        )
    )
    inside: dict[str, Callable[[Path], object]] = {
        "images.h5": lambda path: look_through(path.parent),
        f"runs/{run.name}/condensed.h5": lambda path: look_through(path.parents[2]),
        f"runs/{run.name}/trials/0001.json": lambda path: look_through(path.parents[3]),
        f"runs/{run.name}/history.json": lambda path: look_through(path.parents[2]),
    }
    for name, take in inside.items():
        seeds = [(project / name).read_bytes()]
        kind = f"project's {Path(name).name}"
        hdf5 = name.endswith(".h5")
        found.append(
            Target(kind, seeds, f"p.shizuku/{name}", take, hdf5=hdf5, text=not hdf5, beside=whole)
        )
    return found


def _project(path: Path) -> Path:
    from engine.data import CondensedSet, ImageSetWriter
    from engine.data.known import Known
    from engine.data.recipe import CondenseRecipe
    from engine.project import ImportRecord, Project, Refused, SourceFinding, SourceNotice
    from engine.project.runs import RunResult
    from importers.inspecting.measures import FIELDS

    project = Project.create(path)
    random = np.random.default_rng(0)
    pixels = random.integers(0, 255, (12, 16, 16, 1), dtype=np.uint8)
    labels = [number % 2 for number in range(12)]
    known = Known(
        random.integers(0, 255, (12, 32), dtype=np.uint8),
        random.integers(0, 1 << 62, 12).astype(np.uint64),
        random.random((12, len(FIELDS))).astype(np.float32),
        tuple(FIELDS),
    )
    with ImageSetWriter(project.images_path, height=16, width=16, channels=1) as writer:
        sides = [int(number > 7) for number in range(12)]
        writer.append(pixels, labels, sides, [f"{n}.png" for n in range(12)], known=known)
        writer.finish(
            class_names=("a", "b"), preparation={"size": 16}, fingerprint="f", roots=["/x"]
        )
    notices = [SourceNotice("duplicates", 1, "import.stretched", {"count": 1}, ["1.png"])]
    refused = [Refused("x.png", "import.damaged")]
    project.record_import(ImportRecord("/x", "class_folders", "2026-01-01", 1.0, refused, notices))
    rows = np.array([1, 2], np.int64)
    finding = SourceFinding(
        "duplicates", "warning", "import.stretched", {"count": 1}, rows, rows, rows
    )
    project.findings.record([finding], fingerprint="f")
    run = project.new_run(CondenseRecipe(ipc=2))
    CondensedSet(
        images=pixels[:4],
        labels=np.array([0, 0, 1, 1], np.int64),
        class_names=["a", "b"],
        mean=np.array([0.5], np.float32),
        std=np.array([0.2], np.float32),
        images_per_class=2,
        recipe=run.recipe.model_dump(mode="json"),
        provenance={"app": "Shizuku", "seconds": 1.0, "source_fingerprint": "f", "seed": 0},
    ).save(run.condensed_path)
    run.history_path.write_text(
        '{"step": [1], "content": [1.0], "style": [1.0], "diversity": [1.0]}'
    )
    run.judge(0, "accepted", note="n", inspector="i")
    run.judge(1, "rejected", inspector="i")
    run.add_trial({"sets": [], "recipe": {}, "version": 1})
    run.end("done", step=4, result=RunResult(4, 1.0, 4, 4, "cpu", 0.1, 0.1, 1.0))
    project.queue.add_condense(CondenseRecipe(ipc=1))
    project.set_setting("costs", "{}")
    return path


def look_through(path: Path) -> None:
    """Everything that opening a project and looking around reads."""
    from engine.project import Project
    from engine.project.recovery import recover
    from engine.project.summary import summarise_project, summarise_run
    from engine.runtime import UserError

    recover(path, before=0.0)
    project = Project.open(path)
    asked: list[Callable[[], object]] = [
        lambda: summarise_project(project),
        project.import_record,
        project.findings.all,
        project.queue.content,
        project.references,
        lambda: project.setting("costs"),
        lambda: _read_all(project),
    ]
    for run in project.runs():
        asked += [
            lambda run=run: summarise_run(run),
            lambda run=run: (run.recipe, run.result, run.created, run.status, run.step),
            lambda run=run: (run.judgements().agreement(), run.verdicts()),
            lambda run=run: (run.trials(), run.appearance(), run.issues()),
        ]
    for ask in asked:
        try:
            ask()
        except UserError:
            continue


def _other_value(path: Path, pristine: bytes) -> None:
    """A sound catalogue with one value that does not belong there; ``path`` draws it."""
    chance = random.Random(path.read_bytes())
    (path.parent / "project.sqlite").write_bytes(pristine)
    connection = sqlite3.connect(path.parent / "project.sqlite")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        connection.execute(f"DROP TRIGGER {name}")
    tables = connection.execute(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'"
    ).fetchall()
    table, column = chance.choice(tables)
    with contextlib.suppress(sqlite3.Error):
        connection.execute(f"UPDATE {table} SET {column} = ?", (chance.choice(_VALUES),))
    connection.commit()
    connection.close()
    look_through(path.parent)


def _read_all(project: object) -> None:
    with project.image_set() as images:
        images.read(range(min(len(images), 100)))
        images.counts()


def _condensed(path: Path) -> None:
    from engine.data import CondensedSet

    CondensedSet.load(path)


def _images(path: Path) -> None:
    from engine.data import ImageSet

    with ImageSet(path) as images:
        images.read(range(min(len(images), 100)))
        images.counts()


def _recipe(path: Path) -> None:
    from engine.data.recipe import CondenseRecipe

    CondenseRecipe.parse(_object(path))


def _options(path: Path) -> None:
    from gui.cli.options import parsed
    from importers import ImportOptions

    parsed(ImportOptions, _object(path))


def _object(path: Path) -> dict[str, object]:
    """A JSON object, as it comes out of a catalogue or a file of options."""
    from engine.runtime import UserError

    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise UserError("file.not_ours", file=str(path), reason="no JSON") from None
    return found if isinstance(found, dict) else {}


def _settings(path: Path) -> None:
    import os

    from gui.settings import Settings

    os.environ["SHIZUKU_HOME"] = str(path.parent)
    Settings.load()
