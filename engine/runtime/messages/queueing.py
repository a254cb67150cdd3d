"""Sentences said about the queue and the curve it gives: key -> (English, 日本語)."""

_QUEUE: dict[str, tuple[str, str]] = {
    "status.waiting": ("waiting", "順番待ち"),
    "queue.recipe": ("images per class {ipc}, {preset}", "クラスあたり {ipc} 枚、{preset}"),
    "queue.recipe_steps": (", steps {steps}", "、{steps} ステップ"),
    "queue.recipe_seed": (", seed {seed}", "、シード {seed}"),
    "queue.condense": ("Condense: {recipe}", "濃縮: {recipe}"),
    "queue.of_run": ("run {run}", "実行 {run}"),
    "queue.of_known_run": ("{recipe} (run {run})", "{recipe}(実行 {run})"),
    "queue.of_entry": ("what entry {maker} makes", "項目 {maker} の結果"),
    "queue.of_known_entry": ("{recipe} (entry {maker})", "{recipe}(項目 {maker})"),
    "queue.trial": (
        "Trial: {of} · {model}, trainings a set {seeds}",
        "試し学習: {of} · {model}、データごとの学習回数 {seeds}",
    ),
    "queue.anomaly": (
        "Detector: {of} · false alarms allowed {alarms} %",
        "異常検知: {of} · 許容する誤報 {alarms} %",
    ),
    "queue.continual": (
        "New pictures of {new}: {of} · {model}, trainings a set {seeds}",
        "新しい画像 {new}: {of} · {model}、データごとの学習回数 {seeds}",
    ),
    "queue.line": ("{number}  {state}  {words}", "{number}  {state}  {words}"),
    "queue.failure": ("     {sentence}", "     {sentence}"),
    "queue.empty": ("The queue is empty.", "キューは空です。"),
    "queue.counts": (
        "Waiting: {waiting}. Done: {done}. Failed: {failed}.",
        "順番待ち: {waiting}。完了: {done}。失敗: {failed}。",
    ),
    "queue.summary": (
        "The queue was worked off. Done: {done}. Failed: {failed}. Time: {time}.",
        "キューの実行が終わりました。完了: {done}。失敗: {failed}。所要時間: {time}。",
    ),
    "queue.summary_halted": (
        "The queue has stopped. Done: {done}. Failed: {failed}. Still waiting: {waiting}. Time: {time}.",
        "キューは停止しました。完了: {done}。失敗: {failed}。順番待ち: {waiting}。所要時間: {time}。",
    ),
    "queue.summary_failed": (
        "{summary} Failed entries, by number: {numbers}. Each says why, and can be tried again.",
        "{summary} 失敗した項目の番号: {numbers}。理由は各項目に記録され、再試行できます。",
    ),
    "queue.again": ("Waiting again: {count}.", "順番待ちに戻しました: {count}。"),
    "queue.put_in": (
        "Added to the queue as entry {number}. Work it off with: shizuku queue {project} --run",
        "キューに項目 {number} として追加しました。実行: shizuku queue {project} --run",
    ),
    "queue.begin": (
        "Entry {number} (waiting after it: {waiting}). {words}",
        "項目 {number}(残り {waiting})。{words}",
    ),
    "queue.added": ("Added to the queue: {count}.", "キューに追加しました: {count}。"),
    "queue.curve_there": (
        "Nothing to add: every point asked for is there or waits already.",
        "追加するものはありません。指定した点はすべて測定済みか順番待ちです。",
    ),
    "queue.removed": ("Taken out of the queue: {count}.", "キューから外しました: {count}。"),
    "queue.stopped": (
        "The queue was stopped; what was running waits again. Go on with: shizuku queue {project} --run",
        "キューを停止しました。実行中だった項目は順番待ちに戻りました。続きの実行: shizuku queue {project} --run",
    ),
    "queue.entry_failed": (
        "Entry {number} failed: {sentence}",
        "項目 {number} は失敗しました: {sentence}",
    ),
    "queue.broken": (
        "Entries of the queue that cannot be read: {count}. “Clear finished” removes them.",
        "読めない項目がキューに {count} 件あります。「終わった項目を消す」で取り除けます。",
    ),
    "queue.no_entry": (
        "The queue has no entry {number}. Use a number shown by “shizuku queue”.",
        "キューに項目 {number} はありません。「shizuku queue」で表示される番号を使ってください。",
    ),
    "queue.running": (
        "Entry {number} of the queue is running. Stop it first.",
        "キューの項目 {number} は実行中です。先に停止してください。",
    ),
    "queue.not_failed": (
        "Entry {number} of the queue has not failed. Only what failed can be tried again.",
        "キューの項目 {number} は失敗していません。再試行できるのは失敗した項目だけです。",
    ),
    "queue.retry_what": (
        "--retry takes the number of an entry or “all”, not “{value}”.",
        "--retry には項目の番号か「all」を指定してください(指定: 「{value}」)。",
    ),
    "queue.full": (
        "The queue holds at most {most} entries. Clear the finished ones, or remove some.",
        "キューに入るのは {most} 件までです。終わった項目を消すか、いくつか外してください。",
    ),
    "queue.before_maker": (
        "A trial cannot come before the condensing whose result it tries. Move the condensing first.",
        "試し学習は、その対象を作る濃縮より前には置けません。先に濃縮の順番を変えてください。",
    ),
    "queue.busy": (
        "Another Shizuku is working off this queue. Wait for it, or stop it there.",
        "このキューは別の Shizuku が実行中です。終わるのを待つか、そちらで停止してください。",
    ),
    "queue.no_run": (
        "The run to try was never made, because its condensing failed or was removed. Condense, then try again.",
        "試す対象の実行がありません(濃縮の失敗、または項目の削除)。濃縮してから、もう一度お試しください。",
    ),
    "queue.unreadable": (
        "This entry asks for something that this version does not know ({reason}). Remove it and add it anew.",
        "この項目には、この版で扱えない指定があります({reason})。外して、追加し直してください。",
    ),
    "queue.failed_unknown": (
        "It failed; the reason that was kept cannot be read.",
        "失敗しました。記録された理由は読めません。",
    ),
    "queue.counts_wrong": (
        "Images per class must be numbers from 1 to 50, for example 1,5,10,20,50.",
        "クラスあたり枚数は 1 から 50 の数で指定してください(例: 1,5,10,20,50)。",
    ),
}

_CURVE: dict[str, tuple[str, str]] = {
    "time.about": ("about {time}", "約 {time}"),
    "curve.line": (
        "Accuracy over images per class, {model}:",
        "クラスあたり枚数と正解率({model}):",
    ),
    "curve.point": (
        "  {ipc}: {accuracy} % ± {margin}, condensed in {time}",
        "  {ipc} 枚: {accuracy} % ± {margin}、濃縮 {time}",
    ),
    "curve.point_random": (
        "  {ipc}: {accuracy} % ± {margin}, random real {random} %, condensed in {time}",
        "  {ipc} 枚: {accuracy} % ± {margin}、ランダム選択 {random} %、濃縮 {time}",
    ),
    "curve.full": ("  all real: {accuracy} %", "  実サンプル全体: {accuracy} %"),
    "report.ipc_curve": ("How many images per class?", "クラスあたり何枚必要か"),
    "report.ipc_curve_intro": (
        "Runs that differ in images per class alone, tried with {model} by the same rule.",
        "クラスあたり枚数だけが違う実行を、同じ規則で {model} により比べたものです。",
    ),
    "report.ipc_curve_chart": (
        "Accuracy over images per class",
        "クラスあたり枚数と正解率",
    ),
    "report.ipc_curve_note": (
        "Bars show the margin of error (deviation over the trainings and the sampling error of the test pictures). The scale of images per class is logarithmic.",
        "縦線は誤差の幅(学習ごとのばらつきとテスト画像の標本誤差)です。横軸は対数目盛りです。",
    ),
    "report.ipc": ("Images per class", "クラスあたり枚数"),
    "report.condense_time": ("Condensing", "濃縮時間"),
}

SENTENCES: dict[str, tuple[str, str]] = {**_QUEUE, **_CURVE}
