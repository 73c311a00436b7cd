"""What `main.py bench` measures of the engine; the window's own is viewer/bench/."""
