"""The engine's interface for the viewer: takes requests, serves them in one thread and emits events."""
