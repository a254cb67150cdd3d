"""Sentences said while condensed sets are merged: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "merge.too_few": (
        "Name two condensed sets or more to merge: A.h5 B.h5 --into M.h5.",
        "統合する濃縮データを 2 つ以上指定してください: A.h5 B.h5 --into M.h5。",
    ),
    "merge.no_hdf5": (
        "A merged set is an HDF5 file: give {file} a name that ends in .h5.",
        "統合した濃縮データは HDF5 ファイルです。{file} は .h5 で終わる名前にしてください。",
    ),
    "merge.onto_part": (
        "{file} is one of the files to merge. Choose another name for the merged set.",
        "{file} は統合元のファイルです。統合後のファイルには別の名前を指定してください。",
    ),
    "merge.other_size": (
        "{file} holds samples of {size} (width, height, channels), {other} of {other_size}. Condense both from pictures of the same size and colour.",
        "{file} のサンプルは {size}(幅、高さ、チャンネル数)、{other} は {other_size} です。同じサイズと色で取り込んだ画像から濃縮してください。",
    ),
    "merge.nothing_new": (
        "{file} holds no sample that the files before it do not hold already. Leave it out.",
        "{file} のサンプルはすべて、先に指定したファイルに含まれています。このファイルを外してください。",
    ),
    "merge.rename_form": (
        "--rename {word}: write OLD=NEW, two class names.",
        "--rename {word}: 「元の名前=新しい名前」の形で指定してください。",
    ),
    "merge.no_such_class": (
        "None of the files has a class “{name}” to rename. They have: {names}.",
        "名前を変えるクラス「{name}」は、どのファイルにもありません。クラス: {names}。",
    ),
    "merge.done": (
        "Merged: {samples} samples in {classes} classes from {files} files.",
        "統合しました: {files} ファイルから {classes} クラス、サンプル {samples} 枚。",
    ),
    "merge.repeated": (
        "Samples that an earlier file holds too, bit for bit: {count}. They are kept and weigh more in a training.",
        "先のファイルにもある同一のサンプル: {count} 枚。残してあるため、学習では重みが大きくなります。",
    ),
    "merge.contradicting": (
        "Samples that an earlier file holds in another class: {count}. One of the labels must be wrong; --rename helps where only the names differ.",
        "先のファイルでは別のクラスになっている同一のサンプル: {count} 枚。どちらかのラベルが誤りです。名前が違うだけなら --rename を使ってください。",
    ),
    "merge.unpacked": (
        "The files are packed differently, so the merged one stores all samples decoded.",
        "ファイルのパッキングが異なるため、展開したサンプルとして保存しました。",
    ),
    "merge.by_samples": (
        "Not every file says how many real pictures it stands for: mean and std are weighted by samples.",
        "実サンプルの枚数が記録されていないファイルがあるため、平均と標準偏差はサンプル数で重み付けしました。",
    ),
    "merge.prepared_differently": (
        "The pictures were not prepared in the same way everywhere ({names}); a model may learn to tell the sites apart.",
        "画像の前処理が一致していません({names})。モデルが拠点の違いを学習するおそれがあります。",
    ),
    "merge.signed": (
        "{file}: signed by {inspector} on {time}. The merged set is a new one and has to be signed anew.",
        "{file}: {inspector} が {time} に承認。統合後は新しい濃縮データなので、あらためて承認が必要です。",
    ),
    "merge.part": (
        "  from {file}: {samples} samples in {classes} classes",
        "  {file}: {classes} クラス、サンプル {samples} 枚",
    ),
    "merge.other_classes": (
        "{file} has other classes or another picture size than the project {project}. A trial needs the same classes and size.",
        "{file} のクラスまたは画像サイズがプロジェクト {project} と異なります。試し学習には同じクラスとサイズが必要です。",
    ),
}
