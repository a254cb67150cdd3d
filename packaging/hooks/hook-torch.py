"""PyTorch: what the analysis finds and its libraries, instead of every module it has.

The usual hook collects all of ``torch`` beside the compiled modules once more as sources, for a
compiler that a bundle does not have.
"""

import re
from pathlib import Path

from PyInstaller.utils.hooks import (
    PY_DYLIB_PATTERNS,
    collect_data_files,
    collect_dynamic_libs,
    get_package_paths,
)

binaries = collect_dynamic_libs("torch", search_patterns=[*PY_DYLIB_PATTERNS, "*.so.*"])
# CUDA's own libraries, where they are: some are only loaded by name at run time.
packages = Path(get_package_paths("torch")[0])
binaries += [
    (str(path), str(path.parent.relative_to(packages)))
    for path in sorted((packages / "nvidia").rglob("*.so*"))
]
# Asked for by `import torch` on Linux, although nothing here shares tensors between processes.
datas = collect_data_files("torch", includes=["bin/torch_shm_manager"])
# A few modules read their own source while they are imported: comments beside settings, signatures.
_READS_ITSELF = re.compile(
    r"install_config_module\(|\b_overload(_method)?\b|^@torch\.jit\.script",
    re.MULTILINE,
)
module_collection_mode = {
    ".".join(path.relative_to(packages).with_suffix("").parts): "pyz+py"
    for path in (packages / "torch").rglob("*.py")
    if "testing" not in path.parts and _READS_ITSELF.search(path.read_text(encoding="utf-8"))
}
hiddenimports = [
    # Imported by names in a list.
    *(
        ".".join(path.relative_to(packages).with_suffix("").parts)
        for path in sorted((packages / "torch" / "_dynamo" / "polyfills").glob("*.py"))
    ),
    "torch._dynamo.backends.registry",
    "torch._higher_order_ops",
    "torch.distributed.elastic",
]
# Otherwise torch's libraries lie once more, as links, where they do not find their neighbours.
bindepend_symlink_suppression = ["**/torch/lib/*.so*", "**/nvidia/**/*.so*"]
