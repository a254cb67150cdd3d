"""Weights the user brings: a state dict in a file, checked against the model before it is used."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from engine.runtime.errors import UserError

Weights = dict[str, Tensor]

# Names under which training programs keep the state dict within a checkpoint.
_WRAPPINGS = ("state_dict", "model_state_dict", "model")
_MOST_NAMED = 3


def read_weights(path: Path) -> Weights:
    """Read a state dict; nothing in the file is executed.

    Parameters
    ----------
    path : Path
        Of ``torch.save``, or ``.safetensors`` where that library is installed.

    Returns
    -------
    dict of str to Tensor
        What is a dense tensor of real numbers.

    Raises
    ------
    UserError
        ``file.missing``, ``weights.unreadable`` or ``weights.no_safetensors``.
    """
    if not path.is_file():
        raise UserError("file.missing", file=str(path))
    if path.suffix == ".safetensors":
        return _read_safetensors(path)
    try:
        found: Any = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # damaged files fail in many ways, unpickling's error among them
        raise UserError("weights.unreadable", file=str(path)) from error
    return _state(found, path)


def _read_safetensors(path: Path) -> Weights:
    if importlib.util.find_spec("safetensors") is None:
        raise UserError("weights.no_safetensors", file=str(path))
    library = importlib.import_module("safetensors.torch")
    try:
        found: Any = library.load(path.read_bytes())
    except Exception as error:  # the library's own error class cannot be named without it
        raise UserError("weights.unreadable", file=str(path)) from error
    return _state(found, path)


def _state(found: Any, path: Path) -> Weights:
    """The names and tensors of what was read; ``module.`` of parallel training is cut off."""
    for name in _WRAPPINGS:
        if isinstance(found, Mapping) and isinstance(found.get(name), Mapping):
            found = found[name]
            break
    if not isinstance(found, Mapping):
        raise UserError("weights.unreadable", file=str(path))
    state = {
        name.removeprefix("module."): value
        for name, value in found.items()
        if isinstance(name, str) and isinstance(value, Tensor) and _plain(value)
    }
    if not state:
        raise UserError("weights.unreadable", file=str(path))
    return state


def _plain(value: Tensor) -> bool:
    """Whether a layer can hold it: not sparse, complex or quantised."""
    return value.layout is torch.strided and value.is_floating_point()


def take_weights(model: nn.Module, weights: Weights, *, file: str) -> None:
    """Put a file's weights into a fresh model; the classifier stays new.

    A stem made for colour takes grey pictures by the sum over its colours, which answers the same
    to a grey picture as before. A ResNet-18 with the first convolution of large pictures (7×7)
    gets that kernel, at stride 1 where ours has it.

    Parameters
    ----------
    weights : dict of str to Tensor
        From :func:`read_weights`.
    file : str
        Named in the sentence when they do not fit.

    Raises
    ------
    UserError
        ``weights.other_model`` if layers are missing, ``weights.other_shape`` if one has
        another size, ``weights.not_finite``.
    """
    classifier = classifier_name(model)
    stem = next(name for name, one in model.named_modules() if isinstance(one, nn.Conv2d))
    given = {
        name: value
        for name, value in weights.items()
        if not name.startswith(f"{classifier}.") and not name.endswith("num_batches_tracked")
    }
    _fit_stem(model, stem, given)
    needed = {
        name: value
        for name, value in model.state_dict().items()
        if not name.startswith(f"{classifier}.") and not name.endswith("num_batches_tracked")
    }
    missing = [name for name in needed if name not in given]
    if missing:
        named = ", ".join(missing[:_MOST_NAMED])
        raise UserError("weights.other_model", file=file, count=len(missing), names=named)
    for name, value in needed.items():
        if given[name].shape != value.shape:
            found, wanted = _shape(given[name]), _shape(value)
            raise UserError("weights.other_shape", file=file, name=name, found=found, needed=wanted)
        if not torch.isfinite(given[name]).all():
            raise UserError("weights.not_finite", file=file, name=name)
    model.load_state_dict({name: given[name] for name in needed}, strict=False)


def classifier_name(model: nn.Module) -> str:
    """Name of the last linear layer, which answers with the classes."""
    names: list[str] = [name for name, one in model.named_modules() if isinstance(one, nn.Linear)]
    return names[-1]


def _fit_stem(model: nn.Module, stem: str, given: Weights) -> None:
    """Bring the first convolution of file and model together where that loses nothing."""
    weight, own = given.get(f"{stem}.weight"), model.get_submodule(stem)
    assert isinstance(own, nn.Conv2d)
    if weight is None or weight.dim() != 4:
        return
    if own.in_channels == 1 and weight.shape[1] == 3:
        weight = given[f"{stem}.weight"] = weight.sum(1, keepdim=True)
    side = weight.shape[2]
    if stem == "conv1" and own.kernel_size == (3, 3) and side == weight.shape[3] == 7:
        wide = nn.Conv2d(own.in_channels, own.out_channels, 7, padding=3, bias=False)
        setattr(model, stem, wide)


def _shape(value: Tensor) -> str:
    return " × ".join(str(length) for length in value.shape)
