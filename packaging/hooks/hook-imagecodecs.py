"""imagecodecs: what TIFF files can be packed with; it loads each by name when it is needed."""

_TIFF = (
    *("ccitt", "deflate", "imcd", "jpeg2k", "jpeg8", "jpegls", "jpegsof3", "jpegxl", "jpegxr"),
    *(
        "lerc",
        "ljpeg",
        "lzma",
        "pixarlog",
        "png",
        "shared",
        "shared_cython",
        "webp",
        "zlib",
        "zstd",
    ),
)
hiddenimports = [f"imagecodecs._{name}" for name in _TIFF]
