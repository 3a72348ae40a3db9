"""What long lists show: ready rows, read in pages beside the screen."""
