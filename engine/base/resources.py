"""Limits on what the engine uses of the machine. No torch."""

from dataclasses import dataclass

NICENESS = 10
"""Niceness of the engine's thread and of the process that decodes pictures for it.

It gives them a tenth of the window's share of a contended core, and all of an idle one.
"""


DEVICES = ("auto", "cpu", "cuda", "mps", "xpu")
"""Names of devices, as torch has them. cuda: NVIDIA's and AMD's cards. mps: Apple's. xpu: Intel's. Unpixel has run on
none of these cards yet; auto takes cuda alone, and the window offers no other."""


@dataclass(frozen=True)
class Resources:
    """device, precision: values for `device.choose`. threads: CPU threads of torch; 0 leaves one core to the window.

    The other fields are cache sizes in bytes.
    tiles: decoded tiles. The default holds a dozen full-HD views.
    codes: latents. A full-HD view at scale 2 takes 133 MB with LIIF; the default keeps those of the visible part. The
    Live model caches none.
    prepared: prepared latents. A full-HD view at scale 2 takes 112 MB with the Live model; at scale 4 it takes 28 MB
    with the Live model and 130 MB with LIIF.
    samples: sampled latent functions. A full-HD view at scale 4 takes 7 MB where nine points per latent suffice and
    38 MB in fine texture; a deeper view takes less.
    """

    device: str = "auto"
    precision: str = "auto"
    threads: int = 0
    tiles: int = 96 << 20
    codes: int = 160 << 20
    prepared: int = 128 << 20
    samples: int = 96 << 20


DEFAULT_RESOURCES = Resources()
