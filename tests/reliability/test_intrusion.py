"""A project or file made with bad intent runs nothing, reads nothing else, overwrites nothing."""

from __future__ import annotations

import ast
import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.project import Project, Run
from engine.project.export import export_run
from engine.project.in_use import hold_project
from engine.project.recovery import recover
from engine.runtime import UserError
from engine.runtime.files import replacing

ROOT = Path(__file__).parents[2]
OURS = ("engine", "importers", "gui", "main.py", "packaging")
MakeProject = Callable[..., tuple[Project, Run]]

links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def sources() -> list[Path]:
    found = [ROOT / one for one in OURS if one.endswith(".py")]
    found += [path for one in OURS for path in (ROOT / one).rglob("*.py")]
    return [one for one in found if ".venv" not in one.parts]


def risky(path: Path) -> list[str]:
    """Calls and imports that let a file decide what is run."""
    guilty = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        wrong = {"pickle", "cPickle", "dill", "shelve", "marshal", "joblib", "cloudpickle"}
        guilty += [name for name in names if name.split(".")[0] in wrong]
        if isinstance(node, ast.Call):
            call = ast.unparse(node.func)
            given = {one.arg: ast.unparse(one.value) for one in node.keywords}
            if call in ("eval", "exec", "compile", "__import__", "os.system", "os.popen"):
                guilty.append(call)
            if call == "torch.load" and given.get("weights_only") != "True":
                guilty.append("torch.load without weights_only=True")
            if given.get("allow_pickle", "False") != "False" or given.get("shell") == "True":
                guilty.append(f"{call} with {given}")
            if call in ("yaml.load", "torch.package.PackageImporter", "torch.jit.load"):
                guilty.append(call)
    return guilty


def test_nothing_that_is_read_is_run():
    assert len(sources()) > 300
    found = {str(one.relative_to(ROOT)): risky(one) for one in sources() if risky(one)}
    assert found == {}


def test_the_search_finds_what_it_looks_for(tmp_path: Path):
    for line in ("import pickle", "torch.load(f)", "numpy.load(f, allow_pickle=True)", "eval(x)"):
        path = tmp_path / "a.py"
        path.write_text(line)
        assert risky(path), line


@links
@pytest.mark.parametrize(
    "part", ["open.lock", "runs", "trash", "networks", "runs/x", "project.sqlite"]
)
def test_a_project_that_leads_elsewhere_is_refused(make_project: MakeProject, part: str):
    project, _ = make_project()
    outside = project.path.parent / "outside"
    if part in ("open.lock", "project.sqlite"):
        outside.write_bytes((project.path / "project.sqlite").read_bytes())
        (project.path / part).unlink(missing_ok=True)
    else:
        outside.mkdir()
    if part == "runs":
        (project.path / "runs").rename(project.path / "away")
    (project.path / part).symlink_to(outside)
    with pytest.raises(UserError) as caught:
        Project.open(project.path)
    assert caught.value.key == "file.not_ours"


@links
def test_the_lock_of_a_crafted_project_empties_no_other_file(make_project: MakeProject):
    project, _ = make_project()
    letter = project.path.parent / "letter.txt"
    letter.write_text("mine")
    (project.path / "open.lock").unlink(missing_ok=True)
    (project.path / "open.lock").symlink_to(letter)
    assert hold_project(project.path) is None
    assert letter.read_text() == "mine"


@links
def test_clearing_up_follows_no_link(make_project: MakeProject):
    project, run = make_project()
    outside = project.path.parent / "outside"
    outside.mkdir()
    (outside / "letter.txt").write_text("mine")
    (project.path / ".part-folder").symlink_to(outside)
    (run.folder / ".part-file").symlink_to(outside / "letter.txt")
    recover(project.path, before=2e10)
    assert (outside / "letter.txt").read_text() == "mine"
    assert not list(project.path.rglob(".part-*"))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM runs; END",
        "CREATE TRIGGER x_keep_UPDATE AFTER INSERT ON meta BEGIN DELETE FROM runs; END",
        "CREATE VIEW v AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)"
        " SELECT n FROM c",
        "CREATE VIRTUAL TABLE f USING fts5(a)",
    ],
)
def test_a_catalogue_that_acts_by_itself_is_refused(make_project: MakeProject, statement: str):
    project, _ = make_project()
    connection = sqlite3.connect(project.path / "project.sqlite")
    connection.execute(statement)
    connection.commit()
    connection.close()
    with pytest.raises(UserError) as caught:
        Project.open(project.path)
    assert caught.value.key == "file.not_ours"


@pytest.mark.parametrize(
    "name",
    ["../../../x", "/tmp/x", "20260101-000000-00000", "a\0b", "", b"20260101-000000-0000", 7.5],
)
def test_a_run_of_the_catalogue_does_not_lead_out(make_project: MakeProject, name: object):
    project, run = make_project()
    with project.catalogue.writing() as connection:
        connection.execute(
            "INSERT INTO runs (id, created, status, recipe) VALUES (?, '2026', 'done', '{}')",
            (name,),
        )
    assert [one.id for one in Project.open(project.path).runs()] == [run.id]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_what_is_half_written_is_private(make_project: MakeProject, monkeypatch, tmp_path: Path):
    project, run = make_project()
    seen: list[int] = []
    with replacing(tmp_path / "a.txt") as temporary:
        seen.append(stat.S_IMODE(temporary.stat().st_mode))
    assert seen == [0o600]
    made = Path.mkdir

    def mkdir(self: Path, mode: int = 0o777, **options: bool) -> None:
        made(self, mode, **options)
        if self.name.startswith(".part-"):
            seen.append(stat.S_IMODE(self.stat().st_mode))

    monkeypatch.setattr(Path, "mkdir", mkdir)
    export_run(project, run, tmp_path / "folder")
    assert seen == [0o600, 0o700]
    (tmp_path / "as usual").mkdir()
    usual = (tmp_path / "as usual").stat().st_mode
    assert (tmp_path / "folder").stat().st_mode == usual
