"""Benchmarks of the real window. Each returns rows for JSON, and formats them as a table for people."""
