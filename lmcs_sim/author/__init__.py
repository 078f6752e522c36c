"""For authors and their reviewers: what is covered, and whether the quotes stand in the texts."""
