"""Why a device is used: every case that a computer can be in, with its next step."""

from __future__ import annotations

import pytest
import torch

from engine.runtime import UserError, device_reason, text
from engine.runtime.device import choose_device, least_capability
from engine.runtime.device_reason import has_nvidia_card, why_this_device
from engine.runtime.limits import Limits, use_limits


@pytest.fixture
def computer(monkeypatch):
    """Let this computer have a card, a driver, a build of PyTorch."""

    def be(*, card=False, driver=None, cuda="13.2", hip=None, works=False):
        monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
        monkeypatch.setattr(device_reason, "has_nvidia_card", lambda: card)
        monkeypatch.setattr(device_reason, "driver_version", lambda: driver)
        monkeypatch.setattr(torch.version, "cuda", cuda)
        monkeypatch.setattr(torch.version, "hip", hip)
        monkeypatch.setattr(torch.cuda, "is_available", lambda: works)

        def init():
            raise RuntimeError("CUDA unknown error - out of order.\nMore.")

        monkeypatch.setattr(torch.cuda, "init", init)

    yield be
    use_limits(Limits())


@pytest.mark.parametrize(
    ("facts", "key", "level"),
    [
        ({}, "device.no_card", "info"),
        ({"card": True}, "device.no_driver", "warning"),
        ({"card": True, "driver": (12, 4)}, "device.old_driver", "warning"),
        ({"card": True, "driver": (13, 0)}, "device.fault", "warning"),
        ({"cuda": None}, "device.cpu_build_no_card", "info"),
        ({"cuda": None, "card": True}, "device.cpu_build", "warning"),
    ],
)
def test_a_card_that_lies_idle_is_a_warning_with_the_reason(computer, facts, key, level):
    computer(**facts)
    told = why_this_device()
    assert (told.key, told.level) == (key, level)
    for language in ("en", "ja"):
        assert "{" not in text(told.key, language, **told.params)


def test_versions_and_reasons_are_named(computer):
    computer(card=True, driver=(12, 4))
    told = text("device.old_driver", "en", **why_this_device().params)
    assert "12.4" in told
    assert "13.2" in told
    computer(card=True, driver=(13, 2))
    assert why_this_device().params == {"reason": "CUDA unknown error - out of order"}


def test_a_hidden_card_is_told(computer, monkeypatch):
    computer(card=True, driver=(13, 2))
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "-1")
    assert why_this_device().key == "device.hidden"


def test_what_settings_and_administrators_say_comes_first(computer):
    computer(card=True, driver=(13, 2), works=True)
    use_limits(Limits(device="cpu"))
    assert why_this_device().key == "device.chosen"
    use_limits(Limits(device="cpu", firm_device=True))
    assert why_this_device().key == "device.firm"


@pytest.mark.parametrize(
    ("capability", "used"), [((9, 0), "cuda"), ((7, 5), "cuda"), ((6, 1), "cpu")]
)
def test_a_card_without_code_for_it_is_not_taken(computer, monkeypatch, capability, used):
    computer(card=True, driver=(13, 2), works=True)
    facts = type("Facts", (), {"total_memory": 24 << 30})
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda _: "NVIDIA T")
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda _: facts)
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _: capability)
    monkeypatch.setattr(torch.cuda, "get_arch_list", lambda: ["sm_75", "sm_90a", "compute_120"])
    assert least_capability() == (7, 5)
    assert choose_device("auto").type == used
    told = why_this_device()
    assert told.key == ("device.gpu" if used == "cuda" else "device.old_card")
    assert "NVIDIA T" in text(told.key, "ja", **told.params)


def test_rocm_is_called_by_its_name(computer, monkeypatch):
    computer(cuda=None, hip="7.1", works=True)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda _: "AMD Radeon")
    monkeypatch.setattr(
        torch.cuda, "get_device_properties", lambda _: type("F", (), {"total_memory": 16 << 30})
    )
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _: (11, 0))
    monkeypatch.setattr(torch.cuda, "get_arch_list", lambda: ["gfx1100"])
    told = why_this_device()
    assert text(told.key, "en", **told.params) == "Computes on AMD Radeon (16 GiB, ROCm 7.1)."


def test_a_mac_is_asked_for_by_name(monkeypatch):
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    assert choose_device("mps").type == "mps"
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    with pytest.raises(UserError) as told:
        choose_device("mps")
    assert (told.value.key, told.value.exit_code) == ("condense.no_mps", 2)


def test_cards_are_found_by_what_the_kernel_lists(monkeypatch, tmp_path):
    monkeypatch.setattr(device_reason, "_PCI", tmp_path)
    monkeypatch.setattr(device_reason, "driver_version", lambda: None)
    for name, vendor, kind in (("a", "0x10de", "0x040300"), ("b", "0x1002", "0x030000")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "vendor").write_text(f"{vendor}\n")
        (tmp_path / name / "class").write_text(f"{kind}\n")
    assert not has_nvidia_card()
    (tmp_path / "a" / "class").write_text("0x030200\n")
    assert has_nvidia_card()
