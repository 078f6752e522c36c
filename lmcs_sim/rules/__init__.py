"""Vocabulary, rules, matching, verdicts, traces and clashes."""
