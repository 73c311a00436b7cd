"""Benchmarks of the engine for `main.py bench`. Those of the window are in viewer/bench/."""
