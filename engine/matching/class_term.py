"""The class term: partly trained networks should name synthetic samples rightly.

IDM (Zhao et al., CVPR 2023), which also weights it by the accuracy of the network.
"""

from __future__ import annotations

import math

import torch.nn.functional as F
from torch import Tensor


def logits(embedding: Tensor, classifier: Tensor) -> Tensor:
    """Embeddings ``(..., D)`` to logits ``(..., classes)``; the last column is the bias."""
    return embedding @ classifier[:, :-1].T + classifier[:, -1]


def class_distance(synthetic: Tensor, shares: Tensor, classifier: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy of the samples of each class, 1 for a classifier that only guesses.

    Parameters
    ----------
    synthetic : Tensor, float32, (groups, length, D)
    shares : Tensor, float32, (groups, length)
        Each sample's share in its class mean; 0 for padding.
    classifier : Tensor, float32, (classes, D + 1)
        Linear; the last column is the bias.
    labels : Tensor, int64, (groups,)

    Returns
    -------
    Tensor, float32, (groups,)
    """
    found = logits(synthetic, classifier)
    truth = labels[:, None].expand(found.shape[:2])
    loss = F.cross_entropy(found.flatten(0, 1), truth.flatten(), reduction="none")
    return (loss.view_as(shares) * shares).sum(1) / math.log(len(classifier))
