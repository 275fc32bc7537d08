"""What changed: two states of a text set side by side, item by item and word by word."""
