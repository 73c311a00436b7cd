"""Draws training pictures that no file holds: pages of text, lines, charts, interfaces and patterns, from a seed."""
