"""torchvision: its models; the compiled operators where PyTorch is the one they were made for."""

from PyInstaller.utils.hooks import collect_dynamic_libs

binaries = collect_dynamic_libs("torchvision")
# Functions of torchvision are annotated for torch.jit, which reads their sources on import.
module_collection_mode = "pyz+py"
