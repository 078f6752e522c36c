"""The terminal face, in Textual. It shows and asks; every rule lies below it."""
