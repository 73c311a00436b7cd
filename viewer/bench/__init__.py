"""What only the real window can tell of this machine. Each `bench` has its rows, and its table for a person to read."""
