"""Settings: what a person has chosen for this machine, in a file of their own."""
