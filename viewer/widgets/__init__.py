"""Widgets that know nothing of pictures or models."""
