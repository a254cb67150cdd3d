"""Sentences on what was noticed about imported pictures: key -> (English, 日本語)."""

from itertools import permutations

_COPIES: dict[str, tuple[str, str]] = {
    "check.class_conflict": (
        "Pictures that lie in two classes byte for byte the same: {count}. One of the labels must be wrong, so they are left out of all classes.",
        "まったく同じ画像が 2 つ以上のクラスに入っています({count} 枚)。どちらかのラベルが誤りのため、すべてのクラスから除外します。",
    ),
    "check.near_conflict": (
        "Pictures nearly the same as one of another class: {count}. One of the labels may be wrong. Look at them in pairs; the remedy leaves both of each pair out.",
        "{count} 枚は別のクラスの画像とほぼ同じで、どちらかのラベルが誤りかもしれません。並べて確認してください。対処すると両方を除外します。",
    ),
    "check.leak": (
        "Training pictures that are also test pictures, byte for byte: {count}. They are left out of training so that the test stays fair.",
        "学習用の画像 {count} 枚が、テスト用にもまったく同じ内容で入っています。公正に評価するため、学習用から除外します。",
    ),
    "check.near_leak": (
        "Training pictures nearly the same as a test picture: {count}. The test may look better than it is. The remedy leaves them out of training.",
        "学習用の画像 {count} 枚がテスト用の画像とほぼ同じです。評価が実力より良く出るおそれがあります。対処すると学習用から除外します。",
    ),
    "check.duplicates": (
        "Byte-for-byte copies of another picture of their class: {count}. It counts several times because of them; the remedy keeps one of each.",
        "{count} 枚は同じクラスの別の画像とまったく同じで、同じ画像が重複して数えられます。対処するとそれぞれ 1 枚だけ残します。",
    ),
    "check.near_duplicates": (
        "Pictures nearly the same as another one of their class: {count}. They add little; the remedy keeps one of each.",
        "{count} 枚は同じクラスの別の画像とほぼ同じで、得られる情報はわずかです。対処するとそれぞれ 1 枚だけ残します。",
    ),
}

_QUALITY: dict[str, tuple[str, str]] = {
    "check.blurred": (
        "Pictures much more blurred than others of their class: {count} (sharpness {value} at worst; usual there: {usual}). The remedy leaves them out.",
        "{count} 枚は同じクラスの画像に比べて大きくぼけています(鮮鋭度は最低 {value}、クラスの標準は {usual})。対処すると除外します。",
    ),
    "check.dark": (
        "Pictures much darker than others of their class: {count} (mean grey level {value} at worst; usual there: {usual}). The remedy leaves them out.",
        "{count} 枚は同じクラスの画像に比べて極端に暗いです(平均の明るさは最低 {value} 階調、クラスの標準は {usual} 階調)。対処すると除外します。",
    ),
    "check.bright": (
        "Pictures much brighter than others of their class: {count} (mean grey level {value} at worst; usual there: {usual}). The remedy leaves them out.",
        "{count} 枚は同じクラスの画像に比べて極端に明るいです(平均の明るさは最高 {value} 階調、クラスの標準は {usual} 階調)。対処すると除外します。",
    ),
    "check.empty": (
        "Pictures of nearly one even tone, showing next to nothing: {count}. Check that they are meant; the remedy leaves them out.",
        "{count} 枚はほぼ一色で、何も写っていないようです。意図した画像か確認してください。対処すると除外します。",
    ),
    "check.odd_size": (
        "Pictures of an unusual size or shape: {count}. Their longer side is less than a quarter of the usual one ({usual} px), or their proportions are 2.5 times off. The remedy leaves them out.",
        "{count} 枚は大きさか縦横比が普通と異なります(標準の辺 {usual} px の 4 分の 1 未満、または縦横比が 2.5 倍以上違います)。対処すると除外します。",
    ),
}

_CLASSES: dict[str, tuple[str, str]] = {
    "check.small_class": (
        "Class {name} is small (training pictures: {count}), so results for it will be unsure. Add more if you can, to at least {least}.",
        "クラス「{name}」の学習用画像は {count} 枚だけで、結果が不確かになります。できれば {least} 枚以上に増やしてください。",
    ),
    "check.imbalance": (
        "The classes are uneven: {largest} has {most} training pictures, {smallest} only {fewest}. Rare classes are recognised less well.",
        "クラスの枚数に偏りがあります: {largest} は学習用 {most} 枚、{smallest} は {fewest} 枚です。少ないクラスは認識しにくくなります。",
    ),
    "check.untested": (
        "Classes without test pictures, whose recall cannot be measured ({count}): {names}.",
        "{count} 個のクラスにはテスト用の画像がないため、再現率を測れません: {names}。",
    ),
    "check.one_class": (
        "There is only one class ({name}). Condensing needs at least two: add a folder for each further class.",
        "クラスが 1 つ({name})だけです。濃縮には 2 つ以上必要です。クラスごとにフォルダーを追加してください。",
    ),
}

_TRAITS: dict[str, tuple[str, str]] = {
    "noise": (
        "noise {noise} against {noise_others} grey levels",
        "ノイズが {noise} 階調(他のクラスは {noise_others} 階調)",
    ),
    "paper": (
        "paper tone {paper} against {paper_others} grey levels",
        "紙の明るさが {paper} 階調(他のクラスは {paper_others} 階調)",
    ),
    "size": (
        "size {size} against {size_others} px",
        "画像の大きさが {size} px(他のクラスは {size_others} px)",
    ),
    "format": (
        "file format {format} against {format_others}",
        "ファイル形式が {format}(他のクラスは {format_others})",
    ),
}


def _scanner(*traits: str) -> tuple[str, str]:
    english = ", ".join(_TRAITS[one][0] for one in traits)
    japanese = "、".join(_TRAITS[one][1] for one in traits)
    return (
        f"Class {{name}} can be told from the others without looking at what it shows: {english}. If it was taken with another camera or scanner, a model may learn that instead of the product. Take pictures of all classes in the same way.",
        f"クラス「{{name}}」は、写っている物を見なくても他のクラスと見分けられます: {japanese}。別のカメラやスキャナーで取り込んだ場合、製品ではなく機器の違いを学習するおそれがあります。全クラスを同じ条件で撮影してください。",
    )


_SCANNERS = {
    "check.scanner_" + "_".join(traits): _scanner(*traits)
    for count in (1, 2)
    for traits in permutations(_TRAITS, count)
}

SENTENCES: dict[str, tuple[str, str]] = {**_COPIES, **_QUALITY, **_CLASSES, **_SCANNERS}
