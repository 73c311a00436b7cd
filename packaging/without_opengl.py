"""PySide6.QtOpenGL and PySide6.QtOpenGLWidgets of a bundle. The real ones have 10 MB.

pyqtgraph imports them and draws with them only if it is told to. Unpixel's plots are painted without.
"""


class QOpenGLWidget:
    """Base of a widget that nobody makes."""
