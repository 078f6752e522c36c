"""Sources, provisions, law and citations; and checking quotes against a source's text."""
