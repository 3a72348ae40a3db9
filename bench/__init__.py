"""How fast the program is, each figure beside the least that any program would need."""
