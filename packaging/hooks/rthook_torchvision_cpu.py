"""In a bundle without torchvision's compiled operators (CPU on Linux): what its import asks for.

torchvision describes the shapes of two of its operators on import, also where none could be loaded.
Naming them is enough: Shizuku takes torchvision's models, which use none, and calling one says that
it is not there.
"""

import sys
from importlib.abc import MetaPathFinder


class _NamesOperators(MetaPathFinder):
    """Waits for torchvision, so that commands that need no PyTorch do not load it."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname == "torchvision":
            sys.meta_path.remove(self)
            import torch

            for name in ("nms", "qnms"):
                torch.library.define(
                    f"torchvision::{name}", "(Tensor dets, Tensor scores, float iou) -> Tensor"
                )
        return None


sys.meta_path.insert(0, _NamesOperators())
