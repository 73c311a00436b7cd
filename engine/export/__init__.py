"""Bands of pixels to an image file."""
