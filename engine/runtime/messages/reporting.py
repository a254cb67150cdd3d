"""Sentences said while reporting: key -> (English, 日本語)."""

_SUMMARY: dict[str, tuple[str, str]] = {
    "report.title": ("Condensed set of {project}", "{project} の濃縮データ"),
    "report.subtitle": (
        "Real samples: {real}, condensed to synthetic ones: {synthetic}, classes: {classes}",
        "{classes} クラスの実サンプル {real} 枚を合成サンプル {synthetic} 枚に濃縮",
    ),
    "report.accuracy": ("Accuracy", "正解率"),
    "report.accuracy_change": (
        "Accuracy against all real samples",
        "正解率(実サンプル全体との差)",
    ),
    "report.accuracy_against": (
        "{condensed} % condensed, {full} % all real",
        "{condensed} %(実サンプル全体 {full} %)",
    ),
    "report.points": ("{value} points", "{value} ポイント"),
    "report.time_saved": ("Time saved a retraining", "再学習 1 回あたりの短縮時間"),
    "report.time_against": ("{condensed} instead of {full}", "{full}から {condensed}に"),
    "report.no_full_to_compare": (
        "all real samples were not tried",
        "実サンプル全体では試していません",
    ),
    "report.not_tried": ("Not tried yet.", "試し学習はまだ行っていません。"),
    "report.not_tried_next": (
        "Run a trial training to learn what this condensed set is worth; this report will then begin with the answer.",
        "試し学習を行うと、この濃縮データの価値がわかり、レポートの冒頭に結論が表示されます。",
    ),
    "report.images": ("Images", "枚数"),
    "report.size": ("Size", "サイズ"),
    "report.instead_of": ("instead of {value}", "元は {value}"),
    "report.condensing_time": ("Time to condense", "濃縮時間"),
    "report.pictures_changed": (
        "The project's pictures have changed since this run was condensed, so samples and gaps are not shown.",
        "この実行で濃縮した後にプロジェクトの画像が変わったため、サンプルと差は表示していません。",
    ),
    "report.kilobytes": ("{value} kB", "{value} kB"),
    "report.megabytes": ("{value} MB", "{value} MB"),
}

_TRIAL: dict[str, tuple[str, str]] = {
    "report.trial": ("Does it train as well?", "同じように学習できるか"),
    "report.trial_intro": (
        "{model}, trained by the same rule on every set and tested on real pictures that took no part in condensing or training ({tests}).",
        "すべてのデータで {model} を同じ規則で学習させ、濃縮にも学習にも使っていない実画像 {tests} 枚で評価しました。",
    ),
    "report.trial_stopped": (
        "The trial was stopped early; what was finished is shown.",
        "試し学習は途中で停止したため、終わった分を示します。",
    ),
    "report.model_convnet": ("A ConvNet", "ConvNet"),
    "report.model_resnet18": ("A ResNet-18", "ResNet-18"),
    "report.accuracy_chart": ("Accuracy of each set", "データごとの正解率"),
    "report.interval_note": (
        "± is the deviation over repeated trainings. The thin line adds the sampling error of the test pictures: sets whose lines overlap cannot be told apart.",
        "± は繰り返し学習のばらつきです。細い線にはテスト画像の枚数による誤差も含みます。線が重なるデータの間に差があるとは言えません。",
    ),
    "report.set": ("Set", "データ"),
    "report.balanced": ("Mean recall", "平均再現率"),
    "report.worst_class": ("Worst class", "最低クラスの再現率"),
    "report.training_time": ("Training", "学習時間"),
    "report.steps": ("Steps", "ステップ数"),
    "report.seeds": ("Trainings", "学習回数"),
    "report.table_note": (
        "The condensed set is tried exactly as exported: read back from its file, rounded to whole grey levels. Size counts the pictures as bytes without compression.",
        "濃縮データは、ファイルから読み戻した(整数の濃淡値に丸めた)書き出しどおりの形で試しています。サイズは非圧縮の画素のバイト数です。",
    ),
    "report.recall": ("Recall by class", "クラス別再現率"),
    "report.recall_chart": (
        "Recall by class, condensed and all real",
        "クラス別再現率: 濃縮データと実サンプル全体",
    ),
    "report.recall_note": (
        "● condensed set, ○ all real samples; the class that loses most comes first. In brackets: difference in points.",
        "● 濃縮データ、○ 実サンプル全体。低下の大きいクラスから順に示します。括弧内は差(ポイント)です。",
    ),
    "report.confusion": ("What is mixed up", "取り違えの多いクラス"),
    "report.confusion_intro": (
        "A model trained on the condensed set makes these mistakes most often:",
        "濃縮データで学習したモデルに多い取り違えは次のとおりです。",
    ),
    "report.confused": (
        "{truth} taken for {said}: {share} % of the class (times: {count})",
        "{truth} を {said} と判定: クラスの {share} %({count} 回)",
    ),
    "report.no_confusion": (
        "A model trained on the condensed set made no mistake.",
        "濃縮データで学習したモデルは一度も間違えませんでした。",
    ),
    "report.true_said": ("true ↓  predicted →", "正解 ↓  予測 →"),
    "report.matrix_chart": ("Confusion matrix", "混同行列"),
    "report.matrix_cell": ("{truth} → {said}: {count}", "{truth} → {said}: {count}"),
    "report.matrix_colours": (
        "Numbers do not fit into so many cells: the darker a cell, the larger its share of the class; the CSV has all numbers.",
        "クラスが多いため、マスの数値は省いています。色が濃いほど、クラス内の割合が大きいことを示します。数値はすべて CSV にあります。",
    ),
    "report.matrix_left_out": (
        "The confusion matrix of so many classes ({classes}) is left out here; the CSV has all its numbers.",
        "クラスが多いため({classes})、混同行列はここでは省いています。数値はすべて CSV にあります。",
    ),
    "report.matrix_note": (
        "Confusion matrix of the condensed set, summed over its trainings ({seeds}).",
        "濃縮データの混同行列({seeds} 回の学習の合計)。",
    ),
}

_SAMPLES: dict[str, tuple[str, str]] = {
    "report.samples": ("Synthetic and real samples", "合成サンプルと実サンプル"),
    "report.samples_intro": (
        "Synthetic samples are made to train on, not to look like photographs. The real ones are drawn at random.",
        "合成サンプルは学習用に作られたもので、写真のように見えるとは限りません。実サンプルは無作為に選んでいます。",
    ),
    "report.judged": (
        "Inspection: {accepted} accepted, {rejected} rejected, {hold} on hold, {open} not judged.",
        "検査: 合格 {accepted}、不合格 {rejected}、保留 {hold}、未判定 {open}。",
    ),
    "report.synthetic": ("synthetic ({count})", "合成({count} 枚)"),
    "report.real": ("real ({count})", "実({count} 枚)"),
    "report.synthetic_of": ("Synthetic samples of {name}", "{name} の合成サンプル"),
    "report.real_of": ("Real samples of {name}", "{name} の実サンプル"),
    "report.appearance": ("Appearance", "見た目"),
    "report.appearance_key": (
        "Grey area: real pictures. Blue line: synthetic samples. Height: share of the pictures.",
        "灰色の面: 実画像、青い線: 合成サンプル。高さは枚数の割合です。",
    ),
    "report.appearance_key_reference": (
        "Dashed orange line: the reference whose appearance was aimed at.",
        "オレンジの破線: 目標とした参照画像。",
    ),
    "report.appearance_key_varied": (
        "Dashed orange line: the real pictures with their appearance varied more widely, which was aimed at.",
        "オレンジの破線: 目標とした、見た目の幅を広げた実画像。",
    ),
    "report.appearance_grades": (
        "Matched: no further off than twice what a random choice of as many real pictures is on average, or too little to be seen. Close, differs, far off: up to half of, up to once, more than once the deviation of the real pictures.",
        "一致: 差が、同じ枚数の実画像を無作為に選んだ場合の平均の 2 倍以内か、見てわからない程度。近い、違いあり、大きく異なる: 実画像の標準偏差の半分まで、1 倍まで、それを超える差。",
    ),
    "report.furthest": ("What is furthest off", "差が最も大きいもの"),
    "report.furthest_pair": (
        "What was aimed at (left) and a synthetic sample (right)",
        "目標(左)と合成サンプル(右)",
    ),
    "report.gap_bars": ("Gaps by class", "クラス別の差"),
    "report.gap_bars_note": (
        "The worst first, {shown} of {count} classes.",
        "差の大きい順、{count} クラス中 {shown} クラス。",
    ),
    "report.gap_matched": ("matched", "一致"),
    "report.gap_close": ("close", "近い"),
    "report.gap_apart": ("differs", "違いあり"),
    "report.gap_far": ("far off", "大きく異なる"),
    "report.layers": ("Style gap by layer", "層別の見た目の差"),
    "report.layers_note": (
        "Mean over the classes. Early layers see lines and grain, late ones the parts of a picture.",
        "全クラスの平均。浅い層は線や粒状のノイズを、深い層は画像の部分の形を見ています。",
    ),
    "report.layer": ("Layer {number}", "第 {number} 層"),
    "report.gaps": ("How close to the real samples", "実サンプルとの近さ"),
    "report.gaps_intro": (
        "Content and style: 0 is matched, 1 is far off. Diversity: spread of the synthetic samples over that of the real ones, 1 is equal.",
        "内容と見た目は 0 で一致、1 で大きな差。多様性は実サンプルに対する合成サンプルの広がりの比で、1 が同じです。",
    ),
    "report.class": ("Class", "クラス"),
    "report.content": ("Content", "内容"),
    "report.style": ("Style", "見た目"),
    "report.diversity": ("Diversity", "多様性"),
    "report.in_words": ("In words", "説明"),
    "report.history": ("Gaps while condensing", "濃縮中の差の推移"),
    "report.curve_end": (
        "{name}: {value} % of the start at the end",
        "{name}: 終了時は開始時の {value} %",
    ),
}

_BACKGROUND: dict[str, tuple[str, str]] = {
    "report.source": ("Source pictures", "元の画像"),
    "report.source_intro": ("Imported from {folder} on {time}.", "{folder} から取り込み({time})。"),
    "report.train_pictures": ("Training", "学習用"),
    "report.test_pictures": ("Test", "テスト用"),
    "report.condensed_samples": ("Condensed", "濃縮データ"),
    "report.set_aside": (
        "Training pictures set aside because their label looks wrong: {count}. suspicious.csv in the run's folder lists them.",
        "ラベルが誤っている可能性がある学習用の画像 {count} 枚は使っていません。一覧は実行フォルダーの suspicious.csv にあります。",
    ),
    "report.kept_whole": ("real, kept whole", "実サンプル(そのまま)"),
    "report.check_title": ("Check report: {project}", "チェックレポート: {project}"),
    "report.check_subtitle": (
        "Pictures in use: {pictures}; left out: {left_out}. Nothing was deleted.",
        "使用中 {pictures} 枚、除外 {left_out} 枚。削除したものはありません。",
    ),
    "report.check_left_out": ("Pictures left out: {count}.", "除外済み: {count} 枚。"),
    "report.check_first": ("the first pictures", "最初の数枚"),
    "report.check_files": ("Files ({count})", "ファイル({count})"),
    "report.check_nothing": ("Nothing was noticed.", "気になる点はありませんでした。"),
    "report.check_footer": (
        "Shizuku {version}, {written}",
        "Shizuku {version}、{written}",
    ),
    "report.notices": ("What was noticed", "取り込み時の注意"),
    "report.refused": ("Files left out", "取り込まなかったファイル"),
    "report.refused_more": ("… and {count} more", "…ほか {count} 件"),
    "report.none_refused": ("None: every picture was read.", "ありません。すべて読み込めました。"),
    "report.method": ("How this was measured", "測定方法"),
    "report.protocol": ("Rule of training", "学習の規則"),
    "report.baselines_in_words": (
        "Random, k-means and herding sets hold as many real training pictures of each class as the condensed set stores. Random and k-means sets are chosen anew for every training. K-means takes the real picture nearest to each cluster centre. Herding takes pictures one by one so that their mean stays near the mean of the class; k-center takes each as far as can be from those chosen. Their choice is always the same, so their deviation is of the training alone. Where the condensed set is packed, random pictures are also reduced and packed into the same bytes. The time of a training is measured, without testing and pauses.",
        "ランダム選択、k-means 選択、ハーディング選択は、濃縮データとして保存される画像と同じ枚数の学習用実画像を各クラスから選びます。ランダム選択と k-means 選択は、学習のたびに選び直します。k-means は各クラスタ中心に最も近い実画像を選びます。ハーディングは、選んだ画像の平均がクラスの平均に近づくように 1 枚ずつ選びます。k-center は、選んだ画像から最も離れた画像を 1 枚ずつ選びます。この 2 つの選択は毎回同じなので、ばらつきは学習によるものだけです。濃縮データが縮小して詰めたものであれば、ランダムな実画像も同じように縮小し、同じバイト数に詰めて比べます。学習時間は実測値で、評価と一時停止の時間を含みません。",
    ),
    "report.costs": ("Cost inputs", "費用の前提"),
    "report.cost_retrainings": ("Retrainings a month", "月あたりの再学習回数"),
    "report.cost_workstation": ("Computer, an hour", "計算機の費用(1 時間)"),
    "report.cost_engineer": ("Engineer waiting, an hour", "待機する技術者の費用(1 時間)"),
    "report.nobody_waits": ("nobody waits", "待機なし"),
    "report.cost_accepted": ("Accepted loss of accuracy", "許容する正解率の低下"),
    "report.cost_today": ("One training on all data today", "現在の全データ学習 1 回の時間"),
    "report.as_measured": ("as measured in the trial", "試し学習での実測値"),
    "report.recipe": ("Recipe", "濃縮の設定"),
    "report.provenance": ("Provenance", "来歴"),
    "report.repeat": ("To repeat this", "再現するには"),
    "report.repeat_intro": (
        "These commands repeat the stream from the source folder; “latest” is the newest run.",
        "次のコマンドで、元のフォルダーから一連の処理を再現できます(latest は最新の実行)。",
    ),
    "report.footer": (
        "Written by Shizuku {version} on {written}; run {run}.",
        "Shizuku {version} が {written} に作成、実行 {run}。",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_SUMMARY, **_TRIAL, **_SAMPLES, **_BACKGROUND}
