"""What everything may use: errors, messages, atomic files, resources. Imports nothing of Unpixel."""
