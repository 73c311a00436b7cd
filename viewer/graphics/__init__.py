"""Local polynomials and images to pixels by OpenGL 3.3; arrays in, arrays out. No Qt.

moderngl is imported with the first use.
"""
