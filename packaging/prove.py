"""Prove on Linux that a built archive installs, runs and goes away as it is said to.

python packaging/prove.py dist/NAME.tar.zst                    all of it, with the demo
python packaging/prove.py dist/NAME.tar.zst --small            a small stream instead of the demo
python packaging/prove.py dist/NAME.tar.zst --skip numbers     without comparing with the sources
python packaging/prove.py dist/NAME.tar.zst --against PYTHON   sources run by another environment

Each line of the answer is one claim; the exit code is 1 if any does not hold. Needs root, or a
kernel that lets users make namespaces; strace, Xvfb.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from locks import ROOT
from proof_parts import (
    alone,
    draw_stripes,
    foreign_sockets,
    left_behind,
    same_numbers,
    sees_window,
    tools_without_python,
)

CLAIMS = ("numbers", "window", "debian")
# The sources by another Python, with what the bundle does before torchvision is imported.
_AS_BUNDLED = """
import runpy, sys
root, hook, *rest = sys.argv[1:]
sys.path.insert(0, root)
if hook:
    exec(compile(open(hook).read(), hook, "exec"), {})
sys.argv = [f"{root}/main.py", *rest]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
_HOOK = ROOT / "packaging" / "hooks" / "rthook_torchvision_cpu.py"
_TRACED = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect,bind")


class Proof:
    """One installation in an empty home with a Japanese name."""

    def __init__(self, archive: Path, place: Path, against: Path, *, small: bool) -> None:
        self.archive, self.place, self.against, self.small = archive, place, against, small
        self.home = place / "利用者 ホーム"
        self.home.mkdir()
        self.tools = tools_without_python(place / "tools")
        self.into = self.home / ".local" / "opt" / "shizuku"
        self.program = self.into / "shizuku"
        self.project = self.home / "プロジェクト" / "drawings.shizuku"
        self.answers: list[dict[str, object]] = []
        self.held = True
        self.hook = str(_HOOK) if "-cpu-" in archive.name else ""
        # What a program finds that is started from nowhere: no Python, no settings of anybody.
        self.empty = {"HOME": str(self.home), "PATH": str(self.tools), "LANG": "C.UTF-8"}

    def claim(self, words: str, holds: bool, more: str = "") -> None:
        """Say whether something holds."""
        self.held = self.held and holds
        print(
            f"{'holds' if holds else 'FAILS'}  {words}{f'  ({more})' if more else ''}", flush=True
        )

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run something in the empty surroundings."""
        return subprocess.run(
            [str(one) for one in command],
            env=self.empty,
            text=True,
            capture_output=True,
            check=False,
            cwd=self.home,
        )

    def install(self) -> None:
        """Unpack and install, without root's help and without a network."""
        unpacked = self.place / "unpacked"
        unpacked.mkdir()
        subprocess.run(["tar", "--zstd", "-xf", self.archive, "-C", unpacked], check=True)
        (folder,) = unpacked.iterdir()
        done = self.run(*alone(), folder / "install.sh")
        self.claim("install.sh installs for the user", done.returncode == 0, done.stderr.strip())
        check = subprocess.run(
            ["sha256sum", "--check", "--quiet", "SHA256SUMS"],
            cwd=self.into,
            check=False,
            capture_output=True,
        )
        self.claim("the installed files have their checksums", check.returncode == 0)
        shutil.rmtree(unpacked)
        link = self.home / ".local" / "bin" / "shizuku"
        entry = self.home / ".local" / "share" / "applications" / "shizuku.desktop"
        self.claim("a command and a desktop entry lead to it", link.exists() and entry.is_file())

    def run_stream(self) -> None:
        """Import, condense and trial, traced, with no network, from a read-only folder."""
        for number, command in enumerate(self.stream(self.project.parent)):
            trace = self.place / f"trace-{number}"
            begin = (*alone(read_only=self.into), *_TRACED, "-o", trace, self.program)
            done = self.run(*begin, *command)
            name = command[0]
            self.claim(f"{name} runs: no Python, no network, read-only", done.returncode == 0)
            if done.returncode:
                print(done.stderr[-3000:])
                return
            self.claim(f"{name} opens no socket but local ones", *foreign_sockets(trace))
            self.answers.append(json.loads(done.stdout))

    def stream(self, into: Path) -> list[list[str | Path]]:
        """The commands of the stream, the demo or a small one of stripes."""
        if not self.small:
            return [["demo", "--no-window", "--json", "--into", into]]
        pictures, project = self.place / "縞", into / self.project.name
        if not pictures.exists():
            draw_stripes(pictures)
        into.mkdir(parents=True, exist_ok=True)
        short = ["--seeds", "1", "--against", "random", "--stop", "epochs"]
        return [
            ["import", pictures, "--into", project, "--size", "16", "--json"],
            ["condense", project, "--ipc", "2", "--preset", "quick", "--steps", "6", "--json"],
            ["trial", project, "latest", *short, "--json"],
        ]

    def write_everything(self) -> None:
        """Each format that is exported, and the report: they have libraries of their own."""
        outside = self.project.parent
        report = [outside / f"report.{end}" for end in ("html", "pdf", "json")]
        options = ["--to", report[0], "--pdf", report[1], "--numbers", report[2]]
        wanted: dict[tuple[str | Path, ...], list[Path]] = {}
        wanted["report", self.project, "latest", *options] = report
        for name in ("set.h5", "set.tar", "set.parquet", "png"):
            wanted["export", self.project, "--to", outside / name] = [outside / name]
        for command, files in wanted.items():
            done = self.run(*alone(read_only=self.into), self.program, *command)
            written = done.returncode == 0 and all(one.exists() for one in files)
            names = ", ".join(one.name for one in files)
            self.claim(f"{command[0]} writes {names}", written, done.stderr.strip()[-900:])

    def compare_numbers(self) -> None:
        """The same from the sources, in the same surroundings."""
        own = {"HOME": str(self.place), "SHIZUKU_HOME": str(self.place / "own")}
        answers = []
        for command in self.stream(self.place / "sources"):
            done = subprocess.run(
                [self.against, "-c", _AS_BUNDLED, ROOT, self.hook, *command],
                env=self.empty | own,
                text=True,
                capture_output=True,
                check=False,
            )
            if done.returncode:
                print(done.stderr[-3000:])
            answers.append(json.loads(done.stdout or "{}"))
        same, more = same_numbers(self.answers, answers)
        self.claim("its numbers are those of the sources", same, more)

    def open_window(self) -> None:
        """The window under Xvfb, from the same folder without a network, traced."""
        trace, picture = self.place / "trace-window", self.archive.parent / "window.png"
        opened, seconds = sees_window(
            [
                *alone(read_only=self.into),
                *(*_TRACED, "-o", trace),
                *(self.program, "window", self.project, "--language", "ja"),
            ],
            self.empty,
            picture,
        )
        self.claim("the window opens", opened, f"{seconds:.1f} s, {picture}")
        self.claim("it opens no socket but local ones", *foreign_sockets(trace))

    def uninstall(self) -> None:
        """Remove everything; the projects stay."""
        done = self.run(self.into / "uninstall.sh")
        left = left_behind(self.home, keep=self.project.parent)
        self.claim("uninstalling ends well", done.returncode == 0, done.stderr.strip())
        self.claim("it leaves nothing but the projects", not left, ", ".join(left))
        self.claim("the projects are there", (self.project / "project.sqlite").is_file())


def prove_debian(proof: Proof) -> None:
    """The package goes into a system of its own folder, runs there and goes away again."""
    for path in sorted(proof.archive.parent.glob("shizuku-*.deb")):
        root = proof.place / "debian"
        records = root / "var" / "lib" / "dpkg"
        for one in ("info", "updates"):
            (records / one).mkdir(parents=True)
        (records / "status").touch()
        dpkg = ["dpkg", f"--root={root}", "--force-depends", "--force-not-root", "--log=/dev/null"]

        def works(*command: str | Path, at: Path = root) -> bool:
            done = subprocess.run(command, cwd=at, check=False, capture_output=True, text=True)
            return done.returncode == 0 and not done.stdout.strip().startswith("??")

        package = path.name.split("_")[0]
        proof.claim(f"dpkg installs {path.name}", works(*dpkg, "--install", path))
        proof.claim("its files have their checksums", works(*dpkg, "--verify", package))
        program = root / "opt" / "shizuku" / "shizuku"
        summed = works("sha256sum", "--check", "--ignore-missing", "SHA256SUMS", at=program.parent)
        proof.claim("they are those of the archive", summed)
        link = root / "usr" / "bin" / "shizuku"
        proof.claim("a command leads to it", link.readlink() == Path("/opt/shizuku/shizuku"))
        started = proof.run(*alone(), program, "device")
        proof.claim("it starts", started.returncode == 0, started.stdout.strip())
        proof.claim("dpkg removes it", works(*dpkg, "--purge", package))
        left = [one for one in root.rglob("*") if records not in (one, *one.parents)]
        left = [one for one in left if not one.is_dir()]
        proof.claim("it leaves nothing", not left, ", ".join(str(one) for one in left[:5]))
        shutil.rmtree(root)


def main() -> int:
    """Go through all claims."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("archive", type=Path)
    parser.add_argument("--against", type=Path, default=Path(sys.executable))
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--skip", choices=CLAIMS, action="append", default=[])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="shizuku-proof-") as temporary:
        proof = Proof(asked.archive.absolute(), Path(temporary), asked.against, small=asked.small)
        proof.install()
        proof.run_stream()
        if proof.held:
            proof.write_everything()
        if proof.held and "numbers" not in asked.skip:
            proof.compare_numbers()
        if proof.held and "window" not in asked.skip:
            proof.open_window()
        proof.uninstall()
        if "debian" not in asked.skip:
            prove_debian(proof)
        os.chdir(ROOT)
    print("All of it holds." if proof.held else "Something does not hold.")
    return 0 if proof.held else 1


if __name__ == "__main__":
    sys.exit(main())
