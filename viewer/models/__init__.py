"""Chooses, describes and downloads models. Rule: the engine loads and measures them; this package only asks."""
