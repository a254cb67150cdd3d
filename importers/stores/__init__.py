"""Where files lie: a folder, or an archive that is read without being unpacked."""

from importers.stores.archives import ARCHIVES, TarStore, ZipStore
from importers.stores.opening import DOCUMENTS, is_archive, is_single_file, open_store
from importers.stores.store import FolderStore, Store

__all__ = [
    "ARCHIVES",
    "DOCUMENTS",
    "FolderStore",
    "Store",
    "TarStore",
    "ZipStore",
    "is_archive",
    "is_single_file",
    "open_store",
]
