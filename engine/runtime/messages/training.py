"""Sentences about models, weights and rules of training: key -> (English, 日本語)."""

_WEIGHTS: dict[str, tuple[str, str]] = {
    "weights.unreadable": (
        "{file} holds no weights that can be read safely. Save a state dict with torch.save and choose that file.",
        "{file} から重みを安全に読み込めません。torch.save で state dict を保存し、そのファイルを選んでください。",
    ),
    "weights.no_safetensors": (
        "{file} needs the safetensors library, which is not installed. Save the weights with torch.save instead.",
        "{file} を読むには safetensors ライブラリが必要ですが、入っていません。torch.save で保存し直してください。",
    ),
    "weights.other_model": (
        "The weights in {file} are of another model: layers are missing ({count}): {names}. Choose the model they were made with.",
        "{file} の重みは別のモデルのものです。足りない層が {count} あります: {names}。重みを作ったモデルを選んでください。",
    ),
    "weights.other_shape": (
        "The weights in {file} do not fit: {name} is {found}, this model needs {needed}. Choose the model they were made with.",
        "{file} の重みは合いません。{name} は {found} ですが、このモデルでは {needed} が必要です。重みを作ったモデルを選んでください。",
    ),
    "weights.not_finite": (
        "The weights in {file} are damaged: {name} holds values that are no numbers. Choose another file.",
        "{file} の重みは壊れています。{name} に数値でない値があります。別のファイルを選んでください。",
    ),
}

_RULE: dict[str, tuple[str, str]] = {
    "protocol.same_steps": (
        "Equal steps: here every set is trained for the same number of steps, {steps}; small sets show each picture more often.",
        "同じステップ数: ここでは、どのデータも同じ {steps} ステップ学習させます。小さいデータほど、同じ画像を何度も見ることになります。",
    ),
    "protocol.same_steps_open": (
        "Equal steps: here every set is trained for as many steps as all real samples need by this rule. What differs is the data alone; no time is saved.",
        "同じステップ数: ここでは、実サンプル全体にこの規則で必要なステップ数だけ、どのデータも学習させます。違いはデータだけで、時間は短くなりません。",
    ),
    "protocol.same_epochs": (
        "Equal epochs: here every picture of every set is seen exactly {epochs} times, without a least number of steps; small sets get few steps.",
        "同じエポック数: ここでは、どのデータの画像もちょうど {epochs} 回ずつ見せ、最低ステップ数は設けません。小さいデータのステップ数は少なくなります。",
    ),
    "protocol.fine_tuned": (
        "The model starts from weights in a file instead; its classifier is new, and the learning rate is a tenth of the usual.",
        "モデルは、ファイルの重みから学習を始めます。分類層だけは新しくし、学習率は通常の 10 分の 1 です。",
    ),
}

_SETS: dict[str, tuple[str, str]] = {
    "set.kcenter": ("k-center real", "k-center 選択"),
    "set.packed": ("random real, packed", "ランダム選択(縮小)"),
    "roi.no_gain_kcenter": (
        "No gain over real samples of the same data size chosen by k-center: {condensed} % against {baseline} %, within the margin of error.",
        "同じデータ量の k-center で選んだ実サンプルと差がありません: {condensed} % 対 {baseline} %(誤差の範囲)。",
    ),
    "roi.gain_kcenter": (
        "{gain} points better than real samples of the same data size chosen by k-center.",
        "同じデータ量の k-center で選んだ実サンプルより {gain} ポイント高い正解率です。",
    ),
    "roi.no_gain_packed": (
        "No gain over random real samples that are reduced and packed into the same bytes: {condensed} % against {baseline} %, within the margin of error.",
        "縮小して同じバイト数に詰めたランダムな実サンプルと差がありません: {condensed} % 対 {baseline} %(誤差の範囲)。",
    ),
    "roi.gain_packed": (
        "{gain} points better than random real samples that are reduced and packed into the same bytes.",
        "縮小して同じバイト数に詰めたランダムな実サンプルより {gain} ポイント高い正解率です。",
    ),
    "roi.better_baseline": (
        "Real samples are better here: {name} reach {baseline} %, the condensed set {condensed} %.",
        "ここでは実サンプルの方が良い結果です。{name} {baseline} %、濃縮データ {condensed} %。",
    ),
}

_MODELS: dict[str, tuple[str, str]] = {
    "model.convnet": ("ConvNet", "ConvNet"),
    "model.resnet18": ("ResNet-18", "ResNet-18"),
    "model.mobilenet": ("MobileNetV3-Small", "MobileNetV3-Small"),
    "model.efficientnet": ("EfficientNet-B0", "EfficientNet-B0"),
    "command.trial_model": (
        "The same sets under {model}:",
        "同じデータで {model} を学習させた結果:",
    ),
    "report.model_mobilenet": ("A MobileNetV3-Small", "MobileNetV3-Small"),
    "report.model_efficientnet": ("An EfficientNet-B0", "EfficientNet-B0"),
}

SENTENCES: dict[str, tuple[str, str]] = {**_WEIGHTS, **_RULE, **_SETS, **_MODELS}
