"""Sentences said by the command line only: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "command.stopping": (
        "Stopping; what was reached is kept. Press Ctrl-C again to leave at once.",
        "停止しています。ここまでの結果は保存されます。すぐに終了するにはもう一度 Ctrl-C を押してください。",
    ),
    "command.stopped": (
        "Stopped. Nothing was changed.",
        "停止しました。何も変更していません。",
    ),
    "command.stopped_early": (
        "Stopped before the first step. Go on with: shizuku condense {project} --resume {run}",
        "最初のステップの前に停止しました。続きの実行: shizuku condense {project} --resume {run}",
    ),
    "command.stopped_kept": (
        "Stopped at step {step}. The result so far is kept; go on with: shizuku condense {project} --resume {run}",
        "ステップ {step} で停止しました。ここまでの結果は保存されています。続きの実行: shizuku condense {project} --resume {run}",
    ),
    "command.unexpected": (
        "Something went wrong inside Shizuku: {reason}. Your pictures are unchanged; the lines above have the details.",
        "Shizuku の内部で問題が起きました: {reason}。元の画像は変わっていません。詳細は上の行を見てください。",
    ),
    "command.wrong_choice": (
        "{option} cannot be “{value}”. Choose one of: {choices}.",
        "{option} に「{value}」は指定できません。次から選んでください: {choices}。",
    ),
    "command.wrong_option": (
        "{option}: {reason}. See --help.",
        "{option}: {reason}。--help を見てください。",
    ),
    "command.import_kept": (
        "What was read is kept: the same command goes on from here.",
        "読み込んだ分は残してあります。同じコマンドで続きから再開します。",
    ),
    "command.no_finding": (
        "There is no finding “{kind}” with a remedy. Those with one: {kinds}.",
        "対処できる項目「{kind}」はありません。対処できる項目: {kinds}。",
    ),
    "command.left_out": (
        "  pictures left out: {count}",
        "  除外済み: {count} 枚",
    ),
    "command.nothing_noticed": ("Nothing was noticed.", "気になる点はありませんでした。"),
    "command.other_source": (
        "{file} already holds pictures from {source} and runs that rest on them. Import into a new project instead.",
        "{file} には {source} の画像と、それに基づく実行がすでにあります。新しいプロジェクトに取り込んでください。",
    ),
    "command.resume_alone": (
        "A resumed run keeps its own recipe: leave out {options}.",
        "再開した実行は元の設定のまま続きます。{options} は指定できません。",
    ),
    "command.no_window": (
        "No window was opened, because this computer shows no display here.",
        "この環境には画面がないため、ウィンドウは開きません。",
    ),
    "command.imported": (
        "Imported {images} pictures in {classes} classes: {train} for training, {test} held out for testing.",
        "{classes} クラス {images} 枚の画像を取り込みました(学習用 {train} 枚、テスト用 {test} 枚)。",
    ),
    "command.refused": (
        "Left out: {file}: {reason}",
        "取り込まなかったファイル: {file}: {reason}",
    ),
    "command.refused_more": (
        "… and {count} more files; “--json” lists all.",
        "…ほか {count} 件。「--json」ですべて表示します。",
    ),
    "command.condensed": (
        "Run {run}: {decoded} synthetic samples in {seconds} s on {device}. Content gap {content}, style gap {style} (0 is matched).",
        "実行 {run}: 合成サンプル {decoded} 枚、{seconds} 秒、{device}。内容の差 {content}、見た目の差 {style}(0 で一致)。",
    ),
    "command.written": ("Written: {path}", "書き出しました: {path}"),
    "set.condensed": ("condensed", "濃縮データ"),
    "set.full": ("all real", "実サンプル全体"),
    "set.random": ("random real", "ランダム選択"),
    "set.kmeans": ("k-means real", "k-means 選択"),
    "set.herding": ("herding real", "ハーディング選択"),
    "command.trial_row": (
        "{name}: {images} samples in {kilobytes} kB, accuracy {accuracy} % ± {std}, "
        "{seconds} s of training",
        "{name}: {images} 枚({kilobytes} kB)、正解率 {accuracy} % ± {std}、学習 {seconds} 秒",
    ),
    "command.demo_project": ("Project: {path}", "プロジェクト: {path}"),
    "command.demo_export": ("Condensed set (HDF5): {path}", "濃縮データ(HDF5): {path}"),
    "command.demo_report": ("Report: {path}", "レポート: {path}"),
    "command.demo_gain": (
        "With {images} images: {condensed} % condensed, {random} % random real.",
        "{images} 枚での正解率: 濃縮データ {condensed} %、ランダム選択 {random} %。",
    ),
    "command.demo_time": ("The whole demo took {seconds} s.", "デモ全体の所要時間: {seconds} 秒。"),
    "command.info_project": (
        "Project {path}: {images} pictures in {classes} classes ({train} training, {test} test), {size} px.",
        "プロジェクト {path}: {classes} クラス {images} 枚(学習用 {train}、テスト用 {test})、{size} px。",
    ),
    "command.info_class": (
        "{name}: {train} training, {test} test",
        "{name}: 学習用 {train}、テスト用 {test}",
    ),
    "command.info_run": (
        "Run {run}: {status}, {ipc} images a class, step {step}",
        "実行 {run}: {status}、クラスあたり {ipc} 枚、ステップ {step}",
    ),
    "command.info_file": (
        "{path}: {format}, {images} images in {classes} classes, {ipc} a class.",
        "{path}: {format}、{classes} クラス {images} 枚、クラスあたり {ipc} 枚。",
    ),
    "command.info_file_class": ("{name}: {count}", "{name}: {count}"),
    "status.running": ("running", "実行中"),
    "status.stopped": ("stopped", "停止"),
    "status.done": ("done", "完了"),
    "status.failed": ("failed", "失敗"),
    "status.cancelled": ("cancelled", "中止"),
    "value.content": ("content {value} %", "内容 {value} %"),
    "value.style": ("style {value} %", "見た目 {value} %"),
    "value.diversity": ("diversity {value} %", "多様性 {value} %"),
    "value.accuracy": ("accuracy {value} %", "正解率 {value} %"),
    "time.left": ("{time} left", "残り {time}"),
    "time.rate": ("{rate}/s", "{rate}/秒"),
}
