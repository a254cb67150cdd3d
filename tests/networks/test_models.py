"""Models for small pictures, and weights that users bring."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from engine.networks import MODEL_NAMES, make_model, read_weights, take_weights
from engine.networks.mobile import halvings_for
from engine.networks.weights import classifier_name
from engine.runtime import UserError


def build(name, channels=1, classes=3, size=32):
    return make_model(name, channels=channels, classes=classes, size=size, width=8)


@pytest.mark.parametrize("name", MODEL_NAMES)
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("size", [32, 64])
def test_every_model_answers_small_pictures_of_both_kinds(name, channels, size):
    model = build(name, channels, size=size)
    logits = model(torch.randn(2, channels, size, size))
    assert logits.shape == (2, 3)
    logits.sum().backward()


@pytest.mark.parametrize(
    ("size", "halvings"), [(16, 2), (32, 3), (48, 3), (64, 4), (128, 5), (224, 5)]
)
def test_the_last_map_does_not_collapse(size, halvings):
    assert halvings_for(size) == halvings
    model = build("mobilenet", size=size).eval()
    sides = []
    model.get_submodule("features").register_forward_hook(
        lambda _module, _given, found: sides.append(found.shape[-1])
    )
    model(torch.zeros(1, 1, size, size))
    assert sides[0] >= 4


@pytest.mark.parametrize("name", ["mobilenet", "efficientnet"])
def test_training_draws_nothing_from_the_global_random_state(name):
    model = build(name)
    torch.manual_seed(3)
    before = torch.get_rng_state()
    model(torch.zeros(2, 1, 32, 32))
    assert torch.equal(torch.get_rng_state(), before)


@pytest.mark.parametrize("name", MODEL_NAMES)
def test_weights_come_back_but_for_the_classifier(name, tmp_path):
    given, fresh = build(name, classes=7), build(name, classes=3)
    torch.save(
        {"state_dict": {f"module.{k}": v for k, v in given.state_dict().items()}}, tmp_path / "w.pt"
    )
    before = fresh.get_submodule(classifier_name(fresh)).weight.clone()
    take_weights(fresh, read_weights(tmp_path / "w.pt"), file="w.pt")
    own, theirs = fresh.state_dict(), given.state_dict()
    last = classifier_name(fresh)
    assert all(torch.equal(own[key], theirs[key]) for key in own if not key.startswith(f"{last}."))
    assert torch.equal(fresh.get_submodule(last).weight, before)


@pytest.mark.parametrize("name", ["mobilenet", "convnet"])
def test_a_stem_for_colour_sees_grey_as_before(name):
    colour, grey = build(name, 3).eval(), build(name, 1).eval()
    take_weights(grey, dict(colour.state_dict()), file="w.pt")
    last = classifier_name(grey)
    grey.get_submodule(last).load_state_dict(colour.get_submodule(last).state_dict())
    x = torch.randn(2, 1, 32, 32)
    with torch.no_grad():
        assert torch.allclose(grey(x), colour(x.expand(-1, 3, -1, -1)), atol=1e-4)


def test_a_resnet_of_large_pictures_keeps_its_kernel():
    from torchvision.models import resnet18

    model = build("resnet18", 3)
    large = resnet18(weights=None)
    take_weights(model, dict(large.state_dict()), file="w.pt")
    assert torch.equal(model.conv1.weight, large.conv1.weight)
    assert model(torch.zeros(2, 3, 32, 32)).shape == (2, 3)


def refuse(model, weights):
    with pytest.raises(UserError) as caught:
        take_weights(model, weights, file="w.pt")
    return caught.value.key


def test_weights_that_do_not_fit_are_told_why():
    assert refuse(build("mobilenet"), dict(build("convnet").state_dict())) == "weights.other_model"
    wide = make_model("convnet", channels=1, classes=3, size=32, width=16)
    assert refuse(build("convnet"), dict(wide.state_dict())) == "weights.other_shape"
    broken = dict(build("convnet").state_dict())
    broken["blocks.0.weight"] = broken["blocks.0.weight"].clone().fill_(torch.nan)
    assert refuse(build("convnet"), broken) == "weights.not_finite"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no", b"\x80\x04K\x01."])
def test_files_that_are_no_weights_are_told(tmp_path, content):
    (tmp_path / "w.pt").write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_weights(tmp_path / "w.pt")
    assert caught.value.key == "weights.unreadable"


def test_a_whole_model_is_not_executed(tmp_path):
    torch.save(nn.Linear(2, 2), tmp_path / "whole.pt")
    torch.save({"epoch": 3}, tmp_path / "empty.pt")
    for name in ("whole.pt", "empty.pt"):
        with pytest.raises(UserError) as caught:
            read_weights(tmp_path / name)
        assert caught.value.key == "weights.unreadable"
    with pytest.raises(UserError) as caught:
        read_weights(tmp_path / "nowhere.pt")
    assert caught.value.key == "file.missing"
