"""Sentences said while trialling: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {}
