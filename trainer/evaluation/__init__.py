"""Benchmarks, metrics and validation."""
