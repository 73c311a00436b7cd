"""Films: the views of a path as a video or numbered pictures. Rule: a film is complete and verified, or not there."""
