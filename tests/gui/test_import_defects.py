"""Defects that a folder has for testing alone can stay so."""

from __future__ import annotations

from PIL import Image


def test_defects_stay_for_testing_where_asked(window, qtbot, tmp_path):
    folder = tmp_path / "parts"
    shades = iter(range(40, 240, 7))
    for place in ("train/good", "test/good", "test/crack"):
        (folder / place).mkdir(parents=True)
        for number in range(6):
            Image.new("L", (24, 24), next(shades)).save(folder / place / f"{number}.png")
    window.import_folder(folder)
    page = window.pages["import"]
    form = page.preparing.form
    qtbot.waitUntil(lambda: page.preparing.scan is not None, timeout=10_000)
    assert not form.defects.isHidden()
    assert form.test_share.isEnabled()
    form.defects.setChecked(True)
    qtbot.waitUntil(
        lambda: page.preparing.scan is not None and not form.test_share.isEnabled(), timeout=10_000
    )
    form.side.setValue(16)
    page.primary.click()
    qtbot.waitUntil(lambda: window.workspace.image_set is not None, timeout=20_000)
    images = window.workspace.image_set
    found = dict(zip(images.class_names, images.counts("train").tolist(), strict=True))
    assert found == {"crack": 0, "good": 6}
    assert images.counts("test").sum() == 12
    assert window.pages["trial"].defects.fits
