"""Pictures that do not fit into memory: their regions are read when they are needed. No torch."""
