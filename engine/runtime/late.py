"""Names of a package that are imported when somebody first asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any


def late(package: str, **places: Sequence[str]) -> Callable[[str], Any]:
    """A ``__getattr__`` for a package, for names that take seconds to import.

    Parameters
    ----------
    package : str
        Its ``__name__``.
    **places
        By module of the package, the names that are found there. None may be called as a module
        of the package is.
    """
    where = {name: module for module, names in places.items() for name in names}

    def find(name: str) -> Any:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{where[name]}"), name)

    return find
