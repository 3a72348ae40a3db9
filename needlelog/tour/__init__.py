"""The real windows driven through the journeys of a working day, tap by tap."""
