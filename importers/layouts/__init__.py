"""What a folder means: where its classes are written, and which pictures are for the test."""

from importers.layouts.choosing import list_columns, understand
from importers.layouts.lists import ListColumns

__all__ = ["ListColumns", "list_columns", "understand"]
