"""Shared by every part of the window: settings, language, theme, formatting of numbers. No widgets."""
