"""How the tables came to be, one step after another; a step that was released never changes."""
