"""The selected region."""
