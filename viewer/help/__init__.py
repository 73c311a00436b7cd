"""The manual, About, what is new and the tour. It reads assets/help and installed packages, and asks no engine."""
