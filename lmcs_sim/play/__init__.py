"""Situation, turn, score and debrief: pure functions over immutable values."""
