"""What is true: frozen values and pure functions. No Qt, no SQL, no files, no clock."""
