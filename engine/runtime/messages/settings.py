"""The settings: what each is called and does, its choices, and what is told of their files.

Keys are ``setting.`` and the entry's name, with ``.help``, ``.empty`` and ``.`` and a choice.
"""

_SECTIONS: dict[str, tuple[str, str]] = {
    "settings.general": ("General", "全般"),
    "settings.computing": ("Computing", "計算"),
    "settings.jobs": ("While a job runs", "処理の実行中"),
    "settings.costs": ("Costs of new projects", "新規プロジェクトの費用"),
    "settings.general.help": (
        "How the window looks, and where projects go.",
        "画面の表示と保存先です。",
    ),
    "settings.computing.help": (
        "What Shizuku may use of this computer. A recipe may ask for something else.",
        "このコンピューターで使ってよい範囲です。実行ごとの条件で変えることもできます。",
    ),
    "settings.jobs.help": (
        "What Shizuku does while it calculates, and when it is done.",
        "計算中と終了時の動作です。",
    ),
    "settings.costs.help": (
        "New projects begin with these; projects that exist keep their own.",
        "新しいプロジェクトの初期値です。既存のプロジェクトの値は変わりません。",
    ),
}

_ENTRIES: dict[str, tuple[str, str]] = {
    "setting.language": ("Language", "言語"),
    "setting.language.help": ("Of the window and of reports.", "画面とレポートの言語です。"),
    "setting.language.system": ("As the system", "システムに合わせる"),
    "setting.language.en": ("English", "English (英語)"),
    "setting.theme": ("Theme", "テーマ"),
    "setting.theme.help": (
        "Light, dark, or as the system is.",
        "ライト、ダーク、またはシステムの設定に合わせます。",
    ),
    "setting.theme.system": ("As the system", "システムに合わせる"),
    "setting.theme.light": ("Light", "ライト"),
    "setting.theme.dark": ("Dark", "ダーク"),
    "setting.projects_folder": ("Folder of new projects", "新規プロジェクトの保存先"),
    "setting.projects_folder.help": (
        "Where new projects are proposed; each can still be put elsewhere.",
        "新しいプロジェクトの保存先の候補です。取り込みごとに変更できます。",
    ),
    "setting.projects_folder.empty": ("Shizuku in your documents", "ドキュメント内の Shizuku"),
    "setting.device": ("Device", "計算装置"),
    "setting.device.help": (
        "Where to compute; automatic takes a GPU where there is one.",
        "計算に使う装置です。自動では GPU があれば使います。",
    ),
    "setting.device.auto": ("Automatic", "自動"),
    "setting.device.cpu": ("Processor (CPU)", "プロセッサー(CPU)"),
    "setting.device.cuda": ("Graphics card (CUDA)", "グラフィックカード(CUDA)"),
    "setting.device.mps": ("Graphics processor of this Mac", "この Mac の GPU"),
    "setting.memory": ("Memory", "メモリ"),
    "setting.memory.help": (
        "What condensing and trials may take; what is beyond it is kept on disk.",
        "濃縮と試し学習が使う上限です。超える分はディスクに置きます。",
    ),
    "setting.memory.empty": ("Half of what is free", "空きの半分"),
    "setting.threads": ("Threads", "スレッド数"),
    "setting.threads.help": (
        "How many threads calculate and read pictures; fewer leave room for other programs.",
        "計算と画像の読み込みに使う数です。減らすとほかのソフトに余裕ができます。",
    ),
    "setting.threads.empty": ("Automatic", "自動"),
    "setting.keep_awake": ("Keep the computer awake", "スリープを防ぐ"),
    "setting.keep_awake.help": (
        "The computer does not go to sleep while a job runs.",
        "処理の実行中はコンピューターがスリープしません。",
    ),
    "setting.notify": ("Tell when a job ends", "処理の終了を知らせる"),
    "setting.notify.help": (
        "With a notification of the system, if you are in another window then.",
        "ほかのウィンドウを使っているとき、システムの通知で知らせます。",
    ),
}

_FILES: dict[str, tuple[str, str]] = {
    "settings.damaged": (
        "Entries of {file} were damaged and have their defaults again: {what}. The file as it was is kept as {path}.",
        "{file} の一部が壊れていたため、初期値に戻しました: {what}。元のファイルは {path} に残してあります。",
    ),
    "settings.unreadable": (
        "{file} could not be read ({what}), so all settings have their defaults. The file as it was is kept as {path}.",
        "{file} を読み込めなかったため({what})、すべての設定を初期値に戻しました。元のファイルは {path} に残してあります。",
    ),
    "settings.policy_unreadable": (
        "The policy file {file} could not be read ({reason}), so none of it holds. Tell your administrator.",
        "管理者の設定ファイル {file} を読み込めないため({reason})、適用していません。管理者に連絡してください。",
    ),
    "settings.policy_wrong": (
        "Entries of the policy file {file} mean nothing or are not allowed: {names}. The others hold; tell your administrator.",
        "管理者の設定ファイル {file} に使えない項目があります: {names}。ほかの項目は適用しました。管理者に連絡してください。",
    ),
    "settings.firm_device": (
        "An administrator has set the device of this computer to {device}. Choose it, or automatic.",
        "このコンピューターの計算装置は管理者が {device} に決めています。{device} か自動を選んでください。",
    ),
    "settings.by_policy": (
        "Set by your administrator in {file}.",
        "管理者が {file} で決めています。",
    ),
    "settings.some_by_policy": (
        "Your administrator has set some of these in {file}; they cannot be changed here.",
        "一部の項目は管理者が {file} で決めているため、ここでは変更できません。",
    ),
    "settings.not_allowed": (
        "{name}: this value is not allowed. Choose another.",
        "{name}: この値は使えません。別の値にしてください。",
    ),
    "settings.exported": (
        "Settings written to {file}. Import it on other workstations, or make it their policy.",
        "設定を {file} に書き出しました。ほかの端末で取り込むか、管理者の設定ファイルに使えます。",
    ),
    "settings.not_settings": (
        "{file} is not a file of settings ({reason}). Choose one that Shizuku has exported.",
        "{file} は設定のファイルではありません({reason})。Shizuku で書き出したファイルを選んでください。",
    ),
    "settings.none_in_file": (
        "{file} holds no settings of Shizuku. Choose one that Shizuku has exported.",
        "{file} には Shizuku の設定がありません。Shizuku で書き出したファイルを選んでください。",
    ),
    "settings.taken": (
        "Settings taken from {file}: {count}. They hold when you press OK.",
        "{file} から取り込んだ設定: {count} 件。OK を押すと有効になります。",
    ),
    "settings.left_firm": (
        "Not taken, as your administrator has set them: {names}.",
        "管理者が決めているため取り込まなかった項目: {names}。",
    ),
    "settings.left_invalid": (
        "Not taken, as the value is not allowed: {names}.",
        "値が正しくないため取り込まなかった項目: {names}。",
    ),
    "settings.left_unknown": (
        "Not known to this version: {names}.",
        "この版にはない項目: {names}。",
    ),
    "settings.left_personal": (
        "Personal, so left out: {names}.",
        "個人の情報のため除いた項目: {names}。",
    ),
}

_DOCUMENT: dict[str, tuple[str, str]] = {
    "settings.column_entry": ("entry in files", "ファイルでの名前"),
    "settings.column_title": ("setting", "設定"),
    "settings.column_default": ("default", "初期値"),
    "settings.column_allowed": ("allowed", "範囲"),
    "settings.column_help": ("what it does", "説明"),
    "settings.column_keys": ("keys", "キー"),
    "settings.column_command": ("what they do", "操作"),
    "settings.folder_allowed": ("a whole path", "絶対パス"),
    "settings.or_empty": ("{values}, or `null`: {empty}", "{values}、または `null`: {empty}"),
}

SENTENCES: dict[str, tuple[str, str]] = {**_SECTIONS, **_ENTRIES, **_FILES, **_DOCUMENT}
