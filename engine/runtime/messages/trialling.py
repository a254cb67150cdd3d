"""Sentences said while trialling: key -> (English, 日本語)."""

_TRIAL: dict[str, tuple[str, str]] = {
    "stage.trial": ("Trial training", "試し学習中"),
    "stage.choose": ("Choosing real samples", "実サンプルを選択中"),
    "trial.no_test": (
        "{file} has no held-out test pictures, so nothing can be measured. Import the folder again with a test part.",
        "{file} にはテスト用の画像がないため、評価できません。テスト用の割合を指定して、もう一度取り込んでください。",
    ),
    "trial.other_pictures": (
        "The pictures in {file} have changed since this run was condensed. Condense again, then try this new run.",
        "{file} の画像は、この実行で濃縮した後に変わっています。もう一度濃縮し、新しい実行で試してください。",
    ),
    "trial.untested": (
        "Classes without test pictures, whose recall cannot be measured ({count}): {names}.",
        "テスト用の画像がなく、再現率を測れないクラスが {count} あります: {names}。",
    ),
    "trial.unreadable": (
        "A stored trial report cannot be read. Run the trial training again.",
        "保存された試し学習の結果を読めません。試し学習をもう一度行ってください。",
    ),
    "trial.incomplete": (
        "This trial does not include the condensed set. Run the trial training again.",
        "この試し学習には濃縮データの結果がありません。試し学習をもう一度行ってください。",
    ),
}

_PROTOCOL: dict[str, tuple[str, str]] = {
    "protocol.cosine": (
        "Every set trains the same freshly initialised model by the same rule: batches of {batch} pictures (a smaller set is used whole), SGD with momentum {momentum} and weight decay {decay}, learning rate rising to {rate} over the first tenth and then falling to 0 along a cosine, siamese augmentation; until every picture was seen {epochs} times, but for at least {least_steps} steps. No result is chosen by looking at test pictures: the model after the last step counts. The rule is short, so that a comparison takes minutes; longer training may raise every figure, that of the full data most.",
        "どのデータも同じ規則で、初期化したばかりの同じモデルを学習させます。バッチは {batch} 枚(それより少ないデータは全体)、モーメンタム {momentum}・重み減衰 {decay} の SGD、学習率は最初の 1 割で {rate} まで上げ、その後コサイン曲線で 0 まで下げ、シャム型データ拡張を使います。すべての画像を {epochs} 回見るまで、ただし少なくとも {least_steps} ステップ学習します。テスト画像を見て結果を選ぶことはなく、最終ステップのモデルで評価します。比較が数分で済むよう短い規則にしているため、学習を長くすると、特に全データの正解率は上がることがあります。",
    ),
    "protocol.halfway": (
        "Every set trains the same freshly initialised model by the same rule, that of the literature: batches of {batch} pictures (a smaller set is used whole), SGD with momentum {momentum} and weight decay {decay}, learning rate {rate} and a tenth of it from half time on, siamese augmentation; until every picture was seen {epochs} times, but for at least {least_steps} steps. No result is chosen by looking at test pictures: the model after the last step counts.",
        "どのデータも、文献と同じ規則で、初期化したばかりの同じモデルを学習させます。バッチは {batch} 枚(それより少ないデータは全体)、モーメンタム {momentum}・重み減衰 {decay} の SGD、学習率 {rate}(後半は 10 分の 1)、シャム型データ拡張を使います。すべての画像を {epochs} 回見るまで、ただし少なくとも {least_steps} ステップ学習します。テスト画像を見て結果を選ぶことはなく、最終ステップのモデルで評価します。",
    ),
}

_RETURN: dict[str, tuple[str, str]] = {
    "roi.adopt": (
        "Adopt: the condensed set saves time at an accuracy loss you accept.",
        "採用: 精度の低下は許容範囲内で、学習時間を短縮できます。",
    ),
    "roi.pilot": (
        "Pilot further: promising, but not proven yet. Use it beside the full data first.",
        "試行継続: 有望ですが、まだ確かではありません。まず全データと並行してお試しください。",
    ),
    "roi.no": (
        "Do not use: the condensed set gains too little, loses too much or does not pay.",
        "見送り: 効果が足りない、精度の低下が大きい、または採算が合いません。",
    ),
    "roi.accuracy_kept": (
        "Accuracy is {lost} points below the full data; you accept {accepted}.",
        "正解率は全データより {lost} ポイント低く、許容値 {accepted} ポイント以内です。",
    ),
    "roi.accuracy_gained": (
        "Accuracy is {gain} points above the full data under the same rule.",
        "同じ規則での正解率は、全データより {gain} ポイント高い結果です。",
    ),
    "roi.accuracy_lost": (
        "Accuracy is {lost} points below the full data; you accept only {accepted}.",
        "正解率は全データより {lost} ポイント低く、許容値 {accepted} ポイントを超えています。",
    ),
    "roi.time_saved": (
        "One retraining takes {condensed} instead of {full}.",
        "1 回の再学習が {full}から {condensed}になります。",
    ),
    "roi.little_time_saved": (
        "A retraining takes {condensed} instead of {full}: {saved} % less, while your rule asks for {needed} %.",
        "再学習の時間は {full}が {condensed}になります。短縮は {saved} % で、基準の {needed} % に届きません。",
    ),
    "roi.no_time_saved": (
        "A retraining takes no less time ({condensed} instead of {full}).",
        "再学習の時間は短くなりません({full} に対して {condensed})。",
    ),
    "roi.no_gain_random": (
        "No gain over random real samples of the same data size: {condensed} % against {baseline} %, within the margin of error.",
        "同じデータ量のランダムな実サンプルと差がありません: {condensed} % 対 {baseline} %(誤差の範囲)。",
    ),
    "roi.no_gain_kmeans": (
        "No gain over k-means-chosen real samples of the same data size: {condensed} % against {baseline} %, within the margin of error.",
        "同じデータ量の k-means で選んだ実サンプルと差がありません: {condensed} % 対 {baseline} %(誤差の範囲)。",
    ),
    "roi.no_gain_herding": (
        "No gain over real samples of the same data size chosen by herding: {condensed} % against {baseline} %, within the margin of error.",
        "同じデータ量のハーディングで選んだ実サンプルと差がありません: {condensed} % 対 {baseline} %(誤差の範囲)。",
    ),
    "roi.gain_random": (
        "{gain} points better than random real samples of the same data size.",
        "同じデータ量のランダムな実サンプルより {gain} ポイント高い正解率です。",
    ),
    "roi.gain_kmeans": (
        "{gain} points better than k-means-chosen real samples of the same data size.",
        "同じデータ量の k-means で選んだ実サンプルより {gain} ポイント高い正解率です。",
    ),
    "roi.gain_herding": (
        "{gain} points better than real samples of the same data size chosen by herding.",
        "同じデータ量のハーディングで選んだ実サンプルより {gain} ポイント高い正解率です。",
    ),
    "roi.worst_class": (
        "Look at class {name}: recall {recall} %, {lost} points below the full data.",
        "クラス「{name}」に注意: 再現率 {recall} %(全データより {lost} ポイント低い)。",
    ),
    "roi.no_full": (
        "The full data were not part of this trial, so accuracy lost and time saved are unknown.",
        "この試し学習に全データが含まれないため、精度の低下と短縮時間はわかりません。",
    ),
    "roi.no_baseline": (
        "No equally small real selection was part of this trial, so the gain over one is unknown.",
        "この試し学習に同じデータ量の実サンプルが含まれないため、それに対する効果はわかりません。",
    ),
    "roi.few_tests": (
        "Test pictures: {count}. That leaves a margin of ±{margin} points; more would make this surer.",
        "テスト用の画像 {count} 枚では誤差が ±{margin} ポイントあります。増やすと確かになります。",
    ),
    "roi.break_even": (
        "Condensing took {seconds} and costs {money}; retrainings until that is earned back: {count}.",
        "濃縮にかかった時間は {seconds}、費用は {money}。再学習 {count} 回で取り戻せます。",
    ),
    "roi.late_break_even": (
        "Condensing took {seconds} and costs {money}; retrainings until that comes back: {count}, later than your rule allows (months: {months}).",
        "濃縮に {seconds}、費用 {money}かかり、取り戻すには再学習が {count} 回必要です({months} か月分を超えます)。",
    ),
    "roi.weak_model": (
        "Even all real samples reach only {full} %: this model or this short training is too weak for these pictures.",
        "実サンプル全体でも正解率は {full} % にとどまります。このモデルか、この短い学習では力不足です。",
    ),
    "time.seconds": ("{value} s", "{value} 秒"),
    "time.minutes": ("{value} min", "{value} 分"),
    "time.hours": ("{value} h", "{value} 時間"),
}

SENTENCES: dict[str, tuple[str, str]] = {**_TRIAL, **_PROTOCOL, **_RETURN}
