"""Which device is used and why, with the next step: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "device.gpu": (
        "Computes on {name} ({memory} GiB, {kind} {version}).",
        "{name}({memory} GiB、{kind} {version})で計算します。",
    ),
    "device.mps": (
        "Computes on this Mac's graphics processor, as you have chosen.",
        "設定に従い、この Mac の GPU で計算します。",
    ),
    "device.firm": (
        "Computes on the processor: your administrator has set it so.",
        "CPU で計算します。管理者がそう決めています。",
    ),
    "device.chosen": (
        "Computes on the processor, as the settings say. “Automatic” would take a graphics card.",
        "設定に従い CPU で計算します。「自動」にするとグラフィックカードを使います。",
    ),
    "device.no_card": (
        "Computes on the processor: no NVIDIA graphics card was found. Nothing needs to be done; "
        "a card would make condensing faster.",
        "NVIDIA のグラフィックカードが見つからないため、CPU で計算します。対応は不要です。"
        "カードがあれば濃縮が速くなります。",
    ),
    "device.cpu_build": (
        "Computes on the processor: this Shizuku is built for the processor alone. For the NVIDIA "
        "graphics card of this computer, install the variant with CUDA.",
        "この Shizuku は CPU 専用のため、CPU で計算します。このコンピューターの NVIDIA グラフィック"
        "カードを使うには、CUDA 版をインストールしてください。",
    ),
    "device.cpu_build_no_card": (
        "Computes on the processor: this Shizuku is built for the processor alone, and no NVIDIA "
        "graphics card was found. Nothing needs to be done.",
        "この Shizuku は CPU 専用で、NVIDIA のグラフィックカードも見つからないため、CPU で計算します。"
        "対応は不要です。",
    ),
    "device.no_driver": (
        "Computes on the processor: there is an NVIDIA graphics card, but its driver was not "
        "found. Install the NVIDIA driver (for CUDA {needed} or later) and start again.",
        "NVIDIA のグラフィックカードはありますが、ドライバーが見つからないため、CPU で計算します。"
        "NVIDIA ドライバー(CUDA {needed} 以降に対応)を入れて、起動し直してください。",
    ),
    "device.old_driver": (
        "Computes on the processor: the NVIDIA driver is too old (it is for CUDA {found}, this "
        "Shizuku needs {needed}). Update the driver and start again.",
        "NVIDIA ドライバーが古いため(対応 CUDA {found}、必要 {needed})、CPU で計算します。"
        "ドライバーを更新して、起動し直してください。",
    ),
    "device.old_card": (
        "Computes on the processor: {name} is older than this Shizuku can use (it has compute "
        "capability {found}, {needed} is needed). A newer graphics card would be used.",
        "{name} は古く、この Shizuku では使えないため(Compute Capability {found}、必要 {needed})、"
        "CPU で計算します。新しいグラフィックカードなら使えます。",
    ),
    "device.hidden": (
        "Computes on the processor: the variable CUDA_VISIBLE_DEVICES hides the graphics card. "
        "Remove it and start again.",
        "環境変数 CUDA_VISIBLE_DEVICES でグラフィックカードが隠されているため、CPU で計算します。"
        "変数を外して、起動し直してください。",
    ),
    "device.fault": (
        "Computes on the processor: the graphics card could not be used ({reason}). Restart the "
        "computer; if that does not help, install the NVIDIA driver again.",
        "グラフィックカードを使えないため({reason})、CPU で計算します。コンピューターを再起動し、"
        "直らなければ NVIDIA ドライバーを入れ直してください。",
    ),
}
