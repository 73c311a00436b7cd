"""Networks as pure functions: no files, no caches."""
