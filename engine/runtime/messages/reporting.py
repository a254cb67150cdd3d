"""Sentences said while reporting: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {}
