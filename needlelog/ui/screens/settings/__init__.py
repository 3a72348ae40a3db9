"""Settings: the clinic, who works in it, its rules, and how the screen looks."""
