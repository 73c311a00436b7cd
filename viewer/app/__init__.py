"""The application: windows, the process they share, and the crossing from the engine thread."""
