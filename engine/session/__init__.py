"""The engine thread: requests in, events out."""
