"""The cost inputs: name, what each means, its unit, what an empty field says.

Keys are ``cost.`` and the field of ``CostInputs``, with ``.help``, ``.unit`` and ``.empty``.
"""

_HOURLY = (" {currency} an hour", " {currency}/時間")
_POINTS = (" points", " ポイント")
_MINUTES = (" min", " 分")
_MISSING = ("not given", "未入力")
_LOSS = (
    "Percentage points below a training on all data.",
    "全データで学習した場合との差(ポイント)です。",
)

_OF_TRAININGS: dict[str, tuple[str, str]] = {
    "cost.retrainings_per_month": ("Retrainings", "再学習の回数"),
    "cost.retrainings_per_month.help": (
        "How often a model is trained that could use the condensed set.",
        "濃縮データを使えるモデルを学習させる頻度です。",
    ),
    "cost.retrainings_per_month.unit": (" a month", " 回/月"),
    "cost.training_minutes_today": (
        "One training on all data takes today",
        "現在の全データ学習 1 回の時間",
    ),
    "cost.training_minutes_today.help": (
        "If your own training takes longer than the trial's, type its minutes here.",
        "実際の学習が試し学習より長い場合、その時間(分)を入力してください。",
    ),
    "cost.training_minutes_today.unit": _MINUTES,
    "cost.training_minutes_today.empty": ("as the trial measured it", "試し学習の実測値"),
    "cost.currency": ("Currency", "通貨"),
    "cost.currency.help": ("All amounts are in it.", "金額はすべてこの通貨です。"),
    "cost.workstation_per_hour": ("The computer, while it trains", "学習中の計算機"),
    "cost.workstation_per_hour.help": (
        "Rent of a GPU, or the price of the workstation over its hours.",
        "GPU の利用料、またはワークステーションの価格を使用時間で割った額です。",
    ),
    "cost.workstation_per_hour.unit": _HOURLY,
    "cost.engineer_per_hour": ("An engineer", "技術者"),
    "cost.engineer_per_hour.help": (
        "Counts where an engineer waits, or works on a condensing.",
        "技術者が待つ時間と、濃縮作業の時間に使います。",
    ),
    "cost.engineer_per_hour.unit": _HOURLY,
    "cost.engineer_waits": (
        "An engineer waits for each training",
        "技術者が学習のたびに待つ",
    ),
    "cost.engineer_waits.help": (
        "Then the engineer's cost is counted for the time of every training.",
        "選ぶと、学習時間ごとに技術者の費用を加えます。",
    ),
}

_OF_CONDENSING: dict[str, tuple[str, str]] = {
    "cost.condensings_per_year": ("Condensings", "濃縮の回数"),
    "cost.condensings_per_year.help": (
        "How often new pictures are condensed again.",
        "新しい画像で濃縮し直す頻度です。",
    ),
    "cost.condensings_per_year.unit": (" a year", " 回/年"),
    "cost.handling_minutes": ("People's time for one condensing", "濃縮 1 回にかかる人の時間"),
    "cost.handling_minutes.help": (
        "Setting up and inspecting the samples, at the engineer's cost.",
        "設定とサンプルの検査の時間です。技術者の費用で計算します。",
    ),
    "cost.handling_minutes.unit": _MINUTES,
    "cost.electricity_per_kwh": ("Electricity", "電気料金"),
    "cost.electricity_per_kwh.help": (
        "The trial estimates the energy of a training; 0 leaves it out.",
        "学習の電力量は試し学習で推定します。0 なら計算に含めません。",
    ),
    "cost.electricity_per_kwh.unit": (" {currency} a kWh", " {currency}/kWh"),
    "cost.electricity_per_kwh.empty": ("in the computer's cost", "計算機の費用に含む"),
}

_OF_LOSSES: dict[str, tuple[str, str]] = {
    "cost.accepted_loss_points": ("Accuracy you accept to lose", "許容する正解率の低下"),
    "cost.accepted_loss_points.help": _LOSS,
    "cost.accepted_loss_points.unit": _POINTS,
    "cost.accepted_recall_loss_points": (
        "Recall a critical class may lose",
        "許容する再現率の低下(重要クラス)",
    ),
    "cost.accepted_recall_loss_points.help": _LOSS,
    "cost.accepted_recall_loss_points.unit": _POINTS,
    "cost.critical_classes": ("Critical classes", "重要クラス"),
    "cost.critical_classes.help": (
        "Tick the classes that must not be missed, for instance defects.",
        "欠陥など、見逃してはならないクラスを選んでください。",
    ),
    "cost.parts_per_month": ("Parts inspected", "検査する部品数"),
    "cost.parts_per_month.help": (
        "With the share below it says how many defects there are to miss.",
        "下の割合と合わせて、見逃す可能性のある欠陥の数を見積もります。",
    ),
    "cost.parts_per_month.unit": (" parts a month", " 個/月"),
    "cost.parts_per_month.empty": _MISSING,
    "cost.defect_share_percent": ("Share of parts with a defect", "欠陥のある部品の割合"),
    "cost.defect_share_percent.help": (
        "Of all inspected parts those that belong to a critical class.",
        "検査する部品全体のうち、重要クラスに属する部品の割合です。",
    ),
    "cost.defect_share_percent.unit": (" %", " %"),
    "cost.defect_share_percent.empty": _MISSING,
    "cost.cost_of_missed_defect": ("A missed defect costs", "見逃し 1 件の費用"),
    "cost.cost_of_missed_defect.help": (
        "A critical class taken for an uncritical one.",
        "重要クラスをほかのクラスと判定した場合です。",
    ),
    "cost.cost_of_missed_defect.unit": (" {currency}", " {currency}"),
    "cost.cost_of_missed_defect.empty": _MISSING,
    "cost.cost_of_false_alarm": ("A false alarm costs", "過検出 1 件の費用"),
    "cost.cost_of_false_alarm.help": (
        "An uncritical class taken for a critical one.",
        "ほかのクラスを重要クラスと判定した場合です。",
    ),
    "cost.cost_of_false_alarm.unit": (" {currency}", " {currency}"),
    "cost.cost_of_false_alarm.empty": _MISSING,
}

SENTENCES: dict[str, tuple[str, str]] = {**_OF_TRAININGS, **_OF_CONDENSING, **_OF_LOSSES}
