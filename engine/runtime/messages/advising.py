"""Why the adviser proposes what it proposes: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "advice.ipc": (
        "Images per class: {ipc}. The typical one of the {classes} classes has {typical} pictures.",
        "クラスあたり {ipc} 枚: {classes} クラスの典型的な枚数は {typical} 枚です。",
    ),
    "advice.best": (
        "Best quality: about {minutes} min here ({device}), within an hour.",
        "品質は「最高」: このコンピューター({device})で約 {minutes} 分、1 時間以内です。",
    ),
    "advice.standard": (
        "Standard quality: about {minutes} min here ({device}); best would take over an hour.",
        "品質は「標準」: このコンピューター({device})で約 {minutes} 分。「最高」では 1 時間を超えます。",
    ),
    "advice.quick": (
        "Quick quality: about {minutes} min here ({device}); a better one would take over an hour "
        "or more memory than is free.",
        "品質は「高速」: このコンピューター({device})で約 {minutes} 分。これより上では 1 時間を超えるか、"
        "メモリーが足りません。",
    ),
    "advice.packed": (
        "Packing 2 × 2: more samples of {half} px in the same space won on photos and drawings; "
        "switch it off if details of a few pixels decide.",
        "パッキングは 2 × 2: 同じ容量により多くの {half} px のサンプルを収めるほうが、写真でも図面でも"
        "有利でした。数ピクセルの細部が決め手になる場合は「なし」にしてください。",
    ),
    "advice.unpacked": (
        "No packing: at {size} px a reduced sample would have no shapes left.",
        "パッキングはなし: {size} px の画像をさらに縮小すると、形が残りません。",
    ),
    "advice.one_class": (
        "No packing: with normal pictures alone small defects decide, and packing would leave "
        "details of half the size.",
        "パッキングはなし: 正常な画像だけの場合は小さな欠陥が決め手になり、詰めると細部が半分の大きさ"
        "になります。",
    ),
    "advice.size": (
        "Image size {size} px, as imported: what is smaller than about {detail} px of it is hard "
        "to learn. Import again at a larger size if such details decide.",
        "画像サイズは取り込み時の {size} px のまま: 約 {detail} px より小さいものは学習しにくくなります。"
        "それが決め手になる場合は、大きいサイズで取り込み直してください。",
    ),
    "advice.uneven": (
        "Classes have between {least} and {most} pictures: each gets the same number of images, "
        "so that rare ones count as much.",
        "クラスの枚数は {least}~{most} 枚と偏っています。少ないクラスも同じ重みになるよう、"
        "同じ枚数にします。",
    ),
}
