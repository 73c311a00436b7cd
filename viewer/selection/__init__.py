"""Selection of a rectangular region of the picture."""
