"""Sentences said while a plan is worked off: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "plan.unreadable": (
        "{file} cannot be read as TOML: {reason}. docs/batch.en.md shows a plan.",
        "{file} を TOML として読めません: {reason}。書き方は docs/batch.ja.md にあります。",
    ),
    "plan.unknown_key": (
        "{file}: “{place}” is not known. Allowed here: {allowed}.",
        "{file}: 「{place}」は使えません。ここで使えるもの: {allowed}。",
    ),
    "plan.missing_key": (
        "{file}: “{place}” is missing.",
        "{file}: 「{place}」がありません。",
    ),
    "plan.wrong_value": (
        "{file}: {place}: {reason}.",
        "{file}: {place}: {reason}。",
    ),
    "plan.set_name": (
        "{file}: the set “{name}” cannot name files. Use letters, digits, blanks, - and _.",
        "{file}: データセット「{name}」はファイル名に使えません。文字、数字、空白、-、_ を使ってください。",
    ),
    "plan.same_project": (
        "{file}: the sets “{first}” and “{second}” would share a project. Give each its own.",
        "{file}: 「{first}」と「{second}」のプロジェクトが同じです。別々にしてください。",
    ),
    "plan.no_set": (
        "{file} has no set “{name}”. It has: {names}.",
        "{file} に「{name}」はありません。あるもの: {names}。",
    ),
    "plan.set_busy": (
        "Another start of a plan is working on “{name}”. Wait for it, or stop it.",
        "「{name}」は別の実行が処理中です。終わるまで待つか、停止してください。",
    ),
    "plan.begin": ("[{number}/{count}] {name}", "[{number}/{count}] {name}"),
    "plan.failed": (
        "{name}: {step} failed: {sentence}",
        "{name}: {step} が失敗しました: {sentence}",
    ),
    "plan.stopped": (
        "Stopped. Start the same again to go on: shizuku run {plan}",
        "停止しました。同じコマンドで続きから再開します: shizuku run {plan}",
    ),
    "plan.row": ("{name}: {state}", "{name}: {state}"),
    "plan.row_accuracy": (
        "{name}: {state}, accuracy {accuracy} % (condensed)",
        "{name}: {state}、正解率 {accuracy} %(濃縮データ)",
    ),
    "plan.results": ("Results: {path}", "結果: {path}"),
    "plan.forecast_step": (
        "  {step}: {state}",
        "  {step}: {state}",
    ),
    "plan.forecast_time": (
        "  {step}: {state}, about {time}",
        "  {step}: {state}、約 {time}",
    ),
    "plan.forecast_measured": (
        "  {step}: {state}, about {time} (estimated from some steps of training on this computer)",
        "  {step}: {state}、約 {time}(このコンピューターで数ステップ学習して見積もりました)",
    ),
    "plan.forecast_failed": (
        "  cannot be done: {sentence}",
        "  実行できません: {sentence}",
    ),
    "plan.forecast_total": (
        "In all about {time}, without exports and reports, which are short.",
        "全体で約 {time}(短時間で終わる書き出しとレポートは含みません)。",
    ),
    "plan.state_waiting": ("to do", "これから実行"),
    "plan.state_resumed": ("goes on from step {step}", "ステップ {step} から再開"),
    "plan.state_kept": ("done already", "完了済み"),
    "plan.state_off": ("left out", "行わない"),
}
