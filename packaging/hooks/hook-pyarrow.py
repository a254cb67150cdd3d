"""Arrow: tables and Parquet files on this computer; no clouds, no servers."""

hiddenimports = ["pyarrow.lib", "pyarrow._parquet", "pyarrow._compute", "pyarrow.vendored.version"]
excludedimports = [
    "pyarrow._azurefs",
    "pyarrow._cuda",
    "pyarrow._flight",
    "pyarrow._gcsfs",
    "pyarrow._hdfs",
    "pyarrow._pyarrow_cpp_tests",
    "pyarrow._s3fs",
    "pyarrow.benchmark",
    "pyarrow.cuda",
    "pyarrow.flight",
    "pyarrow.jvm",
    "pyarrow.substrait",
]
