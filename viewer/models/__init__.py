"""Choosing, describing and downloading models."""
