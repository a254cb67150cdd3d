"""Sentences said while two runs are compared: key -> (English, 日本語)."""

_SAID: dict[str, tuple[str, str]] = {
    "compare.same_run": (
        "Run {run} cannot be compared with itself. Name two runs.",
        "実行 {run} をそれ自身と比べることはできません。2 つの実行を指定してください。",
    ),
    "compare.trial_none": (
        "Neither run was tried in training, so which one trains better is not known.",
        "どちらの実行も試し学習を行っていないため、どちらがよく学習できるかはわかりません。",
    ),
    "compare.trial_only": (
        "Only run {name} was tried in training ({accuracy}), so which one trains better is not known.",
        "試し学習を行ったのは実行 {name} だけのため({accuracy})、どちらがよく学習できるかはわかりません。",
    ),
    "compare.trial_other_model": (
        "Their trial trainings used different models, so accuracies are not compared.",
        "試し学習のモデルが異なるため、正解率は比べていません。",
    ),
    "compare.trial_other_rule": (
        "Their trial trainings followed different rules, so accuracies are not compared.",
        "試し学習の規則が異なるため、正解率は比べていません。",
    ),
    "compare.trial_other_tests": (
        "Their trial trainings were tested on different pictures, so accuracies are not compared.",
        "試し学習のテスト用画像が異なるため、正解率は比べていません。",
    ),
    "compare.trial_equal": (
        "Both reach the same accuracy in trial training ({first}).",
        "試し学習の正解率は同じです({first})。",
    ),
    "compare.trial_within": (
        "Run {name} is {points} points higher in trial training ({second} against {first}), which is within the spread: no difference is shown.",
        "試し学習の正解率は実行 {name} が {points} ポイント高いものの({second}、もう一方は {first})、ばらつきの範囲内で、差があるとは言えません。",
    ),
    "compare.trial_beyond": (
        "Run {name} is {points} points better in trial training ({second} against {first}), which is beyond the spread.",
        "試し学習の正解率は実行 {name} が {points} ポイント高く({second}、もう一方は {first})、ばらつきを超える差があります。",
    ),
    "compare.trial_once": (
        "A run was trained only once; repeat with three trainings to be surer.",
        "学習が 1 回だけの実行があります。3 回で確かめると確実になります。",
    ),
    "compare.near": (
        "Measured against the real samples, run B is {parts}.",
        "実サンプルとの近さを実行 A と比べると、実行 B は{parts}です。",
    ),
    "compare.near_closer": ("closer than run A in {aspects}", "{aspects}がより近い状態"),
    "compare.near_further": ("further off than run A in {aspects}", "{aspects}がより遠い状態"),
    "compare.near_same": ("as close as run A in {aspects}", "{aspects}が同程度"),
    "compare.and": (" and ", "と"),
    "compare.aspect_content": ("content", "内容"),
    "compare.aspect_style": ("style", "見た目"),
    "compare.aspect_diversity": ("diversity", "多様性"),
    "compare.size": (
        "Run B holds {ratio} times the data of run A ({second} against {first}).",
        "実行 B のデータ量は実行 A の {ratio} 倍です({second}、実行 A は {first})。",
    ),
    "compare.other_classes": (
        "Run A has {first_classes} classes at {first_size} px, run B {second_classes} at {second_size} px: the runs were condensed from different pictures.",
        "実行 A は {first_classes} クラス・{first_size} px、実行 B は {second_classes} クラス・{second_size} px です。濃縮した元の画像が異なります。",
    ),
    "compare.other_pictures": (
        "Run {name} was condensed from other pictures than the project holds now, so its gaps cannot be measured.",
        "実行 {name} を濃縮した画像はプロジェクトの今の画像と異なるため、差を測れません。",
    ),
    "compare.no_pictures": (
        "The project's pictures cannot be read, so gaps cannot be measured.",
        "プロジェクトの画像を読めないため、差を測れません。",
    ),
    "compare.other_aims": (
        "The runs aim at different appearances; each is measured from its own.",
        "2 つの実行は目標とする見た目が異なり、それぞれ自分の目標からの差を測っています。",
    ),
    "compare.gaps_open": (
        "How close they are to the real samples has not been measured yet.",
        "実サンプルとの近さはまだ測っていません。",
    ),
}

_TABLE: dict[str, tuple[str, str]] = {
    "compare.run_a": ("Run A", "実行 A"),
    "compare.run_b": ("Run B", "実行 B"),
    "compare.difference": ("Difference", "違い"),
    "compare.recipe": ("Recipe", "濃縮の設定"),
    "compare.numbers": ("Numbers", "数値"),
    "compare.gaps": ("Gaps", "差"),
    "compare.appearance": ("Appearance", "見た目"),
    "compare.trial": ("Trial training", "試し学習"),
    "compare.verdicts": ("Verdicts", "判定"),
    "compare.same_recipe": ("All settings", "すべての設定"),
    "compare.same": ("the same", "同じ"),
    "compare.recipe_unknown": ("cannot be read", "読み取れません"),
    "compare.by_class": ("{least}–{most} a class", "クラスあたり {least}~{most} 枚"),
    "compare.by_class_same": ("{least} a class", "クラスあたり {least} 枚"),
    "compare.images": ("Images stored", "保存される画像"),
    "compare.samples": ("Samples trained on", "学習に使うサンプル"),
    "compare.classes": ("Classes", "クラス"),
    "compare.picture_size": ("Picture size", "画像サイズ"),
    "compare.bytes": ("Size", "サイズ"),
    "compare.seconds": ("Time to condense", "濃縮時間"),
    "compare.steps": ("Steps", "ステップ数"),
    "compare.content_gap": ("Content gap", "内容の差"),
    "compare.style_gap": ("Style gap", "見た目の差"),
    "compare.diversity": ("Diversity", "多様性"),
    "compare.measures_matched": ("Measures matched", "一致した測定値"),
    "compare.aimed_at": ("aimed at {target}", "目標 {target}"),
    "compare.of": ("{count} of {total}", "{total} 項目中 {count}"),
    "compare.closer_in": (
        "{name} closer ({count} of {total} classes)",
        "{name} が近い({total} クラス中 {count})",
    ),
    "compare.as_close": (
        "as close (A closer in {first}, B in {second} classes)",
        "同程度(A が近いクラス {first}、B が近いクラス {second})",
    ),
    "compare.as_close_all": ("as close in every class", "すべてのクラスで同程度"),
    "compare.accuracy": ("Accuracy", "正解率"),
    "compare.accuracy_of": ("{value} (n = {seeds})", "{value}(n = {seeds})"),
    "compare.balanced": ("Mean recall", "平均再現率"),
    "compare.worst": ("Worst class", "最低クラスの再現率"),
    "compare.worst_of": ("{name} {value}", "{name} {value}"),
    "compare.points_within": (
        "{points} points (within the spread)",
        "{points} ポイント(ばらつきの範囲内)",
    ),
    "compare.points_beyond": (
        "{points} points (beyond the spread)",
        "{points} ポイント(ばらつきを超える)",
    ),
    "compare.points": ("{points} points", "{points} ポイント"),
    "compare.not_tried": ("not tried", "未実施"),
    "compare.accepted": ("Accepted", "合格"),
    "compare.rejected": ("Rejected", "不合格"),
    "compare.hold": ("On hold", "保留"),
    "compare.open": ("Not judged", "未判定"),
}

SENTENCES: dict[str, tuple[str, str]] = {**_SAID, **_TABLE}
