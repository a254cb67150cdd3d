"""What steers a run, its references and what its gaps are measured from: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "steering.balanced": ("balanced", "バランス"),
    "steering.structure": ("structure first", "構造優先"),
    "steering.appearance": ("appearance first", "見た目優先"),
    "steering.own": ("own weights", "個別の重み"),
    "steering.as_mine": ("as in the pictures", "自分の画像と同じ"),
    "steering.as_reference": ("as reference “{title}”", "参照「{title}」と同じ"),
    "steering.as_lost": ("as a reference no longer here", "参照と同じ(参照は削除済み)"),
    "steering.as_varied": ("varied {times}×", "{times} 倍の幅"),
    "report.aim": ("Aim:", "目標:"),
    "measure.short_noise": ("noise", "ノイズ"),
    "inspect.gaps_reference": (
        "Gaps are measured from the real pictures in the appearance of reference “{title}”, "
        "which this run aims at.",
        "差は、この実行の目標である参照「{title}」の見た目に変換した実サンプルとの比較です。",
    ),
    "inspect.gaps_varied": (
        "Gaps are measured from the real pictures with their appearance varied more widely, "
        "which this run aims at.",
        "差は、この実行の目標として見た目の幅を広げた実サンプルとの比較です。",
    ),
    "inspect.gaps_lost": (
        "This run aims at a reference that is no longer in the project, so gaps are measured from "
        "the pictures as they are.",
        "この実行の目標の参照はプロジェクトにないため、差は元の実サンプルとの比較です。",
    ),
    "reference.in_use": (
        "Run {run} is in progress and uses the reference “{title}”. Wait for it, or stop it first.",
        "実行 {run} が参照「{title}」を使って進行中です。終わるのを待つか、先に停止してください。",
    ),
    "reference.removed": (
        "The reference “{title}” was removed. “Edit → Undo” brings it back.",
        "参照「{title}」を削除しました。「編集 → 元に戻す」で戻せます。",
    ),
    "command.info_reference": (
        "Reference {name} “{title}”: {count} pictures, {size} px, {megabytes} MB",
        "参照 {name}「{title}」: {count} 枚、{size} px、{megabytes} MB",
    ),
    "command.info_reference_unfit": (
        "  it does not go with the pictures now in the project: import its folder again to use it",
        "  現在の画像とはサイズまたは色が違います。使うには、フォルダーをもう一度取り込んでください",
    ),
}
