"""Advice about builds of torch, for machines with and without accelerators."""

import sys

import pytest

from engine.compute import torch_build

CPU, CUDA = "cpu", "cuda 13.0"


@pytest.mark.parametrize(
    ("found", "usable", "build", "text"),
    [
        (None, False, CPU, "the right one"),
        ("NVIDIA", False, CPU, "the cuda build"),
        ("AMD", False, CPU, "the rocm build"),
        ("NVIDIA", False, CUDA, "update the driver"),
        ("NVIDIA", True, CUDA, "computes on the accelerator"),
    ],
)
def test_the_advice_fits_the_machine(found, usable, build, text):
    assert text in torch_build.advice(found, usable, build)


def test_a_bundle_cannot_be_changed_by_pip(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "install Unpixel with pip" in torch_build.advice("NVIDIA", False, CPU)


def test_a_loaded_driver_is_found(tmp_path):
    driver = tmp_path / "version"
    drivers = {"NVIDIA": (str(tmp_path / "none"), str(driver)), "AMD": (str(tmp_path / "none"),)}
    assert torch_build.accelerator(drivers) is None
    driver.write_text("")
    assert torch_build.accelerator(drivers) == "NVIDIA"


def test_this_build_is_described():
    assert set(torch_build.described()) == {"build", "accelerator", "advice"}
    assert torch_build.kind().partition(" ")[0] in ("cpu", "cuda", "rocm")
