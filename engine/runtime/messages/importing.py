"""Sentences said while importing: key -> (English, 日本語)."""

_STAGES: dict[str, tuple[str, str]] = {
    "stage.scan": ("Looking through the folder", "フォルダーを調べています"),
    "stage.read": ("Reading and preparing the pictures", "画像を読み込み、整えています"),
    "stage.check": ("Looking for copies and odd pictures", "重複や気になる画像を調べています"),
    "stage.compare": ("Comparing pictures that look alike", "似ている画像を比べています"),
    "stage.write": ("Writing the prepared pictures", "整えた画像を書き込んでいます"),
    "stage.reference": (
        "Reading and preparing the reference pictures",
        "参照画像を読み込み、整えています",
    ),
    "stage.draw": ("Drawing the samples", "サンプル図面を描いています"),
}

_FAILURES: dict[str, tuple[str, str]] = {
    "import.not_a_folder": (
        "{file} is neither a folder nor a ZIP, TAR, PDF, DXF or TIFF file. Choose the folder or archive that holds the pictures.",
        "{file} はフォルダーでも ZIP・TAR・PDF・DXF・TIFF ファイルでもありません。画像の入ったフォルダーか圧縮ファイルを選んでください。",
    ),
    "import.archive_damaged": (
        "{file} cannot be read: the archive is damaged or of another kind. Make or copy it again, or unpack it and choose the folder.",
        "{file} を読めません。圧縮ファイルが壊れているか、対応していない形式です。作り直すかコピーし直すか、展開したフォルダーを選んでください。",
    ),
    "import.archive_entries": (
        "{file} holds more than {limit} files, more than Shizuku opens in one archive. Split it, or unpack it and choose the folder.",
        "{file} に含まれるファイルが {limit} 個を超えています。分割するか、展開したフォルダーを選んでください。",
    ),
    "import.archive_size": (
        "{file} would unpack to more than {limit} GiB, which Shizuku refuses. Unpack it yourself and choose the folder.",
        "{file} は展開すると {limit} GiB を超えるため開けません。展開してからフォルダーを選んでください。",
    ),
    "import.archive_bomb": (
        "{file} would unpack to more than {limit} times its size, as no archive of pictures does. Get it again from where it comes from.",
        "{file} は展開すると {limit} 倍を超える大きさになり、画像の圧縮ファイルとは考えられません。入手元からもう一度受け取ってください。",
    ),
    "import.nothing_to_group": (
        "{file} holds too few readable pictures to propose classes. Make one subfolder a class instead.",
        "{file} には読める画像が少なく、クラスの候補を作れません。クラスごとにサブフォルダーを作ってください。",
    ),
    "import.no_regions": (
        "There is no regions file {file}. Choose a CSV with the columns file,page,x,y,width,height,label.",
        "領域ファイル {file} がありません。file,page,x,y,width,height,label の列を持つ CSV を選んでください。",
    ),
    "import.regions_unreadable": (
        "Line {line} of {file} is no region. Each line needs file, x, y, width and height in pixels; page and label may be left out.",
        "{file} の {line} 行目は領域として読めません。file と、ピクセル単位の x, y, width, height を入れてください(page と label は省略できます)。",
    ),
    "import.no_recipe": (
        "The pictures of {file} were imported by an earlier version that did not keep how they were prepared. Import the folder again, then add more.",
        "{file} の画像は、前処理の設定を保存しない以前の版で取り込まれています。フォルダーをもう一度取り込んでから追加してください。",
    ),
    "import.unreadable_folder": (
        "{file} cannot be opened. Check that you may read this folder, then try again.",
        "{file} を開けません。フォルダーの読み取り権限を確認して、もう一度お試しください。",
    ),
    "import.empty_folder": (
        "{file} holds no pictures. Choose a folder with one subfolder of pictures a class.",
        "{file} には画像がありません。クラスごとのサブフォルダーに画像を入れたフォルダーを選んでください。",
    ),
    "import.nothing_usable": (
        "None of the files in {file} can be used ({count} refused, for example {example}). Put the pictures of each class into a subfolder of its own, or add a list (CSV, Excel or JSON) with the columns file,label.",
        "{file} の {count} 個のファイルはどれも使えません(例: {example})。クラスごとにサブフォルダーへ分けるか、file,label の列を持つ一覧(CSV、Excel、JSON)を置いてください。",
    ),
    "import.reference_unusable": (
        "{file} holds no picture that can be read, so it cannot be a reference. Choose a folder of pictures that look as the synthetic samples should.",
        "{file} には読める画像がないため、参照にできません。合成サンプルの手本にしたい見た目の画像が入ったフォルダーを選んでください。",
    ),
    "import.all_conflicting": (
        "Every picture in {file} also lies in another class. Leave each picture in one class only, then import again.",
        "{file} の画像はすべて別のクラスにも入っています。各画像を 1 つのクラスだけに置いて、もう一度取り込んでください。",
    ),
    "import.layout_not_found": (
        "{file} has no “train” folder with class folders below. Choose another layout or “auto”.",
        "{file} には、クラス別フォルダーを含む「train」フォルダーがありません。別の構成か「auto」を選んでください。",
    ),
    "import.no_csv": (
        "{file} has no list (CSV, Excel or JSON) with the columns file,label. Add one, choose its columns, or choose another layout.",
        "{file} には file,label の列を持つ一覧(CSV、Excel、JSON)がありません。一覧を置くか、列または別の構成を選んでください。",
    ),
    "import.csv_unreadable": (
        "{file} cannot be read as a list. Save it again as Excel (.xlsx) or CSV (UTF-8) and try again.",
        "{file} を一覧として読めません。Excel(.xlsx)または CSV(UTF-8)で保存し直して、もう一度お試しください。",
    ),
}

_REASONS: dict[str, tuple[str, str]] = {
    "import.archive_outside": (
        "its name in the archive leads out of the archive",
        "圧縮ファイルの中の名前が、外のフォルダーを指しています",
    ),
    "import.archive_locked": (
        "it is locked with a password: unpack the archive and choose the folder",
        "パスワードで保護されています。展開してからフォルダーを選んでください",
    ),
    "import.archive_ratio": (
        "it would unpack to more than {limit} times its size, as no picture does",
        "展開すると {limit} 倍を超える大きさになり、画像とは考えられません",
    ),
    "import.archive_link": (
        "it is a link or a device, not a file",
        "リンクや特殊なファイルです",
    ),
    "import.too_many_tiles": (
        "it would give more than {limit} tiles: choose larger ones",
        "タイルが {limit} 枚を超えます。タイルを大きくしてください",
    ),
    "import.unreadable": ("it cannot be opened", "開けません"),
    "import.bad_name": ("its name is not valid text", "ファイル名の文字が正しくありません"),
    "import.broken_link": ("the link leads nowhere", "リンク先がありません"),
    "import.empty_file": ("the file is empty", "ファイルが空です"),
    "import.not_a_picture": (
        "it is not a picture in a format Shizuku reads",
        "Shizuku が読める形式の画像ではありません",
    ),
    "import.truncated": (
        "the file is incomplete: its end is missing",
        "ファイルが途中で切れています",
    ),
    "import.damaged": (
        "the picture is damaged or of an unusual kind",
        "画像が壊れているか、特殊な形式です",
    ),
    "import.too_large": (
        "the picture has more than {limit} million pixels",
        "画像が {limit} 百万画素を超えています",
    ),
    "import.file_too_large": (
        "the file is larger than {limit} GB",
        "ファイルが {limit} GB を超えています",
    ),
    "import.outside_class": (
        "it lies in no class folder",
        "どのクラスのフォルダーにも入っていません",
    ),
    "import.outside_split": (
        "it lies in neither the train nor the test folder",
        "学習用フォルダーにもテスト用フォルダーにも入っていません",
    ),
    "import.csv_outside": (
        "line {line} of the list leads out of the folder",
        "一覧の {line} 行目がフォルダーの外を指しています",
    ),
    "import.csv_missing": (
        "line {line} of the list names it, but the folder has no such file",
        "一覧の {line} 行目にありますが、フォルダーにそのファイルがありません",
    ),
    "import.csv_no_label": (
        "line {line} of the list gives it no label",
        "一覧の {line} 行目にラベルがありません",
    ),
    "import.csv_split": (
        "line {line} of the list gives a split other than train, val or test",
        "一覧の {line} 行目の split が train、val、test のどれでもありません",
    ),
    "import.csv_contradiction": (
        "the list names it more than once, differently",
        "一覧に異なる内容で複数回書かれています",
    ),
}

_NOTICES: dict[str, tuple[str, str]] = {
    "import.other_files": (
        "Files passed over because they are no pictures (lists, texts, …): {count}.",
        "画像ではない付属ファイル(一覧、テキストなど){count} 個は対象外としました。",
    ),
    "import.unlisted": (
        "Pictures left out because the list {file} does not name them: {count}.",
        "{count} 枚の画像は一覧 {file} にないため、取り込みません。",
    ),
    "import.validation": (
        "Validation pictures that count as training pictures: {count}.",
        "検証用の画像 {count} 枚は学習用として扱います。",
    ),
    "import.empty_class": (
        "Class folders without pictures ({count}): {names}.",
        "画像のないクラスフォルダーが {count} 個あります: {names}。",
    ),
    "import.reference_added": (
        "The reference “{title}” is ready ({count} pictures).",
        "参照「{title}」を取り込みました({count} 枚)。",
    ),
    "import.added": ("{count} pictures were added.", "{count} 枚を追加しました。"),
    "import.already_there": (
        "{count} pictures are in the project already, byte for byte, and were passed over.",
        "{count} 枚はすでにプロジェクトにある画像とまったく同じため、追加しませんでした。",
    ),
    "import.stretched": (
        "{count} pictures have values of an unknown range, and each was scaled by its own. Choose “range in use” for one range for all.",
        "{count} 枚は値の範囲がわからないため、1 枚ごとの明るさに合わせました。全体でそろえるには「使われている範囲」を選んでください。",
    ),
    "import.several_frames": (
        "Files with several pages or frames: {count}. Only the first of each is used.",
        "{count} 個のファイルには複数のページまたはフレームがあります。それぞれ最初の 1 枚だけを使います。",
    ),
    # Said by import records of projects from before there were findings.
    "import.class_conflict": (
        "{count} pictures lie in two classes byte for byte the same; all of them are left out, because one of the labels must be wrong.",
        "まったく同じ画像が 2 つのクラスに入っています({count} 枚)。どちらかのラベルが誤りのため、すべて除外しました。",
    ),
    "import.leak": (
        "Training pictures that are also test pictures: {count}. They are left out of training so that the test stays fair.",
        "学習用の画像 {count} 枚がテスト用にも入っています。公正に評価するため、学習用から除外しました。",
    ),
    "import.duplicates": (
        "Byte-for-byte copies of another picture of the same class: {count}. Copies stay on the same side of the split.",
        "{count} 枚は同じクラスの別の画像とまったく同じです。同じ画像は学習用とテスト用に分かれません。",
    ),
    "import.constant": (
        "Pictures of nearly one even tone: {count}. Check that they show what they should.",
        "{count} 枚の画像はほぼ一色です。正しく写っているか確認してください。",
    ),
    "import.small_class": (
        "Class {name} is small (training pictures: {count}).",
        "クラス「{name}」は小さいです: 学習用 {count} 枚。",
    ),
    "import.untested": (
        "Classes without test pictures, whose recall cannot be measured ({count}): {names}.",
        "{count} クラスにはテスト用の画像がないため、再現率を測れません: {names}。",
    ),
    "import.one_class": (
        "There is only one class ({name}). Condensing needs at least two: add a folder for each further class.",
        "クラスが 1 つ({name})だけです。濃縮には 2 つ以上必要です。クラスごとにフォルダーを追加してください。",
    ),
    "import.imbalance": (
        "The classes are uneven: {largest} has {most} training pictures, {smallest} only {fewest}.",
        "クラスの枚数に偏りがあります: {largest} は学習用 {most} 枚、{smallest} は {fewest} 枚です。",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_STAGES, **_FAILURES, **_REASONS, **_NOTICES}
