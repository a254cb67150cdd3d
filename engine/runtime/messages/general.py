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
    "run.removal_running": (
        "Run {run} is in progress. Stop or cancel it first, then remove it.",
        "実行 {run} は進行中です。停止または中止してから削除してください。",
    ),
    "run.removed": (
        "Run {run} was removed. “Edit → Undo” brings it back; for 30 days so does “Edit → Removed runs”.",
        "実行 {run} を削除しました。「編集 → 元に戻す」で戻せます。30 日間は「編集 → 削除した実行」からも戻せます。",
    ),
    "project.moved": (
        "The project {file} is no longer there: it was moved, renamed or deleted while it was open. "
        "Move it back, or open it where it is now.",
        "プロジェクト {file} が見つかりません。開いている間に移動、名前の変更、または削除されました。"
        "元の場所に戻すか、移動先で開いてください。",
    ),
    "project.read_only": (
        "The project {file} may only be read. You can look at everything, but verdicts, runs and "
        "settings cannot be kept. Allow writing to its folder, or copy it to another place.",
        "プロジェクト {file} は読み取り専用です。閲覧はできますが、判定、実行、設定は保存できません。"
        "フォルダーへの書き込みを許可するか、別の場所にコピーしてください。",
    ),
    "window.busy": (
        "A job is still running. Wait for it, or stop it below, before you open something else.",
        "まだ処理が実行中です。ほかを開く前に、終わるのを待つか、画面下で停止してください。",
    ),
    "memory.short": (
        "The computer ran out of memory. What was saved before is safe: close other programs, or "
        "ask for less at once, and try again.",
        "コンピューターのメモリーが足りなくなりました。保存済みのものは無事です。ほかのプログラムを"
        "閉じるか、一度に扱う量を減らして、もう一度お試しください。",
    ),
    "unexpected": (
        "Something went wrong inside Shizuku: {reason}. Your project is safe; "
        "the log file in the project's log folder has the details.",
        "Shizuku の内部で問題が起きました: {reason}。プロジェクトは無事です。"
        "詳細はプロジェクトの log フォルダーにあるログファイルを見てください。",
    ),
}
