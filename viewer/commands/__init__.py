"""The table of commands; the actions, menus, keys and help sheet made from it."""
