"""Lists of pictures as thumbnails: filmstrip, overview, recent files. Rule: only visible ones are made, in a thread."""
