"""A file to an sRGB array, and an array to smaller ones. No torch."""
