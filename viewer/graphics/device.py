"""The OpenGL context of this process, without a window: it draws into textures, and the result is read back.

Without a window of its own, it changes nothing of how Qt draws, and needs no display. Only the window's thread uses it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from engine.base.errors import DeviceError
from engine.base.messages import Message, message

if TYPE_CHECKING:
    import moderngl

VERSION = 330
"""OpenGL 3.3, of 2010."""
SOFTWARE = ("llvmpipe", "softpipe", "swrast", "software", "gdi", "microsoft")
"""Parts of the names of renderers that compute on the processor: of Mesa, and two of Windows (GDI Generic, Microsoft
Basic Render Driver)."""

Rect = tuple[int, int, int, int]
"""Left, top, right, bottom, px; right and bottom are exclusive."""
Number = float | tuple[int, ...]
"""A value of a shader."""


class Device:
    """An OpenGL context that is current in this thread. Raises DeviceError if there is none of version 3.3.

    renderer: what the driver calls itself.
    """

    def __init__(self) -> None:
        import moderngl

        try:
            self.context = moderngl.create_context(standalone=True, require=VERSION, **_backend())
        except Exception as error:
            raise failure(error) from error
        # textures that nothing refers to are freed by `free_unused`: Python may notice it in another thread
        self.context.gc_mode = "context_gc"
        self.renderer = str(self.context.info["GL_RENDERER"])

    @property
    def is_software(self) -> bool:
        """Whether the driver computes on the processor, and so is no faster than it."""
        return any(name in self.renderer.lower() for name in SOFTWARE)

    def program(self, fragment_shader: str, order: int | None = None) -> "moderngl.VertexArray":
        """Compiles a file of this folder, for polynomials of `order` if it decodes them. Raises DeviceError.

        The result is rendered as one triangle that covers the viewport.
        """
        with self.guarded():
            return self.context.vertex_array(self.compiled("viewport.vert", fragment_shader, order), [])

    def compiled(
        self, vertex_shader: str, fragment_shader: str, order: int | None = None
    ) -> "moderngl.Program":
        """Compiles two files of this folder. Raises DeviceError."""
        with self.guarded():
            vertex_shader, fragment_shader = (
                _source(name, order) for name in (vertex_shader, fragment_shader)
            )
            return self.context.program(vertex_shader=vertex_shader, fragment_shader=fragment_shader)

    def draw(
        self,
        compiled: "moderngl.VertexArray",
        target: "moderngl.Framebuffer",
        rect: Rect,
        blending: tuple[int, ...] = (),
        instances: int = 0,
        **numbers: Number,
    ) -> None:
        """Runs a compiled shader for each px of a rectangle of the target, or of `instances` rectangles inside it.

        blending: factors of the shader's colour and of the target's, for colours and perhaps for alpha; without them
        the shader's colour replaces that of the target. numbers: the shader's uniform values; of a texture its unit.
        """
        left, top, right, bottom = rect
        target.use()
        self.context.viewport = left, top, right - left, bottom - top
        for name, number in numbers.items():
            compiled.program[name] = number
        if blending:
            self.context.enable(self.context.BLEND)
            self.context.blend_func = blending
        if instances:
            compiled.render(self.context.TRIANGLE_STRIP, vertices=4, instances=instances)
        else:
            compiled.render(vertices=3)
        self.context.disable(self.context.BLEND)

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Raises DeviceError if what is done meanwhile fails, or if the driver reports an error of it."""
        import moderngl

        try:
            yield
        except moderngl.Error as error:
            raise failure(error) from error
        if (reported := self.context.error) != "GL_NO_ERROR":
            raise failure(reported)

    def free_unused(self) -> None:
        """Frees the textures that nothing refers to any more."""
        self.context.gc()


@cache
def shared() -> Device:
    """Returns the context of this process, created with the first call. Raises DeviceError."""
    return Device()


def failure(why: object) -> DeviceError:
    """Returns the error of a driver that failed. why: what it reports."""
    reason = message("failed ({why})", why=_first_line(why))
    return DeviceError(message("graphics card"), reason, message("the processor draws instead"))


def _first_line(why: object) -> str | Message:
    if isinstance(why, Message):
        return why
    lines = [line.strip() for line in str(why).splitlines() if line.strip()]
    return lines[0] if lines else message("no reason given")


def _backend() -> dict[str, str]:
    """Returns how moderngl opens a context without a window: by EGL on Linux, which needs no X server."""
    if not sys.platform.startswith("linux"):
        return {}
    return {
        "backend": "egl",
        "libgl": "libGL.so.1",
        "libegl": "libEGL.so.1",
    }  # else it runs ldconfig to find them


def _source(name: str, order: int | None) -> str:
    """Returns a shader with the numbers that depend on the order."""
    text = files("viewer.graphics").joinpath(name).read_text(encoding="utf-8")
    return text if order is None else text.replace("#version 330", f"#version 330\n#define ORDER {order}")
