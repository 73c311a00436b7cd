"""The picture on the screen: view, layers, painting, pointer input."""
