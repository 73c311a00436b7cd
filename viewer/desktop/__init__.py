"""Unpixel as an application of the desktop: menu entry, icon, kinds of files, thumbnails. No Qt."""
