"""Errors, messages, atomic files and resource limits. Every package may import it; it imports nothing of Unpixel."""
