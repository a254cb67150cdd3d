"""torchvision: its models; the compiled operators where PyTorch is the one they were made for."""

from PyInstaller.utils.hooks import collect_dynamic_libs

# They are called _C_stable and image_stable, not lib…; an import of torchvision asks for them.
binaries = collect_dynamic_libs(
    "torchvision", search_patterns=["*.so", "*.pyd", "*.dll", "*.dylib"]
)
# Functions of torchvision are annotated for torch.jit, which reads their sources on import.
module_collection_mode = "pyz+py"
