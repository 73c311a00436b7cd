"""What the engine may use of the machine. No torch."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Resources:
    """device, precision: as `device.choose` takes them. threads: 0 leaves a core to the window.

    The others are bytes that may be kept. tiles: of decoded ones, a dozen full-HD views. codes: a full-HD view at
    scale 2 is 133 MB of LIIF's: what lies on the screen is kept. Of Live's there are none to keep. prepared: such a
    view is 112 MB of the Live model's; at scale 4 it is 28 MB, of LIIF's 130 MB. samples: those of a full-HD view at
    scale 4 are 7 MB where nine points a latent do, 38 MB in fine texture; the deeper a view, the less.
    """

    device: str = "auto"
    precision: str = "auto"
    threads: int = 0
    tiles: int = 96 << 20
    codes: int = 160 << 20
    prepared: int = 128 << 20
    samples: int = 96 << 20


USUAL = Resources()
