"""Sentences of several processes that work together: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "distributed.lost": (
        "A process ended or no longer answers. Start the command again, with as many "
        "processes as you like; condensing goes on from its last checkpoint with --resume latest.",
        "終了したか応答しなくなったプロセスがあります。コマンドをもう一度実行してください。"
        "プロセス数は変えられます。濃縮は --resume latest で最後のチェックポイントから続きます。",
    ),
    "distributed.process_failed": (
        "Something went wrong inside Shizuku in process {number}: {reason}. Your pictures are "
        "unchanged; the lines above have the details.",
        "プロセス {number} で Shizuku の内部の問題が起きました: {reason}。元の画像は変わっていません。"
        "詳細は上の行を見てください。",
    ),
    "distributed.processes": (
        "Processes working together: {count}.",
        "協力して動くプロセス: {count}",
    ),
    "distributed.going_on": (
        "Run {run} goes on: a process was lost, and all were started again.",
        "失われたプロセスがあるため全プロセスを起動し直しました。実行 {run} の続きから再開します。",
    ),
    "distributed.trial_times": (
        "Processes that share this computer: {count}. Trainings take longer beside each other: for "
        "times and costs that count, run a trial alone.",
        "このコンピューターを共有するプロセス: {count}。並行する学習は長くかかります。時間とコストを正しく"
        "測るには、試し学習を単独で実行してください。",
    ),
    "distributed.not_shared": (
        "Only “condense” and “trial” are shared by several processes. Start this command without "
        "torchrun.",
        "複数プロセスで分担できるのは condense と trial だけです。このコマンドは torchrun を使わずに"
        "実行してください。",
    ),
}
