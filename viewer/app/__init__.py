"""The application: its windows, the single process they share, and the bridge from the engine thread."""
