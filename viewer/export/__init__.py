"""Export from the window. Rule: only the dialog chooses what is exported, and one export runs at a time."""
