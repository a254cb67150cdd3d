"""The archive of wheels without its wheels, and what the proof looks at."""

from __future__ import annotations

import subprocess
import sys

import pytest
import wheelhouse
from proof_parts import alone, foreign_sockets, left_behind, same_numbers
from records import sha256, write_checksums


@pytest.fixture
def laid_out(tmp_path):
    folder = tmp_path / "shizuku-wheels"
    folder.mkdir()
    wheelhouse.lay_out(folder, "numpy==1 --hash=sha256:00\n")
    write_checksums(folder)
    return folder


def test_the_archive_of_wheels_holds_sources_lock_and_scripts(laid_out, tmp_path):
    assert (laid_out / "shizuku" / "main.py").is_file()
    assert (laid_out / "shizuku" / "docs" / "admin.ja.md").is_file()
    assert not list(laid_out.rglob("__pycache__"))
    batch = (laid_out / "install.bat").read_bytes()
    assert batch.count(b"\r\n") == batch.count(b"\n")
    assert b"--no-index" in batch
    for name in ("a.tar", "b.tar"):
        wheelhouse.pack(laid_out, tmp_path / name)
    assert sha256(tmp_path / "a.tar") == sha256(tmp_path / "b.tar")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_its_script_refuses_damage_before_it_makes_anything(laid_out, tmp_path):
    (laid_out / "requirements.lock").write_text("numpy==2\n")
    done = subprocess.run(
        [laid_out / "install.sh", tmp_path / "to"], capture_output=True, text=True
    )
    assert done.returncode != 0
    assert "requirements.lock" in done.stdout + done.stderr
    assert not (tmp_path / "to").exists()


def test_only_local_sockets_pass(tmp_path):
    trace = tmp_path / "trace"
    local = (
        "12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3\n"
        '12 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X9"}, 20) = 0\n'
        "12 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_KOBJECT_UEVENT) = 4\n"
    )
    trace.write_text(local)
    assert foreign_sockets(trace) == (True, "AF_NETLINK: 1, AF_UNIX: 2")
    trace.write_text(f"{local}13 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 5\n")
    assert foreign_sockets(trace)[0] is False
    trace.write_text("")
    assert foreign_sockets(trace) == (True, "none at all")


def test_numbers_are_compared_but_not_times():
    mine = {"sets": [{"name": "full", "accuracy_mean": 0.9, "train_seconds": 3.0}]}
    slower = {"sets": [{"name": "full", "accuracy_mean": 0.9, "train_seconds": 9.0}]}
    worse = {"sets": [{"name": "full", "accuracy_mean": 0.8, "train_seconds": 3.0}]}
    assert same_numbers([mine], [slower])[0]
    assert not same_numbers([mine], [worse])[0]
    assert not same_numbers([mine, mine], [mine])[0]
    assert not same_numbers([], [])[0], "no numbers are no proof"


def test_what_is_left_is_seen(tmp_path):
    (tmp_path / "projects" / "a").mkdir(parents=True)
    (tmp_path / ".cache" / "fontconfig").mkdir(parents=True)
    assert left_behind(tmp_path, keep=tmp_path / "projects") == []
    (tmp_path / ".config" / "Shizuku").mkdir(parents=True)
    assert left_behind(tmp_path, keep=tmp_path / "projects") == [".config", ".config/Shizuku"]


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces")
def test_alone_there_is_no_network():
    try:
        done = subprocess.run(
            [*alone(), "cat", "/proc/net/dev"], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no namespaces here")
    devices = [line.split(":")[0].strip() for line in done.stdout.splitlines() if ":" in line]
    assert [one for one in devices if one not in ("lo", "sit0", "tunl0", "ip6tnl0")] == []
