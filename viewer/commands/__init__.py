"""The table of commands, and menus and keys made from it."""
