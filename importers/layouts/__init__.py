"""What a folder means: class folders, train/test with classes below, or a CSV list."""

from importers.layouts.choosing import understand

__all__ = ["understand"]
