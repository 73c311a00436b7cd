"""What a viewer tells of a file."""

import numpy as np
import PIL.Image
import pytest
from PIL import ImageCms

from engine.images.file_info import FileInfo, file_info


def test_form_depth_size_and_profile(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = tmp_path / "photo.jpg"
    PIL.Image.new("RGB", (8, 5)).save(path, icc_profile=profile)
    found = file_info(path)
    assert found == FileInfo("JPEG", "RGB", 8, found.profile, path.stat().st_size)
    assert "sRGB" in found.profile


@pytest.mark.parametrize(("dtype", "bits"), [(np.uint8, 8), (np.uint16, 16)])
def test_gray_has_its_own_depth(tmp_path, dtype, bits):
    path = tmp_path / "gray.png"
    PIL.Image.fromarray(np.zeros((4, 4), dtype)).save(path)
    assert file_info(path).bits == bits and file_info(path).profile is None


def test_an_unreadable_profile_has_no_name(tmp_path):
    path = tmp_path / "photo.png"
    PIL.Image.new("RGB", (8, 5)).save(path, icc_profile=b"nothing of the kind")
    assert file_info(path).profile is None


def test_of_a_file_that_is_gone_nothing_is_known(tmp_path):
    assert file_info(tmp_path / "none.png") is None
    (tmp_path / "text.png").write_text("no picture")
    assert file_info(tmp_path / "text.png") is None
