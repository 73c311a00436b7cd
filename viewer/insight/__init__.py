"""What is known about the picture: inspector, navigator, overlays, frame times."""
