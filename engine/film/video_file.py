"""Writes and reads back videos with PyAV, which holds FFmpeg's libraries (extra `film`). Memory: some dozen frames."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import PIL.Image

from engine.images.bit_depth import Pixels

BT709 = 1
"""Number of the primaries, the transfer and the matrix of high-definition video in ITU-T H.273."""
VIDEO_RANGE = 1
FULL_HD = 1920 * 1080
"""px of a frame up to which an encoder may look as far ahead as it likes."""


class EncoderError(Exception):
    """The encoder refuses a film."""


@dataclass(frozen=True)
class Codec:
    """name: of FFmpeg's encoder. container: FFmpeg's name.

    most: largest number of its quality, which 0 is best of; 0 where larger is better. options: of the encoder.
    """

    name: str
    container: str
    most: int
    options: dict[str, str]


H264 = Codec("libx264", "mp4", 51, {"preset": "medium"})
VP9 = Codec("libvpx-vp9", "webm", 63, {"b": "0", "row-mt": "1", "deadline": "good", "cpu-used": "4"})
AV1 = Codec("libsvtav1", "avif", 63, {"preset": "8"})
WEBP = Codec("libwebp_anim", "webp", 0, {"loop": "0"})


def write(
    path: Path, frames: Iterator[Pixels], size: tuple[int, int], rate: int, quality: int, codec: Codec
) -> None:
    """Writes frames of (H, W, 3) uint8 sRGB. size: (width, height), even. quality: 1 to 100.

    Colours are converted to BT.709 with a quarter of the chroma samples, which every player shows.
    Raises OSError and EncoderError.
    """
    import av

    try:
        _encode(path, frames, size, rate, quality, codec)
    except av.FFmpegError as error:
        if isinstance(error, OSError | MemoryError):
            raise
        raise EncoderError(str(error)) from error


def _encode(
    path: Path, frames: Iterator[Pixels], size: tuple[int, int], rate: int, quality: int, codec: Codec
) -> None:
    import av

    os.environ.setdefault("SVT_LOG", "1")  # the AV1 encoder would describe itself on stderr
    container: Any = av.open(path, "w", format=codec.container, options=_container_options(codec))
    with container:
        stream = container.add_stream(codec.name, rate=rate, options=_options(codec, size, quality))
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        context.color_primaries = context.color_trc = context.colorspace = BT709
        context.color_range = VIDEO_RANGE
        with _scheduling_kept():
            context.open()
        for number, pixels in enumerate(frames):
            frame = av.VideoFrame.from_ndarray(pixels, "rgb24").reformat(
                format="yuv420p", dst_colorspace="ITU709", interpolation="AREA"
            )
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


@contextmanager
def _scheduling_kept() -> Iterator[None]:
    """Undoes what the AV1 encoder does to the thread that opens it: for root it takes real-time priority.

    Threads and processes that are started later would have it, too, and leave nothing to the window.
    """
    if sys.platform != "linux":
        yield
        return
    policy, parameters = os.sched_getscheduler(0), os.sched_getparam(0)
    try:
        yield
    finally:
        os.sched_setscheduler(0, policy, parameters)


def read_back(path: Path) -> tuple[tuple[int, int], int]:
    """Returns (width, height) and the number of frames of a video. Decodes its key frames. Raises OSError."""
    import av

    with av.open(path) as container:
        stream = container.streams.video[0]
        stream.codec_context.skip_frame = "NONKEY"
        count = decoded = 0
        for packet in container.demux(stream):
            count += bool(packet.size)
            decoded += len(packet.decode())
        size = stream.codec_context.width, stream.codec_context.height
    return size, count if decoded else 0


def read_animation(path: Path, rate: int) -> tuple[tuple[int, int], int]:
    """Returns (width, height) and the number of frames of an animated picture, read by Pillow. Raises OSError.

    WebP stores equal frames as one of a longer duration, so that durations are counted.
    """
    with PIL.Image.open(path, formats=("WEBP", "AVIF")) as picture:
        milliseconds, count = 0, getattr(picture, "n_frames", 1)
        for number in range(count):
            picture.seek(number)
            picture.load()
            milliseconds += picture.info["duration"]
        return picture.size, round(milliseconds * rate / 1000) if picture.format == "WEBP" else count


def _container_options(codec: Codec) -> dict[str, str]:
    return {"movflags": "+faststart"} if codec is H264 else {"loop": "0"} if codec is WEBP else {}


def _options(codec: Codec, size: tuple[int, int], quality: int) -> dict[str, str]:
    if not codec.most:
        return codec.options | {"quality": str(quality)}
    options = codec.options | {"crf": str(max(1, round((100 - quality) * codec.most / 100)))}
    # frames that wait are what takes memory: as many bytes as in full HD
    ahead = str(max(4, min(40, 40 * FULL_HD // (size[0] * size[1]))))
    if codec is H264:
        options["rc-lookahead"] = ahead
    return options
