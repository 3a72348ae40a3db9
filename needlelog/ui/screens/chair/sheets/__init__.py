"""What the small panels over the chair hold: each is one question with its answers."""
