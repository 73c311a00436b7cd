"""Which picture is open: folders, recent files, clipboard and drops."""
