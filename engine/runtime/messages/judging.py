"""Sentences about verdicts, blind tests and signing off: key -> (English, 日本語)."""

_VERDICTS: dict[str, tuple[str, str]] = {
    "verdict.accepted": ("accepted", "合格"),
    "verdict.rejected": ("rejected", "不合格"),
    "verdict.hold": ("on hold", "保留"),
    "verdict.open": ("not judged", "未判定"),
    "verdict.reason_wrong_class": ("wrong class or structure", "クラス・形状の誤り"),
    "verdict.reason_blurred": ("blurred", "ぼけ"),
    "verdict.reason_artefact": ("artefact", "不自然な模様"),
    "verdict.reason_noisy": ("too noisy", "ノイズが多い"),
    "verdict.reason_appearance": ("looks off", "見た目の違い"),
    "verdict.reason_copy": ("copy of a real picture", "実画像の写し"),
    "verdict.reason_twin": ("twin of another sample", "別のサンプルと酷似"),
    "verdict.reason_impossible": ("not a possible picture", "ありえない画像"),
    "verdict.reason_other": ("other", "その他"),
    "verdict.counts": (
        "{judged} of {samples} judged: {accepted} accepted, {rejected} rejected, {hold} on hold.",
        "{samples} 枚中 {judged} 枚を判定済み: 合格 {accepted}、不合格 {rejected}、保留 {hold}。",
    ),
    "verdict.no_second_look": (
        "No sample was judged a second time.",
        "再判定したサンプルはありません。",
    ),
    "verdict.agreement": (
        "Samples judged a second time, without sight of the first verdict: {twice}; with the same verdict: {agreeing} ({percent} %).",
        "最初の判定を見ずに {twice} 枚を再判定し、{agreeing} 枚({percent} %)が同じ判定でした。",
    ),
    "verdict.kappa": (
        "Cohen's kappa {kappa} (1: always the same, 0: as often as by chance).",
        "Cohen の κ = {kappa}(1: すべて一致、0: 偶然と同程度)。",
    ),
    "verdict.no_kappa": (
        "Kappa is not defined, because only one verdict was given.",
        "判定が 1 種類だけのため、κ は計算できません。",
    ),
}

_SIGNING: dict[str, tuple[str, str]] = {
    "sign_off.no_name": (
        "A sign-off needs the name of whoever signs.",
        "承認には承認者の名前が必要です。",
    ),
    "sign_off.open": (
        "Samples of run {run} that are not judged yet: {count} of {samples}. Judge them, or sign off in part.",
        "実行 {run} の {samples} 枚のうち {count} 枚が未判定です。判定してから承認するか、一部承認にしてください。",
    ),
    "sign_off.on_hold": (
        "Samples of run {run} that are on hold: {count} of {samples}. Decide on them, or sign off in part.",
        "実行 {run} の {samples} 枚のうち {count} 枚が保留です。判定を決めるか、一部承認にしてください。",
    ),
    "sign_off.rejected": (
        "Samples of run {run} that are rejected and still in the set: {count} of {samples}. Leave them out or replace them, or sign off in part.",
        "実行 {run} の {samples} 枚のうち {count} 枚が不合格のまま残っています。除外または置き換えるか、一部承認にしてください。",
    ),
    "sign_off.none": ("Not signed off.", "未承認です。"),
    "sign_off.state_signed": (
        "Signed off by {inspector} on {time}, samples accepted: all {samples}, unchanged since (hash {hash}).",
        "{inspector} が承認済み({time}): 全 {samples} 枚合格、その後の変更なし(ハッシュ {hash})。",
    ),
    "sign_off.state_changed": (
        "Changed since {inspector} signed off on {time} (samples accepted: all {samples}, hash {hash}): sign off again.",
        "{inspector} の承認({time}、全 {samples} 枚合格、ハッシュ {hash})の後に変更があります。もう一度承認してください。",
    ),
    "sign_off.state_partial_signed": (
        "Signed off in part by {inspector} on {time}, samples accepted: {accepted} of {samples}, unchanged since (hash {hash}).",
        "{inspector} が一部承認済み({time}): {samples} 枚中 {accepted} 枚合格、その後の変更なし(ハッシュ {hash})。",
    ),
    "sign_off.state_partial_changed": (
        "Changed since {inspector} signed off in part on {time} (samples accepted: {accepted} of {samples}, hash {hash}): sign off again.",
        "{inspector} の一部承認({time}、{samples} 枚中 {accepted} 枚合格、ハッシュ {hash})の後に変更があります。もう一度承認してください。",
    ),
}

_BLIND: dict[str, tuple[str, str]] = {
    "blind.too_few": (
        "A blind test needs a class with synthetic samples and real training pictures; this set has none.",
        "ブラインドテストには、合成サンプルと学習用の実画像の両方があるクラスが必要ですが、このデータにはありません。",
    ),
    "blind.taken": (
        "Blind test by {inspector} on {time}: {result}",
        "ブラインドテスト({inspector}、{time}): {result}",
    ),
    "blind.taken_unnamed": (
        "Blind test on {time}: {result}",
        "ブラインドテスト({time}): {result}",
    ),
    "blind.nothing": ("No pair was answered.", "回答した組はありません。"),
    "blind.guessing": (
        "{told} of {count} told rightly ({low}–{high} %): cannot be told from guessing.",
        "{count} 組中 {told} 組を正しく見分けました({low}–{high} %)。当て推量と区別できません。",
    ),
    "blind.recognised": (
        "{told} of {count} told rightly ({low}–{high} %): the samples are recognisable; that is normal for condensed samples and says nothing about how well they train.",
        "{count} 組中 {told} 組を正しく見分けました({low}–{high} %)。合成サンプルだとわかります。濃縮サンプルでは普通のことで、学習への効果とは関係ありません。",
    ),
    "blind.mistaken": (
        "{told} of {count} told rightly ({low}–{high} %), less often than by guessing: the two kinds look different, but the synthetic samples are taken for the real ones.",
        "{count} 組中 {told} 組を正しく見分けました({low}–{high} %)。当て推量より少なく、違いはわかるものの、合成サンプルのほうが実画像と思われています。",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_VERDICTS, **_SIGNING, **_BLIND}
"""All of them."""
