"""Our own sample drawings: mechanical and electrical symbols with known true factors."""

from importers.samples.making import make_samples
from importers.samples.symbols import SYMBOLS

__all__ = ["SYMBOLS", "make_samples"]
