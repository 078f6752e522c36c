"""Plays on disk: every decision durable before a screen moves on."""
