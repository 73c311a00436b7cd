"""Picture and model to arrays, in the caller's thread."""
