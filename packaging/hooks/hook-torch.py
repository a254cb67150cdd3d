"""PyTorch: what the analysis finds and its libraries, instead of every module it has.

The usual hook collects all of ``torch`` beside the compiled modules once more as sources, for a
compiler that a bundle does not have.
"""

from PyInstaller.utils.hooks import PY_DYLIB_PATTERNS, collect_data_files, collect_dynamic_libs

binaries = collect_dynamic_libs("torch", search_patterns=[*PY_DYLIB_PATTERNS, "*.so.*"])
# Asked for by `import torch` on Linux, although nothing here shares tensors between processes.
datas = collect_data_files("torch", includes=["bin/torch_shm_manager"])
hiddenimports = [
    "torch._dynamo.backends.registry",
    "torch._higher_order_ops",
    "torch.distributed.elastic",
]
# Otherwise torch's libraries lie once more, as links, where they do not find their neighbours.
bindepend_symlink_suppression = ["**/torch/lib/*.so*"]
