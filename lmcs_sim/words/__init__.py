"""Sentences shared by all faces. Plain values in, plain text out."""
