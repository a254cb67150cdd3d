"""Why a file gives no picture, said after its name: key -> (English, 日本語)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "import.pdf_locked": (
        "the PDF is protected by a password; save a copy without one",
        "PDF がパスワードで保護されています。パスワードなしで保存し直してください",
    ),
    "import.page_too_large": (
        "at {dpi} dpi the page has more than {limit} million pixels; choose a lower resolution",
        "{dpi} dpi ではページが {limit} 百万画素を超えます。解像度を下げてください",
    ),
    "import.too_many_pages": (
        "it has more than {limit} pages; split it into several files",
        "{limit} ページを超えています。ファイルを分けてください",
    ),
    "import.no_such_page": (
        "there is no page {page}; the file has {count}",
        "{page} ページ目はありません(全 {count} ページ)",
    ),
    "import.empty_region": (
        "a region to cut out has no area",
        "切り出す範囲に面積がありません",
    ),
    "import.empty_drawing": (
        "the drawing shows nothing; check its layers",
        "図面に何も表示されていません。画層を確認してください",
    ),
    "import.drawing_too_large": (
        "the drawing has more than {megabytes} MB or {entities} objects; save it as PDF",
        "図面が {megabytes} MB または {entities} 要素を超えています。PDF で保存し直してください",
    ),
    "import.too_complex": (
        "drawing it takes more than {seconds} seconds; save it as a picture",
        "描画に {seconds} 秒以上かかります。画像として保存し直してください",
    ),
    "import.decoder_ended": (
        "reading it failed: the decoder crashed, or took more than {seconds} seconds; open the file in another program and save it as PNG",
        "読み込みに失敗しました (デコーダーの異常終了、または {seconds} 秒超過)。別のソフトで開き、PNG で保存し直してください",
    ),
    "import.dwg": (
        "DWG cannot be read; save it as DXF or PDF in the CAD program, or convert it with ODA File Converter",
        "DWG は読めません。CAD ソフトで DXF か PDF として保存するか、ODA File Converter で変換してください",
    ),
    "import.vector_graphic": (
        "this kind of vector graphic (SVG, EPS, AI, EMF) cannot be read; save it as PDF or PNG",
        "この種のベクター画像(SVG、EPS、AI、EMF)は読めません。PDF か PNG で保存し直してください",
    ),
    "import.layered_picture": (
        "picture editors' own files cannot be read; save it as PNG or TIFF",
        "画像編集ソフト独自の形式は読めません。PNG か TIFF で保存し直してください",
    ),
    "import.camera_raw": (
        "raw files of cameras cannot be read; develop it to TIFF or JPEG",
        "カメラの RAW ファイルは読めません。TIFF か JPEG に現像してください",
    ),
    "import.video": (
        "it is a video; save single frames as pictures",
        "動画です。必要な場面を画像として保存してください",
    ),
    "import.office": (
        "office and CAD documents cannot be read; save it as PDF",
        "Office や CAD の文書は読めません。PDF で保存し直してください",
    ),
    "import.solid_model": (
        "it is a solid model (STEP, IGES, STL); save a drawing of it as PDF or DXF",
        "立体モデル(STEP、IGES、STL)です。図面を PDF か DXF で保存してください",
    ),
}
