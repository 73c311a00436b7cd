"""The window, in Qt. It imports no torch: the engine thread does the computation."""
