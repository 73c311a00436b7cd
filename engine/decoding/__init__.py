"""Decodes grids of a picture under a model into arrays, in the caller's thread. Writes no files."""
