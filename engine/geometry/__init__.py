"""Sample positions, viewports, orientations and tile rectangles. It handles coordinates only, never pixels."""
