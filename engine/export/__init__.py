"""Writes bands of pixels to an image file."""
