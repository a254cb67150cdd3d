"""Starts the process that decodes, as a program of its own.

The package ``importers`` itself imports all that an import takes, also of the engine, which is
most of what starting would cost; here it is only the folder that its modules are found in.
"""

import sys
from pathlib import Path
from types import ModuleType

_ROOT = Path(__file__).resolve().parents[2]

if __name__ == "__main__":
    package = ModuleType("importers")
    package.__path__ = [str(_ROOT / "importers")]
    sys.modules["importers"] = package
    sys.path[0] = str(_ROOT)
    from importers.apart.worker import serve

    sys.exit(serve())
