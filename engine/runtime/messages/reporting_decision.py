"""Sentences of the report's first page: key -> (English, 日本語)."""

_MONEY: dict[str, tuple[str, str]] = {
    "report.net_year": ("Net saving a year", "年間の正味削減額"),
    "report.net_basis": (
        "Retrainings a month: {count}; {rate} an hour, less condensing",
        "月 {count} 回の再学習、1 時間 {rate}、濃縮費用を差引後",
    ),
    "report.net_between": (
        "between {low} and {high}, by the interval of the recall",
        "再現率の誤差により {low}〜{high}",
    ),
    "report.money": ("The money", "金額の内訳"),
    "report.money_saved_month": ("Saved by retrainings, a month", "再学習による削減額(月)"),
    "report.money_saved_year": ("Saved by retrainings, a year", "再学習による削減額(年)"),
    "report.money_energy_month": ("Energy saved a month (estimate)", "節電量(月、推定)"),
    "report.money_condensing_cost": ("Cost of one condensing", "濃縮 1 回の費用"),
    "report.money_break_even": ("Retrainings until it has come back", "回収に必要な再学習回数"),
    "report.money_missed_more": (
        "Critical pictures missed beyond the full data's",
        "重要クラスの見逃しの増加",
    ),
    "report.money_lost_recall_month": (
        "Expected cost of the lost recall, a month",
        "再現率の低下による費用の見込み(月)",
    ),
    "report.money_net_month": ("Net saving a month", "正味の削減額(月)"),
    "report.money_net_year": ("Net saving a year", "正味の削減額(年)"),
    "report.money_net_interval": ("Low – high of a year", "年額の下限 – 上限"),
}

_ASKED: dict[str, tuple[str, str]] = {
    "report.nothing_asked": (
        "Say what to write: --to FILE.html, --pdf FILE.pdf, --csv FILE.csv or --numbers FILE.json.",
        "書き出す形式を指定してください: --to FILE.html、--pdf FILE.pdf、--csv FILE.csv、--numbers FILE.json。",
    ),
}

_PAGE: dict[str, tuple[str, str]] = {
    "report.why": ("Why", "理由"),
    "report.turns_pays": ("What would change it", "結論が変わる条件"),
    "report.turns_intro": (
        "Each input changed alone, all others as they are:",
        "ほかの前提はそのままで、1 つだけ変えた場合:",
    ),
    "report.rests_on": ("What this rests on", "結論の根拠"),
    "report.rests_trial": (
        "Trial of {time}: {model} on {device}; held-out real pictures: {tests}, trainings of each set: {seeds}.",
        "{time} の試し学習: {model}({device})、学習に使っていない実画像 {tests} 枚、各データの学習 {seeds} 回。",
    ),
    "report.rests_margin": (
        "Accuracy against all real samples: {change} ± {margin} points.",
        "正解率(実サンプル全体との差): {change} ± {margin} ポイント。",
    ),
    "report.rules": ("Rules of the verdict", "判断の基準"),
    "report.rules_note": (
        "The verdict follows from these rules alone; they can be changed on the Decide page.",
        "結論はこの基準だけで決まります。基準は「判断」ページで変更できます。",
    ),
    "report.rules_own": ("changed", "変更済み"),
    "report.rule": ("Rule", "基準"),
    "report.rule_measured": ("Measured", "測定値"),
    "report.rule_wanted": ("Asked for", "条件"),
    "report.rule_else": ("If not", "不適合の場合"),
    "report.cost_condensings": ("Condensings a year", "年あたりの濃縮回数"),
    "report.cost_handling": ("People's time for one condensing", "濃縮 1 回にかかる人の時間"),
    "report.cost_electricity": ("Electricity, a kWh", "電気料金(1 kWh)"),
    "report.cost_in_computer": ("in the computer's cost", "計算機の費用に含む"),
    "report.cost_accepted_recall": (
        "Accepted loss of recall, critical classes",
        "許容する再現率の低下(重要クラス)",
    ),
    "report.cost_critical": ("Critical classes", "重要クラス"),
    "report.cost_parts": ("Parts inspected a month", "検査する部品数(月)"),
    "report.cost_share": ("Share of defects", "欠陥の割合"),
    "report.cost_missed": ("Cost of a missed defect", "見逃し 1 件の費用"),
    "report.cost_alarm": ("Cost of a false alarm", "過検出 1 件の費用"),
    "report.none": ("none", "なし"),
    "report.not_given": ("not given", "未入力"),
    "report.page": ("Page {page} of {pages}", "{page} / {pages} ページ"),
}

_EVIDENCE: dict[str, tuple[str, str]] = {
    "report.macro_f1": ("F1", "F1"),
    "report.calibration": ("Calibration error", "較正誤差"),
    "report.to_95": ("Time to 95 %", "95 % 到達"),
    "report.energy": ("Energy", "電力量"),
    "report.further": ("Other models", "ほかのモデル"),
    "report.further_intro": (
        "The same sets under other models: does what was condensed with one hold for another?",
        "同じデータを別のモデルで学習した結果です。濃縮に使ったモデル以外でも通用するかがわかります。",
    ),
    "report.model": ("Model", "モデル"),
    "report.details": ("Further figures", "その他の数値"),
    "report.details_note": (
        "F1: mean over the classes. Calibration error: how far confidence is from accuracy on average, 0 is best. Time to 95 %: until 95 % of the full data's accuracy. Energy: of one training, estimated from the computer's power.",
        "F1 は全クラスの平均。較正誤差は確信度と正解率のずれの平均で、0 が最良。95 % 到達は、全データの正解率の 95 % に達するまでの時間。電力量は学習 1 回分を計算機の消費電力から推定した値。",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_ASKED, **_MONEY, **_PAGE, **_EVIDENCE}
