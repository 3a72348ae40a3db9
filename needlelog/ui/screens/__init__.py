"""The screens a person goes through."""
