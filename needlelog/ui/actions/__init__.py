"""What can be done in the window: one table for menu, palette, shortcuts and help."""
