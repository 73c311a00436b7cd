"""The file of the open picture: trash, rename, copy, move. Rule: the disk is used in other threads only."""
