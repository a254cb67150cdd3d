"""Sentences said while condensing: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "stage.prepare": ("Reading the pictures", "画像を読み込み中"),
    "stage.appearance": ("Comparing how the samples look", "サンプルの見た目を比較中"),
    "stage.restyle": (
        "Putting the real pictures into that appearance",
        "実サンプルをその見た目に変換中",
    ),
    "condense.restyled_part": (
        "Of each class a draw of {count} pictures is put into the appearance asked for.",
        "各クラスから {count} 枚を選び、指定された見た目に変換します。",
    ),
    "stage.pool": ("Training networks to look through", "評価用ネットワークを学習中"),
    "stage.bank": ("Measuring the real pictures", "実サンプルを計測中"),
    "stage.steps": ("Condensing", "濃縮中"),
    "stage.gaps": ("Measuring the result", "結果を計測中"),
    "stage.suspicion": ("Looking for wrong labels", "誤ったラベルを確認中"),
    "condense.set_aside": (
        "{count} of {total} training pictures look wrongly labelled and are set aside. "
        "They are listed in {file}.",
        "学習用の画像 {total} 枚のうち {count} 枚は、ラベルが誤っている可能性があるため使いません。"
        "一覧: {file}",
    ),
    "condense.memory_too_small": (
        "This needs {need} GiB of memory, but may take only {given} GiB. Allow more, close other "
        "programs, or import the pictures at a smaller size.",
        "この濃縮には {need} GiB のメモリーが必要ですが、使えるのは {given} GiB だけです。上限を上げる、"
        "ほかのプログラムを終了する、または小さいサイズで取り込み直してください。",
    ),
    "condense.fewer_pairs": (
        "Memory and disk hold only {pairs} of {wanted} views of the real pictures; the result may "
        "be somewhat worse. Free disk space to use all.",
        "メモリーとディスクの空きが少ないため、実サンプルの計測を {wanted} 回から {pairs} 回に"
        "減らします。結果がやや悪くなることがあります。ディスクの空きを増やすと防げます。",
    ),
    "condense.kept_whole": (
        "Kept whole for having few training pictures, which stand as they are beside the synthetic "
        "samples: {names}.",
        "学習用の画像が少ないため、実サンプルをそのまま残すクラス: {names}",
    ),
    "condense.no_such_class": (
        "There is no class {name} here. Did you mean {nearest}?",
        "クラス「{name}」はありません。次のいずれかではありませんか: {nearest}",
    ),
    "condense.nothing_to_match": (
        "All that is asked for has weight 0, so there is nothing to match. Give content, style or "
        "(with more than one image per class) diversity some weight.",
        "重みがすべて 0 のため、合わせる対象がありません。内容、見た目、または(クラスあたり 2 枚以上の"
        "場合)多様性の重みを上げてください。",
    ),
    "condense.published_appearance": (
        "The preset as published knows no other appearance than that of your pictures. Choose "
        "another preset, or the appearance of your own pictures.",
        "「論文どおり」のプリセットでは、自分の画像の見た目しか使えません。別のプリセットか、"
        "自分の画像の見た目を選んでください。",
    ),
    "condense.no_reference": (
        "The appearance is to be that of a reference, but none is chosen. Choose a reference "
        "folder (--reference FOLDER), or the appearance of your own pictures.",
        "見た目を参照に合わせる設定ですが、参照が選ばれていません。参照フォルダーを選ぶ"
        "(--reference FOLDER)か、自分の画像の見た目を選んでください。",
    ),
    "condense.reference_missing": (
        "The project has no reference {reference}. Import its folder again as a reference, or "
        "choose another appearance.",
        "参照 {reference} はプロジェクトにありません。そのフォルダーをもう一度参照として取り込むか、"
        "別の見た目を選んでください。",
    ),
    "condense.reference_other_size": (
        "The reference {reference} was prepared for pictures of another size or colour than the "
        "project now holds. Import its folder again as a reference.",
        "参照 {reference} は、現在の画像とは別のサイズまたは色で準備されています。"
        "そのフォルダーをもう一度参照として取り込んでください。",
    ),
    "condense.nothing_to_learn": (
        "Every class has so few training pictures that all are kept whole: there is nothing to "
        "condense. Ask for fewer images per class, or never keep classes whole.",
        "すべてのクラスの学習用画像が少なく、実サンプルをそのまま残すことになるため、濃縮するものが"
        "ありません。クラスあたりの枚数を減らすか、「そのまま残すクラス」を「なし」にしてください。",
    ),
    "condense.too_few_classes": (
        "Condensing needs training pictures; this project has none. Import a folder with one "
        "subfolder a class, or with normal pictures in train/good.",
        "濃縮には学習用の画像が必要ですが、このプロジェクトにはありません。クラスごとにサブフォルダーを"
        "分けたフォルダーか、正常な画像を train/good に入れたフォルダーを取り込んでください。",
    ),
    "condense.out_of_memory": (
        "{device} ran out of memory. The checkpoint at step {step} is safe: free some memory "
        "or choose fewer images per class, then resume the run.",
        "{device} のメモリーが足りなくなりました。ステップ {step} のチェックポイントは無事です。"
        "メモリーを空けるか、クラスあたり枚数を減らしてから、実行を再開してください。",
    ),
    "condense.smaller_batches": (
        "{device} ran short of memory at step {step}; goes on from there with smaller batches.",
        "ステップ {step} で {device} のメモリーが不足したため、一度に扱う枚数を減らして続けます。",
    ),
    "condense.not_packed": (
        "Pictures of {size} px have no even side, so the images are not packed. "
        "Import again at an even size to pack them.",
        "{size} px の画像は一辺が奇数のため、パッキングせずに続けます。"
        "パッキングするには、偶数のサイズで取り込み直してください。",
    ),
    "condense.unstable": (
        "The objective stays unstable at step {step}, even at the smallest rate. "
        "Start a new run with weights nearer to 1, or look for damaged pictures.",
        "学習率を最小にしてもステップ {step} で計算が安定しません。重みを 1 に近づけて"
        "新しく実行するか、壊れた画像がないか確認してください。",
    ),
    "condense.no_gpu": (
        "No CUDA GPU was found. Choose the processor (--device cpu) or leave the choice to Shizuku.",
        "CUDA 対応の GPU が見つかりません。CPU(--device cpu)を選ぶか、自動にしてください。",
    ),
    "condense.no_mps": (
        "This computer has no graphics processor that PyTorch calls mps; only Macs with Apple chips "
        "do. Choose the processor (--device cpu) or leave the choice to Shizuku.",
        "このコンピューターには PyTorch の mps に対応する GPU がありません(Apple チップの Mac だけに"
        "あります)。CPU(--device cpu)を選ぶか、自動にしてください。",
    ),
    "condense.recipe_invalid": (
        "The recipe cannot be used: {reason}.",
        "この設定は使えません: {reason}。",
    ),
    "condense.resumed": (
        "Resumed at step {step} of {steps}.",
        "ステップ {step} / {steps} から再開しました。",
    ),
    "condense.networks_taken_over": (
        "Networks that an earlier run trained on these pictures are used again ({count}): about "
        "{minutes} min saved.",
        "以前の実行で同じ画像から学習したネットワーク({count} 個)を再利用します。"
        "約 {minutes} 分の短縮になります。",
    ),
    "condense.diverged": (
        "The objective became unstable at step {step}; went back to the last good state "
        "and goes on with half the rate.",
        "ステップ {step} で計算が不安定になったため、直前の良い状態に戻り、"
        "学習率を半分にして続けます。",
    ),
    "condense.no_compiler": (
        "No C++ compiler was found, so condensing runs without compilation: "
        "the result is the same, but it takes longer.",
        "C++ コンパイラーが見つからないため、コンパイルせずに濃縮します。"
        "結果は同じですが、時間は長くかかります。",
    ),
    "condense.bundle": (
        "The installed application condenses without compilation: the result is the same, but it "
        "takes longer than from the sources with a C++ compiler.",
        "インストール版はコンパイルせずに濃縮します。結果は同じですが、C++ コンパイラーのある環境で"
        "ソースから実行する場合より時間がかかります。",
    ),
    "condense.other_pictures": (
        "The project's pictures have changed since run {run} was stopped, so it cannot be resumed. "
        "Start a new run instead.",
        "実行 {run} を停止した後にプロジェクトの画像が変わっているため、再開できません。"
        "新しい実行を始めてください。",
    ),
    "condense.run_busy": (
        "Run {run} is in progress in another window or command. Stop it there first.",
        "実行 {run} は別のウィンドウかコマンドで進行中です。先にそちらで停止してください。",
    ),
    "condense.nothing_to_resume": (
        "Run {run} is finished; there is nothing to resume. Start a new run instead.",
        "実行 {run} は終わっているため、再開できません。新しい実行を始めてください。",
    ),
}
