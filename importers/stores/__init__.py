"""Where files lie: a folder, or an archive that is read without being unpacked."""

from importers.stores.archives import ARCHIVES, TarStore, ZipStore
from importers.stores.opening import is_archive, open_store
from importers.stores.store import FolderStore, Store

__all__ = ["ARCHIVES", "FolderStore", "Store", "TarStore", "ZipStore", "is_archive", "open_store"]
