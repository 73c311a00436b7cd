"""Generic widgets of the main window. Rule: they display and emit signals, and hold no logic of the viewer."""
