"""Positions, views and tile rectangles. No pixels."""
