"""Training runs: started, followed and shown."""
