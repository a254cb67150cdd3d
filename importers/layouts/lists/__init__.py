"""Lists of pictures with their classes: CSV, Excel and JSON."""

from importers.layouts.lists.columns import ListColumns
from importers.layouts.lists.listed import find_columns, read_list

__all__ = ["ListColumns", "find_columns", "read_list"]
