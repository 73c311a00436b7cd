"""Views that the user keeps."""
