"""Issues found by itself, and what samples cover: key -> (English, 日本語)."""

_NAMES: dict[str, tuple[str, str]] = {
    "measure.pixel_black": ("Pixels at pure black", "完全な黒の画素"),
    "measure.pixel_white": ("Pixels at pure white", "完全な白の画素"),
    "measure.pixel_checker": ("Finest pixel pattern", "画素単位の細かな模様"),
    "measure.pixel_agreement": ("Agreement of neighbouring pixels", "隣り合う画素の一致度"),
    "measure.pixel_levels": ("Different grey levels", "使われている階調の数"),
    "issue.kind_copy": ("copy of a real picture", "実サンプルのコピー"),
    "issue.kind_twin": ("twins", "よく似た組"),
    "issue.kind_other_class": ("looks like another class", "別クラスに見える"),
    "issue.kind_off_style": ("unusual appearance", "見た目の外れ"),
    "issue.kind_saturated": ("clipped to black or white", "白飛び・黒つぶれ"),
    "issue.kind_unnatural": ("unnatural pixels", "不自然な画素"),
    "issue.kind_collapsed": ("class too narrow", "クラスの広がり不足"),
    "issue.kind_too_wide": ("class too wide", "クラスの広がり過ぎ"),
    "issue.severity_serious": ("serious", "重大"),
    "issue.severity_notable": ("worth a look", "要確認"),
}

_SAID: dict[str, tuple[str, str]] = {
    "issue.copy": (
        "Nearly copies of a real picture: {count} of {of} samples of {name}. The nearest differs from it by {distance}; real pictures of the class differ from the one most like them by {typical}.",
        "{name} の {of} 枚中 {count} 枚は、実サンプルとほぼ同じです。最も近いものの差は {distance}、実サンプルどうしの最も近い組の差は通常 {typical} です。",
    ),
    "issue.twin": (
        "Nearly the same as another sample: {count} of {of} samples of {name}. The nearest two differ by {distance}; real pictures of the class differ from the one most like them by {typical}.",
        "{name} の {of} 枚中 {count} 枚は、別の合成サンプルとほぼ同じです。最も近い組の差は {distance}、実サンプルどうしの最も近い組の差は通常 {typical} です。",
    ),
    "issue.other_class": (
        "Look like {other}: {count} of {of} samples of {name}. A classifier trained on the real pictures is up to {sure} % sure; of real pictures it never saw it recognises {right} %.",
        "{name} の {of} 枚中 {count} 枚は、{other} に見えます。実サンプルで学習した分類器の確信度は最大 {sure} %(未学習の実サンプルでの正解率は {right} %)です。",
    ),
    "issue.off_style": (
        "{measure} as no real picture has it: {count} of {of} samples of {name}. The furthest has {value}; real pictures lie between {low} and {high}.",
        "{name} の {of} 枚中 {count} 枚は、{measure}が実サンプルの範囲を外れています。最も外れたものは {value}、実サンプルは {low} ～ {high} です。",
    ),
    "issue.saturated": (
        "{measure}: {count} of {of} samples of {name} have far more than real pictures. The worst has {value}; real pictures have {high} at most.",
        "{name} の {of} 枚中 {count} 枚は、{measure}が実サンプルよりはるかに多くなっています。最も多いもので {value}、実サンプルは最大 {high} です。",
    ),
    "issue.unnatural": (
        "{measure} as no real picture has it: {count} of {of} samples of {name}. The furthest has {value}; real pictures lie between {low} and {high}.",
        "{name} の {of} 枚中 {count} 枚は、{measure}が実サンプルにはない値です。最も外れたものは {value}、実サンプルは {low} ～ {high} です。",
    ),
    "issue.collapsed": (
        "The samples of {name} are all much alike: their spread is {spread} % of that of real pictures; as many real pictures have {low} to {high} %.",
        "{name} の合成サンプルは互いに似すぎています。広がりは実サンプルの {spread} %です(同じ枚数の実サンプルでは {low} ～ {high} %)。",
    ),
    "issue.too_wide": (
        "The samples of {name} differ more than real pictures do: their spread is {spread} % of that of real pictures; as many real pictures have {low} to {high} %.",
        "{name} の合成サンプルは実サンプルよりばらついています。広がりは実サンプルの {spread} %です(同じ枚数の実サンプルでは {low} ～ {high} %)。",
    ),
    "issue.none": (
        "Nothing found in {samples} samples.",
        "{samples} 枚のサンプルに問題は見つかりませんでした。",
    ),
    "issue.no_samples": (
        "All samples are real pictures that were kept whole: there is nothing to check.",
        "すべて、そのまま残した実サンプルです。確認するものはありません。",
    ),
    "issue.found": (
        "Issues: {kinds}; {concerned} of {samples} samples are concerned.",
        "見つかった問題: {kinds}。対象は {samples} 枚中 {concerned} 枚です。",
    ),
    "issue.counts": ("Issues: {kinds}.", "見つかった問題: {kinds}。"),
    "issue.no_counts": ("Issues: none found.", "見つかった問題: なし。"),
    "issue.found_kind": ("{kind} {count}", "{kind} {count} 枚"),
    "issue.checked": (
        "Checked: {kinds}. Held against {looked_at} of {pictures} real training pictures; copies were looked for among all of them.",
        "確認した項目: {kinds}。学習用の実サンプル {pictures} 枚のうち {looked_at} 枚と比較しました(コピーは全画像から探しています)。",
    ),
    "issue.stage_looking": (
        "Looking at real pictures and samples…",
        "実サンプルと合成サンプルを調べています…",
    ),
    "issue.stage_copies": ("Looking for copies and twins…", "コピーや似すぎた組を探しています…"),
    "issue.stage_classes": (
        "Asking classifiers trained on real pictures…",
        "実サンプルで学習した分類器で確かめています…",
    ),
    "issue.stage_appearance": ("Measuring appearance and pixels…", "見た目と画素を測定しています…"),
    "coverage.of_class": (
        "Synthetic samples cover {covered} % of the real spread of {name} (as many random real pictures: {expected} %).",
        "合成サンプルは {name} の実サンプルの広がりの {covered} %をカバーしています(同じ枚数の実サンプルを無作為に選んだ場合 {expected} %)。",
    ),
    "coverage.of_all": (
        "Synthetic samples cover {covered} % of the real spread over all classes (as many random real pictures: {expected} %).",
        "合成サンプルは全クラスの実サンプルの広がりの {covered} %をカバーしています(同じ枚数の実サンプルを無作為に選んだ場合 {expected} %)。",
    ),
    "coverage.missed": (
        "Real pictures that have nothing near: {count}.",
        "近くに合成サンプルがない実サンプル: {count} 枚。",
    ),
    "coverage.missed_groups": (
        "Real pictures that have nothing near: {count}, in {groups} groups.",
        "近くに合成サンプルがない実サンプル: {count} 枚({groups} グループ)。",
    ),
    "coverage.nothing_missed": (
        "Every real picture has a sample near.",
        "どの実サンプルの近くにも合成サンプルがあります。",
    ),
    "coverage.kept": (
        "{name} is kept whole: its samples are its real pictures.",
        "{name} は実サンプルをそのまま残しています。",
    ),
    "coverage.nothing": ("There is nothing to compare.", "比較できるものがありません。"),
    "coverage.hull": (
        "In the plane of the map, {hull} % of its real pictures lie within the outline of the samples (random real pictures: {expected} %).",
        "マップの平面では、実サンプルの {hull} %が合成サンプルの輪郭の内側にあります(無作為の実サンプルでは {expected} %)。",
    ),
    "coverage.hull_alone": (
        "In the plane of the map, {hull} % of its real pictures lie within the outline of the samples.",
        "マップの平面では、実サンプルの {hull} %が合成サンプルの輪郭の内側にあります。",
    ),
    "coverage.region": (
        "{name}: real pictures with nothing near: {count} ({share} % of the class); the nearest sample is {distance} times as far from them as the nearest real picture.",
        "{name}: 近くに合成サンプルがない実サンプル {count} 枚(クラスの {share} %)。最も近い合成サンプルは、最も近い実サンプルの {distance} 倍離れています。",
    ),
    "coverage.stage_looking": (
        "Looking at real pictures and samples: {done} of {total}",
        "実サンプルと合成サンプルを調べています: {done} / {total}",
    ),
    "coverage.stage_tsne": (
        "Drawing the t-SNE map: part {done} of {total}",
        "t-SNE マップを作成しています: {done} / {total}",
    ),
    "coverage.stage_coverage": ("Measuring what the samples cover…", "カバー範囲を測定しています…"),
    "report.issues": ("Issues found", "見つかった問題"),
    "report.issues_pairs": (
        "The samples concerned, each followed by the real picture that shows it.",
        "対象の合成サンプルと、それぞれの根拠となる実サンプル(交互に並べています)。",
    ),
    "report.issues_samples": ("The samples concerned.", "対象の合成サンプル。"),
}

SENTENCES: dict[str, tuple[str, str]] = {**_NAMES, **_SAID}
