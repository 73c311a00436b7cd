"""Widgets that explain the picture and its decoding: inspector, navigator, badge, pixel grid, overlays."""
