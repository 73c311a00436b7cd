"""The settings dialog. Rule: a change is applied and saved at once; Cancel restores the earlier settings."""
