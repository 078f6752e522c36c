"""Files to values: every fault at once, each with its file, line and column."""
