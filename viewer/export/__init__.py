"""The export dialog and the export in progress."""
