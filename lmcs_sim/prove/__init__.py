"""The proof: every situation a scenario can reach, and what can be attained from each."""
