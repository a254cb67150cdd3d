"""Sentences said everywhere: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "file.missing": (
        "{file} was not found. Check the path and try again.",
        "{file} が見つかりません。パスを確認して、もう一度お試しください。",
    ),
    "file.not_ours": (
        "{file} is not a file Shizuku can use ({reason}). Choose another file.",
        "{file} は Shizuku で使えるファイルではありません({reason})。別のファイルを選んでください。",
    ),
    "file.cannot_write": (
        "{file} could not be written ({reason}). Choose another place or free some space.",
        "{file} に書き込めませんでした({reason})。別の場所を選ぶか、空き容量を確保してください。",
    ),
    "file.exists": (
        "{file} exists already. Choose another name.",
        "{file} はすでにあります。別の名前を選んでください。",
    ),
    "project.missing": (
        "{file} is not a Shizuku project. Import a folder into a new project first.",
        "{file} は Shizuku のプロジェクトではありません。"
        "まずフォルダーを新しいプロジェクトに取り込んでください。",
    ),
    "project.newer": (
        "{file} was made by a newer version of Shizuku. Update Shizuku to open it.",
        "{file} は新しい版の Shizuku で作られています。開くには Shizuku を更新してください。",
    ),
    "project.empty": (
        "The project {file} has no pictures yet. Import a folder first.",
        "プロジェクト {file} にはまだ画像がありません。まずフォルダーを取り込んでください。",
    ),
    "project.no_run": (
        "The project has no run named {run}. Use the id shown by “shizuku info”.",
        "{run} という実行はプロジェクトにありません。"
        "「shizuku info」で表示される ID を使ってください。",
    ),
    "project.locked": (
        "{file} is in use by another Shizuku ({owner}). Close it there first.",
        "{file} は別の Shizuku({owner})で使用中です。先にそちらを閉じてください。",
    ),
    "run.no_result": (
        "Run {run} has no condensed set yet. Resume it or condense again.",
        "実行 {run} にはまだ濃縮データがありません。再開するか、もう一度濃縮してください。",
    ),
    "window.busy": (
        "A job is still running. Wait for it, or stop it below, before you open something else.",
        "まだ処理が実行中です。ほかを開く前に、終わるのを待つか、画面下で停止してください。",
    ),
    "unexpected": (
        "Something went wrong inside Shizuku: {reason}. Your project is safe; "
        "the log file in the project's log folder has the details.",
        "Shizuku の内部で問題が起きました: {reason}。プロジェクトは無事です。"
        "詳細はプロジェクトの log フォルダーにあるログファイルを見てください。",
    ),
}
