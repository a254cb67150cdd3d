"""Sentences of the decision: rules, money, what would change it: key -> (English, 日本語)."""

_RULES: dict[str, tuple[str, str]] = {
    "rule.baseline": (
        "Better than real selections of the same size, beyond both margins",
        "同じデータ量の実サンプルに対する効果(誤差を除く)",
    ),
    "rule.time": ("Training time saved", "学習時間の短縮"),
    "rule.net": ("Net saving a year", "年間の正味削減額"),
    "rule.break_even": ("Condensing comes back within", "濃縮費用の回収期間"),
    "rule.accuracy": ("Accuracy lost", "正解率の低下"),
    "rule.accuracy_far": ("Accuracy lost, outer limit", "正解率の低下(限度)"),
    "rule.critical": ("Recall lost by a critical class", "重要クラスの再現率の低下"),
    "rule.critical_far": (
        "Recall lost by a critical class, outer limit",
        "重要クラスの再現率の低下(限度)",
    ),
    "rule.class_recall": ("Recall lost by any class", "いずれかのクラスの再現率の低下"),
    "rule.weak": ("Accuracy of the full data", "全データの正解率"),
    "rule.seeds": ("Trainings of each set", "各データの学習回数"),
    "rule.margin": ("Margin of the accuracy, ±", "正解率の誤差(±)"),
    "rule.at_most": ("at most {limit}", "{limit}以下"),
    "rule.at_least": ("at least {limit}", "{limit}以上"),
    "rule.more_than": ("more than {limit}", "{limit}を超える"),
    "rule.in_points": ("{value} points", "{value} ポイント"),
    "rule.in_percent": ("{value} %", "{value} %"),
    "rule.in_months": ("{value} months", "{value} か月"),
    "rule.in_count": ("{value}", "{value} 回"),
    "rule.never": ("never", "回収できない"),
    "rule.met": ("met", "適合"),
    "rule.not_met": ("not met", "不適合"),
    "rule.unmeasured": ("not measured", "測定なし"),
    "rule.off": ("off", "対象外"),
    "rule.else_pilot": ("else pilot further", "それ以外は試行継続"),
    "rule.else_no": ("else do not use", "それ以外は見送り"),
}

_REASONS: dict[str, tuple[str, str]] = {
    "roi.net": (
        "Net saving a year: {money}.",
        "年間の正味削減額は {money}です。",
    ),
    "roi.net_loss": (
        "It does not pay with these costs: {money} a year.",
        "この費用では採算が合いません: 年間 {money}。",
    ),
    "roi.critical_kept": (
        "Critical classes keep their recall: {name} loses most, {lost} points; you accept {accepted}.",
        "重要クラスの再現率は保たれています。低下が最大の「{name}」で {lost} ポイント(許容値 {accepted})。",
    ),
    "roi.critical_lost": (
        "Critical class {name} loses {lost} points of recall; you accept only {accepted}.",
        "重要クラス「{name}」の再現率が {lost} ポイント下がり、許容値 {accepted} ポイントを超えています。",
    ),
    "roi.small_gain": (
        "Only {gain} points beyond the margins better than an equally small real selection ({set}); your rule asks for more than {needed}.",
        "同じデータ量の実サンプル({set})に対する効果は、誤差を除いて {gain} ポイントだけです(基準は {needed} ポイント超)。",
    ),
    "roi.few_seeds": (
        "Trainings of each set: {count}. Repeat with at least {needed} before deciding.",
        "学習は各データ {count} 回です。決める前に {needed} 回以上で確かめてください。",
    ),
}

_TURNS: dict[str, tuple[str, str]] = {
    "turn.retrainings": (
        "Retrainings a month below {value}: it no longer pays (now {now}).",
        "再学習が月 {value} 回を下回ると、採算が合いません(現在 {now} 回)。",
    ),
    "turn.retrainings_needed": (
        "Retrainings a month of {value} or more: it would pay (now {now}).",
        "再学習が月 {value} 回以上なら、採算が合います(現在 {now} 回)。",
    ),
    "turn.scale": (
        "If one training on all data took less than {value}, it would not pay (now {now}).",
        "全データの学習 1 回が {value}より短いと、採算が合いません(現在 {now})。",
    ),
    "turn.scale_needed": (
        "It would pay if one training on all data took {value} or more (now {now}).",
        "全データの学習 1 回が {value}以上なら、採算が合います(現在 {now})。",
    ),
    "turn.computer": (
        "With a computer cheaper than {value} an hour it would not pay (now {now}).",
        "計算機の費用が 1 時間 {value}を下回ると、採算が合いません(現在 {now})。",
    ),
    "turn.computer_needed": (
        "It would pay with a computer of {value} an hour or more (now {now}).",
        "計算機の費用が 1 時間 {value}以上なら、採算が合います(現在 {now})。",
    ),
    "turn.missed_more": (
        "Recall lost by critical classes, in points, above {value}: it would not pay (now {now}).",
        "重要クラスの再現率の低下が {value} ポイントを超えると、採算が合いません(現在 {now})。",
    ),
    "turn.missed_more_needed": (
        "Recall lost by critical classes, in points, below {value}: it would pay (now {now}).",
        "重要クラスの再現率の低下が {value} ポイント未満なら、採算が合います(現在 {now})。",
    ),
    "turn.missed_cost": (
        "If a missed defect cost more than {value}, it would not pay (now {now}).",
        "見逃し 1 件の費用が {value}を超えると、採算が合いません(現在 {now})。",
    ),
    "turn.missed_cost_needed": (
        "It would pay if a missed defect cost less than {value} (now {now}).",
        "見逃し 1 件の費用が {value}未満なら、採算が合います(現在 {now})。",
    ),
    "turn.alarms_more": (
        "Growth of false alarms, in points, above {value}: it would not pay (now {now}).",
        "過検出の増加が {value} ポイントを超えると、採算が合いません(現在 {now})。",
    ),
    "turn.alarms_more_needed": (
        "Growth of false alarms, in points, below {value}: it would pay (now {now}).",
        "過検出の増加が {value} ポイント未満なら、採算が合います(現在 {now})。",
    ),
    "turn.alarm_cost": (
        "If a false alarm cost more than {value}, it would not pay (now {now}).",
        "過検出 1 件の費用が {value}を超えると、採算が合いません(現在 {now})。",
    ),
    "turn.alarm_cost_needed": (
        "It would pay if a false alarm cost less than {value} (now {now}).",
        "過検出 1 件の費用が {value}未満なら、採算が合います(現在 {now})。",
    ),
    "turn.condense_hours": (
        "If condensing took longer than {value}, it would not pay (now {now}).",
        "濃縮にかかる時間が {value}を超えると、採算が合いません(現在 {now})。",
    ),
    "turn.condense_hours_needed": (
        "It would pay if condensing took less than {value} (now {now}).",
        "濃縮にかかる時間が {value}未満なら、採算が合います(現在 {now})。",
    ),
    "turn.handling_hours": (
        "If people spent more than {value} on one condensing, it would not pay (now {now}).",
        "濃縮 1 回にかかる人の時間が {value}を超えると、採算が合いません(現在 {now})。",
    ),
    "turn.handling_hours_needed": (
        "It would pay if people spent less than {value} on one condensing (now {now}).",
        "濃縮 1 回にかかる人の時間が {value}未満なら、採算が合います(現在 {now})。",
    ),
    "turn.condensings": (
        "Condensings a year above {value}: it no longer pays (now {now}).",
        "濃縮が年 {value} 回を超えると、採算が合いません(現在 {now} 回)。",
    ),
    "turn.condensings_needed": (
        "Condensings a year below {value}: it would pay (now {now}).",
        "濃縮が年 {value} 回未満なら、採算が合います(現在 {now} 回)。",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_RULES, **_REASONS, **_TURNS}
