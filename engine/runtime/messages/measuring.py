"""Measures of appearance, their units and what is said of them: key -> (English, 日本語)."""

_NAMES: dict[str, tuple[str, str]] = {
    "measure.drawing_line_weight": ("Line weight", "線の太さ"),
    "measure.drawing_line_weight_spread": ("Spread of line weight", "線の太さのばらつき"),
    "measure.drawing_noise": ("Scan noise", "スキャンノイズ"),
    "measure.drawing_specks": ("Specks", "点状の汚れ"),
    "measure.drawing_paper_tone": ("Paper tone", "紙の明るさ"),
    "measure.drawing_unevenness": ("Uneven shading", "明るさのむら"),
    "measure.drawing_contrast": ("Contrast", "コントラスト"),
    "measure.drawing_softness": ("Softness of edges", "エッジのぼけ"),
    "measure.drawing_skew": ("Skew", "傾き"),
    "measure.photo_brightness": ("Brightness", "明るさ"),
    "measure.photo_contrast": ("Contrast", "コントラスト"),
    "measure.photo_cast_a": ("Colour cast green–red", "色かぶり(緑–赤)"),
    "measure.photo_cast_b": ("Colour cast blue–yellow", "色かぶり(青–黄)"),
    "measure.photo_saturation": ("Saturation", "彩度"),
    "measure.photo_sharpness": ("Sharpness", "鮮明さ"),
    "measure.photo_noise": ("Noise", "ノイズ"),
    "measure.photo_gradient": ("Uneven lighting", "照明のむら"),
    "measure.photo_texture_fine": ("Fine texture", "細かい模様"),
    "measure.photo_texture_medium": ("Medium texture", "中くらいの模様"),
    "measure.photo_texture_coarse": ("Coarse texture", "粗い模様"),
}

_UNITS: dict[str, tuple[str, str]] = {
    "unit.px": ("{value} px", "{value} px"),
    "unit.grey": ("{value} grey levels", "{value} 階調"),
    "unit.per_megapixel": ("{value} a megapixel", "{value} 個/メガピクセル"),
    "unit.percent": ("{value} %", "{value} %"),
    "unit.degree": ("{value}°", "{value}°"),
    "unit.lab": ("{value} Lab", "{value} Lab"),
    "unit.plain": ("{value}", "{value}"),
}

_SAID: dict[str, tuple[str, str]] = {
    "measure.grade_matched": ("matched", "一致"),
    "measure.grade_close": ("close", "近い"),
    "measure.grade_differs": ("differs", "違いあり"),
    "measure.grade_far": ("far off", "大きく異なる"),
    "measure.grade_unmeasured": ("cannot be measured", "測定できない"),
    "measure.off_higher": ("{grade}, higher", "{grade}(値が大きい)"),
    "measure.off_lower": ("{grade}, lower", "{grade}(値が小さい)"),
    "measure.off_wider": ("{grade}, more varied", "{grade}(ばらつきが大きい)"),
    "measure.off_narrower": ("{grade}, less varied", "{grade}(ばらつきが小さい)"),
    "measure.against_real": (
        "{name}: real {target} ± {target_deviation}, synthetic {synthetic} ± {synthetic_deviation}: {grade}.",
        "{name}: 実サンプル {target} ± {target_deviation}、合成サンプル {synthetic} ± {synthetic_deviation}: {grade}。",
    ),
    "measure.against_reference": (
        "{name}: reference {target} ± {target_deviation}, synthetic {synthetic} ± {synthetic_deviation}: {grade}. Real {real} ± {real_deviation}.",
        "{name}: 参照 {target} ± {target_deviation}、合成サンプル {synthetic} ± {synthetic_deviation}: {grade}。実サンプル {real} ± {real_deviation}。",
    ),
    "measure.against_varied": (
        "{name}: aimed at {target} ± {target_deviation}, synthetic {synthetic} ± {synthetic_deviation}: {grade}. Real {real} ± {real_deviation}.",
        "{name}: 目標 {target} ± {target_deviation}、合成サンプル {synthetic} ± {synthetic_deviation}: {grade}。実サンプル {real} ± {real_deviation}。",
    ),
    "measure.unmeasured": (
        "{name}: {target} ± {target_deviation} aimed at; it can be measured in {measured} of {samples} synthetic samples only.",
        "{name}: 目標 {target} ± {target_deviation}。測定できた合成サンプルは {samples} 枚中 {measured} 枚だけです。",
    ),
    "measure.distance": (
        "Distance {distance}. A random choice of as many real samples is off by {sampling}.",
        "差 {distance}。同じ枚数の実サンプルを無作為に選んだ場合の差は {sampling}。",
    ),
    "measure.all_matched": (
        "Appearance: all {count} measures are matched.",
        "見た目: {count} 項目すべてが一致しています。",
    ),
    "measure.some_close": (
        "Appearance: {matched} of {count} measures are matched, the others are close.",
        "見た目: {count} 項目中 {matched} 項目が一致し、残りも近い状態です。",
    ),
    "measure.some_differ": (
        "Appearance: {matched} of {count} measures are matched. Look at: {names}.",
        "見た目: {count} 項目中 {matched} 項目が一致しています。確認が必要な項目: {names}。",
    ),
    "measure.no_samples": (
        "Appearance was not measured: every class is kept whole, so there are no synthetic samples.",
        "すべてのクラスを実サンプルのまま残したため、合成サンプルがなく、見た目は測定していません。",
    ),
    "measure.nothing": (
        "Appearance was not measured: the pictures are too small or too plain for it.",
        "画像が小さすぎるか単調なため、見た目を測定できませんでした。",
    ),
    "measure.largest": (
        "Largest gap: {measure} of {name}, {target} aimed at and {synthetic} reached: {gap} times the usual spread within a class.",
        "最大の差: {name} の{measure}(目標 {target}、結果 {synthetic}、クラス内の標準的なばらつきの {gap} 倍)。",
    ),
    "measure.no_largest": (
        "No class looks further off than a random choice of real samples would.",
        "無作為に選んだ実サンプルより差の大きいクラスはありません。",
    ),
    "measure.kind_drawing": ("drawings", "図面"),
    "measure.kind_photo": ("photos", "写真"),
    "measure.measured_on": (
        "{samples} synthetic samples beside {pictures} real pictures, measured as {kind}.",
        "合成サンプル {samples} 枚と実画像 {pictures} 枚を{kind}として測定しました。",
    ),
    "measure.now": ("{name} {target} → {now}", "{name} {target} → {now}"),
    "measure.aimed_and_now": (
        "Appearance (aimed at → now): {measures}",
        "見た目(目標 → 現在): {measures}",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_NAMES, **_UNITS, **_SAID}
