"""Sentences about defects found as anomalies: key -> (English, 日本語)."""

_FAULTS: dict[str, tuple[str, str]] = {
    "anomaly.no_class": (
        "There is no class {name}. The classes are: {names}.",
        "クラス「{name}」はありません。クラス: {names}。",
    ),
    "anomaly.which_class": (
        "Several classes have training pictures: {names}. Name the normal one with --normal, or import with --defects test.",
        "学習用の画像があるクラスが複数あります: {names}。--normal で正常なクラスを指定するか、--defects test で取り込んでください。",
    ),
    "anomaly.few_normal": (
        "Class {name} has only {count} training pictures; a detector needs at least {needed}. Add normal pictures.",
        "クラス「{name}」の学習用の画像は {count} 枚だけです。検出器には {needed} 枚以上必要です。正常な画像を追加してください。",
    ),
    "anomaly.no_normal_test": (
        "No normal pictures (class {name}) are held out for testing, so false alarms cannot be measured. Add some to the test part.",
        "正常な画像(クラス「{name}」)がテスト用にないため、誤報を測れません。テスト用に追加してください。",
    ),
    "anomaly.no_defects": (
        "All test pictures are normal (class {name}), so missed defects cannot be measured. Add pictures of defects to the test part.",
        "テスト用の画像がすべて正常(クラス「{name}」)なため、見逃しを測れません。欠陥の画像をテスト用に追加してください。",
    ),
    "anomaly.not_condensed": (
        "The condensed set has no samples of class {name}. Condense again.",
        "濃縮データにクラス「{name}」のサンプルがありません。もう一度濃縮してください。",
    ),
    "anomaly.one_class": (
        "Only class {name} has training pictures, so there are no classes to tell apart. Try the condensed set as the memory of a defect detector instead.",
        "学習用の画像があるのはクラス「{name}」だけで、見分けるクラスがありません。代わりに、濃縮データを欠陥検出器の記憶として試してください。",
    ),
}

_STAGES: dict[str, tuple[str, str]] = {
    "stage.anomaly_teach": (
        "Teaching the network on normal pictures",
        "正常な画像でネットワークを学習中",
    ),
    "stage.anomaly_memory": ("Remembering normal pictures", "正常な画像を記憶中"),
    "stage.anomaly_score": ("Looking for defects", "欠陥を検出中"),
}

_COMMAND: dict[str, tuple[str, str]] = {
    "anomaly.row": (
        "{name}: {images} pictures, AUROC {auroc} ({low}–{high}), average precision {precision}, missed {missed} %, false alarms {alarms} %, memory {kilobytes} kB, {milliseconds} ms a picture",
        "{name}: {images} 枚、AUROC {auroc}({low}~{high})、平均適合率 {precision}、見逃し {missed} %、誤報 {alarms} %、記憶 {kilobytes} kB、1 枚 {milliseconds} ms",
    ),
    "anomaly.cost_row": (
        "{name}: cheapest threshold misses {missed} % at {alarms} % false alarms, {cost} a thousand parts ({elsewhere} expected on new pictures)",
        "{name}: 費用最小のしきい値では見逃し {missed} %、誤報 {alarms} %、1,000 個あたり {cost}(新しい画像での見込み {elsewhere})",
    ),
}

_WORDS: dict[str, tuple[str, str]] = {
    "anomaly.set_full": ("all normal pictures", "正常な画像すべて"),
    "anomaly.set_condensed": ("condensed", "濃縮データ"),
    "anomaly.set_kcenter": ("k-center real", "k-center 選択"),
    "anomaly.set_random": ("random real", "ランダム選択"),
    "anomaly.held_out": (
        "The threshold is set for {rate} % false alarms on normal pictures that are in no memory of real pictures ({count}).",
        "しきい値は、実サンプルの記憶に含まれない正常な画像 {count} 枚で、誤報 {rate} % になるように決めています。",
    ),
    "anomaly.too_few": (
        "Held-out normal pictures: {count}. They cannot vouch for less than {least} % false alarms: the threshold is their highest score. More normal pictures would set it finer.",
        "取り分けた正常な画像 {count} 枚では、誤報 {least} % 未満を保証できないため、その最高スコアをしきい値にしています。正常な画像を増やすと細かく決められます。",
    ),
    "anomaly.near": (
        "Those of them that resemble a condensed sample closely: {count}. The condensed set's threshold may be somewhat low.",
        "そのうち {count} 枚は濃縮データのサンプルとよく似ているため、濃縮データのしきい値はやや低めの可能性があります。",
    ),
    "anomaly.features_taught": (
        "Features: a ConvNet taught on all normal pictures to notice pasted pieces (CutPaste); it told {accuracy} % of them rightly, guessing gives 33 %.",
        "特徴: 貼り付けられた断片を見分けるように、正常な画像すべてで学習した ConvNet(CutPaste)。正答率 {accuracy} %(当て推量は 33 %)。",
    ),
    "anomaly.untaught": (
        "The network has learnt next to nothing of its task ({accuracy} % told rightly, guessing gives 33 %): its features are little better than random ones. Weights of your own would help most.",
        "ネットワークは課題をほとんど学習できていません(正答率 {accuracy} %、当て推量は 33 %)。その特徴はランダムなものとほぼ同じです。お手持ちの重みを使うのが最も効果的です。",
    ),
    "anomaly.features_pixels": (
        "Features: squares of 8 × 8 pixels as they are, without a network.",
        "特徴: 8 × 8 画素の正方形をそのまま使用(ネットワークなし)。",
    ),
    "anomaly.features_random": (
        "Features: a random ConvNet that has learnt nothing.",
        "特徴: 学習していないランダムな ConvNet。",
    ),
    "anomaly.features_weights": (
        "Features: a ResNet-18 with the weights in {file}.",
        "特徴: {file} の重みを使った ResNet-18。",
    ),
    "anomaly.conclusion_alike": (
        "No loss against all normal pictures that the {count} test pictures could show: AUROC {condensed} against {full}.",
        "正常な画像すべてと比べて、テスト画像 {count} 枚でわかるほどの低下はありません: AUROC {condensed} 対 {full}。",
    ),
    "anomaly.weak": (
        "Even all normal pictures hardly tell defects apart (AUROC {full}, by chance 0.5): these features are too weak here. Import at a larger size, or use weights of your own.",
        "正常な画像すべてを使っても、欠陥をほとんど見分けられません(AUROC {full}、偶然は 0.5)。この特徴では力不足です。大きいサイズで取り込むか、お手持ちの重みを使ってください。",
    ),
    "anomaly.conclusion_worse": (
        "All normal pictures find defects better than the condensed set: AUROC {full} against {condensed}.",
        "正常な画像すべてのほうが、濃縮データより欠陥をよく検出します: AUROC {full} 対 {condensed}。",
    ),
    "anomaly.random_better": (
        "Real pictures of equal number do better than condensing here: {name} reach AUROC {real}, the condensed set {condensed}.",
        "ここでは、同じ枚数の実サンプルのほうが良い結果です: {name} AUROC {real}、濃縮データ {condensed}。",
    ),
    "anomaly.random_worse": (
        "Condensing pays: AUROC {condensed} against {real} of equally many {name}.",
        "濃縮の効果があります: AUROC {condensed}、同じ枚数の{name}は {real}。",
    ),
    "anomaly.random_alike": (
        "No clear gain over equally many {name}: AUROC {condensed} against {real}.",
        "同じ枚数の{name}との明らかな差はありません: AUROC {condensed} 対 {real}。",
    ),
}

_DECISION: dict[str, tuple[str, str]] = {
    "detector.adopt": (
        "Use the condensed set as the detector's memory: no loss shows against all normal pictures, and equally many real pictures ({name}) do worse.",
        "濃縮データを検出器の記憶に使えます。正常な画像すべてと比べた低下は見られず、同じ枚数の{name}より良い結果です。",
    ),
    "detector.either": (
        "A small memory is enough: no loss shows against all normal pictures. Equally many real pictures ({name}) do about as well, so the number of pictures counts here, not the condensing.",
        "少ない枚数の記憶で足ります。正常な画像すべてと比べた低下は見られません。ただし同じ枚数の{name}も同程度で、効いているのは濃縮ではなく枚数です。",
    ),
    "detector.alone": (
        "A small memory is enough: no loss shows against all normal pictures. Whether equally many real pictures would do as well was not tried.",
        "少ない枚数の記憶で足ります。正常な画像すべてと比べた低下は見られません。同じ枚数の実サンプルでも足りるかは試していません。",
    ),
    "detector.open": (
        "Nothing can be decided yet: all normal pictures were not part of the comparison. Try again with them.",
        "まだ判断できません。正常な画像すべてとの比較がありません。加えて、もう一度試してください。",
    ),
    "detector.weak": (
        "Nothing can be decided yet: with these features not even all normal pictures tell defects apart. Import at a larger size or use weights of your own, and try again.",
        "まだ判断できません。この特徴では、正常な画像すべてを使っても欠陥を見分けられません。大きいサイズで取り込むか、お手持ちの重みを使って、もう一度試してください。",
    ),
    "detector.real": (
        "Take real pictures as the detector's memory: equally many ({name}) find defects better than the condensed set.",
        "検出器の記憶には実サンプルを使ってください。同じ枚数の{name}のほうが、濃縮データより欠陥をよく検出します。",
    ),
    "detector.full": (
        "Keep all normal pictures as the detector's memory: with the condensed set defects are found less well.",
        "検出器の記憶には正常な画像すべてを使い続けてください。濃縮データでは欠陥の検出が劣ります。",
    ),
}

_REPORT: dict[str, tuple[str, str]] = {
    "anomaly.cheapest": (
        "{missed} % missed at {alarms} % false alarms; {cost} a thousand parts to be expected ({at_rate} at the chosen rate of false alarms)",
        "見逃し {missed} %、誤報 {alarms} %。1,000 個あたりの見込みは {cost}(選んだ誤報率では {at_rate})",
    ),
    "report.anomaly": ("Defects found as anomalies", "異常としての欠陥検出"),
    "report.anomaly_intro": (
        "A detector remembers patches of normal pictures (class {normal}) and calls a picture defective if one of its patches is far from all of them (PatchCore). It was tried with different normal sets as its memory, on test pictures (normal: {tests}, with defects: {defects}).",
        "検出器は正常な画像(クラス「{normal}」)の小領域を記憶し、どれからも離れた小領域がある画像を欠陥とみなします(PatchCore)。記憶に使う正常な画像を変えて、正常 {tests} 枚・欠陥 {defects} 枚のテスト画像で比べました。",
    ),
    "report.anomaly_precision": ("Average precision", "平均適合率"),
    "report.anomaly_missed": ("Missed defects", "見逃し"),
    "report.anomaly_alarms": ("False alarms", "誤報"),
    "report.anomaly_memory": ("Memory", "記憶"),
    "report.anomaly_time": ("A picture", "1 枚の時間"),
    "report.anomaly_note": (
        "AUROC: how often a defect scores above a normal picture, with a 95 % bootstrap interval over test pictures. Missed defects and false alarms are of test pictures, at a threshold set for {rate} % false alarms on held-out normal training pictures. Random sets: mean over the draws.",
        "AUROC: 欠陥のスコアが正常な画像を上回る割合。括弧内はテスト画像についての 95 % ブートストラップ区間。見逃しと誤報はテスト画像での値で、しきい値は取り分けた正常な学習用画像で誤報 {rate} % になるように決めています。ランダム選択は平均値です。",
    ),
    "report.anomaly_by_class": ("Missed by kind of defect", "欠陥の種類別の見逃し"),
    "report.precision_chart": (
        "Precision (alarms that are right) over recall: higher is better",
        "適合率(正しい警報の割合)と再現率。上にあるほど良い",
    ),
    "report.axis_recall": ("Recall: defects found", "再現率: 検出した欠陥"),
    "report.detector_missed": (
        "Missed defects, threshold for {rate} % false alarms",
        "見逃し(誤報 {rate} % のしきい値)",
    ),
    "report.detector_area": (
        "Defects told from normal pictures (AUROC)",
        "欠陥と正常の見分け(AUROC)",
    ),
    "report.detector_memory": ("Memory", "記憶のサイズ"),
    "report.anomaly_scores": (
        "Scores with the condensed set: normal pictures (area), defects (line), threshold (upright line)",
        "濃縮データでのスコア: 正常な画像(面)、欠陥(線)、しきい値(縦線)",
    ),
    "report.anomaly_cost": ("Cost-optimal threshold", "費用が最小になるしきい値"),
    "report.anomaly_cost_note": (
        "Reckoned with {share} % defective parts. The threshold is chosen on the test pictures; the cost to be expected is cross-validated, so that it holds for new ones.",
        "不良率 {share} % で計算。しきい値はテスト画像で選び、費用の見込みは新しい画像にも当てはまるよう交差検証で求めています。",
    ),
    "report.anomaly_highest": (
        "Highest scores with the condensed set, each picture followed by where it looks anomalous (bright)",
        "濃縮データでスコアが最も高い画像。右は異常に見える箇所(明るいほど異常)",
    ),
    "report.anomaly_worst": (
        "Missed defects with the lowest scores, each followed by where it looks anomalous (bright)",
        "スコアが最も低い、見逃した欠陥。右は異常に見える箇所(明るいほど異常)",
    ),
}

_TWO_CLASSES: dict[str, tuple[str, str]] = {
    "two_class.row": (
        "{name}: average precision for {defect} {average}",
        "{name}: {defect} の平均適合率 {average}",
    ),
    "two_class.cheapest": (
        "call it a defect from {threshold} % on: {missed} % missed, {alarms} % false alarms, {cost} a thousand parts to be expected",
        "{threshold} % 以上を欠陥とみなす: 見逃し {missed} %、誤報 {alarms} %、1,000 個あたり {cost}",
    ),
    "report.two_class": ("Defect detection with two classes", "2 クラスでの欠陥検出"),
    "report.two_class_intro": (
        "“{defect}” is the class not to be missed, “{normal}” is normal. A model gives the probability of “{defect}”, mean over the trainings of a set; where to draw the line depends on costs.",
        "「{defect}」は見逃せないクラス、「{normal}」は正常です。モデルが出すのは「{defect}」の確率(各データの学習の平均)で、どこで線を引くかは費用によります。",
    ),
    "report.two_class_note": (
        "Reckoned with {share} % defective parts. The threshold is chosen on the test pictures; the cost to be expected is cross-validated, so that it holds for new ones.",
        "不良率 {share} % で計算。しきい値はテスト画像で選び、費用の見込みは新しい画像にも当てはまるよう交差検証で求めています。",
    ),
    "report.two_class_no_costs": (
        "With the cost of a missed defect and of a false alarm, the cheapest threshold is told here.",
        "見逃しと誤報の費用を入力すると、費用が最小になるしきい値を示します。",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {
    **_FAULTS,
    **_STAGES,
    **_COMMAND,
    **_WORDS,
    **_DECISION,
    **_REPORT,
    **_TWO_CLASSES,
}
