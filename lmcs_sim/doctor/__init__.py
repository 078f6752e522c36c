"""What is right and wrong with this terminal, this folder and this database, and how to mend it."""
