"""The training loop, its optimizer and the run folder it writes."""
