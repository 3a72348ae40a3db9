"""The palette: clients and actions by a few letters, over whatever stands on the screen."""
