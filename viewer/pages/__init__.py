"""Goes through the pages and frames of a file, and plays animations. Rule: decodes nothing; the engine does."""
