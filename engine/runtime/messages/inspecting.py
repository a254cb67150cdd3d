"""Sentences said while inspecting: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {}
