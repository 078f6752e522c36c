"""The scenario format as values, and what is wrong with a scenario."""
