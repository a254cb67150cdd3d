"""Sentences said while rejected samples are mended: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "mend.again": (
        "Of run {run}, the rejected samples ({count}) are condensed again; the other {staying} stay "
        "exactly as they are.",
        "実行 {run} の不合格 {count} 枚だけを濃縮し直します。ほかの {staying} 枚は 1 画素も変わりません。",
    ),
    "mend.nearest": (
        "Of run {run}, the rejected samples ({count}) are replaced by the nearest real pictures of "
        "their class; the other {staying} stay exactly as they are.",
        "実行 {run} の不合格 {count} 枚を、同じクラスで最も近い実サンプルに置き換えます。"
        "ほかの {staying} 枚は 1 画素も変わりません。",
    ),
    "mend.leave_out": (
        "Of run {run}, the rejected samples ({count}) are left out; the other {staying} stay "
        "exactly as they are.",
        "実行 {run} の不合格 {count} 枚を除きます。残りの {staying} 枚は 1 画素も変わりません。",
    ),
    "mend.twice": (
        "Stored images hold several samples; to fill the last one of a class, samples that stay "
        "stand twice ({count}).",
        "1 枚の保存画像に複数のサンプルが入るため、クラスの最後の 1 枚を埋めるのに"
        " {count} 枚のサンプルを 2 回使います。",
    ),
    "mend.reduced": (
        "The real pictures are reduced to 1/{factor} of the side, as all samples of this set are.",
        "実サンプルも、この濃縮データのほかのサンプルと同じく一辺を 1/{factor} に縮小して入れます。",
    ),
    "mend.nothing_rejected": (
        "No sample of run {run} is rejected, so there is nothing to mend. Reject samples on the "
        "page Inspect first.",
        "実行 {run} に不合格のサンプルがないため、直すものがありません。"
        "先に「検査」ページで不合格にしてください。",
    ),
    "mend.class_would_be_empty": (
        "Every sample is rejected in {names}, so leaving them out would leave nothing of it. "
        "Condense them again (--rejected again), or put the nearest real pictures in their place "
        "(--rejected nearest).",
        "{names} はすべてのサンプルが不合格のため、除くとクラスが空になります。濃縮し直す"
        "(--rejected again)か、最も近い実サンプルに置き換えて(--rejected nearest)ください。",
    ),
    "mend.kept_whole": (
        "The real pictures of {names} are kept whole, so there is nothing to condense or to replace "
        "there. Leave the rejected ones out (--rejected leave-out), or take back the verdict.",
        "{names} は実サンプルをそのまま残すクラスのため、濃縮し直しや置き換えはできません。"
        "不合格のものを除く(--rejected leave-out)か、判定を取り消してください。",
    ),
    "mend.too_few_pictures": (
        "{name} has fewer unused real pictures than rejected samples. Condense them again "
        "(--rejected again), or leave them out (--rejected leave-out).",
        "{name} には、不合格のサンプルを置き換えられるだけの未使用の実サンプルがありません。"
        "濃縮し直す(--rejected again)か、除いて(--rejected leave-out)ください。",
    ),
    "mend.mended": (
        "New run {run} from run {origin}: {changed} of {samples} samples are new, the others are as "
        "they were; {verdicts} of them keep their verdict.",
        "実行 {origin} から新しい実行 {run} を作りました。サンプル {samples} 枚のうち {changed} 枚が"
        "新しく、ほかは元のままです({verdicts} 枚は判定を引き継ぎました)。",
    ),
}
