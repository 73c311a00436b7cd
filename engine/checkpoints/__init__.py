"""Untrusted model files to a Model; the installed models; downloads of published weights."""
