"""The chair: one session from the first tap to aftercare on paper."""
