"""Runs jobs on untrusted files in a limited child process. It knows no format."""
