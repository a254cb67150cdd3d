"""Sentences about sets under strain: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "stress.flipped": ("Wrong labels", "誤ラベル"),
    "stress.imbalanced": ("Imbalance", "クラス不均衡"),
    "stress.reached_flipped": ("{value} % wrong", "誤り {value} %"),
    "stress.reached_imbalanced": ("1 : {value}", "1 : {value}"),
    "stress.training_flipped": (
        "Stress, wrong labels: {set}  ·  {number} of {count}",
        "ストレス試験(誤ラベル): {set}  ·  {count} 回中 {number} 回目",
    ),
    "stress.training_imbalanced": (
        "Stress, imbalance: {set}  ·  {number} of {count}",
        "ストレス試験(クラス不均衡): {set}  ·  {count} 回中 {number} 回目",
    ),
    "stress.less": (
        "{strain}: the condensed set suffers less than random real samples: it falls by {condensed} points, they fall by {random}.",
        "{strain}: 濃縮データはランダムな実サンプルより影響が小さい結果です。低下は {condensed} ポイント、実サンプルは {random} ポイントです。",
    ),
    "stress.more": (
        "{strain}: the condensed set suffers more than random real samples: it falls by {condensed} points, they fall by {random}.",
        "{strain}: 濃縮データはランダムな実サンプルより影響が大きい結果です。低下は {condensed} ポイント、実サンプルは {random} ポイントです。",
    ),
    "stress.alike": (
        "{strain}: no difference can be told between the condensed set, which falls by {condensed} points, and random real samples, which fall by {random}.",
        "{strain}: 濃縮データ(低下 {condensed} ポイント)とランダムな実サンプル(低下 {random} ポイント)の間に差があるとは言えません。",
    ),
    "stress.once": (
        "{strain}: who suffers more cannot be told from a single training; the condensed set falls by {condensed} points, random real samples by {random}.",
        "{strain}: 1 回の学習では、どちらの影響が大きいかはわかりません。低下は濃縮データ {condensed} ポイント、ランダムな実サンプル {random} ポイントです。",
    ),
    "stress.no_random": (
        "{strain}: random real samples took no part, so it cannot be told who suffers more.",
        "{strain}: ランダムな実サンプルを含まないため、どちらの影響が大きいかはわかりません。",
    ),
    "stress.scope": (
        "Strained is the training set in hand, in its stored images: a tenth of the labels made wrong, or classes thinned from 1 to 1/10; small sets hold whole images and reach what the table says. The fall is in accuracy, under imbalance in mean recall. A set that is poor to begin with has less to lose. What wrong labels among the real pictures do to condensing itself is not measured here. Only the trial's own model is strained, not the further ones.",
        "ストレスを与えるのは学習に使うデータそのもの(保存された画像単位)です。ラベルの 1 割を誤りにするか、クラスごとの枚数を段階的に最大 1/10 まで減らします。小さいデータでは枚数の都合で、表に示す値になります。低下は正解率、クラス不均衡では平均再現率の差です。もともと正解率の低いデータは低下の余地も小さくなります。濃縮前の実画像にある誤ラベルが濃縮に与える影響は、ここでは測っていません。ストレス試験は、この試し学習の主モデルだけで行い、ほかのモデルでは行いません。",
    ),
    "stress.row": (
        "{strain}, {name}: {reached}, accuracy {accuracy} %, mean recall {balanced} %, {fall} points lost, worst class {worst}",
        "{strain}、{name}: {reached}、正解率 {accuracy} %、平均再現率 {balanced} %、低下 {fall} ポイント、最低クラス {worst}",
    ),
    "report.stress": ("Under strain", "ストレス試験"),
    "report.stress_reached": ("Strain reached", "実際の強さ"),
    "report.stress_lost": ("Points lost", "低下(ポイント)"),
    "report.stress_note": (
        "Lost: below the same set without the strain, seed by seed, on the same test pictures; ± is the interval over trainings and test pictures.",
        "低下: 同じデータのストレスなしの結果との差(同じ乱数の種、同じテスト画像)。± は学習のばらつきとテスト画像の枚数による誤差です。",
    ),
}
