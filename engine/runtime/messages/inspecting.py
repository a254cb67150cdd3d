"""Sentences said while inspecting: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "inspect.other_pictures": (
        "The pictures in {file} have changed since this run was condensed. Condense again to compare them.",
        "{file} の画像は、この実行で濃縮した後に変わっています。比較するには、もう一度濃縮してください。",
    ),
    "inspect.content_matched": (
        "Content of {name} is matched: gap {gap}.",
        "{name} の内容は一致しています(差 {gap})。",
    ),
    "inspect.content_close": (
        "Content of {name} is close: gap {gap}.",
        "{name} の内容は近い状態です(差 {gap})。",
    ),
    "inspect.content_apart": (
        "Content of {name} differs visibly: gap {gap}. Look at its samples.",
        "{name} の内容には目に見える差があります(差 {gap})。サンプルを確認してください。",
    ),
    "inspect.content_far": (
        "Content of {name} is far off: gap {gap}. More images per class or steps should help.",
        "{name} の内容は大きく異なります(差 {gap})。クラスあたり枚数かステップ数を増やすと改善が見込めます。",
    ),
    "inspect.style_matched": (
        "Its appearance is matched: gap {gap}.",
        "見た目は一致しています(差 {gap})。",
    ),
    "inspect.style_close": (
        "Its appearance is close: gap {gap}.",
        "見た目は近い状態です(差 {gap})。",
    ),
    "inspect.style_apart": (
        "Its appearance differs visibly: gap {gap}.",
        "見た目には目に見える差があります(差 {gap})。",
    ),
    "inspect.style_far": (
        "Its appearance is far off: gap {gap}. A higher weight of style should help.",
        "見た目は大きく異なります(差 {gap})。見た目の重みを上げると改善が見込めます。",
    ),
    "inspect.diversity_varied": (
        "The synthetic samples are as varied as the real ones ({percent} % of their spread).",
        "合成サンプルの多様性は実サンプルと同程度です(広がりは実サンプルの {percent} %)。",
    ),
    "inspect.diversity_narrower": (
        "The synthetic samples are somewhat less varied than the real ones ({percent} % of their spread).",
        "合成サンプルの多様性は実サンプルよりやや低めです(広がりは実サンプルの {percent} %)。",
    ),
    "inspect.diversity_narrow": (
        "The synthetic samples are much less varied than the real ones ({percent} % of their spread).",
        "合成サンプルの多様性は実サンプルよりかなり低い状態です(広がりは実サンプルの {percent} %)。",
    ),
    "inspect.diversity_wider": (
        "The synthetic samples vary more than the real ones ({percent} % of their spread).",
        "合成サンプルは実サンプルより広くばらついています(広がりは実サンプルの {percent} %)。",
    ),
}
