"""Photos in another light."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.inspection.appearance import measure_appearance
from engine.restyling.wishes import AsReference, Restyler


def photos(
    count: int,
    *,
    light: float = 120.0,
    contrast: float = 25.0,
    noise: float = 2.0,
    cast: float = 0.0,
    seed: int = 0,
):
    """Blotchy surfaces, uint8 ``(count, 64, 64, 3)``."""
    random = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        surface = cv2.GaussianBlur(random.normal(size=(64, 64)), (0, 0), random.uniform(2, 4))
        surface = light + contrast * surface / surface.std() + random.normal(0, 6)
        rgb = np.stack([surface + cast, surface, surface - cast], axis=-1)
        rgb += random.normal(0, noise, (64, 64, 1))
        made.append(np.clip(np.rint(rgb), 0, 255).astype(np.uint8))
    return np.stack(made)


@pytest.mark.parametrize(
    ("there", "key", "far"),
    [
        ({"light": 170.0}, "brightness", 4.0),
        ({"contrast": 15.0}, "contrast", 4.0),
        ({"noise": 9.0}, "noise", 2.0),
        ({"cast": 12.0}, "cast_b", 2.5),
    ],
)
def test_photos_look_as_those_of_the_other_camera(there, key, far):
    mine, reference = photos(24), photos(24, seed=5, **there)
    own, aim = (measure_appearance(images, "photo") for images in (mine, reference))
    restyler = Restyler("photo", AsReference(own, aim), 0)
    made = np.stack([restyler(image, place) for place, image in enumerate(mine)])
    looks = measure_appearance(made, "photo")
    assert abs(np.median(looks[key]) - np.median(aim[key])) < far
    assert abs(np.median(own[key]) - np.median(aim[key])) > far


def test_noise_is_taken_away_and_the_surface_stays():
    noisy, clean = photos(12, noise=10.0), photos(12, noise=2.0)
    own, aim = (measure_appearance(images, "photo") for images in (noisy, clean))
    restyler = Restyler("photo", AsReference(own, aim), 0)
    made = np.stack([restyler(image, place) for place, image in enumerate(noisy)])
    assert np.median(measure_appearance(made, "photo")["noise"]) < 0.6 * np.median(own["noise"])
    for one, original in zip(made, noisy, strict=True):
        smooth = [cv2.GaussianBlur(x[..., 1].astype(float), (0, 0), 3) for x in (one, original)]
        assert np.corrcoef(smooth[0].ravel(), smooth[1].ravel())[0, 1] > 0.9
