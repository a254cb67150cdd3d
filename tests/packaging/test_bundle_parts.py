"""What goes into a bundle, whose it is, and the records beside it."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
import sysconfig
from pathlib import Path

import build
import components
import pytest
import records
import trimming
from build_facts import name_of, version
from components import Component, find_components, of_distribution, without_texts
from locks import BUILD_TOOLS, DEV_LOCK, ROOT, RUN_LOCK, blocks, lock_of, normal
from trimming import EXCLUDED_MODULES, stays

from engine import __version__

PACKAGES = Path(sysconfig.get_path("purelib"))


def test_the_version_is_the_one_of_the_application():
    assert version() == __version__
    assert f'\nversion = "{__version__}"\n' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for log in ("CHANGELOG.md", "CHANGELOG.ja.md"):
        assert f"\n## {__version__}" in (ROOT / log).read_text(encoding="utf-8")
    assert name_of("cpu").startswith(f"shizuku-{__version__}-cpu-")


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("torch/lib/libtorch_cpu.so", True),
        ("torch/bin/torch_shm_manager", True),
        ("torch/include/ATen/ATen.h", False),
        ("torch/lib/libtorchbind_test.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqlinuxfb.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt/lib/libQt6Gui.so.6", True),
        ("PySide6/Qt/translations/qtbase_ja.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("sklearn/datasets/tests/data/a.csv", False),
        ("engine/report/templates/style.css", True),
        ("docs/guide.ja.md", True),
        ("pyarrow/libarrow.so.2600", True),
        ("pyarrow/libarrow_flight.so.2600", False),
        (r"PySide6\plugins\tls\qopensslbackend.dll", False),
    ],
)
def test_what_is_needed_stays(place, wanted):
    assert stays(place, cuda=True) is wanted
    assert stays(place, cuda=False) is wanted


@pytest.mark.parametrize(
    "place", ["nvidia/cu13/lib/libcublas.so.13", "torchvision/_C_stable.so", "libcudart.so.13"]
)
def test_cuda_is_only_in_its_variant(place):
    assert stays(place, cuda=True)
    assert not stays(place, cuda=False)


def test_nothing_of_ours_imports_what_is_left_out():
    folders = (ROOT / name for name in ("engine", "gui", "importers"))
    files = [ROOT / "main.py", *(path for folder in folders for path in folder.rglob("*.py"))]
    imports = re.compile(r"^\s*(?:from ([\w.]+) import (\w+)|import ([\w.]+))", re.MULTILINE)
    imported = set()
    for path in files:
        for module, name, whole in imports.findall(path.read_text(encoding="utf-8")):
            imported |= {whole} if whole else {module, f"{module}.{name}"}
    assert "torch" in imported
    out = set(EXCLUDED_MODULES)
    assert not {one for one in imported if one in out or one.split(".")[0] in out}


def test_libraries_of_the_system_stay_only_where_something_asks_for_them(monkeypatch):
    asks = {"/w/plugin.so": {"libA.so.1"}, "/lib/libA.so.1": {"libB.so.1"}, "/lib/libC.so.1": set()}
    monkeypatch.setattr(
        trimming, "_asked_for", lambda some: set().union(*(asks.get(one, set()) for one in some))
    )
    entries = [
        ("PySide6/plugin.so", "/w/plugin.so", "BINARY"),
        *((f"lib{one}.so.1", f"/lib/lib{one}.so.1", "BINARY") for one in "ABC"),
        ("libpython3.11.so.1.0", "/lib/libpython3.11.so.1.0", "BINARY"),
        ("plugin.so", "PySide6/plugin.so", "SYMLINK"),
        ("gone.so", "PySide6/gone.so", "SYMLINK"),
    ]
    kept = [place for place, _source, _kind in trimming.without_unneeded(entries)]
    assert kept == [
        "PySide6/plugin.so",
        "libA.so.1",
        "libB.so.1",
        "libpython3.11.so.1.0",
        "plugin.so",
    ]


def test_the_lock_without_cuda_has_everything_else_at_the_same_version():
    of_all = dict(blocks(RUN_LOCK))
    lock = lock_of("cpu", platform="linux", tools=True)
    assert "nvidia-" not in lock
    assert "triton==" not in lock
    assert lock.count("\ntorch==") == 1
    lines = [line for line in lock.splitlines() if "==" in line and not line.startswith(" ")]
    assert len(lines) == len({line.split("==")[0] + line.partition(";")[2] for line in lines})
    assert lock.count("--hash=sha256:") >= len(lines)
    for name in ("numpy", "pyside6-essentials", "scipy", "pillow"):
        assert of_all[name] in lock
    tools = dict(blocks(DEV_LOCK))
    assert all(tools[name] in lock for name in BUILD_TOOLS)


@pytest.mark.parametrize(("variant", "platform"), [("cuda", "linux"), ("cpu", "win32")])
def test_elsewhere_the_lock_is_the_lock(variant, platform):
    lock = lock_of(variant, platform=platform)
    assert lock == "".join(f"{lines}\n" for _name, lines in blocks(RUN_LOCK))


def test_every_package_of_the_lock_brings_its_licence():
    names = {name for name, _lines in blocks(RUN_LOCK)}
    found = {
        normal(one.metadata["Name"]): one
        for one in components.distributions(path=[str(PACKAGES)])
        if normal(one.metadata["Name"]) in names
    }
    assert len(found) > 40
    found.pop("cuda-toolkit", None)  # no files: only asks for others
    assert without_texts([of_distribution(one) for one in found.values()]) == []


def test_a_file_has_one_owner():
    import numpy

    module = Path(numpy.__file__)
    mine = find_components(
        [("numpy/x.py", str(module)), ("docs/guide.en.md", str(ROOT / "docs" / "guide.en.md"))],
        [sysconfig.get_path("stdlib") + "/json/__init__.py", "-", str(ROOT / "main.py")],
        [PACKAGES],
    )
    owned = {one.name: (one.kind, one.places) for one in mine}
    assert owned["numpy"] == ("python", ["numpy/x.py"])
    assert owned["shizuku"] == ("application", ["docs/guide.en.md"])
    assert owned["Python"] == ("interpreter", [])
    assert owned["pyinstaller"][0] == "bootloader"
    assert "PSF" in next(one for one in mine if one.name == "Python").licence


@pytest.mark.skipif(sys.platform != "linux", reason="asks dpkg")
def test_a_file_of_nobody_ends_the_build(tmp_path):
    (tmp_path / "libstray.so").write_bytes(b"")
    with pytest.raises(ValueError, match="libstray"):
        find_components([("libstray.so", str(tmp_path / "libstray.so"))], [], [PACKAGES])


@pytest.fixture
def some() -> list[Component]:
    texts = {"LICENSE": "as is", "a/../b:c": "too"}
    return [
        Component("shizuku", "1.2.3", "application", "LicenseRef-Shizuku"),
        Component(
            "numpy", "2.0", "python", "BSD-3-Clause AND MIT", texts, ["n.so"], ["torch", "x"]
        ),
        Component("torch", "2.9+cpu", "python", "some words of its own", texts),
        Component("libx", "1:2-3", "system", "", texts),
    ]


def test_the_inventory_is_valid_names_all_and_is_the_same_again(some, tmp_path):
    for name in ("a.json", "b.json"):
        records.write_inventory(tmp_path / name, some, moment=1_700_000_000)
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    read = json.loads((tmp_path / "a.json").read_text())
    assert {one["name"] for one in read["components"]} == {"numpy", "torch", "libx"}
    assert read["metadata"]["component"]["version"] == "1.2.3"
    needs = {one["ref"]: one.get("dependsOn", []) for one in read["dependencies"]}
    assert needs["python:numpy"] == ["python:torch"]
    assert len(needs["application:shizuku"]) == 3


def test_licences_lie_in_a_folder_for_each(some, tmp_path):
    records.write_licences(tmp_path, some)
    listed = (tmp_path / "licences" / "README.txt").read_text(encoding="utf-8")
    assert "torch 2.9+cpu" in listed
    assert "LGPL" in listed
    texts = [one for one in (tmp_path / "licences").rglob("*") if one.is_file()]
    assert len(texts) == 1 + 3 * 2
    assert all(one.resolve().is_relative_to(tmp_path / "licences") for one in texts)


def test_a_component_without_a_licence_ends_the_build(some, tmp_path):
    some[1].texts.clear()
    with pytest.raises(ValueError, match=r"numpy 2\.0"):
        build.finish(tmp_path, some, "cpu")


@pytest.mark.skipif(sys.platform == "win32", reason="sha256sum")
def test_checksums_are_read_by_the_usual_tool_and_see_damage(bundle):
    check = ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=bundle).returncode == 0
    (bundle / "_internal" / "library.so.1").write_bytes(b"other")
    assert subprocess.run(check, cwd=bundle, capture_output=True).returncode == 1


def test_sizes_add_up(bundle, some):
    some[1].places[:] = ["library.so.1", "link.so"]
    table = records.size_table(bundle, some, internal="_internal")
    assert table[-1].split() == [f"{records.size_of(bundle) / 1e6:.1f}", "MB", "in", "all"]


def test_a_place_too_deep_for_windows_ends_the_build(tmp_path):
    deep = tmp_path.joinpath(*["n" * 60] * 3)
    deep.mkdir(parents=True)
    with pytest.raises(ValueError, match="longer than"):
        build.check_depth(tmp_path)


def test_the_cuda_bundle_has_the_compiled_operators_of_torchvision():
    """Without them an import of torchvision ends with an error, and with it every run."""
    pytest.importorskip("PyInstaller")
    found = runpy.run_path(str(ROOT / "packaging" / "hooks" / "hook-torchvision.py"))["binaries"]
    places = [f"{to}/{Path(source).name}" for source, to in found]
    operators = [one for one in places if one.startswith("torchvision/_C")]
    assert operators
    assert all(stays(one, cuda=True) for one in operators)
