"""Bookmarks: saved views of pictures. Rule: changes go to the bookmark file first, and the panel shows the file."""
