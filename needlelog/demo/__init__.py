"""An invented clinic to try the program with, the same whenever and wherever it is made."""
