"""The training tab: starts runs in a process of their own, follows them, and opens their checkpoints."""
