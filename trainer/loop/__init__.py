"""The training loop: optimizer steps, the run folder, pausing and resuming."""
