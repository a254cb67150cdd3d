"""The script that installs for a user, and the Debian package, with a tiny bundle."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from installers import make_archive, make_debian
from records import sha256

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="for Linux")


@pytest.fixture
def home(tmp_path):
    """A home with a Japanese name, a space and a per cent sign."""
    folder = tmp_path / "利用者 100% ホーム"
    folder.mkdir()
    return folder


def run(home, script, *options):
    surroundings = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "en_US.UTF-8"}
    return subprocess.run(
        ["sh", script, *options], env=surroundings, capture_output=True, text=True, cwd=home
    )


def places(home):
    return sorted(str(one.relative_to(home)) for one in home.rglob("*"))


def test_it_installs_updates_and_leaves_only_the_projects(bundle, home):
    done = run(home, bundle / "install.sh")
    assert (done.returncode, done.stderr) == (0, "")
    into = home / ".local/opt/shizuku"
    link = home / ".local/bin/shizuku"
    said = subprocess.run([link, "a b"], capture_output=True, text=True, check=True).stdout
    assert said == "started: a b\n"
    assert (into / "_internal/link.so").is_symlink()
    entry = (home / ".local/share/applications/shizuku.desktop").read_text(encoding="utf-8")
    assert f'Exec="{str(into).replace("%", "%%")}/shizuku" window %f\n' in entry
    assert "@" not in entry
    assert "Name[ja]=Shizuku 雫" in entry
    assert run(home, bundle / "install.sh", "--quiet").stdout == ""
    assert sorted(one.name for one in into.parent.iterdir()) == ["shizuku"]
    for folder in (".config/Shizuku", ".local/state/Shizuku/log", "Documents/Shizuku/a.shizuku"):
        (home / folder).mkdir(parents=True)
        (home / folder / "file").write_text("x")
    done = run(home, into / "uninstall.sh")
    assert (done.returncode, done.stderr) == (0, "")
    folders = ["Documents", "Documents/Shizuku", "Documents/Shizuku/a.shizuku"]
    assert places(home) == [*folders, "Documents/Shizuku/a.shizuku/file"]


def test_what_was_there_before_stays(bundle, home):
    before = [".local/bin/other", ".local/share/applications/other.desktop", ".config/other/file"]
    for one in before:
        (home / one).parent.mkdir(parents=True)
        (home / one).write_text("x")
    kept = places(home)
    assert run(home, bundle / "install.sh", "--into", "程序/雫").returncode == 0
    assert (home / "程序/雫/VERSION.json").is_file()
    (home / ".config/Shizuku").mkdir()
    assert run(home, home / "程序/雫/uninstall.sh", "--keep-settings").returncode == 0
    ours = {".config/Shizuku", ".local/share/applications/mimeinfo.cache"}
    assert [one for one in places(home) if one not in ours] == kept
    assert (home / ".config/Shizuku").is_dir()


@pytest.mark.parametrize("language", ["en_US.UTF-8", "ja_JP.UTF-8"])
def test_damage_is_told_and_nothing_is_installed(bundle, home, language, monkeypatch):
    (bundle / "_internal" / "library.so.1").write_bytes(b"other")
    surroundings = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": language}
    done = subprocess.run(
        ["sh", bundle / "install.sh"], env=surroundings, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert ("damaged" in done.stderr) is (language[:2] == "en")
    assert ("壊れている" in done.stderr) is (language[:2] == "ja")
    assert places(home) == []


def test_a_folder_with_other_things_is_not_taken(bundle, home):
    (home / "mine").mkdir()
    (home / "mine" / "file").write_text("x")
    done = run(home, bundle / "install.sh", "--into", home / "mine")
    assert done.returncode == 1
    assert "holds something else" in done.stderr
    assert places(home) == ["mine", "mine/file"]


@pytest.mark.skipif(not shutil.which("zstd"), reason="needs zstd")
def test_the_archive_is_the_same_again(bundle, tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    first, second = (make_archive(bundle, tmp_path / name, level=1) for name in ("a", "b"))
    assert sha256(first) == sha256(second)


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="needs dpkg-deb")
def test_the_package_says_what_it_needs_and_where_it_goes(bundle, tmp_path):
    package = make_debian(bundle, tmp_path, compressor="gzip")
    assert package.name == "shizuku-cpu_1.2.3_amd64.deb"

    def field(name):
        command = ["dpkg-deb", "-f", package, name]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert field("Depends").startswith("libc6 (>= 2.28), ")
    assert field("Conflicts") == "shizuku-cuda, shizuku"
    subprocess.run(["dpkg-deb", "-x", package, tmp_path / "root"], check=True)
    root = tmp_path / "root"
    assert str((root / "usr/bin/shizuku").readlink()) == "/opt/shizuku/shizuku"
    entry = (root / "usr/share/applications/shizuku.desktop").read_text(encoding="utf-8")
    assert "Exec=/opt/shizuku/shizuku window %f" in entry
    assert (root / "usr/share/doc/shizuku-cpu/copyright").is_file()
    check = ["sha256sum", "--check", "--quiet", "--ignore-missing", "SHA256SUMS"]
    assert subprocess.run(check, cwd=root / "opt/shizuku").returncode == 0
