"""What is shown, and the only place that knows Qt."""
