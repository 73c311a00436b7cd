"""Comparing the model's picture with reference pictures."""
