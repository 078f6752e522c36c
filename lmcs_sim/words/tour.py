"""The cards of the tour, in their order. Their sentences stand in the file of sentences under `tour`."""

CARDS = ("chair", "ask", "decide", "followed", "debrief", "safe")
