"""Help: for the screen one is on, all shortcuts, and what this program is."""
