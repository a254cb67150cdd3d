"""Building blocks of the pages; none of them knows the engine's long work."""
