"""Untrusted model files to a Model, and the installed models."""
