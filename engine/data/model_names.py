"""The models a trial can train, by name."""

from __future__ import annotations

from typing import Literal, get_args

ModelName = Literal["convnet", "resnet18", "mobilenet", "efficientnet"]
MODEL_NAMES: tuple[ModelName, ...] = get_args(ModelName)
