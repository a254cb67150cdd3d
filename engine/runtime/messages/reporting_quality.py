"""What the report says of the quality check: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "report.quality": ("Quality check", "品質確認"),
    "report.quality_none": (
        "No sample has been judged (samples: {samples}).",
        "{samples} 枚すべてが未判定です。",
    ),
    "report.quality_statement": ("{inspector}, {time}:", "{inspector}({time}):"),
    "report.quality_earlier": (
        "Earlier: {inspector}, {time}, samples accepted: {accepted} of {samples}, hash {hash}.",
        "以前の承認: {inspector}({time})、{samples} 枚中 {accepted} 枚合格、ハッシュ {hash}。",
    ),
    "report.quality_accepted": ("Accepted", "合格"),
    "report.quality_rejected": ("Rejected", "不合格"),
    "report.quality_hold": ("On hold", "保留"),
    "report.quality_open": ("Not judged", "未判定"),
    "report.quality_reasons": ("Reasons", "理由"),
    "report.quality_reason": ("{reason}: {count}", "{reason}: {count} 枚"),
    "report.quality_doubtful": ("Rejected or on hold", "不合格・保留のサンプル"),
    "report.quality_number": ("No. in class", "クラス内の番号"),
    "report.quality_verdict": ("Verdict", "判定"),
    "report.quality_note": ("Note", "メモ"),
    "report.quality_inspector": ("Inspector", "検査者"),
    "report.quality_inspectors": ("Inspectors", "検査者"),
    "report.quality_unnamed": ("no name given", "名前の記入なし"),
    "report.quality_judged_by": (
        "{inspector}, samples judged: {samples}, {first} to {last}",
        "{inspector}: {samples} 枚、{first} ~ {last}",
    ),
    "report.quality_second": ("Second look", "再判定"),
    "report.quality_first_verdict": ("First verdict", "最初の判定"),
    "report.quality_second_verdict": ("Second verdict", "再判定"),
    "report.quality_blind": ("Blind test: real or synthetic?", "ブラインドテスト: 実か合成か"),
    "report.quality_blind_note": (
        "Pairs of a synthetic sample and a real picture of the same class, sides at random: which is the synthetic one? Guessing tells half of them. In brackets: where the hit rate lies with 95 % confidence (Wilson).",
        "同じクラスの合成サンプルと実画像を左右無作為に並べ、どちらが合成かを答えます。当て推量なら正解は半分です。括弧内は正解率の 95 % 信頼区間(Wilson)です。",
    ),
    "report.quality_hash_note": (
        "The hash (SHA-256, first 16 digits) is over images, labels, class names, normalisation and verdicts. It shows later changes; it is no cryptographic signature.",
        "ハッシュ(SHA-256 の先頭 16 桁)は画像、ラベル、クラス名、正規化の値、判定から計算します。後からの変更がわかりますが、電子署名ではありません。",
    ),
}
