"""Folders of images to batches. A sample is a function of (seed, step, index)."""
