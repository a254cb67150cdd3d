"""Sentences said while exporting: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "export.inside_runs": (
        "{file} lies among the project's own run records. Choose another place.",
        "{file} はプロジェクトの実行記録の中にあります。別の場所を選んでください。",
    ),
}
