"""Working off a project's queue, and putting a curve over images per class into it."""
