"""Sentences said about what a folder means: key -> (English, 日本語)."""

_FAILURES: dict[str, tuple[str, str]] = {
    "import.only_archives": (
        "{file} holds no pictures, only archives such as {example}. Open the archive itself to import it.",
        "{file} には画像がなく、{example} などの圧縮ファイルだけがあります。圧縮ファイルを直接開いて取り込んでください。",
    ),
    "import.no_mvtec": (
        "{file} has no “train” and “test” folders with class folders below. Choose another layout or “auto”.",
        "{file} には、クラス別フォルダーを含む「train」と「test」フォルダーがありません。別の構成か「auto」を選んでください。",
    ),
    "import.list_no_column": (
        "{file} has no column “{column}”. Choose one of its columns: {names}.",
        "{file} に列「{column}」がありません。次の列から選んでください: {names}。",
    ),
    "import.pattern_class": (
        "The pattern “{pattern}” does not say where the class stands. Write {{class}} there once, for example {{class}}_#.",
        "パターン「{pattern}」にクラスの位置がありません。{{class}}_# のように、{{class}} を 1 か所だけ書いてください。",
    ),
    "import.pattern_invalid": (
        "The pattern “{pattern}” is not valid. Use {{class}} for the class, # for a number and * for anything, with some letter between {{class}} and *.",
        "パターン「{pattern}」は正しくありません。クラスは {{class}}、番号は #、任意の文字列は * と書き、{{class}} と * の間には文字を入れてください。",
    ),
    "import.pattern_slow": (
        "The pattern “{pattern}” would take too long. Write it with fewer repetitions, or with {{class}}, # and *.",
        "パターン「{pattern}」は照合に時間がかかりすぎます。繰り返しを減らすか、{{class}}、#、* を使って書いてください。",
    ),
    "import.no_coco": (
        "{file} has no COCO file (JSON with images, annotations and categories). Put it beside the pictures or choose another layout.",
        "{file} に COCO 形式のファイル(images、annotations、categories を持つ JSON)がありません。画像と同じ場所に置くか、別の構成を選んでください。",
    ),
    "import.no_voc": (
        "{file} has no Pascal VOC files (XML with “annotation”). Put them beside the pictures or choose another layout.",
        "{file} に Pascal VOC 形式の XML ファイルがありません。画像と同じ場所に置くか、別の構成を選んでください。",
    ),
    "import.no_yolo": (
        "{file} has no YOLO label files for its pictures. Put them into “labels” beside “images”, or choose another layout.",
        "{file} に画像に対応する YOLO のラベルファイルがありません。「images」と並ぶ「labels」に置くか、別の構成を選んでください。",
    ),
    "import.no_yolo_names": (
        "{file} does not say what the YOLO classes are called. Add a data.yaml with names, or a classes.txt with one name a line.",
        "{file} に YOLO のクラス名がありません。names を書いた data.yaml か、1 行に 1 つクラス名を書いた classes.txt を置いてください。",
    ),
    "import.annotations_unreadable": (
        "The annotations in {file} cannot be read. Export them again from the annotation tool, then try again.",
        "{file} のアノテーションを読めません。アノテーションツールから書き出し直して、もう一度お試しください。",
    ),
    "import.too_many_boxes": (
        "{file} has more than {limit} boxes. Import it in several parts.",
        "{file} の枠は {limit} 個を超えています。いくつかに分けて取り込んでください。",
    ),
}

_REASONS: dict[str, tuple[str, str]] = {
    "import.no_name_class": (
        "no class can be read from its name",
        "ファイル名からクラスを読み取れません",
    ),
    "import.annotations_broken": (
        "the annotations cannot be read",
        "アノテーションを読めません",
    ),
    "import.box_outside": (
        "the annotation file {list} names a file outside of the folder",
        "アノテーション {list} がフォルダーの外を指しています",
    ),
    "import.box_missing": (
        "the annotation file {list} names a picture that the folder does not hold, or holds more than once",
        "アノテーション {list} にある画像がフォルダーにないか、同じ名前で複数あります",
    ),
    "import.box_no_class": (
        "entry {entry} of the annotation file {list} has no known class",
        "アノテーション {list} の {entry} 番目にクラス名がないか、未知のクラスです",
    ),
    "import.box_unsound": (
        "entry {entry} of the annotation file {list} is no sound box",
        "アノテーション {list} の {entry} 番目の枠が正しくありません",
    ),
    "import.box_no_picture": (
        "its size cannot be read, so its boxes cannot be placed",
        "画像の大きさを読めないため、枠の位置が決まりません",
    ),
}

_NOTICES: dict[str, tuple[str, str]] = {
    "import.archive_inside": (
        "Archives left closed: {count} ({names}). Open the archive itself to import it.",
        "圧縮ファイル {count} 個({names})は開いていません。取り込むには、圧縮ファイルを直接開いてください。",
    ),
    "import.masks": (
        "Defect masks left aside: {count}. They are not pictures to learn from.",
        "欠陥マスク {count} 枚は学習用の画像ではないため、取り込みません。",
    ),
    "import.redrawn": (
        "Some classes have test pictures only, so all {count} pictures are divided anew into training and test. To learn from normal pictures alone, keep defects for testing only.",
        "テスト用にしかないクラスがあるため、全 {count} 枚を学習用とテスト用に分け直します。正常な画像だけで学習する場合は、「欠陥はテストだけに使う」を選んでください。",
    ),
    "import.no_boxes": (
        "Pictures left out because they have no boxes: {count}.",
        "枠のない画像 {count} 枚は取り込みません。",
    ),
    "import.unlabelled": (
        "No classes found: all {count} pictures are in one class, {name}. Sort them into a folder for each class, add a list with the columns file,label, write a pattern for the file names, or use the proposals in the window.",
        "クラスが見つからないため、{count} 枚をすべて 1 つのクラス「{name}」にしました。クラス別のフォルダーに分ける、file,label の列を持つ一覧を置く、ファイル名のパターンを書く、または画面の提案を使うと、クラスを付けられます。",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_FAILURES, **_REASONS, **_NOTICES}
