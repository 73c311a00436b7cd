"""Decodes image files to sRGB arrays and makes smaller copies of them. No torch."""
