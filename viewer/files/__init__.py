"""Opens pictures from files, folders, recent files, the clipboard and drops. Rule: decodes nothing; the engine does."""
