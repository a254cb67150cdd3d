"""Sentences about continual use of a condensed set: key -> (English, 日本語)."""

_FAULTS: dict[str, tuple[str, str]] = {
    "continual.same": (
        "{file} is the project that was condensed. Choose the project of the new pictures.",
        "{file} は濃縮したプロジェクト自身です。新しい画像のプロジェクトを選んでください。",
    ),
    "continual.other_shape": (
        "{file} holds pictures of {found} values, those condensed have {needed}. Import the new pictures with the same size and colour.",
        "{file} の画像は {found}、濃縮した画像は {needed} です。新しい画像を同じサイズと色で取り込んでください。",
    ),
    "continual.unknown_classes": (
        "{file} has classes that were not condensed: {names}. Rename or leave them out, or condense again with them.",
        "{file} に濃縮していないクラスがあります: {names}。名前を合わせるか除外し、必要ならそのクラスを含めて濃縮し直してください。",
    ),
    "continual.no_train": (
        "{file} has no training pictures, so there is nothing new to learn. Import the new pictures with a training part.",
        "{file} に学習用の画像がないため、新しく学習できません。学習用の割合を指定して、新しい画像を取り込んでください。",
    ),
}

_WORDS: dict[str, tuple[str, str]] = {
    "stage.continual_copies": (
        "Looking for new pictures that are old ones",
        "新旧で同じ画像を確認中",
    ),
    "continual.keep_everything": ("all old pictures + new", "古い画像すべて + 新しい画像"),
    "continual.keep_condensed": ("condensed set + new", "濃縮データ + 新しい画像"),
    "continual.keep_random": ("random old pictures + new", "ランダムな古い画像 + 新しい画像"),
    "continual.keep_new": ("new pictures alone", "新しい画像のみ"),
    "continual.side_old": ("old test pictures", "古いテスト画像"),
    "continual.side_new": ("new test pictures", "新しいテスト画像"),
    "continual.row": (
        "{name}: {old} on old test pictures, {new} on new ones, {size} kept, {seconds} s of training",
        "{name}: 古いテスト画像 {old}、新しいテスト画像 {new}、保存量 {size}、学習 {seconds} 秒",
    ),
}

_FINDINGS: dict[str, tuple[str, str]] = {
    "continual.conclusion": (
        "Condensed set instead of all old pictures: {sides}.",
        "古い画像すべての代わりに濃縮データだけを残した場合: {sides}。",
    ),
    "continual.level": (
        "on {side} no difference can be told ({points} points)",
        "{side}では差があるとは言えません({points} ポイント)",
    ),
    "continual.lost": ("on {side} {points} points lost", "{side}で {points} ポイント低下"),
    "continual.gained": ("on {side} {points} points gained", "{side}で {points} ポイント向上"),
    "continual.saved": (
        "Kept of the old pictures: {kept} instead of {old}; a training takes {condensed} instead of {everything}.",
        "古い画像の保存量は {old} から {kept} に、1 回の学習は {everything}から {condensed}になります。",
    ),
    "continual.saved_bytes": (
        "Kept of the old pictures: {kept} instead of {old}; a training takes as long as with all of them: {everything}.",
        "古い画像の保存量は {old} から {kept} になります。1 回の学習時間は {everything}で変わりません。",
    ),
    "continual.random_worse": (
        "On old test pictures the condensed set is {points} points better than random old pictures in the same bytes.",
        "古いテスト画像では、濃縮データは同じデータ量のランダムな古い画像より {points} ポイント高い正解率です。",
    ),
    "continual.random_better": (
        "On old test pictures random old pictures in the same bytes are {points} points better than the condensed set.",
        "古いテスト画像では、同じデータ量のランダムな古い画像の方が濃縮データより {points} ポイント高い正解率です。",
    ),
    "continual.random_alike": (
        "On old test pictures no difference can be told between the condensed set and random old pictures in the same bytes ({points} points).",
        "古いテスト画像では、濃縮データと同じデータ量のランダムな古い画像の間に差があるとは言えません(濃縮データの差 {points} ポイント)。",
    ),
    "continual.nothing_kept": (
        "With new pictures alone, {points} points are lost on old test pictures: what keeping nothing would cost.",
        "新しい画像だけで学習すると、古いテスト画像で {points} ポイント低下します(何も残さない場合)。",
    ),
    "continual.nothing_kept_level": (
        "With new pictures alone no loss on old test pictures can be told ({points} points): keeping nothing might do as well.",
        "新しい画像だけで学習しても、古いテスト画像で低下するとは言えません({points} ポイント)。何も残さなくても足りる可能性があります。",
    ),
    "continual.once": (
        "One training of each shows no chance: train at least twice before relying on it.",
        "1 回の学習では偶然のばらつきがわかりません。判断には 2 回以上学習してください。",
    ),
    "continual.copies": (
        "New training pictures that are, pixel by pixel, old ones too: {count}.",
        "古い学習用画像とまったく同じ新しい学習用画像: {count} 枚。",
    ),
    "continual.leak": (
        "Test pictures that stand among the training pictures of the other side (old: {old}, new: {new}): accuracies are too good. Leave these pictures out and try again.",
        "もう一方の学習用画像と同じテスト画像があり(古い側 {old}、新しい側 {new})、正解率が高めに出ています。該当する画像を除外して、もう一度試してください。",
    ),
    "continual.different": (
        "Old and new pictures were imported with different settings ({names}), so part of what differs may be the preparation.",
        "古い画像と新しい画像は取り込みの設定が異なります({names})。差の一部は前処理によるものかもしれません。",
    ),
    "continual.weight": (
        "A small old set would drown among many new pictures (training pictures: {new}); so each of its samples stands in a training as often as makes both weigh about the same (here: {times}). Random old pictures are treated alike; all old pictures stand once.",
        "少ない古いデータが多くの新しい画像(学習用 {new} 枚)に埋もれないよう、両方の重みがほぼ同じになる回数だけ各サンプルを繰り返します(ここでは {times} 回)。ランダムな古い画像も同様で、古い画像すべての場合は 1 回ずつです。",
    ),
}

_REPORT: dict[str, tuple[str, str]] = {
    "report.continual": ("New pictures later", "新しい画像での継続利用"),
    "report.continual_intro": (
        "{model}, trained on the new pictures of {project} (training pictures: {count}) beside what is kept of the old ones.",
        "{project} の新しい画像(学習用 {count} 枚)と、残した古いデータを合わせて {model} を学習させました。",
    ),
    "report.continual_kept": ("Kept", "残すもの"),
    "report.continual_note": (
        "± is the interval over trainings and test pictures. Tested: {old} old and {new} new pictures that no training has seen.",
        "± は学習のばらつきとテスト画像の枚数による誤差です。学習に使っていない古い画像 {old} 枚、新しい画像 {new} 枚で評価しました。",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_FAULTS, **_WORDS, **_FINDINGS, **_REPORT}
