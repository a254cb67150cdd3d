"""Whether what is installed is what was locked, unaltered; without a network.

    python benchmarks/reliability/audit.py     # this environment against requirements-dev.lock
    pip-audit --require-hashes --disable-pip -r requirements.lock   # vulnerabilities; network

Compared: that each package of the lock is installed in the locked version, that every one of its
files has the SHA-256 that its wheel recorded, and that nothing else can be imported beside it.
Wheels themselves are compared with the hashes of the lock when they are installed
(``pip install --require-hashes``, decision record 0001).
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from importlib import metadata
from pathlib import Path

from rounds import ROOT, Tally, options

_LINE = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)(?:\s*;\s*([^\\]+))?", re.MULTILINE)
_MADE_HERE = re.compile(r"\.dist-info/(INSTALLER|REQUESTED|RECORD|direct_url\.json)$|\.pyc$|^\.\.")
_TOOLS = {"pip", "setuptools", "wheel"}


def locked(path: Path) -> dict[str, str]:
    """Name and version of each package of a lock that this computer needs."""
    from packaging.markers import Marker

    return {
        canonical(name): version
        for name, version, marker in _LINE.findall(path.read_text(encoding="utf-8"))
        if not marker.strip() or Marker(marker.strip()).evaluate()
    }


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def altered(package: metadata.Distribution) -> list[str]:
    """Files of a package that are missing or are not what its wheel held."""
    wrong = []
    for file in package.files or []:
        if file.hash is None or _MADE_HERE.search(str(file)):
            continue
        path = Path(str(file.locate()))
        if not path.is_file():
            wrong.append(f"{file} is missing")
            continue
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, file.hash.mode).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != file.hash.value:
            wrong.append(f"{file} was altered")
    return wrong


def main() -> int:
    parser = options(__doc__, rounds=10_000, seconds=1800)
    parser.add_argument("--lock", type=Path, default=ROOT / "requirements-dev.lock")
    given = parser.parse_args()
    tally = Tally("audit", given.keep)
    wanted = locked(given.lock)
    installed = {canonical(one.name): one for one in metadata.distributions()}
    for name, version in sorted(wanted.items()):
        if name not in installed:
            tally.fault(f"{name} {version} is not installed")
        elif installed[name].version.split("+")[0] != version.split("+")[0]:
            tally.fault(f"{name} is {installed[name].version}, locked {version}")
    for name in sorted(installed.keys() - wanted.keys() - _TOOLS - {"shizuku"}):
        tally.fault(f"{name} {installed[name].version} is not in the lock")
    for name, package in sorted(installed.items())[: given.rounds]:
        if tally.seconds() > given.seconds:
            break
        tally.counts["packages"] += 1
        tally.counts["files"] += len(package.files or [])
        for what in altered(package)[:5]:
            tally.fault(f"{name}: {what}")
    return tally.close(lock=given.lock.name, locked=len(wanted))


if __name__ == "__main__":
    sys.exit(main())
