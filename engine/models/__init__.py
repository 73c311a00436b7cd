"""Networks as pure functions. No files, no caches."""
