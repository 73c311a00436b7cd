"""Facts about a file that `load` collects for display."""

import numpy as np
import PIL.Image
import pytest
from PIL import ImageCms

from engine.geometry import orientation
from engine.images.file_info import FileInfo
from engine.images.image import from_array
from engine.images.loading import load
from engine.images.rotation import rotated


def test_format_depth_size_and_profile(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = tmp_path / "photo.jpg"
    PIL.Image.new("RGB", (8, 5)).save(path, icc_profile=profile)
    info = load(path).file_info
    assert info == FileInfo("JPEG", "RGB", 8, info.profile, path.stat().st_size)
    assert "sRGB" in info.profile


@pytest.mark.parametrize(("dtype", "bits"), [(np.uint8, 8), (np.uint16, 16)])
def test_gray_has_its_own_depth(tmp_path, dtype, bits):
    path = tmp_path / "gray.png"
    PIL.Image.fromarray(np.zeros((4, 4), dtype)).save(path)
    info = load(path).file_info
    assert info.bits == bits and info.profile is None


def test_a_palette_keeps_its_own_mode(tmp_path):
    PIL.Image.new("RGB", (8, 5)).quantize(4).save(tmp_path / "a.png")
    assert load(tmp_path / "a.png").file_info.mode == "P"


def test_an_unreadable_profile_has_no_name(tmp_path):
    path = tmp_path / "photo.png"
    PIL.Image.new("RGB", (8, 5)).save(path, icc_profile=b"nothing of the kind")
    assert load(path).file_info.profile is None


def test_a_rotated_image_keeps_its_facts_and_an_array_has_none(tmp_path):
    PIL.Image.new("RGB", (8, 5)).save(tmp_path / "a.png")
    image = load(tmp_path / "a.png")
    assert rotated(image, orientation.RIGHT).file_info == image.file_info
    assert from_array(image.pixels, "pasted").file_info is None
